"""The enacted road map as everybody may read it: what is a draft, or was never enacted, does not exist here."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Prefetch

from petajalan.accounts.models import Agency
from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import Goal, Objective, Programme, RoadMap, Theme


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal with its objectives; `goal` is `None` for objectives that serve all goals."""

    goal: Goal | None
    objectives: tuple[Objective, ...]


def road_map_in_force(agency: Agency) -> RoadMap | None:
    """The version that was enacted and that nothing has taken the place of. One query."""
    found: RoadMap | None = (
        RoadMap.objects.filter(agency=agency, current=True, status=RoadMapStatus.ENACTED)
        .select_related("regulation", "document")
        .first()
    )
    if found is not None:
        found.agency = agency
    return found


def aims_of(road_map: RoadMap) -> list[Aim]:
    """Two queries."""
    of_plan = {"agency": road_map.agency_id, "road_map": road_map}
    below: dict[int | None, list[Objective]] = defaultdict(list)
    for one in Objective.objects.filter(**of_plan).order_by("position"):
        below[one.goal_id].append(one)
    found = [Aim(goal, tuple(below[goal.pk])) for goal in Goal.objects.filter(**of_plan).order_by("position")]
    return [*found, Aim(None, tuple(below[None]))] if below[None] else found


def themes_in(road_map: RoadMap) -> list[Theme]:
    """Two queries, the programmes with it."""
    programmes = Programme.objects.filter(agency=road_map.agency_id).order_by("position")
    found = Theme.objects.filter(agency=road_map.agency_id, road_map=road_map).order_by("position")
    return list(found.prefetch_related(Prefetch("programmes", programmes)))
