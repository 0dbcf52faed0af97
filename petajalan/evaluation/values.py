"""What a person writes into one row of an evaluation, enters of an outside index or of a printed result, and claims in
an objection."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.files.base import File

from petajalan.calc.evaluation import Dimension
from petajalan.calc.numbers import Reading
from petajalan.reporting.models import Evidence


@dataclass(frozen=True, slots=True)
class RowValues:
    """The four dimensions as `Judgement` codes; "" is not judged."""

    execution: str = ""
    output: str = ""
    quality: str = ""
    timeliness: str = ""
    note: str = ""
    recommendation: str = ""

    @property
    def judgements(self) -> dict[str, str]:
        return {one.value: getattr(self, one.value) for one in Dimension}

    @property
    def empty(self) -> bool:
        return not any(self.judgements.values()) and not self.note and not self.recommendation


@dataclass(frozen=True, slots=True)
class IssuedValues:
    """What a person enters for one outside index and year: `figure` as typed and read, and the document that states
    it, as words and, where it is kept, as a file or a link. `reason` is asked for where an official figure gives way.
    """

    figure: Reading
    provisional: bool
    source: str
    released_on: date | None = None
    file: File[bytes] | None = None
    filename: str = ""
    link: str = ""
    page: str = ""
    confirmation: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PointValues:
    """What a person writes into one point. `judgement` is a `Judgement` code; "" is not judged."""

    judgement: str = ""
    note: str = ""

    @property
    def empty(self) -> bool:
        return not self.judgement and not self.note.strip()


FIGURES = ("general", "thematic", "index")


@dataclass(frozen=True, slots=True)
class PrintedValues:
    """`None` and "" for what the document does not state. `evidence`: kept already; without one the old stays."""

    general: Decimal | None = None
    thematic: Decimal | None = None
    index: Decimal | None = None
    grade: str = ""
    source: str = ""
    page: str = ""
    evidence: Evidence | None = None

    @property
    def says_something(self) -> bool:
        return bool(self.grade) or any(getattr(self, name) is not None for name in FIGURES)


@dataclass(frozen=True, slots=True)
class Claim:
    """raw, level  what the agency holds to be right; one of them
    due    the last day to send it, as the agency knows it
    file, link, known  what shows it: any of them are added to what is there; `page` is for all that are new
    """

    raw: Decimal | None = None
    level: str = ""
    reason: str = ""
    due: date | None = None
    file: File[bytes] | None = None
    filename: str = ""
    link: str = ""
    known: Evidence | None = None
    page: str = ""
