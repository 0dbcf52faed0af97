from __future__ import annotations

from uuid import UUID

import msgspec
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest
from petajalan.catalogue.queries import reference_for
from petajalan.planning.beside import beside
from petajalan.planning.display import indicators as shown
from petajalan.planning.display.indicator import indicator_page
from petajalan.planning.forms.indicators import IndicatorFilterForm
from petajalan.planning.models import Regulation
from petajalan.planning.queries.history import of_indicator
from petajalan.planning.queries.live_findings import last_findings_of
from petajalan.planning.queries.register import register_of, register_of_key
from petajalan.planning.readings import decode
from petajalan.planning.views.plan import Plan, plan_page


@require_safe
@plan_page
def indicator_list(request: SignedInRequest, plan: Plan) -> HttpResponse:
    register = register_of(plan.road_map)
    reference = reference_for(request.agency)
    marks = last_findings_of(plan.road_map).by_row(but=shown.SAID_BY_THE_ROW)
    every = shown.lines(register, reference.scales, marks)
    chosen = IndicatorFilterForm(request.GET).chosen
    under_filter = [line for line in every if chosen.matches(line, but_show=True)]
    listed = [line for line in under_filter if shown.shows(chosen.show, line)]
    query = request.GET.copy()
    query.pop("tampil", None)
    for name in [name for name, value in query.items() if not value]:
        query.pop(name)
    context = {
        "plan": plan,
        "years": register.years,
        "last_year": register.years[-1] if len(register.years) > 1 else "",
        "baseline_years": register.baseline_years,
        "groups": shown.grouped(listed, chosen.sort),
        "listed": len(listed),
        "total": len(every),
        "tabs": shown.tabs(under_filter, register.years),
        "chosen": chosen,
        "choices": shown.choices(every),
        "summary": shown.summary(every, register.years),
        "query": query.urlencode(),
    }
    return render(request, "planning/indicators.html", context)


@require_safe
@plan_page
def indicator(request: SignedInRequest, plan: Plan, key: UUID) -> HttpResponse:
    register = register_of_key(plan.road_map, key)
    if register is None:
        raise Http404
    found = register.entries[0].indicator
    context = {
        "plan": plan,
        "page": indicator_page(register, reference_for(request.agency)),
        "trail": of_indicator(found),
        "beside": beside(user=request.user, agency=request.agency, indicator=found),
    }
    return render(request, "planning/indicator.html", context)


@require_safe
@plan_page
def printed_table(request: SignedInRequest, plan: Plan, name: str) -> HttpResponse:
    """On to the table of the regulation with this name ("3.3", or "2" for the second one without a number)."""
    document = get_object_or_404(
        Regulation.objects.visible_to(request.user).select_related("reading"),
        agency=request.agency,
        pk=plan.road_map.document_id,
        reading__isnull=False,
    )
    try:
        tables = decode(document.reading.data, document.reading.findings).data.document.tables
    except msgspec.ValidationError:
        return redirect("regulation", request.agency.slug, document.pk)
    table = next((one for one in tables if one.name in (name, f"#{name}")), None)
    if table is None:
        raise Http404
    return redirect(reverse("regulation_table", args=[request.agency.slug, document.pk, table.index + 1]))
