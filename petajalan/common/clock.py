"""What time it is. A demonstration may say which day it takes for today (`PETAJALAN_TODAY`); the hour stays real.

Only what a page says and what is done in it goes by this clock. Mail, jobs, sign-in and sessions go by the real one.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    real = timezone.now()
    if settings.TODAY is None:
        return real
    local = timezone.localtime(real)
    return local.replace(year=settings.TODAY.year, month=settings.TODAY.month, day=settings.TODAY.day)


def today() -> date:
    """In the zone of the page: that of the agency."""
    return timezone.localdate(now())


def last_month() -> date:
    """The first day of the month that ended last: what is due now is about it, also in January."""
    return (today().replace(day=1) - timedelta(days=1)).replace(day=1)
