"""Finding the position, unit or group that printed words mean. What is not certain is not matched."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from petajalan.accounts.choices import UnitGroup
from petajalan.accounts.models import Agency, Position, Unit
from petajalan.accounts.names import UnitNames
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Aliases

BRACKETS = re.compile(r"\(([^)]*)\)")
HEAD = "kepala "
# A head of a division is often printed in one word.
SHORT_HEADS = {
    "kabag ": "kepala bagian ",
    "ka bag ": "kepala bagian ",
    "kadis ": "kepala dinas ",
    "kaban ": "kepala badan ",
}
ALL_UNITS = "seluruh perangkat daerah"
GROUPS = {
    **dict.fromkeys((ALL_UNITS, "seluruh kepala perangkat daerah", "seluruh opd", "seluruh pd"), UnitGroup.ALL_UNITS),
    **dict.fromkeys(
        ("camat dan lurah", "camat lurah", "para camat dan lurah", "seluruh camat dan lurah"),
        UnitGroup.DISTRICTS_AND_VILLAGES,
    ),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """What sits in a team: exactly one of the three."""

    position: Position | None = None
    unit: Unit | None = None
    group: str = ""


class Outcome(StrEnum):
    MATCHED = "matched"
    UNKNOWN = "unknown"  # nothing is called so
    AMBIGUOUS = "ambiguous"  # several things are
    NO_HEAD = "no_head"  # the head of a unit is meant, and no position heads that unit


@dataclass(frozen=True, slots=True)
class Match:
    """`candidates`: names to choose from when it is ambiguous, the unit when its head is missing."""

    outcome: Outcome
    seat: Seat | None = None
    candidates: tuple[str, ...] = ()


UNKNOWN = Match(Outcome.UNKNOWN)


class Matcher:
    """Names of an agency on a day, read once, with the usual names of a reference beside them."""

    def __init__(self, agency: Agency, on: date, aliases: Iterable[Aliases] = ()) -> None:
        self._agency = plain(agency.name)
        self._names = UnitNames(agency)
        self._on = on
        self._positions: dict[str, list[Position]] = defaultdict(list)
        self._heads: dict[int, Position] = {}
        for position in Position.objects.filter(agency=agency).open_on(on).select_related("unit"):
            self._positions[position.key].append(position)
            if position.is_head and position.unit_id:
                self._heads[position.unit_id] = position
        self._same: dict[str, set[str]] = defaultdict(set)
        for entry in aliases:
            if entry.kind == "unit":
                keys = {plain(name) for name in (entry.full, *entry.short)}
                for key in keys:
                    self._same[key] |= keys

    def match(self, words: str) -> Match:
        """The agency's own names come before the usual ones, a whole spelling before a part of it."""
        first = UNKNOWN
        for spelling in self._spellings(words):
            for keys in ({spelling}, {spelling} | self._same.get(spelling, set())):
                found = self._match(keys)
                if found.outcome is Outcome.MATCHED:
                    return found
                if first is UNKNOWN:
                    first = found
        return first

    def _spellings(self, words: str) -> Iterator[str]:
        inside = [plain(part) for part in BRACKETS.findall(words)]
        for spelling in (plain(words), plain(BRACKETS.sub(" ", words)), *inside):
            for short, long in SHORT_HEADS.items():
                if spelling.startswith(short):
                    spelling = long + spelling.removeprefix(short)
            yield spelling
            if spelling.endswith(f" {self._agency}"):
                yield spelling.removesuffix(self._agency).strip()

    def _match(self, keys: set[str]) -> Match:
        for key in keys:
            if group := GROUPS.get(key):
                return Match(Outcome.MATCHED, Seat(group=group))
        positions = {one.pk: one for key in keys for one in self._positions.get(key, ())}
        if positions:
            return _only([(one.full_name, Seat(position=one)) for one in positions.values()])
        headed = {unit.pk: unit for key in keys if key.startswith(HEAD) for unit in self._headed(key)}
        if headed:
            return self._head_of(list(headed.values()))
        units = {unit.pk: unit for key in keys for unit in self._units(key)}
        return _only([(unit.name, Seat(unit=unit)) for unit in units.values()]) if units else UNKNOWN

    def _headed(self, key: str) -> list[Unit]:
        rest = key.removeprefix(HEAD)
        return self._units(rest) or [unit for same in self._same.get(rest, ()) for unit in self._units(same)]

    def _head_of(self, units: list[Unit]) -> Match:
        if len(units) == 1 and units[0].pk not in self._heads:
            return Match(Outcome.NO_HEAD, candidates=(units[0].name,))
        heads = [self._heads[unit.pk] for unit in units if unit.pk in self._heads]
        return _only([(head.full_name, Seat(position=head)) for head in heads])

    def _units(self, key: str) -> list[Unit]:
        return [unit for unit in self._names.owners(key) if unit.is_active_on(self._on)]


def _only(found: list[tuple[str, Seat]]) -> Match:
    if len(found) == 1:
        return Match(Outcome.MATCHED, found[0][1])
    return Match(Outcome.AMBIGUOUS, candidates=tuple(sorted(name for name, _seat in found)))
