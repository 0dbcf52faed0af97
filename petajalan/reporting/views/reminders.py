"""What a person was reminded of, newest first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.reporting.models import Reminder
from petajalan.reporting.services import feeds as services

SHOWN = 30


@agency_page
def reminders(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """One's own only: even an administrator does not read those of others."""
    permit(request.user, "reporting.view_calendar", agency)
    found = Reminder.objects.visible_to(request.user).filter(agency=agency, user=request.user)[:SHOWN]
    days = [{"day": row.day, "items": [_item(one) for one in row.items]} for row in found]
    return render(request, "reporting/reminders.html", {"days": days})


def _item(kept: dict[str, Any]) -> dict[str, Any]:
    closed = kept["closed"]
    return {
        **kept,
        "due": datetime.fromisoformat(kept["due"]),
        "closed": datetime.fromisoformat(closed) if closed else None,
    }


@require_POST
@agency_page
def renew_feed(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """Shows the new address this once; only its digest is kept."""
    permit(request.user, "reporting.view_calendar", agency)
    secret = services.renew_feed(agency=agency, by=request.user, at=clock.now())
    path = reverse("calendar_feed", args=[secret])
    address = settings.PUBLIC_URL.rstrip("/") + path if settings.PUBLIC_URL else request.build_absolute_uri(path)
    return render(request, "reporting/calendar_feed.html", {"address": address})
