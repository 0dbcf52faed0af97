"""Reading inverts formatting, for every number and every range that can be written."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from petajalan.calc.numbers import Reading, State, format_value, read_value

numbers = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=None).map(
    lambda value: round(value, 6)
)
units = st.sampled_from([None, "percent", "rupiah", "jiwa", "dokumen", "km"])
marks = st.sampled_from([None, "BB", "A-", "WTP"])


@given(numbers, units)
def test_a_written_number_is_read_back_with_its_unit_and_without_doubt(value: Decimal, unit: str | None) -> None:
    reading = read_value(format_value(value, unit))
    assert (reading.state, reading.value, reading.unit, reading.warnings) == (State.SET, value, unit, ())


@given(numbers, units, marks)
def test_a_written_reading_is_read_back(value: Decimal, unit: str | None, level: str | None) -> None:
    reading = Reading("", State.SET, value, unit, level)
    text = format_value(reading)
    assert read_value(text) == Reading(text, State.SET, value, unit, level)


@given(numbers, numbers, units)
def test_a_written_range_is_read_back(one: Decimal, other: Decimal, unit: str | None) -> None:
    low, high = sorted((one, other))
    text = format_value(Reading("", State.SET, unit=unit, low=low, high=high))
    assert read_value(text) == Reading(text, State.SET, unit=unit, low=low, high=high)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_but_never_breaks_and_never_becomes_another_print(text: str) -> None:
    reading = read_value(text)
    assert reading.printed == text
    assert (reading.reason is not None) == (reading.state is State.REFUSED)
    if reading.state in (State.NOT_SET, State.NOT_AVAILABLE, State.REFUSED):
        assert (reading.value, reading.low, reading.high) == (None, None, None)


@given(st.text(alphabet="0123456789.,-– ±+%()ABRp", max_size=14))
def test_figure_like_text_with_a_digit_is_never_a_silent_blank(text: str) -> None:
    if any(character.isdigit() for character in text):
        assert read_value(text).state not in (State.NOT_SET, State.NOT_AVAILABLE)
