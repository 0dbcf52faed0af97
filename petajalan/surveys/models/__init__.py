from petajalan.surveys.models.response import ELEMENTS, PROFILE, SurveyResponse
from petajalan.surveys.models.survey import Survey

__all__ = ["ELEMENTS", "PROFILE", "Survey", "SurveyResponse"]
