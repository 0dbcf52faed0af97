"""Goals and objectives with their indicators, the local ones beside the national ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from petajalan.regulation.data import Goal, IndicatorRow, Objective, Printed
from petajalan.regulation.recognise.indicators import indicators
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.recognise.rows import Group, KnownRow, KnownTable

_OWNERS = ("name", "national_name")


class _Owner(NamedTuple):
    name: Printed | None
    national_name: Printed | None
    indicators: tuple[IndicatorRow, ...]
    number: Printed | None


def goals(tables: Iterable[KnownTable], combined: Iterable[KnownTable]) -> tuple[Goal, ...]:
    """From the tables of goals, and from the goal column of tables that print goals and objectives together."""
    found: list[_Owner] = []
    for known in tables:
        for group in known.groups(_OWNERS):
            _join(found, _owner(known, group, group.rows))
    for known in combined:
        for group in known.groups(("goal",)):
            own = indicators(known, [row for row in group.rows if _is_of_goal(row)])
            if name := group.first.printed("goal"):
                _join(found, _Owner(name, None, own, None))
    return tuple(Goal(*owner) for owner in found)


def objectives(tables: Iterable[KnownTable]) -> tuple[Objective, ...]:
    """Objectives of one name in several tables are one; a table that begins without a name continues the one before."""
    found: list[_Owner] = []
    for known in tables:
        for group in known.groups(_OWNERS):
            owner = _owner(known, group, [row for row in group.rows if not _is_of_goal(row)])
            if owner.name or owner.national_name or owner.indicators:
                _join(found, owner)
    return tuple(Objective(*owner) for owner in found)


def _is_of_goal(row: KnownRow) -> bool:
    """Whether a row of a combined table holds an indicator of the goal: it names one, and no objective."""
    return row.cell("goal") is not None and row.cell("name") is None


def _owner(known: KnownTable, group: Group, rows: Iterable[KnownRow]) -> _Owner:
    name, national = (group.first.printed(owner) for owner in _OWNERS)
    if name is None and national is None and group.headings:
        name = group.headings[-1]
    return _Owner(name, national, indicators(known, rows), group.first.printed("no"))


def _join(found: list[_Owner], new: _Owner) -> None:
    for at, owner in enumerate(found):
        nameless = new.name is None and new.national_name is None
        if (nameless and at == len(found) - 1) or _is_same(owner, new):
            found[at] = owner._replace(indicators=(*owner.indicators, *new.indicators))
            return
    found.append(new)


def _is_same(one: _Owner, other: _Owner) -> bool:
    if one.name is None or other.name is None:
        return False
    return plain(one.name.text) == plain(other.name.text)
