"""Four dimensions: what counts as how many of how many, what the months say of a quarter, what the data propose."""

from __future__ import annotations

from decimal import Decimal

import pytest

from petajalan.calc.evaluation import (
    Conformity,
    Judgement,
    conformity,
    of_quarter,
    proposed_output,
    proposed_timeliness,
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
