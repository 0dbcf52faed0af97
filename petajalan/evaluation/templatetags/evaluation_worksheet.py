"""`{{ known|known_words }}`: a value that is known from elsewhere, as people say it."""

from __future__ import annotations

from django import template

from petajalan.evaluation.display.worksheet.item import known_words

register = template.Library()

register.filter("known_words", known_words)
