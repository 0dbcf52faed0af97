"""Which unit owes a line for which action in which month."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q, QuerySet

from petajalan.accounts.choices import KINDS_OF_GROUP, UnitGroup
from petajalan.accounts.models import Agency, Unit
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import Action
from petajalan.planning.queries.actions import active_in


def active_actions(agency: Agency, year: int, quarter: int) -> list[Action]:
    """Planned actions that have something to do or to spend in the quarter."""
    return [one for one in planned(agency, year) if active_in(one, quarter)]


def planned(agency: Agency, year: int) -> list[Action]:
    """Actions of plans that are or were approved, with plan and implementers."""
    found = _planned(agency, {year}).select_related("plan__coordinator").prefetch_related("named_implementers")
    return list(found.order_by("plan__coordinator__name", "position"))


def _planned(agency: Agency, years: set[int]) -> QuerySet[Action]:
    found: QuerySet[Action] = Action.objects.filter(agency=agency, plan__year__in=years, withdrawn=False)
    return found.filter(Q(plan__status=ActionPlanStatus.APPROVED) | Q(plan__revision__gt=1))


def actions_of(unit: Unit, year: int, month: int, *, all_units: set[int] | None = None) -> list[Action]:
    """The actions that the unit reports on in that month."""
    return by_unit(unit.agency, year, month, [unit], all_units=all_units)[unit.pk]


def by_unit(
    agency: Agency, year: int, month: int, units: list[Unit], *, all_units: set[int] | None = None
) -> dict[int, list[Action]]:
    """The same for several units, with as many queries as for one. `all_units`: those that "all units" means."""
    if all_units is None:
        all_units = set(Unit.objects.all_units(agency, date(year, month, 1)).values_list("pk", flat=True))
    actions = active_actions(agency, year, (month + 2) // 3)
    return {unit.pk: [one for one in actions if carries_out(unit.pk, one, all_units)] for unit in units}


def owing_months(
    agency: Agency, units: list[Unit], months: list[tuple[int, int]]
) -> dict[tuple[int, int, int], frozenset[int]]:
    """Which of the units owe a report in which of the months, as unit, year, month: with the keys of the units that
    lead the actions in it. One query, however many months."""
    kinds = KINDS_OF_GROUP[UnitGroup.ALL_UNITS]
    keys = {unit.pk for unit in units}
    actions = _with_named(agency, {year for year, _month in months}) if months else []
    found: dict[tuple[int, int, int], set[int]] = {}
    for year, month in months:
        first, quarter = date(year, month, 1), (month + 2) // 3
        everybody = {unit.pk for unit in units if unit.kind in kinds and unit.is_active_on(first)}
        for action, named in actions:
            if action.plan.year == year and active_in(action, quarter):
                for unit in _implementers(action, named, everybody) & keys:
                    found.setdefault((unit, year, month), set()).add(action.plan.coordinator_id)
    return {key: frozenset(coordinators) for key, coordinators in found.items()}


def _with_named(agency: Agency, years: set[int]) -> list[tuple[Action, set[int]]]:
    """Planned actions with the keys of the units named for them: a row for each pair, in one query."""
    found: dict[int, tuple[Action, set[int]]] = {}
    rows = _planned(agency, years).select_related("plan").annotate(named=F("named_implementers__unit"))
    for row in rows.order_by():
        named = found.setdefault(row.pk, (row, set()))[1]
        if row.named is not None:
            named.add(row.named)
    return list(found.values())


def carries_out(unit: int, action: Action, all_units: set[int]) -> bool:
    """Whether the unit reports on the action; `all_units`: keys of those that "all units" means that day."""
    return unit in _implementers(action, {one.unit_id for one in action.named_implementers.all()}, all_units)


def _implementers(action: Action, named: set[int], all_units: set[int]) -> set[int]:
    """Keys of the units that report on the action. Where nobody is named, the coordinator does it itself."""
    if action.all_units:
        return named | all_units
    return named or {action.plan.coordinator_id}
