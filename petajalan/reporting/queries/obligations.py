"""Which unit owes a line for which action in which month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from petajalan.accounts.choices import KINDS_OF_GROUP, UnitGroup
from petajalan.accounts.models import Agency, Unit
from petajalan.calc.quarters import FigureRule, is_active
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import Action
from petajalan.planning.queries.actions import active_in

QUARTERS = (1, 2, 3, 4)


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
    asked = _asked_of(agency, {year for year, _month in months}) if months else []
    found: dict[tuple[int, int, int], frozenset[int]] = {}
    alike: dict[tuple[int, int, frozenset[int]], dict[int, frozenset[int]]] = {}
    for year, month in months:
        first, quarter = date(year, month, 1), (month + 2) // 3
        everybody = frozenset(unit.pk for unit in units if unit.kind in kinds and unit.is_active_on(first))
        key = (year, quarter, everybody)  # the months of a quarter mostly are
        if key not in alike:
            of_quarter = [one for one in asked if one.year == year and quarter in one.quarters]
            alike[key] = _leads(of_quarter, everybody, keys)
        found |= {(unit, year, month): leads for unit, leads in alike[key].items()}
    return found


def _leads(asked: list[_Asked], everybody: frozenset[int], units: set[int]) -> dict[int, frozenset[int]]:
    """Those of the units that report on one of the actions, with who leads these."""
    found: dict[int, set[int]] = defaultdict(set)
    for one in asked:
        for unit in units.intersection(implementers(one.all_units, one.named, everybody, one.coordinator)):
            found[unit].add(one.coordinator)
    return {unit: frozenset(leads) for unit, leads in found.items()}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A planned action as far as reports are asked for it. `named`: keys of the units that are named for it."""

    year: int
    coordinator: int
    all_units: bool
    quarters: frozenset[int]
    named: set[int]


def _asked_of(agency: Agency, years: set[int]) -> list[_Asked]:
    """A row for each pair of an action and a unit that is named for it, in one query."""
    found: dict[int, _Asked] = {}
    columns = ("pk", "plan__year", "plan__coordinator", "all_units", "named_implementers__unit", "figure_rule")
    figures = [f"{what}_q{quarter}" for what in ("target", "budget") for quarter in QUARTERS]
    rows = _planned(agency, years).order_by().values_list(*columns, *figures)
    for key, year, coordinator, all_units, named, rule, *numbers in rows:
        one = found.get(key)
        if one is None:
            targets, budgets, by = numbers[:4], numbers[4:], FigureRule(rule)
            active = frozenset(quarter for quarter in QUARTERS if is_active(by, targets, budgets, quarter))
            one = found[key] = _Asked(year, coordinator, all_units, active, set())
        if named is not None:
            one.named.add(named)
    return list(found.values())


def carries_out(unit: int, action: Action, all_units: set[int]) -> bool:
    """Whether the unit reports on the action; `all_units`: keys of those that "all units" means that day."""
    named = {one.unit_id for one in action.named_implementers.all()}
    return unit in implementers(action.all_units, named, all_units, action.plan.coordinator_id)


def implementers(of_all: bool, named: set[int], all_units: Set[int], coordinator: int) -> Set[int]:
    """Keys of the units that report on an action. Where nobody is named, the coordinator does it itself."""
    if of_all:
        return named | all_units
    return named or {coordinator}
