"""One action in one quarter, and one indicator of several coordinators."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from petajalan.calc.quarters import FigureRule
from petajalan.calc.rollup import Share, UnitRule
from petajalan.calc.totals import Combined, Pending, Reported, action_quarter, combined, group, kept, so_far, total

MARCH, FEBRUARY = 3, 2


def judged(rule: UnitRule | None, *outputs: object, target: str | None = "4", units: int = 0, month: int = MARCH):  # type: ignore[no-untyped-def]
    reported = [Reported(None if one is None else D(str(one)), month, own=not at) for at, one in enumerate(outputs)]
    found = action_quarter(rule, reported, units=units, target=None if target is None else D(target), quarter=1)
    percent = found.achievement.percent if found.achievement else None
    return found.actual, percent, (found.known, found.parts), found.pending


@pytest.mark.parametrize(
    ("rule", "outputs", "actual", "percent"),
    [
        (None, [3], 3, 75),
        (UnitRule.SUM, [3, 1], 4, 100),
        (UnitRule.MEAN, [3, 1], 2, 50),
        (UnitRule.OWN, [3, 1], 3, 75),
        (UnitRule.LAST, [3, 1], 1, 25),
        (UnitRule.SHARE_DONE, [4, 3], 50, 50),
    ],
)
def test_units_make_the_figure_of_the_action_by_its_own_rule(
    rule: UnitRule | None, outputs: list[int], actual: int, percent: int
) -> None:
    assert judged(rule, *outputs, units=len(outputs)) == (actual, percent, (len(outputs), len(outputs)), None)


def test_nothing_achieved_is_zero_and_nothing_reported_is_unknown() -> None:
    assert judged(None, 0, units=1) == (0, 0, (1, 1), None)
    assert judged(None, units=1) == (None, None, (0, 1), Pending.NOT_REPORTED)
    assert judged(None, None, units=1) == (None, None, (0, 1), Pending.NOT_REPORTED)


def test_a_month_is_not_judged_before_its_quarter_ends() -> None:
    assert judged(None, 3, units=1, month=FEBRUARY) == (3, None, (0, 1), Pending.QUARTER_RUNNING)


def test_units_that_are_silent_are_counted_not_guessed() -> None:
    assert judged(UnitRule.SUM, 2, units=3) == (2, 50, (1, 3), None)
    assert judged(UnitRule.SHARE_DONE, 4, units=4) == (25, 25, (1, 4), None)
    assert judged(UnitRule.SHARE_DONE, 4, units=1, target=None) == (None, None, (1, 1), None)
    assert judged(None, 2, units=3) == (None, None, (1, 3), Pending.NO_UNIT_RULE)
    assert judged(UnitRule.SUM, 2, units=1, target=None)[1:] == (None, (1, 1), None)


def test_a_year_so_far_goes_by_the_rule_of_the_figures() -> None:
    assert so_far(FigureRule.PER_QUARTER, [D(1), None, D(2)]) == 3
    assert so_far(FigureRule.TO_DATE, [D(1), D(2), None]) == 2
    assert so_far(FigureRule.TO_DATE, [None]) is None
    assert (total([D(0), None]), total([None])) == (0, None)


def test_percentages_of_coordinators_are_put_together_by_what_they_are_made_of() -> None:
    shares = [Share(D(30), D(40)), Share(D(9), D(10))]
    found = combined(UnitRule.SUM, shares, percent=True)
    assert isinstance(found.figure, Share)
    assert (found.figure.percent, found.known, found.parts) == (78, 2, 2)
    assert combined(UnitRule.MEAN, [D(75), D(90)], percent=True) == Combined(None, 2, 2, Pending.NO_SHARE)
    assert combined(UnitRule.MEAN, [D(1), D(2)], percent=False).figure == D("1.5")


def test_one_coordinator_speaks_for_the_agency_and_several_need_a_rule() -> None:
    assert combined(None, [D(3)], percent=False) == Combined(D(3), 1, 1)
    assert combined(None, [], percent=False) == Combined(None, 0, 1)
    assert combined(UnitRule.OWN, [D(3), D(4)], percent=False) == Combined(D(3), 1, 1)
    assert combined(UnitRule.LAST, [D(3), D(4)], percent=False, last=D(3)) == Combined(D(3), 2, 2)
    assert combined(None, [D(3), D(4)], percent=False) == Combined(None, 2, 2, Pending.NO_UNIT_RULE)
    assert combined(UnitRule.SUM, ["BB", "A"], percent=False) == Combined(None, 2, 2, Pending.NO_UNIT_RULE)
    assert combined(UnitRule.SUM, [D(3), None], percent=False) == Combined(D(3), 1, 2)


def test_a_group_is_the_mean_of_those_known() -> None:
    mean = group([D(150), D(50), None, D(-20)])
    assert (mean.percent, mean.known, mean.parts, mean.pending) == (50, 3, 4, None)
    assert group([None]).pending is Pending.NO_MEMBER_KNOWN
    assert group([]).pending is Pending.NO_MEMBER


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (D(200) / 3, "66.6666666667"),
        (D("0"), "0"),
        (D("1E+32"), "1E+32"),
        (D("100.000"), "100"),
        (None, None),
    ],
)
def test_a_number_is_kept_as_far_as_every_database_keeps_it(value: D | None, stored: str | None) -> None:
    found = kept(value)
    assert found == (None if stored is None else D(stored))
