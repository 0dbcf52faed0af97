"""Reading a regulation and keeping what was read: the three calls of `regulation`, and their result as JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version

import msgspec

from petajalan.catalogue.load import national_reference
from petajalan.regulation import findings
from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Finding, Severity
from petajalan.regulation.reference import Reference

RULES_VERSION = version("petajalan")

# For everything together: a worker that is busy for longer than `services.STALE` counts as gone.
LONGEST_SECONDS = 100

Progress = Callable[[int], None]  # percent of the whole work that is done


@dataclass(frozen=True, slots=True, eq=False)
class RegulationRead:
    """A regulation as data, and what is wrong in it. Never changes, so that what follows from it may be kept by it."""

    data: RegulationData
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        return sum(1 for finding in self.findings if finding.severity is severity)

    @property
    def errors(self) -> int:
        return self.count(Severity.ERROR)


def read_file(
    content: bytes,
    filename: str,
    progress: Progress | None = None,
    *,
    reference: Reference | None = None,
    seconds: float = LONGEST_SECONDS,
) -> RegulationRead:
    """Read, recognise and check. Raises `UnusableFile`, also when that takes longer than so many seconds.

    `reference` is what an agency goes by; without it the national data.

    The readers are loaded here: pages that show what was read long ago do without them.
    """
    from petajalan.regulation.reading import read_document
    from petajalan.regulation.reading.clock import at_most
    from petajalan.regulation.recognise import recognise

    report = progress or (lambda percent: None)
    with at_most(seconds):
        report(0)
        document = read_document(content, filename, progress=lambda done, parts: report(70 * done // max(parts, 1)))
        report(70)
        data = recognise(document)
        report(80)
        found = findings.check(data, reference or national_reference())
        report(100)
    return RegulationRead(data, found)


def encode_data(data: RegulationData) -> str:
    return msgspec.json.encode(data).decode()


def encode_findings(found: tuple[Finding, ...]) -> str:
    return msgspec.json.encode(found).decode()


@lru_cache(maxsize=4)
def decode(data: str, found: str) -> RegulationRead:
    """What was kept; the same text gives the same object, which nobody can change.

    Raises `msgspec.ValidationError` when an earlier version of this program wrote another shape.
    """
    data_decoder, finding_decoder = decoders()
    return RegulationRead(data_decoder.decode(data), finding_decoder.decode(found))


@lru_cache(maxsize=8)
def decode_findings(found: str) -> tuple[Finding, ...]:
    """The findings alone, for pages that show nothing else. Raises as `decode`."""
    return decoders()[1].decode(found)


@cache
def decoders() -> tuple[msgspec.json.Decoder[RegulationData], msgspec.json.Decoder[tuple[Finding, ...]]]:
    return msgspec.json.Decoder(RegulationData), msgspec.json.Decoder(tuple[Finding, ...])
