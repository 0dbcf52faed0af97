"""The scales of the catalogue classify as cases/predikat.csv says; every table is whole and monotone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petajalan.calc.scales import (
    Classification,
    Scale,
    change,
    classification_in,
    classify,
    in_range,
    lowest_band,
    rank_of,
    same_scheme,
)
from petajalan.catalogue.load import load_reference
from tests.calc.csv_cases import cases, number, words

SCALES = {scale.code: scale for scale in load_reference().scales}
NUMERIC_TABLES = [(scale, table) for scale in SCALES.values() if not scale.levels for table in scale.classifications]


def value_or_level(text: str) -> Decimal | str:
    value = number(text) if any(character.isdigit() for character in text) else None
    return text if value is None else value


@pytest.mark.parametrize(
    "case", cases("predikat.csv"), ids=lambda case: f"{case['skala']}-{case['tahun']}-{case['nilai']}"
)
def test_a_value_is_classified_by_the_table_of_its_year(case: dict[str, str]) -> None:
    found = classify(SCALES[case["skala"]], value_or_level(case["nilai"]), int(case["tahun"]))
    band = (found.band.letter, found.band.label) if found else (None, None)
    assert band == (words(case["huruf"]), words(case["sebutan"]))


@pytest.mark.parametrize(("scale", "table"), NUMERIC_TABLES, ids=lambda item: getattr(item, "code", ""))
@given(data=st.data())
def test_every_value_of_a_scale_has_one_class_and_a_higher_value_never_a_worse_one(
    scale: Scale, table: Classification, data: st.DataObject
) -> None:
    low = table.bands[0].low if table.bands[0].low is not None else Decimal(-1000)
    high = table.bands[-1].high if table.bands[-1].high is not None else Decimal(1000)
    values = st.decimals(min_value=low, max_value=high, places=4)
    lower, higher = sorted((data.draw(values), data.draw(values)))
    year = table.first_year or table.last_year or 2024
    assert [band.holds(lower) for band in table.bands].count(True) == 1
    ranks = rank_of(scale, lower, year), rank_of(scale, higher, year)
    assert ranks[0] is not None
    assert ranks[1] is not None
    assert ranks[0] <= ranks[1]


@pytest.mark.parametrize(("scale", "table"), NUMERIC_TABLES, ids=lambda item: getattr(item, "code", ""))
def test_a_table_covers_the_range_of_its_years(scale: Scale, table: Classification) -> None:
    own = (table.low, table.high) != (None, None)
    low, high = (table.low, table.high) if own else (scale.low, scale.high)
    assert (table.bands[0].low, table.bands[-1].high) == (low, high)


@pytest.mark.parametrize(
    ("code", "first", "second", "comparable"),
    [
        ("reform-index", 2022, 2023, False),
        ("reform-index", 2023, 2024, True),
        ("spi", 2022, 2024, False),
        ("spi", 2022, 2023, True),
        ("spi", 2020, 2022, None),
        ("ombudsman", 2021, 2022, False),
        ("merit", 2024, 2025, False),
        ("spbe", 2019, 2024, True),
        ("employer-branding", 2022, 2024, None),
    ],
)
def test_figures_are_comparable_only_within_one_scheme(
    code: str, first: int, second: int, comparable: bool | None
) -> None:
    assert same_scheme(SCALES[code], first, second) is comparable


@pytest.mark.parametrize(
    ("code", "value", "year", "inside"),
    [
        ("reform-index", "100.67", 2022, False),
        ("reform-index", "100.67", 2023, True),
        ("reform-index", "120", 2024, True),
        ("reform-index", "120.1", 2024, False),
        ("merit", "405", 2024, True),
        ("merit", "1.5", 2025, True),
        ("spbe", "5", 2024, True),
        ("spbe", "5.01", 2024, False),
        ("integrity-zone", "10", 2024, False),
        ("share", "0", None, True),
        ("bpk-opinion", "3", 2024, None),
    ],
)
def test_a_value_lies_on_the_scale_as_it_was_in_that_year(
    code: str, value: str, year: int | None, inside: bool | None
) -> None:
    assert in_range(SCALES[code], Decimal(value), year) is inside


def test_the_lowest_class_is_that_of_the_years_table() -> None:
    labels = [lowest_band(SCALES["spi"], year) for year in (2020, 2023, 2024)]
    assert [band.label if band else None for band in labels] == [None, "Sangat Rentan", "Rentan"]


def test_without_a_year_only_a_scale_with_one_table_is_classified() -> None:
    assert classification_in(SCALES["spi"], None) is None
    assert classification_in(SCALES["spbe"], None) is SCALES["spbe"].classifications[0]


def test_ranks_of_an_ordinal_scale_start_at_the_worst() -> None:
    opinion = SCALES["bpk-opinion"]
    assert [rank_of(opinion, level, 2024) for level in ("TMP", "TW", "WDP", "WTP", "BB")] == [1, 2, 3, 4, None]


def test_growth_is_refused_over_a_break_of_schemes() -> None:
    index = SCALES["reform-index"]
    assert change(index, (2022, Decimal("64.09")), (2024, Decimal("67.56"))) is None
    assert change(index, (2023, Decimal("64.09")), (2024, Decimal("67.56"))) == Decimal("3.47")
