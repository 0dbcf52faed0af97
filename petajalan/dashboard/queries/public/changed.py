"""When what an agency shows may have changed last."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Subquery

from petajalan.accounts.models import Agency
from petajalan.common.models import AuditEntry
from petajalan.reporting.models import Deadline


def changed_at(agency: Agency, *, at: datetime, real: datetime) -> datetime | None:
    """Every change has an entry in the trail, and a quarter that closes makes its figures public.

    The end of that hour, or now: nobody outside needs the minute in which somebody worked, and no change of the same
    hour is missed. `at` is the day of the page, `real` the day of the trail. One query.
    """
    closing = Deadline.objects.filter(agency=agency, closed__lt=at).order_by("-closed").values("closed")[:1]
    entries = AuditEntry.objects.filter(agency=agency).order_by("-at").annotate(closed=Subquery(closing))
    days = [one for one in entries.values_list("at", "closed").first() or () if one is not None]
    if not days:
        return None
    hour = max(days).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return min(hour, real.replace(microsecond=0))
