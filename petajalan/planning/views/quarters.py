"""The four quarterly targets of a year: entered together, held against the target of the year."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from petajalan.accounts.access import SignedInRequest
from petajalan.common import clock
from petajalan.planning.choices import FigureRole
from petajalan.planning.display.figures import editable, slot_name
from petajalan.planning.display.figures import figure as figure_words
from petajalan.planning.models import Indicator
from petajalan.planning.queries.quarters import quarter_checks, quarter_slots
from petajalan.planning.queries.register import Slot, register_of
from petajalan.planning.services.figures import decide_figure
from petajalan.planning.services.refusals import Conflict, Refused
from petajalan.planning.views.answers import seen, sentence_of, typed
from petajalan.planning.views.plan import Plan, permit_edit, plan_page


@dataclass(slots=True)
class Field:
    """One quarter in the form. `text` is what somebody typed, or what is stored."""

    slot: Slot
    name: str
    text: str
    version: int
    error: str = ""

    @property
    def code(self) -> str:
        return self.slot.period[-2:].lower()


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def quarters(request: SignedInRequest, plan: Plan, key: UUID, year: int) -> HttpResponse:
    """All four are saved, or none."""
    permit_edit(request, plan)
    indicator = get_object_or_404(Indicator, agency=request.agency, road_map=plan.road_map, key=key)
    indicator.road_map = plan.road_map
    register = register_of(plan.road_map, indicator)
    if str(year) not in register.years:
        raise Http404
    entry = register.entries[0]
    slots = quarter_slots(entry, str(year))
    fields = [Field(slot, slot_name(slot, indicator), editable(slot.reading), slot.version) for slot in slots]
    reason = typed(request, "alasan")
    if request.method == "POST":
        for field in fields:
            field.text = typed(request, field.code, 200)
        if _save(request, indicator, fields, reason):
            messages.success(request, _("Target triwulan %(year)d tersimpan.") % {"year": year})
            return redirect(reverse("indicator", args=[request.agency.slug, key]) + plan.query + "#angka")
    refused = any(field.error for field in fields)
    context = {
        "plan": plan,
        "indicator": indicator,
        "year": year,
        "years": register.years,
        "fields": fields,
        "target": figure_words(entry.target(str(year)).reading),
        "check": next(iter(quarter_checks(entry, [str(year)])), None),
        "reason": reason,
        "needs_reason": any(slot.statements for slot in slots),
    }
    return render(request, "planning/quarters.html", context, status=409 if refused else 200)


def _save(request: SignedInRequest, indicator: Indicator, fields: list[Field], reason: str) -> bool:
    """Every field is tried, so that all that is wrong is said at once."""
    with transaction.atomic():
        for field in fields:
            if field.text == editable(field.slot.reading):
                continue
            try:
                decide_figure(
                    indicator=indicator, role=FigureRole.TARGET, period=field.slot.period,
                    seen=seen(request, f"versi_{field.code}"), text=field.text, reason=reason,
                    by=request.user, at=clock.now(),
                )  # fmt: skip
            except Conflict as clash:
                field.error, field.version = sentence_of(clash), clash.version
            except Refused as refusal:
                field.error = sentence_of(refusal)
        wrong = any(field.error for field in fields)
        transaction.set_rollback(wrong)
    return not wrong
