"""Rolling figures up by the table cases/rekap.csv."""

from __future__ import annotations

from decimal import Decimal

import pytest

from petajalan.calc.rollup import Rolled, Share, TimeRule, UnitRule, over_time, over_units, year_of_quarters
from tests.calc.csv_cases import cases, number


def figure(text: str) -> Decimal | Share | None:
    numerator, slash, denominator = text.partition("/")
    if not slash:
        return number(text.strip("?"))
    above, below = number(numerator), number(denominator)
    assert above is not None
    assert below is not None
    return Share(above, below)


@pytest.mark.parametrize(
    "case", cases("rekap.csv"), ids=lambda case: f"{case['arah']} {case['aturan']} {case['nilai']}"
)
def test_figures_are_rolled_up(case: dict[str, str]) -> None:
    values = [figure(text) for text in case["nilai"].split()]
    if case["arah"] == "waktu":
        rolled = over_time(TimeRule(case["aturan"]), values)
    else:
        rolled = over_units(UnitRule(case["aturan"]), values)
    assert rolled == Rolled(figure(case["hasil"]), int(case["diketahui"]), int(case["dari"]))


def test_the_percentage_of_a_sum_is_not_the_mean_of_percentages() -> None:
    rolled = over_time(TimeRule.SUM, [Share(Decimal(30), Decimal(40)), Share(Decimal(9), Decimal(10))])
    assert isinstance(rolled.value, Share)
    assert rolled.value.percent == 78
    assert Share(Decimal(0), Decimal(0)).percent is None


def test_the_coordinators_own_figure_stands_for_the_agency() -> None:
    assert over_units(UnitRule.OWN, [Decimal(1)], own=Decimal(3)) == Rolled(Decimal(3), 1, 1)
    assert over_units(UnitRule.OWN, [Decimal(1)]) == Rolled(None, 0, 1)


def test_the_share_of_units_that_are_done_counts_the_silent_ones_as_not_done() -> None:
    assert over_units(UnitRule.SHARE_DONE, [], done=[True, False, None, True]) == Rolled(
        Share(Decimal(2), Decimal(4)), 3, 4
    )
    assert over_units(UnitRule.SHARE_DONE, [], done=[]) == Rolled(None, 0, 0)


def test_numbers_and_percentages_are_not_mixed() -> None:
    with pytest.raises(ValueError, match="cannot be rolled up together"):
        over_time(TimeRule.SUM, [Decimal(1), Share(Decimal(1), Decimal(2))])


@pytest.mark.parametrize(
    ("rule", "quarters", "year"),
    [
        ("last", "- - - 80", "80"), ("last", "20 40 60 80", "80"), ("last", "20 40 60 -", "-"),
        ("sum", "5 10 15 20", "50"), ("sum", "0 0 0 0", "0"), ("sum", "5 10 - 20", "-"),
        ("mean", "1 2 3 4", "2,5"), ("max", "3 9 4 2", "9"), ("max", "3 9 4 -", "-"),
    ],
)  # fmt: skip
def test_quarterly_targets_lead_to_a_year(rule: str, quarters: str, year: str) -> None:
    values = [None if text == "-" else Decimal(text) for text in quarters.split()]
    expected = None if year == "-" else Decimal(year.replace(",", "."))
    assert year_of_quarters(TimeRule(rule), values) == expected


def test_a_year_has_four_quarters() -> None:
    with pytest.raises(ValueError, match="four quarters"):
        year_of_quarters(TimeRule.SUM, [Decimal(1)] * 3)
