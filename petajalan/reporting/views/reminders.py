"""What a person was reminded of, newest first."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.models import Reminder

SHOWN = 30


@agency_page
def reminders(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """One's own only: even an administrator does not read those of others."""
    permit(request.user, "reporting.view_calendar", agency)
    found = Reminder.objects.visible_to(request.user).filter(agency=agency, user=request.user)[:SHOWN]
    names = dict(DeadlineKind.choices)
    days = [
        {
            "day": row.day,
            "items": [
                {
                    **item,
                    "name": names[item["kind"]],
                    "due": datetime.fromisoformat(item["due"]),
                    "closed": datetime.fromisoformat(item["closed"]),
                }
                for item in row.items
            ],
        }
        for row in found
    ]
    return render(request, "reporting/reminders.html", {"days": days})
