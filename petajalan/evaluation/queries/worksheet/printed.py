"""What the national evaluator prints, held against what the values of its items make, and against the register."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from petajalan.calc.index import Grade
from petajalan.calc.numbers import rounded
from petajalan.evaluation.choices import Party
from petajalan.evaluation.models import EvaluationWorksheet, IndexValue, NationalResult
from petajalan.evaluation.queries.worksheet.index import Sheet

PLACES = 2  # decimals that totals are printed with, at least


class What(StrEnum):
    GENERAL = "general"
    THEMATIC = "thematic"
    INDEX = "index"
    GRADE = "grade"
    SUM = "sum"  # the printed index against the sum of the printed parts
    REGISTER = "register"  # the printed index against that of the register of outside indices


@dataclass(frozen=True, slots=True)
class Check:
    """`other` is what we compute, or what else states it; `None` where it is not known yet."""

    what: What
    printed: Decimal | str
    other: Decimal | str | None

    @property
    def places(self) -> int:
        """Decimals in which the two are compared: as many as are printed, two at least."""
        exponent = self.printed.as_tuple().exponent if isinstance(self.printed, Decimal) else 0
        return max(PLACES, -exponent if isinstance(exponent, int) else 0)

    @property
    def differs(self) -> bool | None:
        """`None` while there is nothing to compare with."""
        if self.other is None:
            return None
        if isinstance(self.printed, Decimal) and isinstance(self.other, Decimal):
            return rounded(self.printed, self.places) != rounded(self.other, self.places)
        return self.printed != self.other


def result_of(worksheet: EvaluationWorksheet) -> NationalResult | None:
    """One query."""
    rows = NationalResult.objects.filter(agency=worksheet.agency_id, worksheet=worksheet)
    found: NationalResult | None = rows.select_related("evidence", "entered_by").first()
    return found


def checks_of(sheet: Sheet, result: NationalResult, official: IndexValue | None) -> list[Check]:
    """One for each thing that is printed and can be held against something."""
    index = sheet.index(Party.NATIONAL)
    found = [
        Check(what, printed, computed)
        for what, printed, computed in (
            (What.GENERAL, result.general, index.adjusted),
            (What.THEMATIC, result.thematic, index.thematic if sheet.instrument.thematic else None),
            (What.INDEX, result.index, index.index),
        )
        if printed is not None
    ]
    if result.grade:
        found.append(Check(What.GRADE, result.grade, _named(sheet.grade(Party.NATIONAL), result.grade)))
    if None not in (result.general, result.thematic, result.index):
        assert result.index is not None
        found.append(Check(What.SUM, result.index, (result.general or Decimal(0)) + (result.thematic or Decimal(0))))
    if result.index is not None and official is not None and official.value is not None:
        found.append(Check(What.REGISTER, result.index, official.value))
    return found


def contradictions(checks: list[Check]) -> list[Check]:
    return [one for one in checks if one.differs]


def _named(grade: Grade | None, printed: str) -> str | None:
    """The class as it was printed where it is that one, else its own letter."""
    if grade is None:
        return None
    letter, label = grade.letter or "", grade.label
    said = {letter.casefold(), label.casefold(), f"{letter} ({label})".casefold(), f"{letter} {label}".casefold()}
    return printed if printed.strip().casefold() in said else letter or label
