"""From raw values to scores, totals and the index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from petajalan.calc.index.instrument import Instrument, Item, Section

ZERO = Decimal(0)
WHOLE = Decimal(100)


class State(StrEnum):
    ASSESSED = "assessed"  # dinilai tahun ini
    CARRIED = "carried"  # nilai terakhir yang diketahui, dibawa ke tahun ini
    EXCLUDED = "excluded"  # di luar lokus: bobotnya tidak ikut dihitung


@dataclass(frozen=True, slots=True)
class Value:
    """What is known of one item: a raw value, or a level in words. An excluded item has neither."""

    raw: Decimal | None
    state: State = State.ASSESSED
    level: str | None = None


@dataclass(frozen=True, slots=True)
class ItemScore:
    """raw / high × weight [× factor].

    raw     the raw value, or the number of its level
    factor  share that the multiplier item reached of its weight; `None` without one, or when that one is excluded
    score   `None` when unknown, and for an excluded item
    reason  why an item in scope has no score: "missing", "no_weight", "no_range", "no_number" (of a level),
            "unknown_level", "outside", "multiplier" (whose own score is unknown); else ""
    """

    item: Item
    state: State | None
    raw: Decimal | None
    factor: Decimal | None
    score: Decimal | None
    reason: str = ""

    @property
    def in_scope(self) -> bool:
        return self.state is not State.EXCLUDED


@dataclass(frozen=True, slots=True)
class SectionScore:
    """Points of one section.

    score   `None` while an item in scope has none
    known   points of the items that have a score
    scope   weight of the items in scope; `None` where the weight of one is unknown
    counted, total  items in scope that have a score, items in scope
    weighed  weight of the items that have a score: what `known` is out of
    """

    section: Section
    score: Decimal | None
    known: Decimal
    scope: Decimal | None
    counted: int
    total: int
    weighed: Decimal


@dataclass(frozen=True, slots=True)
class Index:
    """The worksheet computed.

    general   Σ score of the general items, before the coefficient
    adjusted  (Σ score + coefficient) / Σ weight in scope × 100
    thematic  Σ score of the thematic items; 0 for a scheme that has none
    index     adjusted + thematic; `None` while an item in scope has no score (`unknown` names them)
    reached   the same over the items that have a score: what is certain so far, equal to `index` once all have one;
              `None` when no general item is in scope
    """

    instrument: Instrument
    items: tuple[ItemScore, ...]
    sections: tuple[SectionScore, ...]
    coefficient: Decimal
    general: Decimal | None
    adjusted: Decimal | None
    thematic: Decimal | None
    index: Decimal | None
    reached: Decimal | None
    unknown: tuple[str, ...]

    def item(self, code: str) -> ItemScore:
        return next(one for one in self.items if one.item.code == code)

    def section(self, code: str) -> SectionScore:
        return next(one for one in self.sections if one.section.code == code)


def compute(instrument: Instrument, values: Mapping[str, Value], coefficient: Decimal = ZERO) -> Index:
    """The index of a worksheet. `coefficient` is the deduction of the national evaluator, 0 or negative.

    Division is by the top of the range only, without taking the bottom off first, as the national portal does: 3 on a
    range of 1 to 5 brings 60 % of the weight. Codes in `values` that the instrument does not have are left aside.
    """
    items = {item.code: item for item in instrument.items()}
    scored: dict[str, ItemScore] = {}
    for code in items:
        _score(code, items, values, scored, set())
    totals = {section.code: _total(section, scored) for root in instrument.roots for section in root.sections()}
    top = totals[instrument.general.code]
    theme = totals[instrument.thematic.code] if instrument.thematic is not None else None
    adjusted = _adjusted(top.score, coefficient, top.scope)
    certain = _adjusted(top.known, coefficient, top.scope)
    thematic = ZERO if theme is None else theme.score
    return Index(
        instrument=instrument,
        items=tuple(scored[code] for code in items),
        sections=tuple(totals.values()),
        coefficient=coefficient,
        general=top.score,
        adjusted=adjusted,
        thematic=thematic,
        index=None if adjusted is None or thematic is None else adjusted + thematic,
        reached=None if certain is None else certain + (ZERO if theme is None else theme.known),
        unknown=tuple(code for code in items if scored[code].reason),
    )


def _adjusted(score: Decimal | None, coefficient: Decimal, scope: Decimal | None) -> Decimal | None:
    """`None` also when every item is out of scope: nothing was evaluated, which is not a nought."""
    return None if score is None or not scope else (score + coefficient) / scope * WHOLE


def _score(
    code: str, items: Mapping[str, Item], values: Mapping[str, Value], scored: dict[str, ItemScore], within: set[str]
) -> ItemScore:
    """`within` are the items whose multiplier is being looked for: a circle among multipliers has no score."""
    if code in scored:
        return scored[code]
    item, value = items[code], values.get(code)
    raw, reason = _raw(item, value)
    factor: Decimal | None = None
    score: Decimal | None = None
    excluded = value is not None and value.state is State.EXCLUDED
    if not excluded and not reason:
        if item.weight is None:
            reason = "no_weight"
        elif item.multiplier is not None:
            other = None
            if item.multiplier in items and item.multiplier not in within | {code}:
                other = _score(item.multiplier, items, values, scored, within | {code})
            factor, reason = _factor(other)
        if not reason and raw is not None and item.high is not None and item.weight is not None:
            score = raw / item.high * item.weight * (1 if factor is None else factor)
    scored[code] = ItemScore(item, None if value is None else value.state, raw, factor, score, reason)
    return scored[code]


def _raw(item: Item, value: Value | None) -> tuple[Decimal | None, str]:
    if value is None:
        return None, "missing"
    if value.state is State.EXCLUDED:
        return None, ""
    raw = value.raw
    if raw is None and value.level is not None:
        level = next((one for one in item.levels if one.code.casefold() == value.level.casefold()), None)
        if level is None:
            return None, "unknown_level"
        if level.value is None:
            return None, "no_number"
        raw = level.value
    if raw is None:
        return None, "missing"
    if not item.high:
        return raw, "no_range"
    return raw, "" if item.holds(raw) else "outside"


def _factor(other: ItemScore | None) -> tuple[Decimal | None, str]:
    if other is not None and not other.in_scope:
        return None, ""
    if other is None or other.score is None or not other.item.weight:
        return None, "multiplier"
    return other.score / other.item.weight, ""


def _total(section: Section, scored: Mapping[str, ItemScore]) -> SectionScore:
    inside = [scored[item.code] for item in section.items()]
    scope = [one for one in inside if one.in_scope]
    known = [one.score for one in scope if one.score is not None]
    weights = [one.item.weight for one in scope]
    points = sum(known, ZERO)
    return SectionScore(
        section=section,
        score=points if len(known) == len(scope) else None,
        known=points,
        scope=None if None in weights else sum((weight for weight in weights if weight is not None), ZERO),
        counted=len(known),
        total=len(scope),
        weighed=sum((one.item.weight for one in scope if one.score is not None and one.item.weight is not None), ZERO),
    )
