"""How good an action plan is by the rubric of the national evaluator, before it is sent in.

The rubric (national evaluation of 2023 and 2024, read in the source code of a working government application, not in
the decree itself): a plan gets at most 3 points. One for the key activities: the mean of whether they are set, whether
their targets are set, and whether a signed statement says that the plan is valid. Two for the actions: the mean of
logic, output indicators, output targets and budget. Each mark is graded by the share of rows that fulfil it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

ACTIVITY_MARKS = ("activities", "targets", "statement")
ACTION_MARKS = ("logic", "indicators", "output_targets", "budget")
WEIGHTS = ((ACTIVITY_MARKS, Decimal(1)), (ACTION_MARKS, Decimal(2)))
# A mark counts as much as the first row says whose share it reaches.
GRADES = (
    ("A", Decimal(1), Decimal(1)),
    ("B", Decimal("0.75"), Decimal("0.75")),
    ("C", Decimal("0.5"), Decimal("0.5")),
    ("D", Decimal("0.1"), Decimal("0.25")),
    ("E", Decimal(0), Decimal(0)),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """`fulfilled` of `total` rows do; the grade is "" where there is no row or the answer is not known yet."""

    code: str
    fulfilled: int
    total: int
    grade: str
    value: Decimal | None

    @property
    def missing(self) -> int:
        """Rows that lack it: what keeps the mark from A."""
        return self.total - self.fulfilled


@dataclass(frozen=True, slots=True)
class PlanQuality:
    """`points` of 3; `None` while a mark is not known. `known` counts the marks that are."""

    marks: tuple[Mark, ...]
    points: Decimal | None

    @property
    def known(self) -> int:
        return sum(mark.value is not None for mark in self.marks)


def grade_of(fulfilled: int, total: int) -> tuple[str, Decimal | None]:
    if total == 0:
        return "", None
    share = Decimal(fulfilled) / Decimal(total)
    for grade, least, value in GRADES:
        if share >= least:
            return grade, value
    raise ValueError("A share of rows is never below zero.")


def plan_quality(counts: Mapping[str, tuple[int, int]]) -> PlanQuality:
    """`counts` says of each mark how many of how many rows fulfil it; a mark that is left out is not known."""
    marks = tuple(_mark(code, *counts.get(code, (0, 0))) for codes, _weight in WEIGHTS for code in codes)
    values = {mark.code: mark.value for mark in marks}
    points = Decimal(0)
    for codes, weight in WEIGHTS:
        known = [value for code in codes if (value := values[code]) is not None]
        if len(known) < len(codes):
            return PlanQuality(marks, None)
        points += sum(known, Decimal(0)) / len(codes) * weight
    return PlanQuality(marks, points)


def _mark(code: str, fulfilled: int, total: int) -> Mark:
    grade, value = grade_of(fulfilled, total)
    return Mark(code, fulfilled, total, grade, value)
