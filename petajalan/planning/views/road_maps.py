from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.planning.forms import road_maps as forms
from petajalan.planning.models import RoadMap
from petajalan.planning.queries.completeness import completeness_of
from petajalan.planning.rules import may_enact
from petajalan.planning.services import life
from petajalan.planning.services.refusals import Incomplete, Refused
from petajalan.planning.views.plan import Plan, permit_edit, plan_page


@require_safe
@plan_page
def overview(request: SignedInRequest, plan: Plan) -> HttpResponse:
    """The life of the road map: its state, what it lacks, its versions, and the next step."""
    return _overview(request, plan)


def _overview(request: SignedInRequest, plan: Plan, *, status: int = 200, **filled: Any) -> HttpResponse:
    today = clock.today()
    context = {
        "plan": plan,
        "completeness": completeness_of(plan.road_map),
        "may_enact": may_enact(request.user, plan.road_map.agency),
        "enact_form": forms.EnactForm(initial={"on": today}),
        "amend_form": forms.ReasonForm(),
        "revoke_form": forms.RevokeForm(),
        "year_form": forms.YearForm(initial={"year": (plan.road_map.period_end or today.year) + 1}),
        "discard_form": forms.ReasonForm(auto_id="buang_%s"),
        "missing": (),
        "years": plan.road_map.years[1:],
    } | filled
    return render(request, "planning/road_map.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def create(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """A road map from nothing."""
    permit(request.user, "planning.edit_plan", agency)
    year = clock.today().year
    form = forms.RoadMapForm(request.POST or None, initial={"period_start": year, "period_end": year + 1})
    if request.method == "POST" and form.is_valid():
        try:
            road_map = life.create_road_map(agency=agency, **form.cleaned_data, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Rancangan dibuat. Isi kelima bagian wajibnya, lalu tetapkan."))
            return redirect(_address(road_map))
    context = {"form": form}
    return render(request, "planning/road_map_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def change(request: SignedInRequest, plan: Plan) -> HttpResponse:
    permit_edit(request, plan)
    road_map = plan.road_map
    initial = {"title": road_map.title, "period_start": road_map.period_start, "period_end": road_map.period_end}
    form = forms.RoadMapForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            life.edit_road_map(road_map=road_map, **form.cleaned_data, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Judul dan periode tersimpan."))
            return redirect(_address(road_map))
    context = {"form": form, "plan": plan}
    return render(request, "planning/road_map_form.html", context, status=422 if form.errors else 200)


@require_POST
@plan_page
def enact(request: SignedInRequest, plan: Plan) -> HttpResponse:
    permit(request.user, "planning.enact_plan", plan.road_map)
    form = forms.EnactForm(request.POST)
    if form.is_valid():
        try:
            life.enact(road_map=plan.road_map, **form.cleaned_data, by=request.user, at=clock.now())
        except Incomplete as refusal:
            return _overview(request, plan, status=409, enact_form=form, missing=refusal.missing)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Road map ini ditetapkan dan mulai berlaku."))
            return redirect(_address(plan.road_map))
    return _overview(request, plan, status=422, enact_form=form)


@require_POST
@plan_page
def amend(request: SignedInRequest, plan: Plan) -> HttpResponse:
    permit(request.user, "planning.edit_plan", plan.road_map)
    form = forms.ReasonForm(request.POST)
    if form.is_valid():
        try:
            draft = life.start_amendment(
                road_map=plan.road_map, reason=form.cleaned_data["reason"], by=request.user, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Rancangan perubahan dibuat. Versi yang berlaku tidak berubah."))
            return redirect(_address(draft))
    return _overview(request, plan, status=422, amend_form=form)


@require_POST
@plan_page
def revoke(request: SignedInRequest, plan: Plan) -> HttpResponse:
    permit(request.user, "planning.enact_plan", plan.road_map)
    form = forms.RevokeForm(request.POST)
    if form.is_valid():
        try:
            life.revoke(road_map=plan.road_map, **form.cleaned_data, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Road map ini dicabut. Isinya tetap dapat dibaca."))
            return redirect(_address(plan.road_map))
    return _overview(request, plan, status=422, revoke_form=form)


@require_POST
@plan_page
def open_year(request: SignedInRequest, plan: Plan) -> HttpResponse:
    permit(request.user, "planning.edit_plan", plan.road_map)
    form = forms.YearForm(request.POST)
    if form.is_valid():
        year = form.cleaned_data["year"]
        try:
            carried = life.open_year(road_map=plan.road_map, year=year, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            words = _("Tahun %(year)d dibuka: %(count)d target dilanjutkan dari %(before)d. Tinjau satu per satu.")
            messages.success(request, words % {"year": year, "count": carried, "before": year - 1})
            address = reverse("plan_year", args=[plan.road_map.agency.slug, year])
            return redirect(f"{address}?versi={plan.road_map.version}")
    return _overview(request, plan, status=422, year_form=form)


@require_POST
@plan_page
def discard(request: SignedInRequest, plan: Plan) -> HttpResponse:
    permit(request.user, "planning.edit_plan", plan.road_map)
    form: django_forms.Form = forms.ReasonForm(request.POST, auto_id="buang_%s")
    if form.is_valid():
        try:
            life.discard_draft(
                road_map=plan.road_map, reason=form.cleaned_data["reason"], by=request.user, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Rancangan dibuang."))
            return redirect("plan", plan.road_map.agency.slug)
    return _overview(request, plan, status=422, discard_form=form)


def _address(road_map: RoadMap) -> str:
    return reverse("plan", args=[road_map.agency.slug]) + f"?versi={road_map.version}"
