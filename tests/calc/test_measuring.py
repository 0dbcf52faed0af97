"""A measured quarter against its target, and figures that are hard to believe."""

from __future__ import annotations

from decimal import Decimal

import pytest

from petajalan.calc.achievement import Formula, Reason, Target
from petajalan.calc.measuring import Doubt, Figure, Ground, Lack, doubts, standing
from petajalan.calc.rollup import Share, TimeRule
from petajalan.calc.scales import Scale

EIGHTY = Target(Decimal(80))
INDEX = Scale("indeks", "Indeks", Decimal(0), Decimal(5), (), "higher", (), "", "N")
GRADES = Scale("nilai", "Nilai", None, None, ("D", "C", "CC", "B", "BB", "A", "AA"), "higher", (), "", "N")


def of_year(rule: TimeRule | None, *quarters: Figure | None, percent: bool = False) -> tuple[object, ...]:
    found = standing(Formula.RATIO, rule, quarters, of_quarter=None, of_year=EIGHTY, percent=percent)
    result = found.achievement
    return found.actual, result.percent if result else None, (found.known, found.parts), found.lack


def number(text: str) -> Decimal:
    return Decimal(text)


def test_a_target_of_the_quarter_takes_the_quarters_own_figure() -> None:
    quarters = [number("30"), number("10")]
    found = standing(
        Formula.RATIO, TimeRule.SUM, quarters, of_quarter=Target(Decimal(20)), of_year=EIGHTY, percent=False
    )
    assert found.achievement is not None
    assert (found.actual, found.of_quarter, found.achievement.percent) == (Decimal(10), True, Decimal(50))


@pytest.mark.parametrize(
    ("rule", "actual", "percent", "parts"),
    [
        (TimeRule.LAST, 20, 25, (1, 1)),
        (TimeRule.SUM, 60, 75, (2, 3)),
        (TimeRule.MEAN, 30, "37.5", (2, 3)),
        (TimeRule.MAX, 40, 50, (2, 3)),
    ],
)
def test_against_the_target_of_the_year_stands_the_year_so_far(
    rule: TimeRule, actual: int, percent: object, parts: tuple[int, int]
) -> None:
    expected = (Decimal(actual), Decimal(str(percent)), parts, None)
    assert of_year(rule, number("40"), None, number("20")) == expected


def test_without_the_figure_of_the_quarter_nothing_is_known_of_it() -> None:
    found = standing(Formula.RATIO, TimeRule.SUM, [number("40"), None], of_quarter=None, of_year=EIGHTY, percent=False)
    assert found.achievement is not None
    assert (found.actual, found.achievement.percent, found.achievement.reason) == (None, None, Reason.NO_ACTUAL)


def test_zero_is_a_figure() -> None:
    assert of_year(TimeRule.LAST, Decimal(0)) == (Decimal(0), Decimal(0), (1, 1), None)


def test_percentages_are_added_up_on_what_they_were_made_of_and_never_averaged() -> None:
    shares = Share(Decimal(1), Decimal(10)), Share(Decimal(9), Decimal(10))
    assert of_year(TimeRule.MEAN, *shares, percent=True)[:2] == (Decimal(50), Decimal("62.5"))
    unequal = Share(Decimal(1), Decimal(1)), Share(Decimal(0), Decimal(99))
    assert of_year(TimeRule.SUM, *unequal, percent=True)[0] == Decimal(1)
    mixed = Share(Decimal(1), Decimal(10)), number("90")
    assert of_year(TimeRule.MEAN, *mixed, percent=True) == (None, None, (2, 2), Lack.SHARE)
    assert of_year(TimeRule.MAX, *mixed, percent=True)[0] == Decimal(90)


def test_what_the_register_does_not_say_is_not_assumed() -> None:
    assert of_year(None, number("40")) == (None, None, (1, 1), Lack.TIME_RULE)
    found = standing(None, TimeRule.LAST, [number("40")], of_quarter=None, of_year=EIGHTY, percent=False)
    assert (found.actual, found.achievement, found.lack) == (Decimal(40), None, Lack.FORMULA)


def test_a_grade_stands_by_its_rank_and_progress_stands_beside() -> None:
    found = standing(
        Formula.LEVEL, TimeRule.SUM, ["B", "BB"], of_quarter=None, of_year=Target("A"), percent=False, scale=GRADES
    )
    assert found.achievement is not None
    assert (found.actual, found.achievement.distance) == ("BB", -1)
    beside = standing(
        Formula.RATIO, TimeRule.LAST, [number("70")], of_quarter=None, of_year=EIGHTY, percent=False,
        baseline=Decimal(60),
    ).progress  # fmt: skip
    assert beside is not None
    assert beside.percent == Decimal(50)


@pytest.mark.parametrize(
    ("figure", "on", "found"),
    [
        ("-1", Ground(formula=Formula.RATIO), (Doubt.NEGATIVE,)),
        ("-1", Ground(formula=Formula.RANGE), ()),  # deflation
        ("5.1", Ground(scale=INDEX), (Doubt.OFF_SCALE,)),
        ("-0.1", Ground(formula=Formula.RATIO, scale=INDEX), (Doubt.OFF_SCALE,)),
        ("101", Ground(percent=True), (Doubt.OVER_WHOLE,)),
        ("100", Ground(percent=True), ()),
        ("4.0", Ground(scale=INDEX, last=Decimal("2.7")), (Doubt.FAR_FROM_LAST,)),
        ("3.9", Ground(scale=INDEX, last=Decimal("2.7")), ()),
        ("40", Ground(percent=True, baseline=Decimal(66)), (Doubt.FAR_FROM_BASELINE,)),
        ("31", Ground(last=Decimal(10), baseline=Decimal(10)), (Doubt.FAR_FROM_LAST, Doubt.FAR_FROM_BASELINE)),
        ("30", Ground(last=Decimal(10)), ()),
        ("3", Ground(last=Decimal(10)), (Doubt.FAR_FROM_LAST,)),
        ("3", Ground(counted=True, baseline=Decimal(100)), ()),  # one quarter of what the year counts
        ("5", Ground(last=Decimal(0)), ()),
    ],
)
def test_a_figure_that_is_hard_to_believe_says_why(figure: str, on: Ground, found: tuple[Doubt, ...]) -> None:
    assert doubts(Decimal(figure), on) == found


def test_a_grade_that_jumps_more_than_two_levels_is_doubted() -> None:
    assert doubts("AA", Ground(scale=GRADES, last="B")) == (Doubt.FAR_FROM_LAST,)
    assert doubts("A", Ground(scale=GRADES, last="B")) == ()
