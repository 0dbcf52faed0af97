"""What the demonstration city has for reporting: open calendars. Their dates follow from the rules; none is made up."""

from __future__ import annotations

from datetime import datetime

from petajalan.accounts.models import Agency
from petajalan.common.audit import SYSTEM
from petajalan.reporting.services.calendar import open_calendar


def open_demonstration_years(*, slug: str, at: datetime) -> None:
    """The years of its road map, and this one. Those that are open already stay as they are."""
    agency = Agency.objects.get(slug=slug)
    for year in sorted({2023, 2024, at.year}):
        open_calendar(agency=agency, year=year, by=SYSTEM, at=at)
