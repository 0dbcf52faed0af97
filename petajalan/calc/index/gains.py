"""What would move the index: each item raised to its next class, its target, its `target_baik` or its top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from petajalan.calc.index.instrument import Instrument, Item
from petajalan.calc.index.score import ZERO, Index, Value, compute
from petajalan.calc.scales import Scale, classification_in, classify

FINEST = Decimal("0.01")  # house rule: the least step above a bound that does not itself belong to the class


@dataclass(frozen=True, slots=True)
class Step:
    """A raw value worth reaching. `kind`: "band" (next class, named by `label`), "target", "target_good", "top"."""

    kind: str
    raw: Decimal
    label: str = ""


@dataclass(frozen=True, slots=True)
class Gain:
    """`points` of the index that one item brings when it reaches `step` and nothing else changes."""

    item: Item
    now: Decimal
    step: Step
    points: Decimal


def steps(item: Item, raw: Decimal, scale: Scale | None, year: int, target: Decimal | None) -> tuple[Step, ...]:
    """What lies above a raw value, inside the item's range, the nearest first. `target` is the plan's for the year."""
    wanted = [
        *([_next_band(scale, raw, year)] if scale is not None else []),
        Step("target", target) if target is not None else None,
        Step("target_good", item.target_good) if item.target_good is not None else None,
        Step("top", item.high) if item.high is not None else None,
    ]
    above = [one for one in wanted if one is not None and one.raw > raw and item.holds(one.raw)]
    return tuple(sorted(above, key=lambda one: one.raw))


def gains(
    instrument: Instrument, values: Mapping[str, Value], wanted: Iterable[tuple[str, Step]], coefficient: Decimal = ZERO
) -> tuple[Gain, ...]:
    """The gain of each step, the largest first, equal ones in the order given.

    Measured on what is certain of the index (`Index.reached`), so that a worksheet with open items can be simulated
    too. An item that is not in scope, or has no score, brings nothing and is left out.
    """
    now = compute(instrument, values, coefficient)
    found = [gain for code, step in wanted if (gain := _gain(now, values, code, step)) is not None]
    return tuple(sorted(found, key=lambda one: one.points, reverse=True))


def _gain(now: Index, values: Mapping[str, Value], code: str, step: Step) -> Gain | None:
    one = now.item(code)
    if one.score is None or one.raw is None or now.reached is None:
        return None
    raised = {**values, code: replace(values[code], raw=step.raw, level=None)}
    then = compute(now.instrument, raised, now.coefficient)
    return None if then.reached is None else Gain(one.item, one.raw, step, then.reached - now.reached)


def _next_band(scale: Scale, raw: Decimal, year: int) -> Step | None:
    table, found = classification_in(scale, year), classify(scale, raw, year)
    if table is None or found is None:
        return None
    place = table.bands.index(found.band) + 1
    if place == len(table.bands):
        return None
    band = table.bands[place]
    if band.low is None:
        return None
    return Step("band", band.low if band.low_inclusive else band.low + FINEST, band.letter or band.label)
