"""What a person has to do, one tap from each form."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.reporting.queries.tasks import tasks_of


@require_safe
@agency_page
def tasks(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    found = tasks_of(request.user, agency, at=clock.now())
    names = {"overdue": _("Terlambat"), "today": _("Hari ini"), "soon": _("Minggu ini"), "later": _("Berikutnya")}
    groups = [
        {"state": state, "name": name, "tasks": tasks}
        for state, name in names.items()
        if (tasks := [one for one in found if one.state == state])
    ]
    return render(request, "reporting/tasks.html", {"groups": groups, "count": len(found)})
