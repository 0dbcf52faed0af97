from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from petajalan.accounts import queries, services
from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.display import units as shown
from petajalan.accounts.forms import EndForm, ReopenForm, UnitFilter, UnitForm
from petajalan.accounts.models import Agency, Team, Unit
from petajalan.accounts.services import UnitValues
from petajalan.accounts.views.doors import find_unit, may_manage_units, posted, refusals_on


@agency_page
def unit_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "accounts.view_units", agency)
    today = timezone.localdate()
    form = UnitFilter(request.GET)
    rows = queries.unit_rows(agency, today)
    teams = Team.objects.filter(agency=agency).in_force_on(today).count()
    context = {
        "form": form,
        "list": shown.unit_list(rows, **form.chosen(), number=request.GET.get("halaman")),
        "teams": teams,
        "leadership": queries.leadership(agency, today),
        "may_manage": may_manage_units(request.user, agency),
    }
    return render(request, "accounts/unit_list.html", context)


@agency_page
def unit_page(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.view_units", agency)
    today = timezone.localdate()
    unit = find_unit(request.user, agency, key)
    context = {
        "unit": unit,
        "active": unit.is_active_on(today),
        "aliases": list(unit.aliases.all()),
        "positions": queries.positions_of(unit, today),
        "children": list(unit.children.active_on(today)),
        "seats": queries.seats_of_unit(unit, today),
        "may_manage": may_manage_units(request.user, agency),
    }
    return render(request, "accounts/unit.html", context)


@agency_page
def add_unit(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    form = UnitForm(posted(request), agency=agency)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            unit = services.create_unit(
                agency=agency,
                values=_values(form),
                head=form.cleaned_data["head"],
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, _("%(unit)s tersimpan.") % {"unit": unit.name})
            return redirect("unit", agency.slug, unit.pk)
    return render(request, "accounts/unit_form.html", {"form": form})


@agency_page
def edit_unit(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    unit = find_unit(request.user, agency, key)
    values = services.values_of_unit(unit)
    initial = {
        "kind": values.kind,
        "name": values.name,
        "short_name": values.short_name,
        "parent": values.parent,
        "aliases": "\n".join(values.aliases),
        "active_from": values.active_from,
    }
    form = UnitForm(posted(request), agency=agency, unit=unit, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.change_unit(unit=unit, values=_values(form, unit), by=request.user, at=timezone.now())
            messages.success(request, _("%(unit)s tersimpan.") % {"unit": form.cleaned_data["name"]})
            return redirect("unit", agency.slug, unit.pk)
    return render(request, "accounts/unit_form.html", {"form": form, "unit": unit})


@agency_page
def retire_unit(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    unit = find_unit(request.user, agency, key)
    if unit.active_until:
        return _reopen(request, agency, unit)
    today = timezone.localdate()
    form = EndForm(posted(request), initial={"on": today})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with refusals_on(form):
            services.retire_unit(unit=unit, on=given["on"], reason=given["reason"], by=request.user, at=timezone.now())
            messages.success(request, _("%(unit)s diakhiri.") % {"unit": unit.name})
            return redirect("unit", agency.slug, unit.pk)
    holders = [(one, holder) for one in queries.positions_of(unit, today) for holder in one.holders]
    seats = queries.seats_of_unit(unit, today)
    return render(request, "accounts/unit_end.html", {"form": form, "unit": unit, "holders": holders, "seats": seats})


def _reopen(request: SignedInRequest, agency: Agency, unit: Unit) -> HttpResponse:
    form = ReopenForm(posted(request))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.reopen_unit(unit=unit, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now())
            messages.success(request, _("%(unit)s aktif kembali.") % {"unit": unit.name})
            return redirect("unit", agency.slug, unit.pk)
    return render(request, "accounts/unit_reopen.html", {"form": form, "unit": unit})


def _values(form: UnitForm, unit: Unit | None = None) -> UnitValues:
    given = form.cleaned_data
    return UnitValues(
        kind=given["kind"],
        name=given["name"],
        short_name=given["short_name"],
        parent=given["parent"],
        active_from=given["active_from"],
        active_until=unit.active_until if unit else None,
        aliases=given["aliases"],
    )
