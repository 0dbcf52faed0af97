"""What differs between two versions of a worksheet, part by part. Without Django."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from petajalan.calc.index import Instrument, Item, Section

Field = Literal[
    "name", "weight", "range", "evaluator", "target_good", "multiplier", "levels", "indicator", "source", "note"
]


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one part. `before` is `None` for a part that is new, `after` for one that is gone; `field` is then
    "name". Numbers are written with a decimal point; "" means that nothing is known."""

    code: str
    name: str
    field: Field
    before: str | None
    after: str | None


def changes(before: Instrument, after: Instrument) -> tuple[Change, ...]:
    """In the order of the later one, then what is gone."""
    old, new = _parts(before), _parts(after)
    found = [change for code, part in new.items() for change in _of(code, old.get(code), part)]
    gone = [Change(code, part.name, "name", part.name, None) for code, part in old.items() if code not in new]
    return tuple(found + gone)


def _parts(one: Instrument) -> Mapping[str, Section | Item]:
    parts: dict[str, Section | Item] = {}
    for root in one.roots:
        for section in root.sections():
            parts[section.code] = section
            parts.update((part.code, part) for part in section.parts)
    return parts


def _of(code: str, old: Section | Item | None, new: Section | Item) -> Iterator[Change]:
    if old is None:
        yield Change(code, new.name, "name", None, new.name)
        return
    before, after = dict(told(old)), dict(told(new))
    for field, text in after.items():
        if before.get(field, "") != text:
            yield Change(code, new.name, field, before.get(field, ""), text)


def told(part: Section | Item) -> Iterator[tuple[Field, str]]:
    """Every field of a part as a text."""
    yield "name", part.name
    yield "weight", number(part.weight)
    if isinstance(part, Item):
        low, high = number(part.low), number(part.high)
        yield "range", f"{low}–{high}" if low or high else ""
        yield "evaluator", part.evaluator
        yield "target_good", number(part.target_good)
        yield "multiplier", part.multiplier or ""
        yield "levels", ", ".join(f"{one.code} {number(one.value) or '?'}" for one in part.levels)
        yield "indicator", part.indicator or ""
        yield "note", part.note
    yield "source", f"{part.source} [{part.confidence}]"


def number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
