"""The register of aliases, and the cells in which names of units, themes, indicators and teams stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.text.slips import is_name_slip
from petajalan.regulation.recognise.names import CLOSE, plain, similarity
from petajalan.regulation.reference import Aliases, Reference


@dataclass(frozen=True, slots=True)
class Known:
    """A printed name found in the register; `exact` is false when it is there but for a slip of the pen."""

    entry: Aliases
    exact: bool


class Register:
    """Looks printed names of one kind up."""

    def __init__(self, reference: Reference, kind: str) -> None:
        self._entries: dict[str, Aliases] = {}
        self._by_letter: dict[str, list[str]] = {}
        self._found: dict[str, Known | None] = {}
        for entry in reference.aliases:
            if entry.kind == kind:
                for name in (entry.full, *entry.short):
                    self._entries.setdefault(plain(name), entry)
        for name in self._entries:
            self._by_letter.setdefault(name[:1], []).append(name)

    def find(self, name: str) -> Known | None:
        folded = plain(name)
        if folded not in self._found:
            self._found[folded] = self._look_up(folded)
        return self._found[folded]

    def _look_up(self, folded: str) -> Known | None:
        if folded in self._entries:
            return Known(self._entries[folded], True)
        near = (name for name in self._by_letter.get(folded[:1], ()) if _nearly(folded, name))
        return next((Known(self._entries[name], False) for name in near), None)

    def __contains__(self, name: str) -> bool:
        return plain(name) in self._entries


def _nearly(one: str, other: str) -> bool:
    if " " not in one and " " not in other:
        return is_name_slip(one, other)
    if abs(len(one) - len(other)) > 4 or min(len(one), len(other)) < 12 or _numbers(one) != _numbers(other):
        return False
    return similarity(one, other) >= max(CLOSE, 0.93)


def _numbers(name: str) -> list[str]:
    return re.findall(r"\b(?:[ivx]+|\d+)\b", name)


def name_places(data: RegulationData) -> frozenset[tuple[object, ...]]:
    """The places of all names in tables, for rules on ordinary words to leave out."""
    return frozenset(place_key(place) for place in _name_places(data))


def place_key(place: Place) -> tuple[object, ...]:
    return (place.line, place.page, place.table, place.row, place.column)


def _name_places(data: RegulationData) -> Iterator[Place]:
    road_map = data.road_map
    for row in road_map.indicators():
        for printed in (row.name, row.coordinator, row.implementers):
            if printed is not None:
                yield printed.place
    for theme in road_map.themes:
        yield theme.name.place
    for team in road_map.teams:
        yield team.name.place
        for member in team.members:
            yield member.position.place
