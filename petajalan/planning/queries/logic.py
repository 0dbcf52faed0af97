"""The logic of a plan as a tree: goal, objective, key activity, indicator. Four queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from petajalan.planning.models import Goal, IndicatorRow, KeyActivity, Objective, PolicyObjective, RoadMap


@dataclass(frozen=True, slots=True)
class ActivityNode:
    activity: KeyActivity
    indicators: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class ObjectiveNode:
    """`objective` is `None` for the activities that serve none."""

    objective: Objective | None
    indicators: tuple[IndicatorRow, ...]
    policies: tuple[PolicyObjective, ...]
    activities: tuple[ActivityNode, ...]


@dataclass(frozen=True, slots=True)
class GoalNode:
    """`goal` is `None` for objectives that serve all goals, or none."""

    goal: Goal | None
    indicators: tuple[IndicatorRow, ...]
    objectives: tuple[ObjectiveNode, ...]


def logic_of(road_map: RoadMap) -> list[GoalNode]:
    of_plan = {"agency": road_map.agency_id, "road_map": road_map}
    rows: dict[tuple[str, int], list[IndicatorRow]] = defaultdict(list)
    for row in IndicatorRow.objects.filter(**of_plan, theme=None).exclude(indicator=None).select_related("indicator"):
        for name in ("goal_id", "objective_id", "key_activity_id"):
            if (owner := getattr(row, name)) is not None:
                rows[name, owner].append(row)
    policies: dict[int, list[PolicyObjective]] = defaultdict(list)
    for policy in PolicyObjective.objects.filter(**of_plan):
        policies[policy.objective_id].append(policy)
    activities: dict[int | None, list[ActivityNode]] = defaultdict(list)
    for one in KeyActivity.objects.filter(**of_plan).select_related("coordinator", "second_coordinator"):
        activities[one.objective_id].append(ActivityNode(one, tuple(rows["key_activity_id", one.pk])))
    objectives: dict[int | None, list[ObjectiveNode]] = defaultdict(list)
    for objective in Objective.objects.filter(**of_plan):
        objectives[objective.goal_id].append(
            ObjectiveNode(
                objective,
                tuple(rows["objective_id", objective.pk]),
                tuple(policies[objective.pk]),
                tuple(activities[objective.pk]),
            )
        )
    if activities[None]:
        objectives[None].append(ObjectiveNode(None, (), (), tuple(activities[None])))
    goals = [
        GoalNode(goal, tuple(rows["goal_id", goal.pk]), tuple(objectives[goal.pk]))
        for goal in Goal.objects.filter(**of_plan)
    ]
    return [*goals, GoalNode(None, (), tuple(objectives[None]))] if objectives[None] else goals
