"""The targets of a year beside those of the year before: what was carried over, what somebody set."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.common import clock
from petajalan.planning.choices import FigureRole
from petajalan.planning.display.years import shown, year_lines, year_tabs
from petajalan.planning.models import AdoptedFigure, Indicator
from petajalan.planning.queries.differences import year_changes, years_with_targets
from petajalan.planning.services import keep_carried
from petajalan.planning.views.answers import seen, told
from petajalan.planning.views.plan import Plan, plan_page


@require_safe
@plan_page
def year_difference(request: SignedInRequest, plan: Plan, year: int) -> HttpResponse:
    years = years_with_targets(plan.road_map)
    if year not in years:
        raise Http404
    lines = year_lines(year_changes(plan.road_map, year), year)
    chosen = request.GET.get("tampil", "")
    context = {
        "plan": plan,
        "year": year,
        "before": year - 1,
        "years": years,
        "lines": shown(lines, chosen),
        "tabs": year_tabs(lines),
        "chosen": chosen,
        "waiting": sum(1 for line in lines if line.is_carried),
        "total": len(lines),
    }
    return render(request, "planning/year.html", context)


@require_POST
@plan_page
def confirm_carried(request: SignedInRequest, plan: Plan, year: int, key: UUID) -> HttpResponse:
    """The target that was carried over stays: somebody says so."""
    permit(request.user, "planning.edit_plan", plan.road_map)
    indicator = get_object_or_404(Indicator, agency=request.agency, road_map=plan.road_map, key=key)
    target = get_object_or_404(
        AdoptedFigure, agency=request.agency, indicator=indicator, role=FigureRole.TARGET, period=str(year)
    )
    indicator.road_map = target.indicator.road_map = plan.road_map
    words = _("Target %(year)d untuk %(name)s ditetapkan sama dengan %(before)d.")
    with told(request, words % {"year": year, "name": indicator.name, "before": year - 1}):
        keep_carried(target=target, seen=seen(request), by=request.user, at=clock.now())
    return redirect(_address(plan, year, request.GET.get("tampil", "")))


def _address(plan: Plan, year: int, shown_tab: str = "") -> str:
    query = {"versi": str(plan.road_map.version)} if plan.named else {}
    query |= {"tampil": shown_tab} if shown_tab else {}
    address = reverse("plan_year", args=[plan.road_map.agency.slug, year])
    return f"{address}?{urlencode(query)}" if query else address
