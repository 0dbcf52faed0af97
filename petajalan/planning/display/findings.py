"""The findings as a list: in the reader's language, filtered, grouped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from django.utils.translation import get_language

from petajalan.planning.display import words
from petajalan.planning.display.outline import Outline, Spot
from petajalan.planning.readings import RegulationRead
from petajalan.regulation.findings import RULES
from petajalan.regulation.findings.model import Code, Finding, Severity

BRIEF = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as a page lists it. `number` is its position among all findings, from 1."""

    number: int
    finding: Finding
    meaning: str
    message: str
    advice: str
    place: str
    spot: Spot

    @property
    def brief(self) -> str:
        """What is wrong, in a line or two: the finding's own sentence while it is short, else what its kind means."""
        return self.message if len(self.message) <= BRIEF else self.meaning

    @property
    def severity(self) -> str:
        return self.finding.severity.value

    @property
    def severity_name(self) -> str:
        return str(words.SEVERITIES[self.finding.severity])


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    entries: list[Entry]
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to; an empty value narrows nothing."""

    severity: str = ""
    code: str = ""
    spot: str = ""
    text: str = ""

    def matches(self, entry: Entry) -> bool:
        return (
            self.severity in ("", entry.severity)
            and self.code in ("", entry.finding.code)
            and self.spot in ("", entry.spot.key)
            and self._has_text(entry)
        )

    def _has_text(self, entry: Entry) -> bool:
        printed = " ".join(place.printed for place in entry.finding.places)
        text = f"{entry.message} {entry.advice} {entry.place} {printed} {entry.finding.code}".casefold()
        return all(word in text for word in self.text.casefold().split())


@cache
def codes() -> dict[str, Code]:
    return {code.code: code for rule in RULES for code in rule.codes}


def meaning_of(code: str) -> str:
    known = codes().get(code)
    return words.in_language(known.meaning) if known else code.replace("_", " ")


def entries(read: RegulationRead) -> Sequence[Entry]:
    return _entries(read, get_language())


@lru_cache(maxsize=4)
def _entries(read: RegulationRead, _language: str | None) -> tuple[Entry, ...]:
    """Kept for each language, for every page of a regulation asks."""
    outline = Outline(read.data)
    return tuple(
        Entry(
            number=number,
            finding=finding,
            meaning=meaning_of(finding.code),
            message=words.in_language(finding.message),
            advice=words.in_language(finding.advice),
            place=words.place(finding.places[0]),
            spot=outline.spot(finding.places[0]),
        )
        for number, finding in enumerate(read.findings, start=1)
    )


@dataclass(frozen=True, slots=True)
class Headline:
    number: int
    severity: str
    severity_name: str
    message: str
    place: str


def headlines(found: Sequence[Finding], limit: int) -> list[Headline]:
    """The gravest findings, for a page that does not know the whole document."""
    gravest = sorted(enumerate(found, start=1), key=lambda one: GRAVITY[one[1].severity])
    return [
        Headline(
            number=number,
            severity=one.severity.value,
            severity_name=str(words.SEVERITIES[one.severity]),
            message=words.in_language(one.message),
            place=words.place(one.places[0]),
        )
        for number, one in gravest[:limit]
    ]


def by_spot(listed: Iterable[Entry]) -> list[Group]:
    """Grouped under the tables and chapters they stand in, in printed order; the gravest first in each."""
    spots: dict[Spot, list[Entry]] = {}
    for entry in listed:
        spots.setdefault(entry.spot, []).append(entry)
    return [
        Group(spot.title, gravest_first(spots[spot]), spot.table) for spot in sorted(spots, key=lambda spot: spot.order)
    ]


def by_kind(listed: Iterable[Entry]) -> list[Group]:
    """Grouped by what is wrong; kinds with errors first, then the most frequent."""
    kinds: dict[str, list[Entry]] = {}
    for entry in listed:
        kinds.setdefault(entry.finding.code, []).append(entry)
    ordered = sorted(kinds.values(), key=lambda found: (min(map(gravity, found)), -len(found), found[0].meaning))
    return [Group(found[0].meaning, found) for found in ordered]


def gravest_first(listed: Sequence[Entry]) -> list[Entry]:
    return sorted(listed, key=gravity)


GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def gravity(entry: Entry) -> int:
    return GRAVITY[entry.finding.severity]


def kinds_present(listed: Sequence[Entry]) -> list[tuple[str, str, int]]:
    """Code, words and count of every kind among these, by words: the choices of a filter."""
    counts = Counter(entry.finding.code for entry in listed)
    return sorted(((code, meaning_of(code), count) for code, count in counts.items()), key=lambda kind: kind[1])


def spots_present(listed: Sequence[Entry]) -> list[tuple[str, str, int]]:
    counts = Counter(entry.spot for entry in listed)
    return [(spot.key, spot.title, counts[spot]) for spot in sorted(counts, key=lambda spot: spot.order)]
