"""Where baseline and targets of an indicator stand on its scale, as a small drawing with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from petajalan.calc.numbers import Reading
from petajalan.calc.scales import Scale, classification_in
from petajalan.planning.choices import ValueKind
from petajalan.planning.display import words
from petajalan.planning.queries.register import Entry

EDGE = 4  # percent of the drawing, so that a mark on a bound is drawn whole


@dataclass(frozen=True, slots=True)
class Bullet:
    """Places in percent of the width ("57.5"); `None` where the figure is not known.

    start, length  the way from the baseline to the last target
    """

    baseline: str | None
    target: str | None
    start: str
    length: str
    low: str
    high: str
    sentence: str


def bullet(entry: Entry, years: tuple[str, ...], scale: Scale | None) -> Bullet | None:
    """`None` where neither figure is a number, or nothing says how long the scale is."""
    first = _number(entry.baseline.reading)
    last = next((year for year in reversed(years) if _number(entry.target(year).reading) is not None), None)
    target = _number(entry.target(last).reading) if last else None
    if first is None and target is None:
        return None
    bounds = _bounds(entry, scale, last, [one for one in (first, target) if one is not None])
    if bounds is None:
        return None
    low, high = bounds
    places = [_place(one, low, high) for one in (first, target) if one is not None]
    start, end = min(places), max(places)
    return Bullet(
        baseline=_text(_place(first, low, high)) if first is not None else None,
        target=_text(_place(target, low, high)) if target is not None else None,
        start=_text(start),
        length=_text(end - start),
        low=words.number(low),
        high=words.number(high),
        sentence=_sentence(first, target, last, low, high),
    )


def _number(read: Reading | None) -> Decimal | None:
    if read is None:
        return None
    return read.value if read.value is not None else read.high


def _bounds(
    entry: Entry, scale: Scale | None, year: str | None, values: list[Decimal]
) -> tuple[Decimal, Decimal] | None:
    low: Decimal | None = None
    high: Decimal | None = None
    if scale is not None:
        table = classification_in(scale, int(year[:4]) if year else entry.indicator.baseline_year)
        own = table is not None and (table.low, table.high) != (None, None)
        low, high = (table.low, table.high) if table and own else (scale.low, scale.high)
    elif entry.indicator.value_kind == ValueKind.PERCENT:
        low, high = Decimal(0), Decimal(100)
    low = min(low if low is not None else Decimal(0), *values, Decimal(10) ** 20)
    high = max(high if high is not None else max(values) * Decimal("1.1"), *values, Decimal(-1))
    return (low, high) if high > low else None


def _place(value: Decimal, low: Decimal, high: Decimal) -> float:
    return EDGE + float((value - low) / (high - low)) * (100 - 2 * EDGE)


def _text(place: float) -> str:
    return f"{place:.1f}".rstrip("0").rstrip(".")


def _sentence(first: Decimal | None, target: Decimal | None, year: str | None, low: Decimal, high: Decimal) -> str:
    told = {"low": words.number(low), "high": words.number(high), "year": year or ""}
    if first is None:
        text = gettext("Target %(year)s %(target)s pada skala %(low)s sampai %(high)s; baseline belum ada")
        return text % {**told, "target": words.number(target or Decimal(0))}
    if target is None:
        text = gettext("Baseline %(baseline)s pada skala %(low)s sampai %(high)s; target belum ada")
        return text % {**told, "baseline": words.number(first)}
    text = gettext("Dari baseline %(baseline)s ke target %(year)s %(target)s pada skala %(low)s sampai %(high)s")
    return text % {**told, "baseline": words.number(first), "target": words.number(target)}
