"""`{{ "2025-03"|period }}`: a period as people say it; `{{ row|made:"area" }}`: what became of a row or of its area."""

from __future__ import annotations

from django import template

from petajalan.evaluation.models import EvaluationRow, Recommendation
from petajalan.evaluation.queries.recommendations import made_of
from petajalan.reporting.words import period_words

register = template.Library()


@register.filter
def period(code: str) -> str:
    return period_words(code)


@register.filter
def made(row: EvaluationRow, part: str) -> Recommendation | None:
    return made_of(row, part)
