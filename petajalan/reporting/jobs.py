"""Queued work of this app."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.utils import timezone

from petajalan.accounts.models import Agency
from petajalan.common.jobs import at_worker_start, job
from petajalan.reporting.models import CalendarYear

log = logging.getLogger(__name__)

HOUR = timedelta(hours=1)


@job
def remind() -> None:
    """Remind where it is day, then ask again in an hour. The row of a person and day keeps it to one digest."""
    now = timezone.now()
    # A worker that was started anew has its own chain: only one of them goes on.
    if cache.add(f"reporting.remind.{now:%Y%m%d%H}", 1, timeout=7200):
        remind.after(HOUR)
    remind_all(now)


def remind_all(now: datetime) -> None:
    """The real clock, never that of a demonstration: mail leaves the house."""
    from petajalan.reporting.services.reminders import is_quiet, send_reminders

    for agency in Agency.objects.filter(pk__in=CalendarYear.objects.values("agency")):
        if is_quiet(agency, now):
            continue
        try:
            send_reminders(agency=agency, day=now.astimezone(ZoneInfo(agency.time_zone)).date(), at=now)
        except Exception:  # what is wrong in one agency keeps no other from being reminded
            log.exception("Reminding in %s failed", agency.slug)


@at_worker_start
def begin() -> None:
    remind.later()
