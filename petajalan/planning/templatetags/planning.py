"""Sentences of this app for templates."""

from __future__ import annotations

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from petajalan.planning.display import words
from petajalan.planning.models import RegulationReading

register = template.Library()


@register.filter
def findings_sentence(reading: RegulationReading) -> str:
    """ "96 temuan: 12 kesalahan, 50 peringatan, 34 catatan." """
    return words.findings_sentence(reading.errors, reading.warnings, reading.notes)


@register.filter
def printed(text: str) -> SafeString:
    """A printed cell: its lines, and places where a long word such as "a/b/c" may break."""
    return mark_safe("<br>".join(escape(line).replace("/", "/<wbr>") for line in text.split("\n")))  # noqa: S308


@register.filter
def file_size(size: int) -> str:
    return words.file_size(size)
