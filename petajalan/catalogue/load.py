"""Loading the dated reference data of the catalogue (data/*.yaml) into plain values, without Django.

A mistake in a file is named with file, entry and what is wrong, so that an agency can correct its own copy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml

from petajalan.calc.scales import Band, Classification, Scale
from petajalan.regulation.reference import Aliases, KnownIndicator, Reference

DATA = Path(__file__).parent / "data"
CONFIDENCE = frozenset("PSCNDIM")
DIRECTIONS = frozenset(("higher", "lower", "range"))
COLOURS = frozenset(("good", "warn", "bad", "mute"))
T = TypeVar("T")
KINDS = ("unit", "theme", "term")
_INTERVAL = re.compile(r"(?P<open>[\[(])\s*(?P<low>[-\d.]*)\s*,\s*(?P<high>[-\d.]*)\s*(?P<close>[\])])")
_ABBREVIATION = re.compile(r"\([A-Z0-9/!-]+\)")


class InvalidReferenceData(ValueError):
    """A data file of the catalogue is damaged; the message says where and why."""


def load_reference(folder: Path = DATA) -> Reference:
    """Read scales.yaml, indicators.yaml and aliases.yaml. Raises `InvalidReferenceData`."""
    scales = tuple(_built("scales.yaml", entry, _scale) for entry in _entries(folder / "scales.yaml"))
    _no_duplicates("scales.yaml", (scale.code for scale in scales))
    codes = {scale.code for scale in scales}
    indicators = tuple(_built("indicators.yaml", entry, _indicator) for entry in _entries(folder / "indicators.yaml"))
    _no_duplicates("indicators.yaml", (indicator.code for indicator in indicators))
    _no_duplicates("indicators.yaml", (name.casefold() for indicator in indicators for name in indicator.names))
    _told_apart("indicators.yaml", [(name, entry.code) for entry in indicators for name in entry.names])
    for indicator in indicators:
        if indicator.scale is not None and indicator.scale not in codes:
            raise InvalidReferenceData(f"indicators.yaml, {indicator.code}: scale {indicator.scale!r} is not known")
    return Reference(scales, indicators, _aliases(folder / "aliases.yaml"))


def _read(path: Path) -> object:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_bytes(), Loader=loader)  # noqa: S506 - both loaders are the safe ones
    except (OSError, yaml.YAMLError) as error:
        raise InvalidReferenceData(f"{path.name}: {error}") from error


def _entries(path: Path) -> list[dict[str, Any]]:
    content = _read(path)
    if not isinstance(content, list) or not all(isinstance(entry, dict) and "code" in entry for entry in content):
        raise InvalidReferenceData(f"{path.name}: expected a list of entries that each have a code")
    return cast("list[dict[str, Any]]", content)


def _built(file: str, entry: dict[str, Any], build: Callable[[dict[str, Any]], T]) -> T:
    try:
        return build(entry)
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        what = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
        raise InvalidReferenceData(f"{file}, {entry['code']}: {what}") from error


def _no_duplicates(file: str, values: Iterable[str]) -> None:
    seen = set()
    for value in values:
        if value in seen:
            raise InvalidReferenceData(f"{file}: {value!r} is there twice")
        seen.add(value)


def _told_apart(file: str, names: Iterable[tuple[str, str]]) -> None:
    """Names are compared without case, punctuation and bracketed abbreviations; two things may not share one then."""
    owners: dict[str, tuple[str, str]] = {}
    for name, owner in names:
        folded = " ".join(re.findall(r"\w+", _ABBREVIATION.sub(" ", name).casefold()))
        other = owners.setdefault(folded, (name, owner))
        if other[1] != owner:
            raise InvalidReferenceData(f"{file}: {name!r} of {owner} cannot be told from {other[0]!r} of {other[1]}")


def _scale(entry: dict[str, Any]) -> Scale:
    _only(entry, "code name range printed_ranges levels direction classifications source confidence")
    levels = tuple(entry.get("levels", ()))
    low, high = _range(entry.get("range", (None, None)))
    return Scale(
        code=entry["code"],
        name=entry["name"],
        low=low,
        high=high,
        levels=levels,
        direction=_one_of(entry.get("direction", "higher"), DIRECTIONS),
        classifications=_classifications(entry.get("classifications", ()), levels),
        source=entry["source"],
        confidence=_one_of(entry["confidence"], CONFIDENCE),
        printed_ranges=tuple(
            (Decimal(str(first)), Decimal(str(last))) for first, last in entry.get("printed_ranges", ())
        ),
    )


def _classifications(entries: Iterable[dict[str, Any]], levels: tuple[str, ...]) -> tuple[Classification, ...]:
    tables = tuple(_classification(entry, levels) for entry in entries)
    for before, after in pairwise(tables):
        if before.last_year is None or after.first_year is None or before.last_year >= after.first_year:
            raise ValueError("the years of two classifications overlap or are not in order")
    return tables


def _classification(entry: dict[str, Any], levels: tuple[str, ...]) -> Classification:
    _only(entry, "years range source confidence bands")
    first_year, last_year = entry["years"]
    low, high = _range(entry.get("range", (None, None)))
    bands = tuple(_band(*band) for band in entry["bands"])
    if levels:
        if tuple(band.letter for band in bands) != levels:
            raise ValueError("the bands of an ordinal scale must be its levels, in order")
    else:
        _without_gaps(bands)
    confidence = _one_of(entry["confidence"], CONFIDENCE)
    return Classification(first_year, last_year, bands, entry["source"], confidence, low, high)


def _band(letter: str | None, label: str, interval: str | None, colour: str) -> Band:
    _one_of(colour, COLOURS)
    if interval is None:
        return Band(letter, label, None, None, False, False, colour)
    match = _INTERVAL.fullmatch(interval)
    if match is None:
        raise ValueError(f'{interval!r} is not an interval such as "[60, 70)"')
    low = Decimal(match["low"]) if match["low"] else None
    high = Decimal(match["high"]) if match["high"] else None
    return Band(letter, label, low, high, match["open"] == "[", match["close"] == "]", colour)


def _without_gaps(bands: tuple[Band, ...]) -> None:
    """Each class begins where the one before ends, and the bound between them belongs to exactly one of the two."""
    for below, above in pairwise(bands):
        if below.high is None or below.high != above.low or below.high_inclusive == above.low_inclusive:
            raise ValueError(f"the classes {below.label!r} and {above.label!r} leave a gap or overlap")


def _range(bounds: Iterable[object]) -> tuple[Decimal | None, Decimal | None]:
    low, high = (None if bound is None else Decimal(str(bound)) for bound in bounds)
    if low is not None and high is not None and low >= high:
        raise ValueError("the range is empty")
    return low, high


def _indicator(entry: dict[str, Any]) -> KnownIndicator:
    _only(entry, "code names scale direction unit")
    names = tuple(entry["names"])
    if not names or not all(isinstance(name, str) for name in names):
        raise ValueError("names must be a list of texts")
    direction = entry.get("direction")
    return KnownIndicator(
        code=entry["code"],
        names=names,
        scale=entry.get("scale"),
        direction=None if direction is None else _one_of(direction, DIRECTIONS),
        unit=entry.get("unit"),
    )


def _aliases(path: Path) -> tuple[Aliases, ...]:
    content = _read(path)
    if not isinstance(content, dict) or not set(content) <= set(KINDS):
        raise InvalidReferenceData(f"{path.name}: expected the parts {', '.join(KINDS)}")
    registers = tuple(
        Aliases(kind, full, tuple(short)) for kind, names in content.items() for full, short in names.items()
    )
    for register in registers:
        if not all(isinstance(name, str) for name in (register.full, *register.short)):
            raise InvalidReferenceData(f"{path.name}, {register.full}: every name must be a text")
    for kind in KINDS:
        names = (name for register in registers if register.kind == kind for name in (register.full, *register.short))
        _no_duplicates(path.name, names)
        owned = [(name, entry.full) for entry in registers if entry.kind == kind for name in (entry.full, *entry.short)]
        _told_apart(path.name, owned)
    return registers


def _one_of(value: str, allowed: frozenset[str]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is not one of {', '.join(sorted(allowed))}")
    return value


def _only(entry: Mapping[str, object], keys: str) -> None:
    unknown = set(entry) - set(keys.split())
    if unknown:
        raise ValueError(f"unknown key {', '.join(sorted(unknown))}")
