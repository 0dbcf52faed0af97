"""Dates and periods as Indonesian regulations print them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    "januari": 1,
    "februari": 2,
    "pebruari": 2,
    "maret": 3,
    "april": 4,
    "mei": 5,
    "juni": 6,
    "juli": 7,
    "agustus": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "nopember": 11,
    "desember": 12,
}
_DATE = re.compile(rf"(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+(\d{{4}})", re.IGNORECASE)
_SPAN = re.compile(r"(?<!\d)(20\d\d|19\d\d)\s*(?:-|–|—|s\.?\s?d\.?|sampai(?: dengan)?|hingga)\s*((?:20|19)\d\d)", re.I)
_YEAR = re.compile(r"\btahun\s+((?:20|19)\d\d)(?!\d)", re.IGNORECASE)


def first_date(text: str) -> date | None:
    """The first date in the text; `None` when there is none or when it is not in the calendar."""
    found = _DATE.search(text)
    if found is None:
        return None
    try:
        return date(int(found.group(3)), _MONTHS[found.group(2).lower()], int(found.group(1)))
    except ValueError:
        return None


def period_in(title: str) -> tuple[int, int] | None:
    """The years of a road map by its title: "Tahun 2023-2024", or one year for a road map of a single year."""
    if span := _SPAN.search(title):
        return int(span.group(1)), int(span.group(2))
    year = _YEAR.search(title)
    return (int(year.group(1)), int(year.group(1))) if year else None
