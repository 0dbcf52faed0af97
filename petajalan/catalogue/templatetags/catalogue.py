"""Words of the catalogue for templates."""

from __future__ import annotations

from django import template

from petajalan.catalogue.choices import Direction, Measure
from petajalan.catalogue.display import words

register = template.Library()

register.filter("confidence_words", words.confidence)
register.filter("is_unconfirmed", words.is_unconfirmed)


@register.filter
def direction_words(code: str | None) -> str:
    return str(Direction(code).label) if code in Direction.values else ""


@register.filter
def measure_words(code: str | None) -> str:
    """A unit in words; an unknown one as it is kept."""
    return str(Measure(code).label) if code in Measure.values else code or ""
