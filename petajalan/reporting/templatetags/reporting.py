"""`{{ row|measured:indicator }}`: a measured figure; `{{ "2025-03"|period }}`: a period; both as people say them."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext

from petajalan.planning.display.words import file_size
from petajalan.planning.models import Indicator
from petajalan.reporting.display.quarter import WORDS
from petajalan.reporting.models.measurement import MeasuredFigure
from petajalan.reporting.words import ROMAN, measured_words, period_words

register = template.Library()


@register.filter
def measured(row: MeasuredFigure, indicator: Indicator) -> str:
    return measured_words(row, indicator)


@register.filter
def size(count: int) -> str:
    """ "12 kB" of a file."""
    return file_size(count)


@register.filter
def tw(quarter: int) -> str:
    return gettext("TW %(quarter)s") % {"quarter": ROMAN[quarter - 1]}


@register.filter
def roman(quarter: int) -> str:
    return ROMAN[quarter - 1]


@register.filter
def period(code: str) -> str:
    return period_words(code)


@register.filter
def kind_word(kind: str) -> str:
    """How addresses name a kind of achievement."""
    return WORDS[kind]
