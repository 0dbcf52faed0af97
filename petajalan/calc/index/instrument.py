"""A worksheet of one year and one group of agencies: components, sub-components and items with their weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Level:
    """One level of an item that is judged in words (opinion of the auditor). `value` is its raw value on the item's
    range; `None` while no regulation and no agency has given a number."""

    code: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What one row of the worksheet asks.

    weight       points of the index that it may bring; `None` where no source gives it
    low, high    range of the raw value, bounds included; `None` where unknown. Only `high` enters the score
    evaluator    who gives the raw value ("BPKP", "Evaluator Nasional")
    target_good  `target_baik`: the raw value from which the item counts as good; `None` where unknown
    multiplier   code of the item whose share of its own weight multiplies this one's score
    levels       from the best, for an item that is judged in words
    indicator    code of the well-known indicator that it takes its raw value from
    confidence   mark of the source ("P", "S", "C", "N", "D", "I", "M": see docs/formulas.md)
    """

    code: str
    name: str
    weight: Decimal | None
    low: Decimal | None
    high: Decimal | None
    evaluator: str
    source: str
    confidence: str
    target_good: Decimal | None = None
    multiplier: str | None = None
    levels: tuple[Level, ...] = ()
    indicator: str | None = None
    note: str = ""

    def holds(self, raw: Decimal) -> bool:
        """Whether a raw value lies in the range."""
        return (self.low is None or raw >= self.low) and (self.high is None or raw <= self.high)


@dataclass(frozen=True, slots=True)
class Section:
    """A component or a sub-component. Its weight is the sum of those of its parts."""

    code: str
    name: str
    weight: Decimal | None
    parts: tuple[Section | Item, ...]
    source: str
    confidence: str

    def items(self) -> Iterator[Item]:
        for part in self.parts:
            if isinstance(part, Item):
                yield part
            else:
                yield from part.items()

    def sections(self) -> Iterator[Section]:
        """This one and all below it, from the top."""
        yield self
        for part in self.parts:
            if isinstance(part, Section):
                yield from part.sections()


@dataclass(frozen=True, slots=True)
class Instrument:
    """The worksheet of measurement years `first_year`..`last_year` for a group of agencies ("kl", "provinsi",
    "kabkota", or "semua"). `thematic` is `None` in the scheme up to 2022, which had none.

    scale       code of the scale that grades its index
    note        what is not known about it, in a sentence
    """

    code: str
    name: str
    group: str
    first_year: int
    last_year: int
    scale: str
    general: Section
    thematic: Section | None
    source: str
    confidence: str
    note: str = ""

    @property
    def roots(self) -> tuple[Section, ...]:
        return (self.general,) if self.thematic is None else (self.general, self.thematic)

    def items(self) -> Iterator[Item]:
        for root in self.roots:
            yield from root.items()

    def covers(self, year: int) -> bool:
        return self.first_year <= year <= self.last_year


@dataclass(frozen=True, slots=True)
class Uneven:
    """A section whose parts do not weigh what it weighs. `total` is the sum of the known weights of its parts."""

    section: Section
    total: Decimal


def uneven(instrument: Instrument) -> tuple[Uneven, ...]:
    """Sections whose parts sum to another weight, or, with weights still unknown, to more than it already."""
    found = []
    for root in instrument.roots:
        for section in root.sections():
            weights = [part.weight for part in section.parts]
            known = sum((weight for weight in weights if weight is not None), Decimal(0))
            if section.weight is None:
                continue
            if known > section.weight or (None not in weights and known != section.weight):
                found.append(Uneven(section, known))
    return tuple(found)
