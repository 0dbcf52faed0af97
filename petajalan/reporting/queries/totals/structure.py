"""What of a year is measured and done, and what it belongs to: the road map in force, and the approved action plans.

A plan that is being amended counts as it was approved last, so that no draft moves a total.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Q

from petajalan.accounts.choices import KINDS_OF_GROUP, UnitGroup
from petajalan.accounts.models import Agency, Unit
from petajalan.calc.totals import ALL
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import Action, ActionRevision, Indicator, IndicatorRow, RoadMap
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.queries.achievement_setting import group_cap_of
from petajalan.reporting.queries.measuring import keys_of, road_map_in, units_of_row
from petajalan.reporting.queries.obligations import carries_out

QUARTERS = (1, 2, 3, 4)
Key = tuple[str, str]  # kind and key, as `Achievement` has them
AMOUNTS = tuple(f"{name}_q{quarter}" for name in ("target", "budget") for quarter in QUARTERS)


@dataclass(frozen=True)
class Structure:
    """indicators  of the road map by key, with the units that answer for each, the leading one first
    groups      indicators of each activity, objective, theme and unit
    group_cap   the most that a member counts in the mean of a group, in percent
    owners      of each action and its indicator: the key of the action, of its indicator, of the coordinator
    """

    agency: Agency
    year: int
    road_map: RoadMap | None
    indicators: Mapping[str, Indicator]
    leaders: Mapping[str, tuple[int, ...]]
    groups: Mapping[Key, tuple[str, ...]]
    actions: Sequence[Action]
    units: Mapping[int, Unit]
    group_cap: Decimal = ALL

    @cached_property
    def aliases(self) -> dict[UUID, str]:
        """Every key that an indicator had before others were joined into it, with the one it has now."""
        return {key: name for name, one in self.indicators.items() for key in keys_of(one)}

    def indicator_of(self, action: Action) -> str:
        return self.aliases.get(action.indicator_key, str(action.indicator_key))

    @cached_property
    def actions_of(self) -> dict[Key, tuple[str, ...]]:
        """The actions below each indicator and each group; of a unit, those that it coordinates."""
        below: dict[str, list[str]] = defaultdict(list)
        found: dict[Key, list[str]] = defaultdict(list)
        for action in self.actions:
            below[self.indicator_of(action)].append(str(action.key))
            found[SubjectKind.UNIT, str(action.plan.coordinator_id)].append(str(action.key))
        for key in self.indicators:
            found[SubjectKind.INDICATOR, key] = below[key]
        for (kind, key), indicators in self.groups.items():
            if kind != SubjectKind.UNIT:
                found[kind, key] = [action for one in indicators for action in below[one]]
        return {key: tuple(actions) for key, actions in found.items()}

    @cached_property
    def all_groups(self) -> list[Key]:
        """Every group, also a unit that coordinates actions but no indicator."""
        units = [key for key in self.actions_of if key[0] == SubjectKind.UNIT]
        return list(dict.fromkeys([*self.groups, *units]))

    def implementers(self, action: Action, quarter: int) -> list[int]:
        """Units that report on the action, as of the beginning of the quarter's last month."""
        kinds = KINDS_OF_GROUP[UnitGroup.ALL_UNITS]
        day = date(self.year, quarter * 3, 1)
        everybody = {one.pk for one in self.units.values() if one.kind in kinds and one.is_active_on(day)}
        named = getattr(action, "approved_implementers", None)
        if named is None:
            return [key for key in self.units if carries_out(key, action, everybody)]
        if not named and not action.all_units:
            return [action.plan.coordinator_id]
        return [key for key, one in self.units.items() if str(one) in named or (action.all_units and key in everybody)]


def structure_of(agency: Agency, year: int) -> Structure:
    """Seven queries, one more while a plan is being amended."""
    road_map = road_map_in(agency, year)
    indicators, leaders, groups = _of_road_map(road_map) if road_map else ({}, {}, {})
    return Structure(
        agency=agency,
        year=year,
        road_map=road_map,
        indicators=indicators,
        leaders=leaders,
        groups=groups,
        actions=_approved(agency, year),
        units={one.pk: one for one in Unit.objects.filter(agency=agency).order_by("name")},
        group_cap=group_cap_of(agency),
    )


def _of_road_map(road_map: RoadMap) -> tuple[dict[str, Indicator], dict[str, tuple[int, ...]], Any]:
    of_plan = {"agency": road_map.agency_id, "road_map": road_map}
    by_pk = {one.pk: one for one in Indicator.objects.filter(**of_plan).order_by("position")}
    leaders: dict[str, list[int]] = defaultdict(list)
    groups: dict[Key, list[str]] = defaultdict(list)
    rows = IndicatorRow.objects.filter(**of_plan, indicator__isnull=False)
    for row in rows.select_related("objective", "key_activity__objective", "theme").order_by("position"):
        key, activity = str(by_pk[row.indicator_id or 0].key), row.key_activity
        units = list(units_of_row(row))
        if activity and not row.coordinator_unit_id:
            units = [unit for unit in (activity.coordinator_id, activity.second_coordinator_id) if unit]
        leaders[key] += units
        owners = [(SubjectKind.UNIT, str(unit)) for unit in units]
        if activity:
            owners.append((SubjectKind.ACTIVITY, str(activity.key)))
        objective = row.objective or (activity.objective if activity else None)
        if objective:
            owners.append((SubjectKind.OBJECTIVE, str(objective.key)))
        if row.theme:
            owners.append((SubjectKind.THEME, str(row.theme.key)))
        for owner in owners:
            groups[owner].append(key)
    return (
        {str(one.key): one for one in by_pk.values()},
        {key: tuple(dict.fromkeys(units)) for key, units in leaders.items()},
        {owner: tuple(dict.fromkeys(keys)) for owner, keys in groups.items()},
    )


def _approved(agency: Agency, year: int) -> list[Action]:
    """Actions as they were approved last."""
    rows = list(
        Action.objects.filter(agency=agency, plan__year=year)
        .filter(Q(plan__status=ActionPlanStatus.APPROVED) | Q(plan__revision__gt=1))
        .select_related("plan__coordinator")
        .prefetch_related("named_implementers")
        .order_by("plan__coordinator__name", "plan", "position")
    )
    amended = {row.plan_id: row.plan.revision - 1 for row in rows if row.plan.status != ActionPlanStatus.APPROVED}
    kept = _revisions(agency, amended) if amended else {}
    found = [_as_approved(row, kept[row.plan_id]) if row.plan_id in kept else row for row in rows]
    return [row for row in found if row is not None and not row.withdrawn]


def _revisions(agency: Agency, plans: Mapping[int, int]) -> dict[int, dict[str, dict[str, Any]]]:
    revisions = ActionRevision.objects.filter(agency=agency, plan__in=plans)
    return {one.plan_id: {row["key"]: row for row in one.rows} for one in revisions if one.number == plans[one.plan_id]}


def _as_approved(row: Action, kept: Mapping[str, Mapping[str, Any]]) -> Action | None:
    """The row as the revision keeps it; `None` for one that the amendment adds."""
    values = kept.get(str(row.key))
    if values is None:
        return None
    for name in AMOUNTS:
        setattr(row, name, None if values[name] is None else Decimal(values[name]))
    row.indicator_key = UUID(values["indicator_key"])
    row.figure_rule, row.unit_rule = values["figure_rule"], values["unit_rule"]
    row.withdrawn, row.all_units = values["withdrawn"], values["all_units"]
    row.approved_implementers = frozenset(values["implementers"])  # type: ignore[attr-defined]
    return row
