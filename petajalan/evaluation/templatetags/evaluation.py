"""`{{ "2025-03"|period }}`: a period as people say it."""

from __future__ import annotations

from django import template

from petajalan.reporting.words import period_words

register = template.Library()


@register.filter
def period(code: str) -> str:
    return period_words(code)
