"""Reports and their lines as pages and services read them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from petajalan.accounts.models import Agency
from petajalan.reporting.models import ProgressLine, ProgressReport


def last_month(report: ProgressReport) -> dict[int, ProgressLine]:
    """The unit's lines of the month before, by action. A draft that was never sent is no ground to go on from."""
    year, month = (report.year, report.month - 1) if report.month > 1 else (report.year - 1, 12)
    lines = ProgressLine.objects.filter(
        agency=report.agency_id, report__unit=report.unit_id, report__year=year, report__month=month,
        report__first_submitted_at__isnull=False,
    ).select_related("report")  # fmt: skip
    return {line.action_id: line for line in lines}


def today_of(agency: Agency, at: datetime) -> date:
    return at.astimezone(ZoneInfo(agency.time_zone)).date()
