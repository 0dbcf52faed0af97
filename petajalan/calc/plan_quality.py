"""How good an action plan is by the rubric of the national evaluator, before it is sent in.

The rubric (national evaluation of 2023 and 2024, read in the source code of a working government application, not in
the decree itself): a plan gets at most 3 points. One for the key activities: the mean of whether they are set, whether
their targets are set, and whether a signed statement says that the plan is valid. Two for the actions: the mean of
logic, output indicators, output targets and budget. Each mark is graded by the share of rows that fulfil it.

A target counts when it is there and is logical: held against what was reached last year and the national target.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from petajalan.calc.achievement import Target
from petajalan.calc.scales import Scale, rank_of

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


class Tally(NamedTuple):
    """`fulfilled` of `total` rows; of `unknown` rows nobody can say yet. They never count as fulfilled."""

    fulfilled: int
    total: int
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """`fulfilled` of `total` rows do; the grade is "" where there is no row or the answer is not known yet.

    least, most  what it counts when no, or every, unknown row turns out to fulfil it
    """

    code: str
    fulfilled: int
    total: int
    unknown: int
    grade: str
    value: Decimal | None
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(1)

    @property
    def missing(self) -> int:
        """Rows that lack it: what keeps the mark from A."""
        return self.total - self.fulfilled - self.unknown


@dataclass(frozen=True, slots=True)
class PlanQuality:
    """`points` of 3; `None` while a mark is not known, and then between `least` and `most`. `known` counts the marks
    that are."""

    marks: tuple[Mark, ...]
    points: Decimal | None
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(3)

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


def plan_quality(counts: Mapping[str, Tally]) -> PlanQuality:
    """`counts` says of each mark how many of how many rows fulfil it; a mark that is left out is not known."""
    marks = tuple(_mark(code, counts.get(code, Tally(0, 0))) for codes, _weight in WEIGHTS for code in codes)
    of = {mark.code: mark for mark in marks}
    least = _points({code: mark.least for code, mark in of.items()})
    most = _points({code: mark.most for code, mark in of.items()})
    known = all(mark.value is not None for mark in marks)
    return PlanQuality(marks, least if known else None, least, most)


def _points(values: Mapping[str, Decimal]) -> Decimal:
    return sum(
        (sum((values[code] for code in codes), Decimal(0)) / len(codes) * weight for codes, weight in WEIGHTS),
        Decimal(0),
    )


def _mark(code: str, tally: Tally) -> Mark:
    """Known as soon as the unknown rows cannot change the grade any more."""
    grade, least = grade_of(tally.fulfilled, tally.total)
    best, most = grade_of(tally.fulfilled + tally.unknown, tally.total)
    if least is None or most is None:
        return Mark(code, *tally, "", None)
    if grade != best:
        return Mark(code, *tally, "", None, least, most)
    return Mark(code, *tally, grade, least, least, most)


def not_worse(
    target: Target, than: Target, *, higher: bool | None, scale: Scale | None = None, year: int | None = None
) -> bool | None:
    """Whether a target is at least as good as another figure (aturan aplikasi). `None` where nobody can say: a figure
    is missing, a range, or no number, or it is not known which way is better (`higher`).

    Grades are compared by their rank on the scale, by the table of `year`; a number beside a grade is graded first.
    """
    new, old = target.value, than.value
    if new is None or old is None or (target.low, target.high, than.low, than.high) != (None,) * 4:
        return None
    if isinstance(new, Decimal) and isinstance(old, Decimal):
        return None if higher is None else (new >= old if higher else new <= old)
    if scale is None:
        return None
    own, other = rank_of(scale, new, year), rank_of(scale, old, year)
    return None if own is None or other is None else own >= other


def is_logical(against_last: bool | None, against_national: bool | None) -> bool | None:
    """A target that is worse than either is not logical. It is only when it was held against last year; a national
    target alone does not show that, and one that is not known asks for nothing."""
    if against_last is False or against_national is False:
        return False
    return against_last
