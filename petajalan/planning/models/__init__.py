from petajalan.planning.models.indicator import Figure, IndicatorRow
from petajalan.planning.models.regulation import Regulation, RegulationReading
from petajalan.planning.models.road_map import (
    Factor,
    Goal,
    InterimResult,
    KeyActivity,
    Objective,
    RoadMap,
    Theme,
)
from petajalan.planning.models.team import Team, TeamMember

__all__ = [
    "Factor",
    "Figure",
    "Goal",
    "IndicatorRow",
    "InterimResult",
    "KeyActivity",
    "Objective",
    "Regulation",
    "RegulationReading",
    "RoadMap",
    "Team",
    "TeamMember",
    "Theme",
]
