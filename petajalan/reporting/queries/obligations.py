"""Which unit owes a line for which action in which month."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

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
    return list(
        Action.objects.filter(agency=agency, plan__year=year, withdrawn=False)
        .filter(Q(plan__status=ActionPlanStatus.APPROVED) | Q(plan__revision__gt=1))
        .select_related("plan__coordinator")
        .prefetch_related("named_implementers")
        .order_by("plan__coordinator__name", "position")
    )


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


def owing_months(agency: Agency, units: list[Unit], months: list[tuple[int, int]]) -> set[tuple[int, int, int]]:
    """Which of the units owe a report in which of the months, as unit, year, month. Two queries a year."""
    kinds = KINDS_OF_GROUP[UnitGroup.ALL_UNITS]
    found = set()
    for year in {year for year, _month in months}:
        actions = planned(agency, year)
        for of, month in months:
            if of != year:
                continue
            first, quarter = date(year, month, 1), (month + 2) // 3
            everybody = {unit.pk for unit in units if unit.kind in kinds and unit.is_active_on(first)}
            active = [one for one in actions if active_in(one, quarter)]
            found |= {
                (unit.pk, year, month) for unit in units if any(carries_out(unit.pk, one, everybody) for one in active)
            }
    return found


def carries_out(unit: int, action: Action, all_units: set[int]) -> bool:
    """Whether the unit reports on the action; `all_units`: keys of those that "all units" means that day."""
    named = {one.unit_id for one in action.named_implementers.all()}
    # Nobody is named: the coordinator does it itself.
    return (
        unit in named
        or (action.all_units and unit in all_units)
        or (not named and not action.all_units and unit == action.plan.coordinator_id)
    )
