"""What a person has to do, one tap from each form."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.reporting.queries.owed import tasks_of
from petajalan.reporting.queries.reports import today_of


@require_safe
@agency_page
def tasks(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    at = clock.now()
    found = tasks_of(request.user, agency, at=at)
    names = {"overdue": _("Terlambat"), "today": _("Hari ini"), "soon": _("Minggu ini"), "later": _("Berikutnya")}
    groups = [
        {"when": when, "name": name, "tasks": tasks}
        for when, name in names.items()
        if (tasks := [one for one in found if one.when(today_of(agency, at)) == when])
    ]
    return render(request, "reporting/tasks.html", {"groups": groups, "count": len(found)})


@require_safe
@agency_page
def count(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """How many there are, in words: a part of the home page."""
    permit(request.user, "reporting.view_reports", agency)
    at = clock.now()
    found = tasks_of(request.user, agency, at=at)
    late = sum(one.when(today_of(agency, at)) == "overdue" for one in found)
    return render(request, "reporting/task_count.html", {"count": len(found), "late": late})
