"""Which rows are one indicator: joining two entries of the register, and what one row of a table has of its own."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.common import clock
from petajalan.planning.display.figures import owner_words
from petajalan.planning.display.joining import candidates, join_lines
from petajalan.planning.forms.entries import JoinForm, RowCoordinatorForm, SeparateForm
from petajalan.planning.models import IndicatorRow
from petajalan.planning.queries.register import coordinators_of, owner_of, register_of
from petajalan.planning.services import join_indicators, separate_row, set_row_coordinator
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import seen, sentence_of
from petajalan.planning.views.plan import Plan, plan_page


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def join(request: SignedInRequest, plan: Plan, key: UUID) -> HttpResponse:
    """Find the entry that is the same thing, look at both, join them with a reason."""
    permit(request.user, "planning.edit_plan", plan.road_map)
    register = register_of(plan.road_map)
    keep = register.entry(key)
    if keep is None:
        raise Http404
    wanted = request.GET.get("dengan", "")
    other = next((one for one in register.entries if str(one.indicator.key) == wanted and one != keep), None)
    if wanted and other is None:
        raise Http404
    form, error, status = JoinForm(request.POST or None), "", 200
    if request.method == "POST" and other is not None and form.is_valid():
        for one in (keep, other):
            one.indicator.road_map = plan.road_map
        try:
            join_indicators(
                keep=keep.indicator, other=other.indicator, seen=seen(request), seen_other=seen(request, "versi_lain"),
                reason=form.cleaned_data["reason"], by=request.user, at=clock.now(),
            )  # fmt: skip
        except Refused as refusal:
            error, status = sentence_of(refusal), 409
        else:
            told = {"other": other.indicator.name, "name": keep.indicator.name}
            messages.success(request, _("“%(other)s” disatukan ke “%(name)s”. Riwayat keduanya ada di bawah.") % told)
            return redirect(_indicator(plan, key))
    text = request.GET.get("cari", "")[:100]
    context = {
        "plan": plan,
        "keep": keep,
        "other": other,
        "lines": join_lines(keep, other) if other else (),
        "found": () if other else candidates(keep, register.entries, text),
        "text": text,
        "form": form,
        "error": error,
    }
    return render(request, "planning/join.html", context, status=422 if form.errors else status)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def row(request: SignedInRequest, plan: Plan, key: UUID, row_key: UUID) -> HttpResponse:
    """One row of a table that names the indicator: who answers for it, and whether it measures something else."""
    permit(request.user, "planning.edit_plan", plan.road_map)
    found = get_object_or_404(_rows(request, plan), key=row_key, indicator__key=key)
    found.road_map = plan.road_map
    assert found.indicator is not None  # the address names it
    splitting = "pisahkan" in request.POST
    sent = request.POST if request.method == "POST" else None
    coordinator = RowCoordinatorForm(
        None if splitting else sent, road_map=plan.road_map, initial={"coordinator": found.coordinator_unit_id}
    )
    separate = SeparateForm(sent if splitting else None, initial={"name": found.name}, auto_id="pisah_%s")
    form, error, status = separate if splitting else coordinator, "", 200
    if request.method == "POST" and form.is_valid():
        try:
            target = _split(request, found, separate) if splitting else _coordinate(request, found, coordinator)
        except Refused as refusal:
            error, status = sentence_of(refusal), 409
        else:
            return redirect(_indicator(plan, target))
    # After a refusal the form goes by what is stored now: sending it again is on purpose.
    current = _rows(request, plan).get(pk=found.pk)
    context = {
        "plan": plan,
        "row": current,
        "owner": owner_words(owner_of(current)),
        "leading": coordinators_of(current),
        "shared": current.indicator.rows.count() > 1 if current.indicator else False,
        "coordinator": coordinator,
        "separate": separate,
        "error": error,
    }
    return render(request, "planning/indicator_row.html", context, status=422 if form.errors else status)


def _rows(request: SignedInRequest, plan: Plan) -> QuerySet[IndicatorRow]:
    return IndicatorRow.objects.filter(agency=request.agency, road_map=plan.road_map).select_related(
        "indicator", "goal", "objective", "theme", "coordinator_unit", "key_activity__coordinator",
        "key_activity__second_coordinator",
    )  # fmt: skip


def _coordinate(request: SignedInRequest, row: IndicatorRow, form: RowCoordinatorForm) -> object:
    set_row_coordinator(
        row=row, unit=form.cleaned_data["coordinator"], seen=seen(request), by=request.user, at=clock.now(),
        reason=form.cleaned_data["reason"],
    )  # fmt: skip
    assert row.indicator is not None
    messages.success(request, _("Koordinator baris itu tersimpan."))
    return row.indicator.key


def _split(request: SignedInRequest, row: IndicatorRow, form: SeparateForm) -> object:
    own = separate_row(
        row=row, seen=seen(request), name=form.cleaned_data["name"], reason=form.cleaned_data["reason"],
        by=request.user, at=clock.now(),
    )  # fmt: skip
    said = _("Baris itu sekarang indikator sendiri: “%(name)s”. Lengkapi pengukurannya.")
    messages.success(request, said % {"name": own.name})
    return own.key


def _indicator(plan: Plan, key: object) -> str:
    return reverse("indicator", args=[plan.road_map.agency.slug, key]) + plan.query
