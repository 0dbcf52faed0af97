from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from petajalan.accounts.access import agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.planning.queries import home
from petajalan.planning.rules import may_upload


@require_safe
@agency_page
def home_page(request: HttpRequest, agency: Agency) -> HttpResponse:
    """What to do now, in words, and how the road map stands."""
    permit(request.user, "accounts.view_agency", agency)
    context = {
        "now": timezone.localtime(),
        "may_upload": may_upload(request.user, agency),
        "home": home.home_of(agency, request.user),
    }
    return render(request, "planning/home.html", context)
