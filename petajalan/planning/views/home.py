from __future__ import annotations

import msgspec
import rules
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.accounts.roles import units_of
from petajalan.common import clock
from petajalan.planning.display.findings import Headline, headlines
from petajalan.planning.display.home import states, tasks
from petajalan.planning.models import Regulation
from petajalan.planning.queries import home
from petajalan.planning.readings import decode_findings
from petajalan.planning.rules import may_edit, may_enact, may_upload

A_FEW = 5


@require_safe
@agency_page
def home_page(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """What to do now, in words, and how the road map stands."""
    permit(request.user, "accounts.view_agency", agency)
    writes = may_edit(request.user, agency)
    invites = rules.has_perm("accounts.manage_people", request.user, agency)
    waiting = home.home_of(agency, request.user, writes=writes, invites=invites)
    units = units_of(request.user, agency)
    context = {
        "now": timezone.localtime(clock.now()),
        "may_upload": may_upload(request.user, agency),
        "home": waiting,
        "tasks": tasks(waiting, writes=writes, enacts=may_enact(request.user, agency), units=units),
        "states": states(waiting.readiness) if waiting.readiness else [],
        "headlines": _headlines(waiting.regulation),
    }
    return render(request, "planning/home.html", context)


def _headlines(regulation: Regulation | None) -> list[Headline]:
    """The gravest findings, or none where an earlier version of the program kept them in another shape."""
    if regulation is None or not regulation.is_read:
        return []
    try:
        return headlines(decode_findings(regulation.reading.findings), A_FEW)
    except msgspec.ValidationError:
        return []
