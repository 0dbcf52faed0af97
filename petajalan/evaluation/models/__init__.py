from petajalan.evaluation.models.area import ImprovementArea
from petajalan.evaluation.models.evaluation import Evaluation, EvaluationRow
from petajalan.evaluation.models.follow_up import FollowUp, FollowUpEvidence
from petajalan.evaluation.models.guidance import Guidance
from petajalan.evaluation.models.index_value import IndexCorrection, IndexRelease, IndexValue
from petajalan.evaluation.models.internal import EvaluationPoint, PointWaiver
from petajalan.evaluation.models.national_result import NationalResult
from petajalan.evaluation.models.objection import Objection, ObjectionEvidence
from petajalan.evaluation.models.recommendation import Recommendation
from petajalan.evaluation.models.self_assessment import SelfAssessment
from petajalan.evaluation.models.waiver import Waiver
from petajalan.evaluation.models.worksheet import (
    CoefficientCorrection,
    EvaluationWorksheet,
    Scenario,
    ScoreCorrection,
    ScoreWaiver,
    WorksheetScore,
)

__all__ = [
    "CoefficientCorrection",
    "Evaluation",
    "EvaluationPoint",
    "EvaluationRow",
    "EvaluationWorksheet",
    "FollowUp",
    "FollowUpEvidence",
    "Guidance",
    "ImprovementArea",
    "IndexCorrection",
    "IndexRelease",
    "IndexValue",
    "NationalResult",
    "Objection",
    "ObjectionEvidence",
    "PointWaiver",
    "Recommendation",
    "Scenario",
    "ScoreCorrection",
    "ScoreWaiver",
    "SelfAssessment",
    "Waiver",
    "WorksheetScore",
]
