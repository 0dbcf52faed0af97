"""A scale from an entry of scales.yaml, or from the form of an agency: the same checks for both. Without Django."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Any

from petajalan.calc.scales import Band, Classification, Scale
from petajalan.catalogue.entries import CONFIDENCE, Refused, bounds, one_of, only

DIRECTIONS = frozenset(("higher", "lower", "range"))
COLOURS = frozenset(("good", "warn", "bad", "mute"))
_INTERVAL = re.compile(r"(?P<open>[\[(])\s*(?P<low>[-\d.]*)\s*,\s*(?P<high>[-\d.]*)\s*(?P<close>[\])])")


def scale(entry: dict[str, Any]) -> Scale:
    """Raises `Refused`, `KeyError`, `TypeError` or `InvalidOperation`."""
    only(entry, "code name range printed_ranges levels direction classifications source confidence")
    levels = tuple(entry.get("levels", ()))
    low, high = bounds(entry.get("range", (None, None)))
    return Scale(
        code=entry["code"],
        name=entry["name"],
        low=low,
        high=high,
        levels=levels,
        direction=one_of(entry.get("direction", "higher"), DIRECTIONS),
        classifications=_classifications(entry.get("classifications", ()), levels),
        source=entry["source"],
        confidence=one_of(entry["confidence"], CONFIDENCE),
        printed_ranges=tuple(
            (Decimal(str(first)), Decimal(str(last))) for first, last in entry.get("printed_ranges", ())
        ),
    )


def _classifications(entries: Iterable[dict[str, Any]], levels: tuple[str, ...]) -> tuple[Classification, ...]:
    tables = tuple(_classification(entry, levels) for entry in entries)
    for before, after in pairwise(tables):
        if before.last_year is None or after.first_year is None or before.last_year >= after.first_year:
            raise Refused(
                "tahun berlaku dua tabel bertumpang tindih atau tidak berurutan",
                "the years of two classifications overlap or are not in order",
            )
    return tables


def _classification(entry: dict[str, Any], levels: tuple[str, ...]) -> Classification:
    only(entry, "years range source confidence bands")
    first_year, last_year = entry["years"]
    if first_year is not None and last_year is not None and first_year > last_year:
        raise Refused("tahun pertama lebih besar daripada tahun terakhir", "the first year is after the last")
    low, high = bounds(entry.get("range", (None, None)))
    bands = tuple(_band(*band) for band in entry["bands"])
    if levels:
        if tuple(band.letter for band in bands) != levels:
            raise Refused(
                "kelas skala ordinal harus sama dengan tingkatnya, berurutan",
                "the bands of an ordinal scale must be its levels, in order",
            )
    else:
        _without_gaps(bands)
    confidence = one_of(entry["confidence"], CONFIDENCE)
    return Classification(first_year, last_year, bands, entry["source"], confidence, low, high)


def _band(letter: str | None, label: str, interval: str | None, colour: str) -> Band:
    one_of(colour, COLOURS)
    if interval is None:
        return Band(letter, label, None, None, False, False, colour)
    match = _INTERVAL.fullmatch(interval)
    if match is None:
        raise Refused(
            f'{interval!r} bukan selang seperti "[60, 70)"', f'{interval!r} is not an interval such as "[60, 70)"'
        )
    low = Decimal(match["low"]) if match["low"] else None
    high = Decimal(match["high"]) if match["high"] else None
    if low is not None and high is not None and low > high:
        raise Refused(f"kelas {label!r} berakhir sebelum dimulai", f"the class {label!r} ends before it begins")
    return Band(letter, label, low, high, match["open"] == "[", match["close"] == "]", colour)


def _without_gaps(bands: tuple[Band, ...]) -> None:
    """Each class begins where the one before ends, and the bound between them belongs to exactly one of the two."""
    for below, above in pairwise(bands):
        if below.high is None or below.high != above.low or below.high_inclusive == above.low_inclusive:
            raise Refused(
                f"kelas {below.label!r} dan {above.label!r} bercelah atau bertumpang tindih",
                f"the classes {below.label!r} and {above.label!r} leave a gap or overlap",
            )


def entry(one: Scale) -> dict[str, Any]:
    """The entry that makes this scale, without its code: what an agency starts from when it makes its own version."""
    return {
        "name": one.name,
        "direction": one.direction,
        "source": one.source,
        "confidence": one.confidence,
        **({"levels": list(one.levels)} if one.levels else {"range": [_text(one.low), _text(one.high)]}),
        **(
            {"printed_ranges": [[_text(low), _text(high)] for low, high in one.printed_ranges]}
            if one.printed_ranges
            else {}
        ),
        "classifications": [_table(table, numeric=not one.levels) for table in one.classifications],
    }


def _table(table: Classification, *, numeric: bool) -> dict[str, Any]:
    own = (table.low, table.high) != (None, None)
    return {
        "years": [table.first_year, table.last_year],
        "source": table.source,
        "confidence": table.confidence,
        "bands": [[band.letter, band.label, written(band) if numeric else None, band.colour] for band in table.bands],
        **({"range": [_text(table.low), _text(table.high)]} if own else {}),
    }


def written(band: Band) -> str:
    """ "(60, 70]": a square bracket where the bound belongs to the class."""
    opens, closes = "[" if band.low_inclusive else "(", "]" if band.high_inclusive else ")"
    return f"{opens}{_text(band.low) or ''}, {_text(band.high) or ''}{closes}"


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)
