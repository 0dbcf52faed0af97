"""Reports and their lines as pages and services read them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from petajalan.accounts.models import Agency
from petajalan.reporting.choices import LineState, ReportStatus
from petajalan.reporting.models import ProgressLine, ProgressReport


def last_month(report: ProgressReport) -> dict[int, ProgressLine]:
    """The unit's lines of the month before, by action. A draft that was never sent is no ground to go on from."""
    year, month = (report.year, report.month - 1) if report.month > 1 else (report.year - 1, 12)
    lines = ProgressLine.objects.filter(
        agency=report.agency_id, report__unit=report.unit_id, report__year=year, report__month=month,
        report__first_submitted_at__isnull=False,
    ).select_related("report")  # fmt: skip
    return {line.action_id: line for line in lines}


def waiting_lines(agency: Agency) -> QuerySet[ProgressLine]:
    """Lines that were sent and that nobody has looked at, also while their neighbours are being mended."""
    found: QuerySet[ProgressLine] = ProgressLine.objects.filter(
        agency=agency, state=LineState.OPEN, report__status__in=[ReportStatus.SUBMITTED, ReportStatus.SENT_BACK],
        report__locked_at=None,
    )  # fmt: skip
    return found


def today_of(agency: Agency, at: datetime) -> date:
    return at.astimezone(ZoneInfo(agency.time_zone)).date()
