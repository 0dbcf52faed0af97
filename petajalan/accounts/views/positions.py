from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from petajalan.accounts import queries, services
from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.forms import EndForm, HandOverForm, HoldingForm, PositionForm
from petajalan.accounts.forms.positions import DEFINITIVE
from petajalan.accounts.models import Agency, Holding, Unit
from petajalan.accounts.open_work import open_work
from petajalan.accounts.views.doors import find_position, find_unit, may_manage_units, posted, refusals_on


@agency_page
def position_page(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.view_units", agency)
    today = timezone.localdate()
    position = find_position(request.user, agency, key)
    queries.read_holders(position, today)
    context = {
        "position": position,
        "open_work": open_work(position, today),
        "today": today,
        "may_manage": may_manage_units(request.user, agency),
    }
    return render(request, "accounts/position.html", context)


@agency_page
def add_position(request: SignedInRequest, agency: Agency, key: int | None = None) -> HttpResponse:
    """`key`: the unit; without one the position is one of the leadership."""
    permit(request.user, "accounts.manage_units", agency)
    unit = find_unit(request.user, agency, key) if key is not None else None
    form = PositionForm(posted(request), of_unit=unit is not None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            position = services.create_position(
                agency=agency, unit=unit, by=request.user, at=timezone.now(), **_given(form)
            )
            messages.success(request, _("Jabatan %(name)s tersimpan.") % {"name": position.name})
            return redirect("position", agency.slug, position.pk)
    return render(request, "accounts/position_form.html", {"form": form, "unit": unit})


@agency_page
def edit_position(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    position = find_position(request.user, agency, key)
    initial = {"name": position.name, "is_head": position.is_head, "shared": position.shared}
    form = PositionForm(posted(request), of_unit=position.unit is not None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.change_position(position=position, by=request.user, at=timezone.now(), **_given(form))
            messages.success(request, _("Jabatan %(name)s tersimpan.") % {"name": form.cleaned_data["name"]})
            return redirect("position", agency.slug, position.pk)
    return render(request, "accounts/position_form.html", {"form": form, "position": position, "unit": position.unit})


@agency_page
def end_position(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    position = find_position(request.user, agency, key)
    form = EndForm(posted(request), initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.end_position(position=position, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Jabatan %(name)s dihapus dari susunan.") % {"name": position.name})
            return _back(agency, position.unit)
    return render(request, "accounts/position_end.html", {"form": form, "position": position})


@agency_page
def hand_over(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    today = timezone.localdate()
    position = find_position(request.user, agency, key)
    queries.read_holders(position, today)
    form = HandOverForm(posted(request), agency=agency, shared=position.shared, initial={"on": today})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            holding = services.hand_over(position=position, by=request.user, at=timezone.now(), **form.cleaned_data)
            said = _("%(name)s memegang %(position)s.") % {"name": holding.user, "position": holding.title}
            messages.success(request, said)
            return redirect("position", agency.slug, position.pk)
    context = {"form": form, "position": position, "open_work": open_work(position, today)}
    return render(request, "accounts/hand_over.html", context)


@agency_page
def edit_holding(request: SignedInRequest, agency: Agency, key: int, holding_key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    position = find_position(request.user, agency, key)
    holding = get_object_or_404(Holding.objects.select_related("user", "position"), position=position, pk=holding_key)
    initial = {"starts_on": holding.starts_on, "ends_on": holding.ends_on, "acting": holding.acting or DEFINITIVE}
    form = HoldingForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.correct_holding(holding=holding, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Masa jabatan %(name)s diperbaiki.") % {"name": holding.user})
            return redirect("position", agency.slug, position.pk)
    return render(request, "accounts/holding_form.html", {"form": form, "position": position, "holding": holding})


@agency_page
def end_holding(request: SignedInRequest, agency: Agency, key: int, holding_key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    position = find_position(request.user, agency, key)
    holding = get_object_or_404(Holding.objects.select_related("user", "position"), position=position, pk=holding_key)
    form = EndForm(posted(request), initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.end_holding(holding=holding, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Masa jabatan %(name)s diakhiri.") % {"name": holding.user})
            return redirect("position", agency.slug, position.pk)
    context = {
        "form": form,
        "position": position,
        "holding": holding,
        "open_work": open_work(position, timezone.localdate()),
    }
    return render(request, "accounts/holding_end.html", context)


def _given(form: PositionForm) -> dict[str, Any]:
    given = form.cleaned_data
    return {name: given.get(name, False) for name in ("is_head", "shared")} | {"name": given["name"]}


def _back(agency: Agency, unit: Unit | None) -> HttpResponse:
    return redirect("unit", agency.slug, unit.pk) if unit else redirect("unit_list", agency.slug)
