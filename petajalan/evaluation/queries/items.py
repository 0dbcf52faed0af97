"""Actions as items of an evaluation: who coordinates them, who was named, who reports on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from petajalan.accounts.choices import KINDS_OF_GROUP, UnitGroup
from petajalan.accounts.models import Agency, Unit
from petajalan.evaluation.independence import Item, Units
from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import Action, IndicatorRow
from petajalan.reporting.queries.obligations import carries_out


@dataclass(frozen=True, slots=True)
class Items:
    """By key of the action. `units` are all units of the agency, by their own key."""

    items: Mapping[int, Item]
    reporters: Mapping[int, Units]
    units: Mapping[int, Unit]


def items_of(agency: Agency, actions: Iterable[Action], first_day: date) -> Items:
    """The actions were read with their plan and `named_implementers`. Two queries, however many there are."""
    actions = list(actions)
    units = {unit.pk: unit for unit in Unit.objects.filter(agency=agency).order_by("name")}
    kinds = KINDS_OF_GROUP[UnitGroup.ALL_UNITS]
    everybody = {unit.pk for unit in units.values() if unit.kind in kinds and unit.is_active_on(first_day)}
    leading = _leading(agency)
    items, reporters = {}, {}
    for action in actions:
        named = frozenset(one.unit_id for one in action.named_implementers.all())
        coordinators = frozenset({action.plan.coordinator_id}) | leading.get(action.indicator_key, frozenset())
        items[action.pk] = Item(coordinators, named)
        possible = named | {action.plan.coordinator_id} | (everybody if action.all_units else set())
        reporters[action.pk] = frozenset(unit for unit in possible if carries_out(unit, action, everybody))
    return Items(items, reporters, units)


def _leading(agency: Agency) -> Mapping[UUID, Units]:
    """Units that lead an indicator, or its key activity, in the road map in force; also by keys of joined entries."""
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
