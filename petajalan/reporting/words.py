"""Periods and measured figures as people say them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from petajalan.calc.measuring import plain
from petajalan.calc.numbers import rounded
from petajalan.planning.choices import ValueKind
from petajalan.planning.display.words import number
from petajalan.planning.models import Indicator
from petajalan.reporting.models.measurement import MeasuredFigure
from petajalan.reporting.queries.measured import figure_of

ROMAN = ("I", "II", "III", "IV")


def period_words(code: str) -> str:
    """ "Maret 2025" for "2025-03", "Triwulan I 2025" for "2025-Q1", "2025" for a year."""
    return _period_words(code, get_language())


@lru_cache(maxsize=512)
def _period_words(code: str, _language: str | None) -> str:
    """A report of a quarter names a few periods thousands of times."""
    year, _dash, part = code.partition("-")
    if not part:
        return year
    if part.startswith("Q"):
        return _("Triwulan %(quarter)s %(year)s") % {"quarter": ROMAN[int(part[1:]) - 1], "year": year}
    return date_format(date(int(year), int(part), 1), "F Y")


def percent_words(value: Decimal) -> str:
    """A percentage as it is shown: rounded here, once, to two places."""
    return f"{number(rounded(value, 2))}%"


def measured_words(row: MeasuredFigure, indicator: Indicator) -> str:
    """ "2,66", "45% (9 dari 20)", "BB", "70,4 (BB)", or that there is none yet."""
    if row.numerator is not None and row.denominator is not None:
        percent = plain(figure_of(row, indicator))
        told = {"part": number(row.numerator), "whole": number(row.denominator)}
        made = _("%(part)s dari %(whole)s") % told
        return f"{percent_words(percent)} ({made})" if isinstance(percent, Decimal) else made
    if row.value is None:
        return row.level or _("belum ada")
    amount = number(row.value) + ("%" if indicator.value_kind == ValueKind.PERCENT else "")
    return f"{amount} ({row.level})" if row.level else amount


def figure_text(figure: Decimal | str | None, indicator: Indicator) -> str:
    """A figure that was computed from measured ones."""
    if isinstance(figure, Decimal):
        return percent_words(figure) if indicator.value_kind == ValueKind.PERCENT else number(rounded(figure, 4))
    return figure or _("belum ada")


def done_words(whole: int, lines: int) -> str:
    """ "3 dari 12 baris lengkap"."""
    words = ngettext("%(whole)d dari %(lines)d baris lengkap", "%(whole)d dari %(lines)d baris lengkap", lines)
    return words % {"whole": whole, "lines": lines}
