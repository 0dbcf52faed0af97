"""Queued work of this app."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.utils import timezone

from petajalan.accounts.models import Agency
from petajalan.common.jobs import at_worker_start, job
from petajalan.reporting.models import CalendarYear

HOUR = timedelta(hours=1)


@job
def remind() -> None:
    """Remind where it is day, then ask again in an hour. The row of a person and day keeps it to one digest."""
    now = timezone.now()
    remind_all(now)
    # A worker that was started anew has its own chain: only one of them goes on.
    if cache.add(f"reporting.remind.{now:%Y%m%d%H}", 1, timeout=7200):
        remind.after(HOUR)


def remind_all(now: datetime) -> None:
    """The real clock, never that of a demonstration: mail leaves the house."""
    from petajalan.reporting.services.reminders import is_quiet, send_reminders

    for agency in Agency.objects.filter(pk__in=CalendarYear.objects.values("agency")):
        if not is_quiet(agency, now):
            send_reminders(agency=agency, day=now.astimezone(ZoneInfo(agency.time_zone)).date(), at=now)


@at_worker_start
def begin() -> None:
    remind.later()
