"""Activities for the core values: a year month by month, one of them, and what is done with it."""

from __future__ import annotations

from itertools import groupby
from uuid import uuid4

import rules
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency, Unit
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import told
from petajalan.reporting.forms.culture import ActivityForm, HeldForm
from petajalan.reporting.models import CultureActivity
from petajalan.reporting.queries.culture import activities_of, may_write_for, writing_units, year_of
from petajalan.reporting.queries.evidence import uses_of
from petajalan.reporting.services import culture as services
from petajalan.reporting.services.calendar import YEARS

VIEW, WRITE = "reporting.view_reports", "reporting.write_culture"
FIELDS = ("day", "title", "core_value", "participants", "note")


@require_safe
@agency_page
def now(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, VIEW, agency)
    return redirect("culture", agency.slug, clock.today().year)


@require_safe
@agency_page
def of_year(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    permit(request.user, VIEW, agency)
    if year not in YEARS:
        raise Http404
    units = Unit.objects.filter(agency=agency, pk__in=CultureActivity.objects.filter(agency=agency).values("unit"))
    chosen = next((one for one in units.order_by("name") if str(one.pk) == request.GET.get("unit")), None)
    found = year_of(activities_of(request.user, agency), year, chosen.pk if chosen else None)
    months = [(day, list(rows)) for day, rows in groupby(found.rows, key=lambda one: one.day.replace(day=1))]
    context = {
        "year": year, "found": found, "months": months, "units": units.order_by("name"), "chosen": chosen,
        "today": clock.today(), "writes": rules.has_perm(WRITE, request.user, agency),
    }  # fmt: skip
    return render(request, "reporting/culture.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def add(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, WRITE, agency)
    units = writing_units(request.user, agency)
    form = ActivityForm(request.POST or None, initial={"key": uuid4(), "day": clock.today()}, units=units)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        given["unit"].agency = agency
        values = services.ActivityValues(**{name: given[name] for name in FIELDS})
        try:
            made = services.plan_activity(
                agency=agency, unit=given["unit"], values=values, by=request.user, at=clock.now(), key=given["key"]
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Kegiatan tersimpan."))
            if made is None:
                return redirect("culture", agency.slug, values.day.year)
            return redirect("culture_activity", agency.slug, made.pk)
    return render(request, "reporting/culture_form.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@agency_page
def activity(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = _find(request, agency, key, VIEW)
    context = {
        "activity": found, "uses": uses_of(found), "writes": may_write_for(request.user, found.unit),
        "today": clock.today(),
    }  # fmt: skip
    return render(request, "reporting/culture_activity.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def change(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = _find(request, agency, key, WRITE)
    initial = {name: getattr(found, name) for name in (*FIELDS, "version")}
    form = ActivityForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = services.ActivityValues(**{name: form.cleaned_data[name] for name in FIELDS})
        version = form.cleaned_data["version"] or -1
        try:
            services.change_activity(activity=found, values=values, version=version, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return redirect("culture_activity", agency.slug, key)
    context = {"form": form, "activity": found}
    return render(request, "reporting/culture_form.html", context, status=422 if form.errors else 200)


@require_POST
@agency_page
def hold(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = _find(request, agency, key, WRITE)
    form = HeldForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Isi jumlah peserta dengan angka nol atau lebih, atau kosongkan."))
        return redirect("culture_activity", agency.slug, key)
    with told(request, _("Kegiatan dinyatakan terlaksana. Lampirkan buktinya bila ada.")):
        services.hold_activity(activity=found, by=request.user, at=clock.now(), **form.cleaned_data)
    return redirect("culture_activity", agency.slug, key)


@require_POST
@agency_page
def reopen(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = _find(request, agency, key, WRITE)
    with told(request, _("Kegiatan kembali ke rencana.")):
        services.reopen_activity(activity=found, version=_version(request), by=request.user, at=clock.now())
    return redirect("culture_activity", agency.slug, key)


@require_POST
@agency_page
def remove(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = _find(request, agency, key, WRITE)
    try:
        services.remove_activity(activity=found, version=_version(request), by=request.user, at=clock.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("culture_activity", agency.slug, key)
    messages.success(request, _("Kegiatan dihapus dari rencana."))
    return redirect("culture", agency.slug, found.day.year)


def _version(request: SignedInRequest) -> int:
    form = HeldForm(request.POST)
    form.is_valid()
    return int(form.cleaned_data.get("version", -1))


def _find(request: SignedInRequest, agency: Agency, key: int, rule: str) -> CultureActivity:
    permit(request.user, rule, agency)
    found: CultureActivity = get_object_or_404(activities_of(request.user, agency), pk=key)
    found.agency = found.unit.agency = agency
    return found
