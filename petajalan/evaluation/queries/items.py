"""Actions as items of an evaluation: who coordinates them, who was named, who reports on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, QuerySet, Value

from petajalan.accounts.models import Agency, Unit
from petajalan.evaluation.independence import Item, Units
from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import Action, ActionImplementer, IndicatorRow
from petajalan.reporting.queries.obligations import implementers


@dataclass(frozen=True, slots=True)
class Items:
    """By key of the action. `names`: of every unit that reports on one of them, by its key."""

    items: Mapping[int, Item]
    reporters: Mapping[int, Units]
    names: Mapping[int, str]


def items_of(agency: Agency, actions: Iterable[Action], first_day: date, *, leading: bool = True) -> Items:
    """The actions were read with the coordinator of their plan. A query for the units that carry them out, and one for
    those who lead an indicator, which only a judge needs (`leading`)."""
    actions = list(actions)
    names: dict[int, str] = {}
    named: dict[int | None, set[int]] = defaultdict(set)  # under None: "all units"
    for key, unit, name in _carrying_out(agency, actions, first_day):
        named[key].add(unit)
        names[unit] = name
    led = leading_units(agency) if leading else {}
    items, reporters = {}, {}
    for action in actions:
        coordinator = action.plan.coordinator
        names[coordinator.pk] = coordinator.name
        items[action.pk] = item_of(coordinator.pk, action.indicator_key, named[action.pk], led)
        reporters[action.pk] = frozenset(implementers(action.all_units, named[action.pk], named[None], coordinator.pk))
    return Items(items, reporters, names)


def _carrying_out(agency: Agency, actions: Iterable[Action], first_day: date) -> QuerySet[Any, Any]:
    """Key of the action, unit and its name: the units named, and without a key those that "all units" means."""
    named = ActionImplementer.objects.filter(agency=agency, action__in=actions).order_by()
    found = named.values_list("action", "unit", "unit__name")
    if not any(action.all_units for action in actions):
        return found
    everybody = Unit.objects.all_units(agency, first_day).order_by().annotate(action=Value(None, BigIntegerField()))
    return found.union(everybody.values_list("action", "pk", "name"), all=True)


def who_is_bound(actions: Iterable[Action], led: Mapping[UUID, Units]) -> Mapping[int, Item]:
    """Who coordinates each action and who was named, by its key. The actions were read with their plans and with the
    units named. `led`: who leads which indicator."""
    return {
        action.pk: item_of(
            action.plan.coordinator_id, action.indicator_key, {one.unit_id for one in action.named_implementers.all()},
            led,
        )
        for action in actions
    }  # fmt: skip


def item_of(coordinator: int, indicator: UUID, named: Iterable[int], led: Mapping[UUID, Units]) -> Item:
    """An action is coordinated by the unit whose plan it is in, and by those who lead its indicator."""
    return Item(frozenset({coordinator}) | led.get(indicator, frozenset()), frozenset(named))


def leading_units(agency: Agency) -> Mapping[UUID, Units]:
    """Units that lead an indicator, or its key activity, in the road map in force; also by keys of joined entries. One
    query."""
    found: dict[UUID, set[int]] = defaultdict(set)
    rows = IndicatorRow.objects.filter(
        agency=agency, road_map__status=RoadMapStatus.ENACTED, indicator__isnull=False
    ).values_list(
        "indicator__key", "indicator__joined", "coordinator_unit",
        "key_activity__coordinator", "key_activity__second_coordinator",
    )  # fmt: skip
    for key, joined, *units in rows:
        for one in (key, *(UUID(each["key"]) for each in joined)):
            found[one] |= {unit for unit in units if unit is not None}
    return {key: frozenset(units) for key, units in found.items()}
