"""Two indices held against each other: what each item makes of the difference, and that it adds up."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from petajalan.calc.index import ItemDifference, State, Value, compute, differences
from petajalan.calc.numbers import rounded
from tests.calc.test_index import CODES, SMALL

OURS = {"A1": Value(Decimal(80)), "A2": Value(Decimal(50)), "B1": Value(Decimal(3)), "T": Value(Decimal(70))}


def test_each_item_says_what_it_brings_to_either_and_the_largest_stands_first() -> None:
    """A1 8 → 7; A2 50 % × 30 × 0,8 = 12 → 10,5; B1 36 → 30; T 7 → 9."""
    theirs = OURS | {"A1": Value(Decimal(70)), "B1": Value(Decimal("2.5")), "T": Value(Decimal(90))}
    found = differences(compute(SMALL, OURS), compute(SMALL, theirs))
    assert [(one.code, one.points) for one in found.items] == [
        ("B1", Decimal(-6)), ("T", Decimal(2)), ("A2", Decimal("-1.5")), ("A1", Decimal(-1)),
    ]  # fmt: skip
    assert (found.ours, found.theirs, found.total, found.known) == (63, Decimal("56.5"), Decimal("-6.5"), found.total)
    assert found.unknown == ()


def test_an_item_without_a_score_is_unknown_and_not_nought() -> None:
    theirs = {code: value for code, value in OURS.items() if code != "B1"}
    found = differences(compute(SMALL, OURS), compute(SMALL, theirs))
    assert found.items[-1] == ItemDifference("B1", Decimal(36), None)
    assert (found.unknown, found.theirs, found.total, found.known) == (("B1",), None, None, Decimal(0))


def test_an_item_out_of_scope_moves_the_others_by_its_base() -> None:
    """Without A1, its 10 points leave the base and the multiplier of A2: 15 of 90 instead of 12 of 100."""
    theirs = OURS | {"A1": Value(None, State.EXCLUDED)}
    found = differences(compute(SMALL, OURS), compute(SMALL, theirs))
    assert {one.code: one.points for one in found.items} == {
        "A1": Decimal(-8), "A2": Decimal("4.6667"), "B1": Decimal(4), "T": Decimal(0),
    }  # fmt: skip
    assert found.total == found.known == Decimal("0.6667")


VALUES = st.fixed_dictionaries(
    {
        code: st.one_of(
            st.just(Value(None, State.EXCLUDED)),
            st.decimals(1, 5 if code == "B1" else 100, places=3).map(Value),
        )
        for code in CODES
    }
)


@given(VALUES, VALUES, st.sampled_from([Decimal(0), Decimal("-1.37")]))
def test_the_differences_add_up_to_that_of_the_indices_exactly(
    ours: dict[str, Value], theirs: dict[str, Value], coefficient: Decimal
) -> None:
    one, other = (compute(SMALL, values, coefficient) for values in (ours, theirs))
    found = differences(one, other)
    if one.index is None or other.index is None:
        assert found.total is None
    else:
        assert found.known == found.total == rounded(other.index, 4) - rounded(one.index, 4)
        assert found.unknown == ()
