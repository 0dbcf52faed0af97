"""Writing a value in Indonesian notation, the inverse of reading, and rounding."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from petajalan.calc.numbers.reading import Reading, State

_DASH = " – "


def rounded(value: Decimal, places: int) -> Decimal:
    """Round half away from zero, as Indonesian reports do. Call it once, when a result is shown, never in between."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def format_value(value: Reading | Decimal | int | None, unit: str | None = None, places: int | None = None) -> str:
    """Write a number ("1.234,5"), with its unit ("2,4%", "Rp 1.000", "2.850 jiwa"), or a whole reading.

    `places` rounds; without it every digit is written, so that `read_value` gives the same value and unit back. An
    unknown number is written "-"; a reading that holds no number, range or level gives its print back.
    """
    if isinstance(value, Reading):
        return _reading(value, places)
    return "-" if value is None else _with_unit(_number(Decimal(value), unit, places), unit)


def _reading(reading: Reading, places: int | None) -> str:
    if reading.state is not State.SET:
        return reading.printed
    core = _core(reading, places)
    if core is None:
        text = reading.level or ""
        return f"{text} ({reading.label})" if reading.label and reading.label != text else text
    if reading.level and reading.level == reading.label:
        return f"{reading.level} (nilai {core})"
    beside = reading.level or reading.label
    return f"{core} ({beside})" if beside else core


def _core(reading: Reading, places: int | None) -> str | None:
    unit = reading.unit
    if reading.value is None:
        if reading.low is None or reading.high is None:
            return None
        low, high = _number(reading.low, unit, places), _number(reading.high, unit, places)
        return (
            f"{_with_unit(low, unit)}{_DASH}{_with_unit(high, unit)}"
            if unit in _SIGNS
            else _with_unit(f"{low}{_DASH}{high}", unit)
        )
    text = _with_unit(_number(reading.value, unit, places), unit)
    if "approximate" in reading.warnings:
        text = f"± {text}"
    if reading.low is not None:
        return f"{'>' if reading.exclusive else '≥'} {text}"
    if reading.high is not None:
        return f"{'<' if reading.exclusive else '≤'} {text}"
    return text


_SIGNS = ("percent", "rupiah")


def _number(value: Decimal, unit: str | None, places: int | None) -> str:
    shown = value if places is None else rounded(value, places)
    grouping = "" if unit == "percent" else ","  # "1.234%" would be doubted when read again
    text = f"{shown:{grouping}f}"
    return text.translate(str.maketrans(",.", ".,"))


def _with_unit(number: str, unit: str | None) -> str:
    match unit:
        case None:
            return number
        case "percent":
            return f"{number}%"
        case "rupiah":
            return f"Rp {number}"
        case "level":
            return f"Level {number}"
    return f"{number} {unit}"
