"""Each line of cases/angka.csv: what is printed, and what is read from it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from petajalan.calc.numbers import Reading, State, format_value, plain, read_typed, read_value, rounded
from tests.calc.csv_cases import cases, number, words

STATES = {
    "terisi": State.SET,
    "kalimat": State.TEXT,
    "belum ditetapkan": State.NOT_SET,
    "tidak tersedia": State.NOT_AVAILABLE,
    "ditolak": State.REFUSED,
}
UNITS = {"persen": "percent", "rupiah": "rupiah", "tingkat": "level"}
REASONS = {
    "": None,
    "± mungkin hilang": "plus_minus_lost",
    "pemisah tidak jelas": "ambiguous_separator",
    "tanda minus tidak jelas": "ambiguous_sign",
    "rentang terbalik": "range_reversed",
    "beberapa angka": "several_values",
    "pecahan": "fraction",
    "tidak terbaca": "unreadable",
}
DOUBTS = {
    "": (),
    "titik dibaca koma": ("decimal_point",),
    "kira-kira": ("approximate",),
    "persen ribuan": ("thousands_percent",),
}


@pytest.mark.parametrize("case", cases("angka.csv"), ids=lambda case: case["tercetak"])
def test_a_printed_figure_is_read(case: dict[str, str]) -> None:
    proposal = None
    if case["usul"]:
        first, _, second = case["usul"].partition(" sampai ")
        first_number = number(first)
        assert first_number is not None
        proposal = (first_number, number(second))
    assert read_value(case["tercetak"]) == Reading(
        printed=case["tercetak"],
        state=STATES[case["keadaan"]],
        value=number(case["nilai"]),
        unit=UNITS.get(case["satuan"], words(case["satuan"])),
        level=words(case["predikat"]),
        label=words(case["keterangan"]),
        low=number(case["batas bawah"]),
        high=number(case["batas atas"]),
        reason=REASONS[case["alasan ditolak"]],
        warnings=DOUBTS[case["keraguan"]],
        proposal=proposal,
        exclusive=case["batas ikut"] == "tidak",
    )


@pytest.mark.parametrize("case", cases("angka.csv"), ids=lambda case: case["tercetak"])
def test_what_was_read_is_written_so_that_it_is_read_again(case: dict[str, str]) -> None:
    reading = read_value(case["tercetak"])
    again = read_value(format_value(reading))
    assert (again.state, again.value, again.unit, again.level, again.low, again.high, again.exclusive) == (
        reading.state,
        reading.value,
        reading.unit,
        reading.level,
        reading.low,
        reading.high,
        reading.exclusive,
    )


def test_the_public_form_of_a_reading_has_eight_keys_and_plain_numbers() -> None:
    assert read_value("Baik (nilai 64,09)").as_json() == {
        "printed": "Baik (nilai 64,09)",
        "state": "set",
        "value": 64.09,
        "unit": None,
        "level": "Baik",
        "label": "Baik",
        "low": None,
        "high": None,
    }
    assert read_value("3,0% ± 1%").as_json() == {
        "printed": "3,0% ± 1%",
        "state": "set",
        "value": None,
        "unit": "percent",
        "level": None,
        "label": None,
        "low": 2,
        "high": 4,
    }


def test_whole_numbers_become_int_and_the_unknown_stays_null() -> None:
    assert [plain(Decimal("431300000000000")), plain(Decimal("74.70")), plain(None)] == [431300000000000, 74.7, None]
    assert isinstance(plain(Decimal("2.00")), int)


def test_rounding_goes_half_away_from_zero() -> None:
    assert [rounded(Decimal(text), 2) for text in ("68.125", "68.124", "-0.345", "90")] == [
        Decimal("68.13"),
        Decimal("68.12"),
        Decimal("-0.35"),
        Decimal("90.00"),
    ]


def test_an_unknown_number_is_written_as_a_dash_and_zero_as_zero() -> None:
    assert [format_value(None), format_value(0), format_value(Decimal("68.125"), "percent", places=2)] == [
        "-",
        "0",
        "68,13%",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1,234.5", "1.234,5"),
        ("1,234,567", "1.234.567"),
        ("Rp 1,234,567", "Rp 1.234.567"),
        ("1,234.5%", "1.234,5%"),
        ("1,234.5 - 2,345.6", "1.234,5 - 2.345,6"),
        ("2,66", "2,66"),
        ("2.66", "2.66"),
        ("2.850", "2.850"),  # thousands, as everywhere
        ("67,142", "67,142"),  # a decimal comma: never thousands
        ("BB", "BB"),
        ("-", "-"),
    ],
)
def test_what_can_only_be_english_is_understood_when_typed(typed: str, meant: str) -> None:
    assert read_typed(typed) == read_value(meant)
    assert read_typed(typed).printed == meant


@pytest.mark.parametrize("typed", ["1234.567", "1.23.4", "12.34.567", "7±", "12a4", "1,23,456.7", "1,234.5.6"])
def test_what_may_be_two_things_stays_refused_when_typed(typed: str) -> None:
    assert read_typed(typed) == read_value(typed)
    assert read_typed(typed).state is State.REFUSED
