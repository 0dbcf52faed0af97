"""The secret address of a person's dates."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from petajalan.accounts.access import permit
from petajalan.accounts.models import Agency, User
from petajalan.common import audit
from petajalan.reporting.models import CalendarFeed
from petajalan.reporting.queries.feeds import digest_of


@transaction.atomic
def renew_feed(*, agency: Agency, by: User, at: datetime) -> str:
    """A new secret for one's own dates; the address before it no longer answers."""
    permit(by, "reporting.view_calendar", agency)
    secret = secrets.token_urlsafe(32)
    feed, _created = CalendarFeed.objects.update_or_create(
        agency=agency, user=by, defaults={"digest": digest_of(secret), "made_at": at}
    )
    audit.record(agency=agency, by=by, action="calendar_feed_renewed", about=feed, at=at)
    return secret
