"""`{{ row|measured:indicator }}`: a measured figure as people say it."""

from __future__ import annotations

from django import template

from petajalan.planning.models import Indicator
from petajalan.reporting.models.measurement import MeasuredFigure
from petajalan.reporting.words import measured_words

register = template.Library()


@register.filter
def measured(row: MeasuredFigure, indicator: Indicator) -> str:
    return measured_words(row, indicator)
