"""The kinds of things that the trail of a plan is about."""

from __future__ import annotations

from petajalan.planning import models

KINDS = (
    models.RoadMap, models.Goal, models.Objective, models.PolicyObjective, models.KeyActivity, models.Factor,
    models.Score, models.Indicator, models.IndicatorRow, models.InterimResult, models.Theme, models.Obstacle,
    models.RootCause, models.Programme, models.RelatedRegulation, models.DataSeries, models.DataPoint,
    models.SectionText, models.StrategicIssue, models.Condition,
)  # fmt: skip


def kinds() -> list[tuple[str, str]]:
    """Code and words of each, as a filter offers them."""
    named = ((model._meta.model_name or "", str(model._meta.verbose_name)) for model in KINDS)
    return [(code, words[:1].upper() + words[1:]) for code, words in named]
