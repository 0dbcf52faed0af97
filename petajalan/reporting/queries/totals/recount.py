"""Everything of a year from the rows that people wrote, and where what is stored says something else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from petajalan.accounts.models import Agency
from petajalan.calc.totals import kept
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.models import Achievement
from petajalan.reporting.queries.totals.actions import computed_actions
from petajalan.reporting.queries.totals.groups import Member, Members, computed_groups, with_work
from petajalan.reporting.queries.totals.indicators import computed_indicators
from petajalan.reporting.queries.totals.structure import QUARTERS, Structure, structure_of
from petajalan.reporting.queries.totals.values import NUMBERS, Computed


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored achievement that is not what its rows make. `stored` or `computed` is `None` where there is none."""

    quarter: int
    kind: str
    key: str
    field: str
    stored: object
    computed: object


def recount(agency: Agency, year: int) -> list[Computed]:
    """All achievements of a year. Nothing is read from what is stored of them."""
    structure = structure_of(agency, year)
    actions, indicators = computed_actions(structure), computed_indicators(structure)
    found: list[Computed] = []
    for quarter in QUARTERS:
        own = [one for one in (*actions, *indicators) if one.quarter == quarter]
        found += completed(structure, quarter, own, members_of(own), structure.all_groups)
    return found


def completed(
    structure: Structure, quarter: int, own: Sequence[Computed], members: Members, groups: Iterable[Any]
) -> list[Computed]:
    """Actions and indicators of a quarter, the latter with their actions, and the groups."""
    actions = [one for one in own if one.kind == SubjectKind.ACTION]
    indicators = [with_work(structure, one, members) for one in own if one.kind == SubjectKind.INDICATOR]
    return [*actions, *indicators, *computed_groups(structure, quarter, groups, members)]


def members_of(computed: Iterable[Computed]) -> dict[tuple[str, str], Member]:
    return {(one.kind, one.key): Member.of(one) for one in computed}


def differences(agency: Agency, year: int) -> list[Difference]:
    """Where stored and recounted achievements of a year part; none when they are equal."""
    wanted = {one.identity: one.columns() for one in recount(agency, year)}
    stored = {
        (row.quarter, row.kind, row.key): row for row in Achievement.objects.filter(agency=agency, year=year).order_by()
    }
    found = []
    for identity in sorted({*wanted, *stored}):
        quarter, kind, key = identity
        row, columns = stored.get(identity), wanted.get(identity)
        if row is None or columns is None:
            found.append(Difference(quarter, kind, key, "row", row and "", columns and ""))
            continue
        for name in changed(row, columns):
            found.append(Difference(quarter, kind, key, name, getattr(row, name), columns[name]))
    return found


def changed(row: Achievement, columns: dict[str, Any]) -> list[str]:
    """Names of the columns in which the row says something else."""
    return [name for name, value in columns.items() if _stored(row, name) != value]


def _stored(row: Achievement, name: str) -> object:
    value = getattr(row, name)
    return kept(value) if name in NUMBERS else value
