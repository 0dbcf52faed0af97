"""The class of a figure on its scale, with the whole table beside it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from petajalan.calc.numbers import Reading
from petajalan.calc.scales import Classification, Scale, classification_in, classify
from petajalan.catalogue.display.scales import SchemeTable
from petajalan.catalogue.display.scales import table as scheme_table
from petajalan.catalogue.display.words import is_unconfirmed
from petajalan.planning.display.figures import slot_name
from petajalan.planning.queries.register import Entry, Slot


@dataclass(frozen=True, slots=True)
class GradeBand:
    letter: str
    label: str
    values: str
    colour: str
    holds: tuple[str, ...]  # the figures on it: "Baseline 2022", "Target 2024"


@dataclass(frozen=True, slots=True)
class Grade:
    """`letter` and `label` are of the figure named `about`; the table is the one of its year."""

    scale: Scale
    about: str
    letter: str
    label: str
    colour: str
    table: SchemeTable
    bands: tuple[GradeBand, ...]

    @property
    def unconfirmed(self) -> bool:
        return is_unconfirmed(self.table.confidence)


def grade(entry: Entry, years: tuple[str, ...], scale: Scale | None) -> Grade | None:
    """Of the baseline, or of the first target where the baseline has no class. `None` when no figure has one."""
    if scale is None:
        return None
    slots = [(entry.baseline, entry.indicator.baseline_year), *((entry.target(one), int(one)) for one in years)]
    found = [
        (slot, table, position)
        for slot, year in slots
        if (at := _band_of(slot, scale, year))
        for table, position in [at]
    ]
    if not found:
        return None
    slot, table, position = found[0]
    band = table.bands[position]
    shown = scheme_table(scale, table)
    holds: dict[int, list[str]] = {}
    for other, its_table, its_position in found:
        if its_table is table:
            holds.setdefault(its_position, []).append(slot_name(other, entry.indicator))
    rows = zip(shown.bands, reversed(range(len(table.bands))), strict=True)
    return Grade(
        scale=scale,
        about=slot_name(slot, entry.indicator),
        letter=band.letter or "",
        label=band.label if band.label != band.letter else "",
        colour=band.colour or "mute",
        table=shown,
        bands=tuple(
            GradeBand(one.letter, one.label, one.values, one.colour, tuple(holds.get(at, ()))) for one, at in rows
        ),
    )


def _band_of(slot: Slot, scale: Scale, year: int | None) -> tuple[Classification, int] | None:
    value = _value(slot.reading)
    found = classify(scale, value, year) if value is not None else None
    return (found.classification, found.classification.bands.index(found.band)) if found else None


def _value(read: Reading | None) -> Decimal | str | None:
    if read is None:
        return None
    return read.value if read.value is not None else read.level


def table_of(scale: Scale, year: int | None) -> SchemeTable | None:
    found = classification_in(scale, year) or (scale.classifications[-1] if scale.classifications else None)
    return scheme_table(scale, found) if found else None
