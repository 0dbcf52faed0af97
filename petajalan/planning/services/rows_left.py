"""Taking out an owner of indicators, and the indicators that no row names any more."""

from __future__ import annotations

from datetime import datetime

from petajalan.common import audit
from petajalan.planning.models import Goal, Indicator, KeyActivity, Objective, RoadMap, Theme
from petajalan.planning.services.writing import remove


def remove_with_indicators(
    owner: Goal | Objective | KeyActivity | Theme, *, seen: int, by: audit.Actor, at: datetime, reason: str
) -> None:
    named = list(owner.indicators.exclude(indicator=None).values_list("indicator_id", flat=True))
    remove(owner, seen=seen, by=by, at=at, reason=reason)
    remove_unnamed(owner.road_map, named, by=by, at=at, reason=reason)


def remove_unnamed(road_map: RoadMap, keys: list[int], *, by: audit.Actor, at: datetime, reason: str) -> None:
    """Those of the indicators that no row of a table names."""
    left = Indicator.objects.filter(agency=road_map.agency_id, road_map=road_map, pk__in=keys, rows=None)
    for indicator in left:
        remove(indicator, seen=None, by=by, at=at, reason=reason)
