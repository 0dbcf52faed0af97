"""The national side of an agency's plans."""

from __future__ import annotations

from petajalan.accounts.models import Agency
from petajalan.catalogue.frameworks import framework_for
from petajalan.catalogue.national import Framework, Stated
from petajalan.catalogue.queries import reference_for
from petajalan.planning.models import Goal, Indicator, KeyActivity, Objective, RoadMap, Theme
from petajalan.planning.models.rows import PlanRow
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


def counterparts_in(framework: Framework, model: type[PlanRow]) -> tuple[Stated, ...]:
    """What of the framework a row of this kind may stand beside, in the order of the framework."""
    if model is Goal:
        return (framework.goal,) if framework.goal else ()
    if model is Theme:
        several = (one for theme in framework.themes if len(theme.items) > 1 for one in theme.items)
        return (*framework.themes, *several)
    stated: dict[type[PlanRow], tuple[Stated, ...]] = {
        Objective: framework.objectives,
        KeyActivity: framework.activities,
        Indicator: framework.indicators,
    }
    return stated.get(model, ())
