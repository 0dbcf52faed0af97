"""Scales, their classification tables by year, and classifying a value by the table valid in its measurement year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Band:
    """One class of a scale. Bounds are `None` where open; `low_inclusive` / `high_inclusive` say whether the bound
    itself belongs to the class. The class of an ordinal scale has no bounds at all. A letter such as "A/A-" stands for
    two grades that a number alone cannot tell apart."""

    letter: str | None
    label: str
    low: Decimal | None
    high: Decimal | None
    low_inclusive: bool
    high_inclusive: bool
    colour: str | None = None  # a sentiment role: "good", "warn", "bad", "mute"

    def holds(self, value: Decimal) -> bool:
        above = self.low is None or (value >= self.low if self.low_inclusive else value > self.low)
        below = self.high is None or (value <= self.high if self.high_inclusive else value < self.high)
        return above and below

    def is_named(self, name: str) -> bool:
        """Whether a printed grade ("BB", "A-", "sangat baik") names this class."""
        wanted = " ".join(name.split()).casefold()
        letters = (self.letter or "").casefold().split("/")
        return bool(wanted) and (wanted in letters or wanted == self.label.casefold())


@dataclass(frozen=True, slots=True)
class Classification:
    """The bands in force for measurement years `first_year`..`last_year` (either may be open), from the worst to the
    best, with their source and confidence mark ("P", "S", "C", "N", "D", "I", "M": see docs/formulas.md).

    low, high  the range of the scale in these years where it differs from the scale's own (one side may be open), else
               both `None`
    """

    first_year: int | None
    last_year: int | None
    bands: tuple[Band, ...]
    source: str
    confidence: str
    low: Decimal | None = None
    high: Decimal | None = None

    def covers(self, year: int) -> bool:
        return (self.first_year is None or self.first_year <= year) and (
            self.last_year is None or year <= self.last_year
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """A named scale. Ordinal scales have `levels` from the lowest to the highest and no numeric bounds.

    printed_ranges  ranges other than low..high that regulations print for it; a figure on one of them is not wrong
    """

    code: str
    name: str
    low: Decimal | None
    high: Decimal | None
    levels: tuple[str, ...]
    direction: str  # "higher" or "lower" is better
    classifications: tuple[Classification, ...]
    source: str
    confidence: str
    printed_ranges: tuple[tuple[Decimal, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Classified:
    """The class of a value, and the table that gave it."""

    band: Band
    classification: Classification


def classification_in(scale: Scale, year: int | None) -> Classification | None:
    """The table valid in a measurement year. Without a year only a scale that never had a second table has one."""
    if year is None:
        return scale.classifications[0] if len(scale.classifications) == 1 else None
    return next((table for table in scale.classifications if table.covers(year)), None)


def classify(scale: Scale, value_or_level: Decimal | str, year: int | None) -> Classified | None:
    """The class of a number, or of a grade as printed, by the table valid in its measurement year.

    `None` when no table is known for the year, or the number or grade is not on it.
    """
    table = classification_in(scale, year)
    if table is None:
        return None
    if isinstance(value_or_level, str):
        bands = (band for band in table.bands if band.is_named(value_or_level))
    else:
        number = value_or_level
        bands = (band for band in table.bands if _is_numeric(band) and band.holds(number))
    band = next(bands, None)
    return None if band is None else Classified(band, table)


def _is_numeric(band: Band) -> bool:
    return band.low is not None or band.high is not None


def rank_of(scale: Scale, value_or_level: Decimal | str, year: int | None) -> int | None:
    """Rank of the class, from 1 at the worst; of the level itself on an ordinal scale without a table."""
    found = classify(scale, value_or_level, year)
    if found is not None:
        return found.classification.bands.index(found.band) + 1
    if isinstance(value_or_level, str):
        folded = [level.casefold() for level in scale.levels]
        wanted = value_or_level.casefold()
        return folded.index(wanted) + 1 if wanted in folded else None
    return None


def in_range(scale: Scale, value: Decimal, year: int | None = None) -> bool | None:
    """Whether a value lies on the scale (bounds included), as it was in that year. `None` for an ordinal scale."""
    table = classification_in(scale, year)
    own_range = table is not None and (table.low, table.high) != (None, None)
    low, high = (table.low, table.high) if table and own_range else (scale.low, scale.high)
    if low is None and high is None:
        return None
    return (low is None or low <= value) and (high is None or value <= high)


def lowest_band(scale: Scale, year: int | None) -> Band | None:
    """The worst class of the table valid in a year."""
    table = classification_in(scale, year)
    return table.bands[0] if table and table.bands else None


def same_scheme(scale: Scale, year1: int, year2: int) -> bool | None:
    """Whether figures of two years stand on one scheme and may be compared. `None` when a year's table is unknown.

    Growth over a break of schemes (Indeks RB 2022 to 2023) means nothing and is refused by every caller.
    """
    first, second = classification_in(scale, year1), classification_in(scale, year2)
    return None if first is None or second is None else first is second


def comparable(scale: Scale | None, year1: int, year2: int) -> bool:
    """Whether figures of two years may stand on one line: on one scheme, or where no scheme is known that could have
    changed. Of a scale with tables, a year without one stands alone."""
    return scale is None or not scale.classifications or same_scheme(scale, year1, year2) is True


def change(scale: Scale, first: tuple[int, Decimal], second: tuple[int, Decimal]) -> Decimal | None:
    """Difference between two yearly figures, (year, value) each; `None` over a break of schemes or of unknown ones."""
    return second[1] - first[1] if same_scheme(scale, first[0], second[0]) else None
