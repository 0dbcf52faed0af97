"""Corrections of a final worksheet."""

from __future__ import annotations

from petajalan.evaluation.models import CoefficientCorrection, EvaluationWorksheet, ScoreCorrection


def corrections_of(worksheet: EvaluationWorksheet, code: str) -> list[ScoreCorrection]:
    """Of one item, the oldest first. One query."""
    found = ScoreCorrection.objects.filter(
        agency=worksheet.agency_id, score__worksheet=worksheet, score__item=code
    ).select_related("score", "made_by")
    return list(found.order_by("pk"))


def coefficient_corrections(worksheet: EvaluationWorksheet) -> list[CoefficientCorrection]:
    """The oldest first. One query, none for a draft."""
    if worksheet.is_open:
        return []
    found = CoefficientCorrection.objects.filter(agency=worksheet.agency_id, worksheet=worksheet)
    return list(found.select_related("made_by").order_by("pk"))
