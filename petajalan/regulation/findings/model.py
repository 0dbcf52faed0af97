"""What a consistency finding is, and how a rule is declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.reference import Reference

MOST_PLACES = 25


class Severity(StrEnum):
    ERROR = "error"  # the document contradicts itself or a computation
    WARNING = "warning"  # cannot be carried out or measured as it stands
    NOTE = "note"  # worth a look


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in both languages, complete and plain."""

    id: str
    en: str

    def as_json(self) -> dict[str, str]:
        return {"id": self.id, "en": self.en}


@dataclass(frozen=True, slots=True)
class Finding:
    code: str
    severity: Severity
    message: Words
    advice: Words
    places: tuple[Place, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.places) <= MOST_PLACES:
            raise ValueError(f"{self.code}: a finding shows 1 to {MOST_PLACES} places, not {len(self.places)}")

    def as_json(self) -> dict[str, object]:
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message.as_json(),
            "advice": self.advice.as_json(),
            "places": [place.as_json() for place in self.places],
        }


RuleFunction = Callable[[RegulationData, Reference], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and the codes it may raise. `docs/findings.md` is written from these."""

    function: RuleFunction
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A stable finding code: its usual severity, what it means, and one example (in our own words)."""

    code: str
    severity: Severity
    meaning: Words
    example: Words

    def found(self, message: Words, advice: Words, places: list[Place], severity: Severity | None = None) -> Finding:
        return Finding(self.code, severity or self.severity, message, advice, tuple(places[:MOST_PLACES]))
