"""The dates of one person, for a calendar program that cannot sign in: its address is the secret."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from petajalan.common import clock
from petajalan.exports.ics import Day, calendar_file
from petajalan.reporting.queries.feeds import DayOf, dates_for, feed_behind


@require_safe
@login_not_required
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    feed = feed_behind(secret)
    if feed is None:
        raise Http404
    agency = feed.agency
    with timezone.override(ZoneInfo(agency.time_zone)), translation.override(feed.user.language or "id"):
        days = [
            Day(key=f"{one.key}@{agency.slug}.petajalan", day=one.due.date(), title=one.title, text=_text(one))
            for one in dates_for(feed.user, agency, at=clock.now())
        ]
        content = calendar_file(agency.name, days, at=timezone.now())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


def _text(one: DayOf) -> str:
    due = {"due": formats.date_format(one.due, "j F Y")}
    if one.closed is None:
        when = _("Tenggat %(due)s.") % due
    else:
        when = _("Tenggat %(due)s, ditutup %(closed)s.") % {**due, "closed": formats.date_format(one.closed, "j F Y")}
    return "\n".join([when, *one.about])
