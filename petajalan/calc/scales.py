"""Scales, their classification tables by year, and classifying a value by the table valid in its measurement year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Band:
    """One class of a scale. Bounds are `None` where open; `low_inclusive` / `high_inclusive` say whether the bound
    itself belongs to the class."""

    letter: str | None
    label: str
    low: Decimal | None
    high: Decimal | None
    low_inclusive: bool
    high_inclusive: bool
    colour: str | None = None  # a sentiment role: "good", "warn", "bad", "mute"


@dataclass(frozen=True, slots=True)
class Classification:
    """The bands in force for measurement years `first_year`..`last_year` (either may be open), from the worst to the
    best, with their source and confidence mark ("P", "S", "C", "N", "D", "I", "M": see docs/formulas.md)."""

    first_year: int | None
    last_year: int | None
    bands: tuple[Band, ...]
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A named scale. Ordinal scales have `levels` from the lowest to the highest and no numeric bounds."""

    code: str
    name: str
    low: Decimal | None
    high: Decimal | None
    levels: tuple[str, ...]
    direction: str  # "higher" or "lower" is better
    classifications: tuple[Classification, ...]
    source: str
    confidence: str
