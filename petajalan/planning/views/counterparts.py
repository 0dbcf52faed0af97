"""Choosing what a row of the plan stands beside in the national framework."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from petajalan.accounts.access import SignedInRequest
from petajalan.common import clock
from petajalan.planning import models
from petajalan.planning.display.counterparts import offered
from petajalan.planning.queries.national import counterparts_in, framework_of
from petajalan.planning.services import set_counterpart
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import seen, sentence_of, typed
from petajalan.planning.views.plan import Plan, permit_edit, plan_page

KINDS: dict[str, Any] = {
    "tujuan": models.Goal,
    "sasaran": models.Objective,
    "kegiatan": models.KeyActivity,
    "indikator": models.Indicator,
    "tema": models.Theme,
}


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def counterpart(request: SignedInRequest, plan: Plan, kind: str, key: UUID) -> HttpResponse:
    """Search the framework, choose one thing of it or none, with a reason when one wants to give it."""
    permit_edit(request, plan)
    if kind not in KINDS:
        raise Http404
    row = get_object_or_404(KINDS[kind], agency=request.agency, road_map=plan.road_map, key=key)
    row.road_map = plan.road_map
    framework, error = framework_of(plan.road_map), ""
    code = request.POST.get("padanan", row.national_code)
    reason = typed(request, "alasan")
    if request.method == "POST":
        try:
            if "padanan" not in request.POST:
                raise Refused(_("Pilih satu padanan, atau “Tanpa padanan nasional”."))
            set_counterpart(
                row=row, code=code, seen=seen(request), by=request.user, at=clock.now(), reason=reason
            )  # fmt: skip
        except Refused as refusal:
            error = sentence_of(refusal)
            row.refresh_from_db(fields=["national_code", "version"])
        else:
            messages.success(request, _("Padanan nasional tersimpan: %(name)s.") % {"name": row})
            return redirect(reverse("plan_alignment", args=[request.agency.slug]) + plan.query)
    stated = counterparts_in(framework, KINDS[kind]) if framework else ()
    others = KINDS[kind].objects.filter(agency=request.agency, road_map=plan.road_map).exclude(pk=row.pk)
    taken = [(one.national_code, str(one)) for one in others.exclude(national_code="")]
    text = request.GET.get("cari", "")[:100]
    context = {
        "plan": plan,
        "row": row,
        "framework": framework,
        "now": next((one for one in stated if one.code == row.national_code), None),
        "found": offered(str(row), stated, taken, text, code),
        "total": len(stated),
        "text": text,
        "code": code,
        "reason": reason,
        "error": error,
    }
    return render(request, "planning/counterpart.html", context, status=409 if error else 200)
