"""Achievements are kept, and brought up to date in the transaction that changes what they are made of.

`refresh_line` and `refresh_indicator` follow one accepted line or one measurement upwards; `refresh_year` makes
everything anew after a plan changed. All give the same as a recount from the rows (`queries.totals.recount`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from petajalan.accounts.models import Agency
from petajalan.planning.models import Action, ActionPlan
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.models import Achievement, Measurement, ProgressLine
from petajalan.reporting.queries.totals.actions import computed_actions
from petajalan.reporting.queries.totals.groups import Member
from petajalan.reporting.queries.totals.indicators import computed_indicators
from petajalan.reporting.queries.totals.recount import changed, completed, members_of, recount
from petajalan.reporting.queries.totals.structure import Key, Structure, structure_of
from petajalan.reporting.queries.totals.values import Computed

SEEN = ("kind", "key", "percent", "reason", "budget", "absorbed", "provisional", "simulated")


@transaction.atomic
def refresh_line(*, line: ProgressLine) -> None:
    """What one line of a report moves: its action from its quarter on, its indicator, and their groups."""
    report = line.report
    structure = _held(report.agency, report.year)
    if not _is_counted(structure):
        _write(structure, recount(report.agency, report.year), replace_all=True)
        return
    actions = [one for one in structure.actions if one.pk == line.action_id]
    _follow(structure, range(report.quarter, 5), actions=actions)


@transaction.atomic
def refresh_indicator(*, agency: Agency, indicator_key: UUID, year: int, quarter: int) -> None:
    """What a measurement moves: its indicator from its quarter on, and the groups that hold it.

    Call it after each write to a `Measurement`, inside the same transaction.
    """
    structure = _held(agency, year)
    if not _is_counted(structure):
        _write(structure, recount(agency, year), replace_all=True)
        return
    key = structure.aliases.get(indicator_key)
    if key is not None:
        _follow(structure, range(quarter, 5), indicators=[key])


@transaction.atomic
def refresh_year(*, agency: Agency, year: int) -> int:
    """Everything of a year; gives how many rows were written or removed."""
    structure = _held(agency, year)
    return _write(structure, recount(agency, year), replace_all=True)


def refresh_plan(*, agency: Agency, year: int | None = None) -> None:
    """After an action plan (of that `year`) was approved, or (`None`) another road map came into force, or the units of
    the agency are others than before."""
    for one in [year] if year is not None else years_of(agency):
        refresh_year(agency=agency, year=one)


def years_of(agency: Agency) -> list[int]:
    """Years in which something was planned, measured or counted."""
    of = {"agency": agency}
    found = (
        set(model.objects.filter(**of).order_by().values_list("year", flat=True).distinct())
        for model in (ActionPlan, Measurement, Achievement)
    )
    return sorted(set().union(*found))


def _held(agency: Agency, year: int) -> Structure:
    """The structure, read once nobody else refreshes this agency: two lines accepted at the same moment both count."""
    Agency.objects.select_for_update(no_key=True, of=("self",)).get(pk=agency.pk)
    return structure_of(agency, year)


def _is_counted(structure: Structure) -> bool:
    return Achievement.objects.filter(agency=structure.agency, year=structure.year).exists()


def _follow(
    structure: Structure, quarters: Iterable[int], *, actions: Sequence[Action] = (), indicators: Sequence[str] = ()
) -> None:
    chosen = list(quarters)
    moved = computed_actions(structure, chosen, actions) if actions else []
    # An indicator carries the mean of its actions beside its own achievement: it moves with them.
    above = dict.fromkeys([*indicators, *(structure.indicator_of(one) for one in actions)])
    moved += computed_indicators(structure, chosen, list(above))
    stored = Achievement.objects.filter(
        agency=structure.agency, year=structure.year, quarter__in=chosen,
        kind__in=[SubjectKind.ACTION, SubjectKind.INDICATOR],
    ).order_by()  # fmt: skip
    known: dict[int, dict[Key, Member]] = {quarter: {} for quarter in chosen}
    for quarter, kind, key, *rest in stored.values_list("quarter", *SEEN):
        known[quarter][kind, key] = Member(*rest)
    units = [(SubjectKind.UNIT.value, str(one.plan.coordinator_id)) for one in actions]
    groups = [key for key in structure.all_groups if key in units or above.keys() & {*structure.groups.get(key, ())}]
    found: list[Computed] = []
    for quarter in chosen:
        own = [one for one in moved if one.quarter == quarter]
        found += completed(structure, quarter, own, known[quarter] | members_of(own), groups)
    _write(structure, found)


def _write(structure: Structure, computed: Sequence[Computed], *, replace_all: bool = False) -> int:
    """Store what differs from what is there; with `replace_all` rows that nothing makes any more go."""
    rows = Achievement.objects.filter(agency=structure.agency, year=structure.year)
    if not replace_all:
        keys = {one.key for one in computed}
        rows = rows.filter(key__in=keys, quarter__in={one.quarter for one in computed})
    there = {(row.quarter, row.kind, row.key): row for row in rows.order_by()}
    other = []
    for one in computed:
        columns = one.columns()
        row = there.pop(one.identity, None)
        if row is None or changed(row, columns):
            other.append(Achievement(agency=structure.agency, year=structure.year, **columns))
    identity = ("agency", "year", "quarter", "kind", "key")
    if other:
        Achievement.objects.bulk_create(
            other,
            batch_size=200,
            update_conflicts=True,
            unique_fields=identity,
            update_fields=[name for name in computed[0].columns() if name not in identity],
        )
    gone = [row.pk for row in there.values()] if replace_all else []
    if gone:
        Achievement.objects.filter(Q(agency=structure.agency), pk__in=gone).delete()
    return len(other) + len(gone)
