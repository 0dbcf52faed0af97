"""Periods as people say them."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

ROMAN = ("I", "II", "III", "IV")


def period_words(code: str) -> str:
    """ "Maret 2025" for "2025-03", "Triwulan I 2025" for "2025-Q1", "2025" for a year."""
    year, _dash, part = code.partition("-")
    if not part:
        return year
    if part.startswith("Q"):
        return _("Triwulan %(quarter)s %(year)s") % {"quarter": ROMAN[int(part[1:]) - 1], "year": year}
    return date_format(date(int(year), int(part), 1), "F Y")
