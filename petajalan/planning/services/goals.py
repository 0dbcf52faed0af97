"""Goals, objectives and policy objectives. `seen` is the version of the row that the person saw."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction

from petajalan.common import audit
from petajalan.planning.models import Goal, Objective, PolicyObjective, RoadMap
from petajalan.planning.services.rows_left import remove_with_indicators
from petajalan.planning.services.writing import add, change, open_draft, remove


class GoalValues(TypedDict, total=False):
    name: str
    national_code: str


class ObjectiveValues(TypedDict, total=False):
    name: str
    goal: Goal | None
    element: str  # "hard", "soft" or ""
    national_code: str


class PolicyObjectiveValues(TypedDict, total=False):
    name: str
    objective: Objective
    national_code: str


@transaction.atomic
def add_goal(
    *, road_map: RoadMap, name: str, by: audit.Actor, at: datetime, reason: str = "", national_code: str = ""
) -> Goal:
    open_draft(road_map, by=by, at=at)
    values = {"name": name, "national_code": national_code}
    return add(Goal, road_map=road_map, by=by, at=at, reason=reason, **values)


@transaction.atomic
def edit_goal(
    *, goal: Goal, seen: int, by: audit.Actor, at: datetime, reason: str = "", **values: Unpack[GoalValues]
) -> Goal:
    open_draft(goal.road_map, by=by, at=at)
    change(goal, seen=seen, by=by, at=at, values=dict(values), reason=reason)
    return goal


@transaction.atomic
def remove_goal(*, goal: Goal, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    """Its objectives stay, without a goal; its indicators go where no other row names them."""
    open_draft(goal.road_map, by=by, at=at)
    remove_with_indicators(goal, seen=seen, by=by, at=at, reason=reason)


@transaction.atomic
def add_objective(
    *,
    road_map: RoadMap,
    name: str,
    by: audit.Actor,
    at: datetime,
    goal: Goal | None = None,
    element: str = "",
    national_code: str = "",
    reason: str = "",
) -> Objective:
    open_draft(road_map, by=by, at=at)
    return add(
        Objective, road_map=road_map, by=by, at=at, reason=reason,
        name=name, goal=goal, element=element, national_code=national_code,
    )  # fmt: skip


@transaction.atomic
def edit_objective(
    *, objective: Objective, seen: int, by: audit.Actor, at: datetime, reason: str = "",
    **values: Unpack[ObjectiveValues],
) -> Objective:  # fmt: skip
    open_draft(objective.road_map, by=by, at=at)
    change(objective, seen=seen, by=by, at=at, values=dict(values), reason=reason)
    return objective


@transaction.atomic
def remove_objective(*, objective: Objective, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    """Its policy objectives go with it; its key activities stay, without an objective."""
    open_draft(objective.road_map, by=by, at=at)
    remove_with_indicators(objective, seen=seen, by=by, at=at, reason=reason)


@transaction.atomic
def add_policy_objective(
    *, objective: Objective, name: str, by: audit.Actor, at: datetime, national_code: str = "", reason: str = ""
) -> PolicyObjective:
    open_draft(objective.road_map, by=by, at=at)
    return add(
        PolicyObjective, road_map=objective.road_map, by=by, at=at, reason=reason,
        objective=objective, name=name, national_code=national_code,
    )  # fmt: skip


@transaction.atomic
def edit_policy_objective(
    *, policy_objective: PolicyObjective, seen: int, by: audit.Actor, at: datetime, reason: str = "",
    **values: Unpack[PolicyObjectiveValues],
) -> PolicyObjective:  # fmt: skip
    open_draft(policy_objective.road_map, by=by, at=at)
    change(policy_objective, seen=seen, by=by, at=at, values=dict(values), reason=reason)
    return policy_objective


@transaction.atomic
def remove_policy_objective(
    *, policy_objective: PolicyObjective, seen: int, by: audit.Actor, at: datetime, reason: str = ""
) -> None:
    open_draft(policy_objective.road_map, by=by, at=at)
    remove(policy_objective, seen=seen, by=by, at=at, reason=reason)
