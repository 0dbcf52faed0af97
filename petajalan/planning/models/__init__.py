from petajalan.planning.models.action import Action, ActionImplementer, ActionPlan, ActionRevision, PlanRepair
from petajalan.planning.models.activity import Factor, Implementer, KeyActivity, Score
from petajalan.planning.models.context import Condition, InterimResult, SectionText, StrategicIssue
from petajalan.planning.models.figure import AdoptedFigure, CorrectedFigure, Figure
from petajalan.planning.models.indicator import Indicator, IndicatorRow
from petajalan.planning.models.logic import Goal, Objective, PolicyObjective
from petajalan.planning.models.regulation import Regulation, RegulationReading
from petajalan.planning.models.road_map import PlanCheck, RoadMap
from petajalan.planning.models.team import PrintedTeam, PrintedTeamMember
from petajalan.planning.models.theme import (
    DataPoint,
    DataSeries,
    Obstacle,
    Programme,
    RelatedRegulation,
    RootCause,
    Theme,
)

__all__ = [
    "Action",
    "ActionImplementer",
    "ActionPlan",
    "ActionRevision",
    "AdoptedFigure",
    "Condition",
    "CorrectedFigure",
    "DataPoint",
    "DataSeries",
    "Factor",
    "Figure",
    "Goal",
    "Implementer",
    "Indicator",
    "IndicatorRow",
    "InterimResult",
    "KeyActivity",
    "Objective",
    "Obstacle",
    "PlanCheck",
    "PlanRepair",
    "PolicyObjective",
    "PrintedTeam",
    "PrintedTeamMember",
    "Programme",
    "Regulation",
    "RegulationReading",
    "RelatedRegulation",
    "RoadMap",
    "RootCause",
    "Score",
    "SectionText",
    "StrategicIssue",
    "Theme",
]
