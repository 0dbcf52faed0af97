"""Sentences of this app for templates."""

from __future__ import annotations

from django import template

from petajalan.planning.display import words
from petajalan.planning.models import RegulationReading

register = template.Library()


@register.filter
def findings_sentence(reading: RegulationReading) -> str:
    """ "96 temuan: 12 kesalahan, 50 peringatan, 34 catatan." """
    return words.findings_sentence(reading.errors, reading.warnings, reading.notes)


@register.filter
def file_size(size: int) -> str:
    return words.file_size(size)
