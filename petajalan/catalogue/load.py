"""Loading the dated reference data of the catalogue (data/*.yaml) into plain values, without Django.

A mistake in a file is named with file, entry and what is wrong, so that an agency can correct its own copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from petajalan.calc.scales import Scale
from petajalan.catalogue.entries import (
    DATA,
    InvalidReferenceData,
    Refused,
    built,
    no_duplicates,
    one_of,
    only,
    read,
    read_entries,
    texts,
    told_apart,
)
from petajalan.catalogue.scales import DIRECTIONS, scale
from petajalan.regulation.reference import Aliases, KnownIndicator, Reference

KINDS = ("unit", "theme", "term")
SCALES, INDICATORS, ALIASES = "scales.yaml", "indicators.yaml", "aliases.yaml"

__all__ = ["DATA", "InvalidReferenceData", "Refused", "assemble", "load_reference", "national_reference"]


def load_reference(folder: Path = DATA) -> Reference:
    """Read scales.yaml, indicators.yaml and aliases.yaml. Raises `InvalidReferenceData`."""
    return assemble(
        [built(SCALES, entry, scale) for entry in read_entries(folder / SCALES)],
        [built(INDICATORS, entry, indicator) for entry in read_entries(folder / INDICATORS)],
        _read_aliases(folder / ALIASES),
    )


@cache
def national_reference() -> Reference:
    """The reference data that comes with the program, read once."""
    return load_reference()


def assemble(scales: Sequence[Scale], indicators: Sequence[KnownIndicator], aliases: Sequence[Aliases]) -> Reference:
    """Put entries together that were each sound alone. Raises `InvalidReferenceData` where two contradict another."""
    codes = {one.code for one in scales}
    no_duplicates(SCALES, (one.code for one in scales))
    no_duplicates(INDICATORS, (one.code for one in indicators))
    no_duplicates(INDICATORS, (name.casefold() for one in indicators for name in one.names))
    told_apart(INDICATORS, [(name, one.code) for one in indicators for name in one.names])
    for one in indicators:
        if one.scale is not None and one.scale not in codes:
            raise InvalidReferenceData(
                f"{INDICATORS}, {one.code}: skala {one.scale!r} tidak dikenal",
                f"{INDICATORS}, {one.code}: scale {one.scale!r} is not known",
            )
    for kind in KINDS:
        registers = [one for one in aliases if one.kind == kind]
        no_duplicates(ALIASES, (name for one in registers for name in (one.full, *one.short)))
        told_apart(ALIASES, _owned(registers))
    return Reference(tuple(scales), tuple(indicators), tuple(aliases))


def _owned(registers: Iterable[Aliases]) -> list[tuple[str, str]]:
    return [(name, one.full) for one in registers for name in (one.full, *one.short)]


def indicator(entry: dict[str, Any]) -> KnownIndicator:
    """Raises `Refused` or `KeyError`."""
    only(entry, "code names scale direction unit")
    names = texts(entry["names"])
    if not names:
        raise Refused("nama harus berupa daftar teks", "names must be a list of texts")
    direction = entry.get("direction")
    return KnownIndicator(
        code=entry["code"],
        names=names,
        scale=entry.get("scale"),
        direction=None if direction is None else one_of(direction, DIRECTIONS),
        unit=entry.get("unit"),
    )


def aliases(kind: str, full: object, short: object) -> Aliases:
    """A register of names for one thing. Raises `Refused`."""
    if not isinstance(full, str) or not isinstance(short, list) or not all(isinstance(name, str) for name in short):
        raise Refused("setiap nama harus berupa teks", "every name must be a text")
    return Aliases(one_of(kind, frozenset(KINDS)), full, tuple(short))


def _read_aliases(path: Path) -> list[Aliases]:
    content = read(path)
    if not isinstance(content, dict) or not set(content) <= set(KINDS):
        parts = ", ".join(KINDS)
        raise InvalidReferenceData(f"{path.name}: bagiannya {parts}", f"{path.name}: expected the parts {parts}")
    found = []
    for kind, names in content.items():
        for full, short in names.items():
            try:
                found.append(aliases(kind, full, short))
            except Refused as error:
                raise InvalidReferenceData.at(f"{path.name}, {full}", error) from error
    return found
