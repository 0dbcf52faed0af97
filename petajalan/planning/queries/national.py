"""The national side of an agency's plans."""

from __future__ import annotations

from petajalan.accounts.models import Agency
from petajalan.catalogue.frameworks import framework_for
from petajalan.catalogue.national import Framework
from petajalan.catalogue.queries import reference_for
from petajalan.planning.models import RoadMap
from petajalan.regulation.reference import Reference


def reference_of(agency: Agency) -> Reference:
    """Scales, indicators and names that the plans of this agency go by. One query."""
    return reference_for(agency)


def framework_of(road_map: RoadMap) -> Framework | None:
    """The framework that holds at the start of the period, else at its end; `None` for a plan of other years."""
    for year in (road_map.period_start, road_map.period_end):
        found = framework_for(year) if year is not None else None
        if found is not None:
            return found
    return None
