"""Four dimensions: what counts as how many of how many, what the months say of a quarter, what the data propose."""

from __future__ import annotations

from decimal import Decimal

import pytest

from petajalan.calc.evaluation import (
    Conformity,
    Judgement,
    Movement,
    conformity,
    movement,
    of_quarter,
    proposed_output,
    proposed_timeliness,
    rated_higher,
    reached_target,
    sufficient,
    year_done,
)

YES, NO = Judgement.CONFORMS, Judgement.DEVIATES


def test_what_nobody_judged_is_left_out_and_counted() -> None:
    found = conformity([YES, YES, NO, None])
    assert found == Conformity(conforming=2, judged=3, total=4)
    assert found.percent == Decimal(200) / 3
    assert conformity([None, None]).percent is None
    assert conformity([]) == Conformity(0, 0, 0)
    assert conformity([NO]).percent == 0


@pytest.mark.parametrize(
    ("months", "quarter"),
    [
        ((YES, YES, NO), NO),
        ((NO, YES, YES), YES),
        ((NO, YES, None), YES),
        ((NO, None, None), NO),
        ((None, None, None), None),
        ((), None),
    ],
)
def test_a_quarter_follows_the_last_month_that_was_judged(
    months: tuple[Judgement | None, ...], quarter: Judgement | None
) -> None:
    assert of_quarter(months) is quarter


@pytest.mark.parametrize(
    ("punctual", "proposal"),
    [
        ((True, True), YES),
        ((True, False), NO),
        ((False, None), NO),
        ((True, None), None),
        ((), None),
    ],
)
def test_one_late_report_is_enough(punctual: tuple[bool | None, ...], proposal: Judgement | None) -> None:
    assert proposed_timeliness(punctual) is proposal


@pytest.mark.parametrize(
    ("reached", "target", "month", "proposal"),
    [
        (Decimal(4), Decimal(4), 3, YES),
        (Decimal(3), Decimal(4), 3, NO),
        (Decimal(0), Decimal(4), 12, NO),
        (Decimal(4), Decimal(4), 2, None),
        (None, Decimal(4), 3, None),
        (Decimal(4), None, 3, None),
        (Decimal(4), Decimal(0), 3, None),
    ],
)
def test_output_is_proposed_at_the_end_of_a_quarter_only(
    reached: Decimal | None, target: Decimal | None, month: int, proposal: Judgement | None
) -> None:
    assert proposed_output(reached, target, month) is proposal


def test_a_self_assessment_is_higher_only_where_the_evaluator_says_no() -> None:
    yes, no = Judgement.CONFORMS, Judgement.DEVIATES
    pairs = [(yes, no), (yes, yes), (no, no), (no, yes), (None, no), (yes, None)]
    assert [rated_higher(*one) for one in pairs] == [True, False, False, False, False, False]


@pytest.mark.parametrize(
    ("baseline", "actual", "lower", "went"),
    [
        ("2.66", "2.95", False, Movement.BETTER),
        ("2.66", "2.5", False, Movement.WORSE),
        ("6.2", "5.8", True, Movement.BETTER),
        ("6.2", "6.4", True, Movement.WORSE),
        ("0", "0", True, Movement.SAME),
        ("3", "4", None, None),
        (None, "4", False, None),
        ("3", None, False, None),
    ],
)
def test_where_an_indicator_went(
    baseline: str | None, actual: str | None, lower: bool | None, went: Movement | None
) -> None:
    figures = [None if one is None else Decimal(one) for one in (baseline, actual)]
    assert movement(*figures, lower_is_better=lower) == went


@pytest.mark.parametrize(
    ("percents", "to_date", "done"),
    [
        (["100", "100"], False, True),
        (["100", "99.9"], False, False),
        ([None, "50"], False, False),  # one that fell short is enough
        ([None, "100"], False, None),
        (["50", "100"], True, True),
        (["100", None], True, None),
        ([], False, None),
    ],
)
def test_whether_an_action_was_done_in_a_year(percents: list[str | None], to_date: bool, done: bool | None) -> None:
    assert year_done([None if one is None else Decimal(one) for one in percents], to_date=to_date) is done


def test_targets_and_shares_are_held_against_their_bounds_unrounded() -> None:
    assert [reached_target(one) for one in (Decimal(100), Decimal("99.999"), None)] == [True, False, None]
    assert [sufficient(9, 10, Decimal(90)), sufficient(89, 100, Decimal(90)), sufficient(0, 0, Decimal(90))] == [
        True,
        False,
        None,
    ]
