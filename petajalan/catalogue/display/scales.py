"""A scale as its page draws it: one table for each scheme, each with its bar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from petajalan.calc.scales import Band, Classification, Scale, classify
from petajalan.catalogue.display import words
from petajalan.common.templatetags.petajalan import num
from petajalan.regulation.reference import KnownIndicator, Reference

LETTER = 2.4  # percent of a phone's bar that one letter or digit takes


@dataclass(frozen=True, slots=True)
class Segment:
    """A class on the bar, in percent of its width: "12.5"."""

    at: str
    width: str
    middle: str
    colour: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A bound under the bar. `lower` puts it into the second row, where the one before stands too near."""

    at: str
    anchor: str
    text: str
    lower: bool


@dataclass(frozen=True, slots=True)
class Bar:
    segments: tuple[Segment, ...]
    marks: tuple[Mark, ...]

    @property
    def two_rows(self) -> bool:
        return any(mark.lower for mark in self.marks)


@dataclass(frozen=True, slots=True)
class BandRow:
    letter: str
    label: str
    values: str
    colour: str


@dataclass(frozen=True)
class SchemeTable:
    """The classes of one scheme, the best at the top."""

    years: str
    range: str
    first_year: int | None
    source: str
    confidence: str
    bands: tuple[BandRow, ...]
    scale: Scale
    classes: Classification

    @cached_property
    def bar(self) -> Bar | None:
        """`None` for levels without numbers."""
        return None if self.scale.levels else bar(self.classes.bands, *_bounds(self.scale, self.classes))

    @property
    def lettered(self) -> bool:
        return any(band.letter for band in self.bands)


@dataclass(frozen=True, slots=True)
class ScaleLine:
    """A scale in the list. `current` is its newest table."""

    scale: Scale
    own: bool
    replaces: bool
    range: str
    current: SchemeTable | None

    @property
    def unconfirmed(self) -> bool:
        return words.is_unconfirmed(self.current.confidence if self.current else self.scale.confidence)


def lines(national: Reference, merged: Reference) -> list[ScaleLine]:
    """All scales of an agency by name."""
    known = {one.code: one for one in national.scales}
    found = []
    for one in merged.scales:
        current = table(one, one.classifications[-1]) if one.classifications else None
        found.append(
            ScaleLine(
                scale=one,
                own=known.get(one.code) is not one,
                replaces=one.code in known and known[one.code] is not one,
                range=current.range if current else words.scale_range(one),
                current=current,
            )
        )
    return sorted(found, key=lambda line: line.scale.name.casefold())


def tables(scale: Scale) -> list[SchemeTable]:
    """The newest scheme first."""
    return [table(scale, one) for one in reversed(scale.classifications)]


def table(scale: Scale, one: Classification) -> SchemeTable:
    return SchemeTable(
        years=words.years(one.first_year, one.last_year),
        range=words.value_range(*_bounds(scale, one)) or words.scale_range(scale),
        first_year=one.first_year,
        source=one.source,
        confidence=one.confidence,
        bands=tuple(_row(band) for band in reversed(one.bands)),
        scale=scale,
        classes=one,
    )


def _bounds(scale: Scale, one: Classification) -> tuple[Decimal | None, Decimal | None]:
    """The range of the table, or the scale's own."""
    return (one.low, one.high) if (one.low, one.high) != (None, None) else (scale.low, scale.high)


def _row(band: Band) -> BandRow:
    letter = band.letter or ""
    return BandRow(letter, band.label if band.label != letter else "", words.band(band), band.colour or "mute")


def bar(bands: Sequence[Band], low: Decimal | None, high: Decimal | None) -> Bar | None:
    """The classes to scale. An open end is drawn as wide as the classes between are on average."""
    inner = [band.high for band in bands[:-1] if band.high is not None]
    if not inner or len(inner) != len(bands) - 1:
        return None
    usual = _usual_width(inner, low, high)
    start = inner[0] - usual if low is None else low
    end = inner[-1] + usual if high is None else high
    if not start < inner[0] or end < inner[-1]:
        return None
    cuts = [start, *inner, end]
    places = [float((cut - start) / (end - start) * 100) for cut in cuts]
    segments = tuple(
        _segment(band, left, right) for band, (left, right) in zip(bands, pairwise(places), strict=True) if right > left
    )
    told = [(num(cut), place) for cut, place in zip(cuts, places, strict=True)]
    return Bar(segments, tuple(_marks(told[low is None : None if high is not None else -1])))


def _usual_width(inner: Sequence[Decimal], low: Decimal | None, high: Decimal | None) -> Decimal:
    known = [bound for bound in (low, *inner, high) if bound is not None]
    return (known[-1] - known[0]) / (len(known) - 1) if len(known) > 1 else Decimal(1)


def _segment(band: Band, start: float, end: float) -> Segment:
    width = end - start
    text = next((text for text in (band.letter, band.label) if text and width >= LETTER * len(text) + 1), "")
    return Segment(_percent(start), _percent(width), _percent(start + width / 2), band.colour or "mute", text)


def _marks(told: Iterable[tuple[str, float]]) -> Iterator[Mark]:
    """A number that would touch the one before it stands in the second row; where neither has room it is left out."""
    ends = {False: -100.0, True: -100.0}
    for text, place in told:
        width = LETTER * len(text)
        anchor = "start" if place == 0 else "end" if place == 100 else "middle"
        begins = place - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        row = next((lower for lower in (False, True) if begins > ends[lower] + 1), None)
        if row is not None:
            ends[row] = begins + width
            yield Mark(_percent(place), anchor, text, row)


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def users(scale: Scale, reference: Reference) -> list[KnownIndicator]:
    """The indicators measured on a scale."""
    found = [one for one in reference.indicators if one.scale == scale.code]
    return sorted(found, key=lambda one: one.names[0].casefold())


@dataclass(frozen=True, slots=True)
class Tried:
    """What a value is on a scale: `band` with its table, or why there is none ("no_table", "no_class")."""

    value: str
    year: int
    band: BandRow | None
    table: SchemeTable | None
    why: str


def tried(scale: Scale, value: Decimal | str, printed: str, year: int) -> Tried:
    found = classify(scale, value, year)
    if found is not None:
        return Tried(printed, year, _row(found.band), table(scale, found.classification), "")
    covered = any(one.covers(year) for one in scale.classifications)
    return Tried(printed, year, None, None, "no_class" if covered else "no_table")
