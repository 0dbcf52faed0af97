"""Quarterly figures of an action, each quarter's own or up to date."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petajalan.calc.quarters import FigureRule, is_active, looks_like, of_quarter, up_to, year_total

OWN, TO_DATE = FigureRule.PER_QUARTER, FigureRule.TO_DATE
NOTHING = (None, None, None, None)


def four(text: str) -> tuple[Decimal | None, ...]:
    return tuple(None if word == "-" else Decimal(word) for word in text.split())


@pytest.mark.parametrize(
    ("rule", "figures", "total"),
    [
        (OWN, "1 2 3 4", "10"),
        (OWN, "- - 1 -", "1"),
        (OWN, "0 0 0 0", "0"),
        (TO_DATE, "1 3 6 10", "10"),
        (TO_DATE, "0 0 0 0", "0"),
    ],
)
def test_year_is_the_sum_or_the_last_quarter(rule: FigureRule, figures: str, total: str) -> None:
    assert year_total(rule, four(figures)) == Decimal(total)


def test_an_unknown_year_is_not_zero() -> None:
    assert (year_total(OWN, NOTHING), year_total(TO_DATE, NOTHING)) == (None, None)
    assert year_total(TO_DATE, four("1 2 3 -")) is None


def test_what_a_quarter_adds_and_what_should_be_there_at_its_end() -> None:
    assert [of_quarter(OWN, four("1 2 - 4"), q) for q in (1, 2, 3, 4)] == [1, 2, None, 4]
    assert [of_quarter(TO_DATE, four("1 3 - 10"), q) for q in (1, 2, 3, 4)] == [1, 2, None, None]
    assert [up_to(OWN, four("1 2 - 4"), q) for q in (1, 2, 3, 4)] == [1, 3, 3, 7]
    assert [up_to(TO_DATE, four("1 3 - 10"), q) for q in (1, 2, 3, 4)] == [1, 3, None, 10]


def test_active_quarters() -> None:
    def active(rule: FigureRule, targets: str, budgets: str = "- - - -") -> list[int]:
        return [q for q in (1, 2, 3, 4) if is_active(rule, four(targets), four(budgets), q)]

    assert active(OWN, "0 2 - 4") == [2, 4]
    assert active(OWN, "- - - -", "0 0 500000 -") == [3]
    assert active(TO_DATE, "1 1 2 2") == [1, 3]
    assert active(TO_DATE, "- 1 - 2") == [2, 4]
    assert active(OWN, "- - - -") == []


def test_a_total_may_show_the_rule() -> None:
    assert looks_like(four("1 2 3 4"), Decimal(10)) is OWN
    assert looks_like(four("1 2 3 4"), Decimal(4)) is TO_DATE
    assert looks_like(four("0 0 0 4"), Decimal(4)) is None
    assert looks_like(four("1 2 3 4"), Decimal(7)) is None
    assert looks_like(four("1 2 3 4"), None) is None


@given(st.lists(st.integers(0, 10**6).map(Decimal), min_size=4, max_size=4))
def test_both_ways_of_writing_say_the_same(own: list[Decimal]) -> None:
    to_date = [sum(own[: quarter + 1], Decimal(0)) for quarter in range(4)]
    assert year_total(OWN, own) == year_total(TO_DATE, to_date)
    for quarter in (1, 2, 3, 4):
        assert of_quarter(OWN, own, quarter) == of_quarter(TO_DATE, to_date, quarter)
        assert up_to(OWN, own, quarter) == up_to(TO_DATE, to_date, quarter)
        assert is_active(OWN, own, NOTHING, quarter) == is_active(TO_DATE, to_date, NOTHING, quarter)
