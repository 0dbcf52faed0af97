from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petajalan.accounts import queries
from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.forms import TrailFilter
from petajalan.accounts.models import Agency
from petajalan.common import audit

PER_PAGE = 50


@require_safe
@agency_page
def trail(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "accounts.view_trail", agency)
    people = queries.people_in_trail(agency=agency, user=request.user)
    form = TrailFilter(request.GET, actions=audit.named_actions(), people=people)
    chosen = form.chosen()
    entries = queries.trail(agency=agency, user=request.user, **chosen)
    page = Paginator(entries, PER_PAGE).get_page(request.GET.get("halaman"))
    rows = [queries.in_words(entry) for entry in page]
    context = {"form": form, "filtered": bool(chosen), "page": page, "rows": rows}
    return render(request, "accounts/trail.html", context)
