from petajalan.evaluation.models.evaluation import Evaluation, EvaluationRow, ImprovementArea
from petajalan.evaluation.models.guidance import FollowUp, Guidance
from petajalan.evaluation.models.index_value import IndexCorrection, IndexRelease, IndexValue
from petajalan.evaluation.models.waiver import Waiver

__all__ = [
    "Evaluation",
    "EvaluationRow",
    "FollowUp",
    "Guidance",
    "ImprovementArea",
    "IndexCorrection",
    "IndexRelease",
    "IndexValue",
    "Waiver",
]
