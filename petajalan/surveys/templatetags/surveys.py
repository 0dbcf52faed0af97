"""`{{ survey.period|survey_period }}`: a period as people say it."""

from __future__ import annotations

from django import template

from petajalan.surveys.words import survey_period

register = template.Library()
register.filter("survey_period", survey_period)
