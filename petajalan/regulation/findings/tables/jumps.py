"""Leaps between one year and the next that need an explanation."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from petajalan.calc.scales import Scale
from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.indicators import indicators_of
from petajalan.regulation.findings.tables.judging import Judge, judges
from petajalan.regulation.findings.tables.values import Value, is_yearly
from petajalan.regulation.findings.wording import number, quoted
from petajalan.regulation.reference import Reference

IMPLAUSIBLE_JUMP = Code(
    "implausible_jump",
    Severity.WARNING,
    Words(
        "Nilai harus melompat sangat jauh dalam satu tahun: seperempat rentang skala atau lebih, atau menjadi dua kali "
        "lipat bila skalanya tidak diketahui.",
        "A value must leap very far in one year: a quarter of its scale or more, or to twice itself where the scale is "
        "not known.",
    ),
    Words("Dari 20% pada 2023 menjadi 100% pada 2024.", "From 20% in 2023 to 100% in 2024."),
)
JUMP = Decimal("0.25")  # share of the scale in one year
DOUBLE = 2  # times, in one year, where there is no scale
PERCENT_SPAN = Decimal(100)


def implausible_jump(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for judge in judges(data, indicators_of(reference)):
        jump = _widest_jump(judge)
        if jump is None:
            continue
        earlier, later, share = jump
        name, before, after = quoted(judge.series.name), earlier.figure.reading.printed, later.figure.reading.printed
        size = _size(share)
        yield IMPLAUSIBLE_JUMP.found(
            Words(
                f"{name} harus melompat dari {before} ({earlier.period}) ke {after} ({later.period}){size.id}.",
                f"{name} must leap from {before} ({earlier.period}) to {after} ({later.period}){size.en}.",
            ),
            Words(
                "Jelaskan bagaimana lompatan itu dicapai, atau bagi target lebih rata per tahun.",
                "Explain how the leap is to be made, or spread the target more evenly over the years.",
            ),
            [earlier.figure.place, later.figure.place],
        )


def _size(share: Decimal | None) -> Words:
    if share is None:
        return Words(", dua kali lipat atau lebih dalam setahun", ", twice as much or more in one year")
    shown = number(share * 100, 0)
    return Words(f", {shown.id}% dari rentang skala per tahun", f", {shown.en}% of the scale per year")


def _widest_jump(judge: Judge) -> tuple[Value, Value, Decimal | None] | None:
    found: list[tuple[Value, Value, Decimal | None]] = []
    for earlier, later in _steps(judge):
        years = max(1, (later.year or 0) - (earlier.year or 0))
        a, b = earlier.figure.reading, later.figure.reading
        if a.value is None or b.value is None or (a.unit and b.unit and a.unit != b.unit):
            continue
        span = _span(judge.scale, "percent" if "percent" in (a.unit, b.unit) else None, a.value, b.value)
        if span is None:
            if a.value > 0 and b.value >= a.value * DOUBLE**years:
                found.append((earlier, later, None))
        elif abs(b.value - a.value) / span / years >= JUMP:
            found.append((earlier, later, abs(b.value - a.value) / span / years))
    return max(found, key=lambda jump: jump[2] or Decimal(0), default=None)


def _steps(judge: Judge) -> Iterator[tuple[Value, Value]]:
    """From year to year; and from the baseline to a first quarter, unless that counts the progress of a work."""
    stated = [value for value in judge.series.values if value.figure.reading.value is not None]
    yield from pairwise([value for value in stated if value.year and is_yearly(value.period)])
    for earlier, later in pairwise(stated):
        percent = "percent" in (earlier.figure.reading.unit, later.figure.reading.unit)
        if earlier.kind == "actual" and later.kind == "target" and not is_yearly(later.period) and not percent:
            yield earlier, later


def _span(scale: Scale | None, unit: str | None, *values: Decimal) -> Decimal | None:
    """The width of the scale that the values stand on."""
    if unit == "percent":
        return PERCENT_SPAN
    if scale is None:
        return None
    ranges = [(scale.low, scale.high), *scale.printed_ranges]
    for low, high in ranges:
        if low is not None and high is not None and all(low <= value <= high for value in values):
            return high - low
    return None


RULES = (Rule(implausible_jump, (IMPLAUSIBLE_JUMP,)),)
