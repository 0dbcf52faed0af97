"""Adding, changing and taking out what the logic map shows: goals, objectives, key activities, indicators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from petajalan.accounts.access import SignedInRequest
from petajalan.catalogue.queries import reference_for
from petajalan.common import clock
from petajalan.planning import models
from petajalan.planning.forms import rows as forms
from petajalan.planning.services import activities, goals, indicators
from petajalan.planning.services.refusals import Conflict, Refused
from petajalan.planning.views.answers import seen, sentence_of, typed
from petajalan.planning.views.plan import Plan, permit_edit, plan_page


@dataclass(frozen=True, slots=True)
class Kind:
    """`argument` is what the services call the row; `removing` says what goes with it."""

    model: Any
    form: type[forms.RowForm]
    argument: str
    add: Callable[..., Any]
    edit: Callable[..., Any]
    remove: Callable[..., None]
    adding: str | Promise
    changing: str | Promise
    removing: str | Promise


KINDS = {
    "tujuan": Kind(
        models.Goal, forms.GoalForm, "goal", goals.add_goal, goals.edit_goal, goals.remove_goal,
        gettext_lazy("Tambah tujuan"), gettext_lazy("Ubah tujuan"),
        gettext_lazy("Indikatornya ikut terhapus bila tidak dipakai di tempat lain. Sasarannya tetap ada."),
    ),
    "sasaran": Kind(
        models.Objective, forms.ObjectiveForm, "objective", goals.add_objective, goals.edit_objective,
        goals.remove_objective, gettext_lazy("Tambah sasaran strategis"), gettext_lazy("Ubah sasaran strategis"),
        gettext_lazy("Sasaran kebijakannya ikut terhapus. Kegiatan utamanya tetap ada, tanpa sasaran."),
    ),
    "sasaran-kebijakan": Kind(
        models.PolicyObjective, forms.PolicyObjectiveForm, "policy_objective", goals.add_policy_objective,
        goals.edit_policy_objective, goals.remove_policy_objective, gettext_lazy("Tambah sasaran kebijakan"),
        gettext_lazy("Ubah sasaran kebijakan"), gettext_lazy("Kegiatan utamanya tetap ada."),
    ),
    "kegiatan": Kind(
        models.KeyActivity, forms.KeyActivityForm, "activity", activities.add_key_activity,
        activities.edit_key_activity, activities.remove_key_activity, gettext_lazy("Tambah kegiatan utama"),
        gettext_lazy("Ubah kegiatan utama"),
        gettext_lazy("Indikatornya ikut terhapus bila tidak dipakai di tempat lain. Peringkat kegiatan lain naik."),
    ),
    "indikator": Kind(
        models.Indicator, forms.IndicatorForm, "indicator", indicators.add_indicator, indicators.edit_indicator,
        indicators.remove_indicator, gettext_lazy("Tambah indikator"), gettext_lazy("Ubah pengukuran indikator"),
        gettext_lazy("Indikator terhapus dari semua tabel, bersama baseline dan targetnya."),
    ),
}  # fmt: skip
WITH_UNITS = ("all_units", "implementers")


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def add(request: SignedInRequest, plan: Plan, kind: str) -> HttpResponse:
    chosen = _kind(kind)
    permit_edit(request, plan)
    form_of = forms.NewIndicatorForm if kind == "indikator" else chosen.form
    form = form_of(
        request.POST or None, road_map=plan.road_map, scales=_scales(request, kind), initial=_initial(request)
    )
    if request.method == "POST" and form.is_valid():
        try:
            row = _add(request, plan, chosen, dict(form.cleaned_data))
        except Refused as refusal:
            form.add_error(None, sentence_of(refusal))
        else:
            messages.success(request, _("Ditambahkan: %(name)s.") % {"name": row})
            return redirect(_after(request, plan, row))
    context = {"plan": plan, "form": form, "title": chosen.adding, "kind": kind}
    return render(request, "planning/logic_row_form.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _add(request: SignedInRequest, plan: Plan, kind: Kind, values: dict[str, Any]) -> Any:
    told: dict[str, Any] = {"by": request.user, "at": clock.now()}
    units = {name: values.pop(name) for name in WITH_UNITS if name in values}
    # A policy objective and an indicator belong to the plan of what they stand under.
    if kind.argument not in ("policy_objective", "indicator"):
        values["road_map"] = plan.road_map
    row = kind.add(**values, **told)
    if units:
        _set_units(row, units, told)
    return row


def _set_units(row: models.KeyActivity, units: dict[str, Any], told: dict[str, Any]) -> None:
    activities.set_implementers(
        activity=row, units=list(units["implementers"]), all_units=units["all_units"], seen=row.version, **told
    )


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def change(request: SignedInRequest, plan: Plan, kind: str, key: UUID) -> HttpResponse:
    """Change a row, or take it out. A stale form comes back with both values and the version that it may overwrite."""
    chosen = _kind(kind)
    permit_edit(request, plan)
    row = get_object_or_404(chosen.model, agency=request.agency, road_map=plan.road_map, key=key)
    row.road_map = plan.road_map
    removing = "hapus" in request.POST
    form = chosen.form(
        request.POST if request.method == "POST" and not removing else None,
        road_map=plan.road_map,
        scales=_scales(request, kind),
        initial=_values(row, chosen),
    )
    version, clash, refused = row.version, None, ""
    if request.method == "POST" and (removing or form.is_valid()):
        name = str(row)
        try:
            _write(request, chosen, row, None if removing else dict(form.cleaned_data), seen(request))
        except Conflict as conflict:
            clash, version = conflict, conflict.version
        except Refused as refusal:
            refused = sentence_of(refusal)
        else:
            said = _("Dihapus: %(name)s.") if removing else _("Tersimpan: %(name)s.")
            messages.success(request, said % {"name": name if removing else row})
            return redirect(_after(request, plan, None if removing else row))
    context = {
        "plan": plan, "form": form, "title": chosen.changing, "kind": kind, "row": row, "version": version,
        "clash": clash, "refused": refused, "removing": chosen.removing,
    }  # fmt: skip
    status = 409 if clash or refused else 422 if form.errors else 200
    return render(request, "planning/logic_row_form.html", context, status=status)


@transaction.atomic
def _write(request: SignedInRequest, kind: Kind, row: Any, values: dict[str, Any] | None, version: int) -> None:
    told: dict[str, Any] = {"by": request.user, "at": clock.now(), "reason": typed(request, "alasan")}
    if values is None:
        kind.remove(**{kind.argument: row}, seen=version, **told)
        return
    units = {name: values.pop(name) for name in WITH_UNITS if name in values}
    row = kind.edit(**{kind.argument: row}, seen=version, **values, **told)
    if units:
        _set_units(row, units, told)


def _kind(code: str) -> Kind:
    if code not in KINDS:
        raise Http404
    return KINDS[code]


def _values(row: Any, kind: Kind) -> dict[str, Any]:
    values = {
        name: getattr(row, name)
        for name in kind.form.base_fields
        if name not in ("mandatory", "coordinator", "second_coordinator", *WITH_UNITS)
    }
    if isinstance(row, models.KeyActivity):
        values["mandatory"] = {True: "ya", False: "tidak", None: ""}[row.mandatory]
        values |= {"coordinator": row.coordinator_id, "second_coordinator": row.second_coordinator_id}
        values["all_units"] = row.all_units
        values["implementers"] = list(row.named_implementers.values_list("unit_id", flat=True))
    if isinstance(row, models.Indicator) and row.cap is not None:
        values["cap"] = f"{row.cap:f}".replace(".", ",")
    return values


def _initial(request: SignedInRequest) -> dict[str, str]:
    """What the link that led here has chosen already: "?objective=4", "?owner=kegiatan-12"."""
    return {name: request.GET[name] for name in ("goal", "objective", "owner") if name in request.GET}


def _scales(request: SignedInRequest, kind: str) -> list[tuple[str, str]]:
    if kind != "indikator":
        return []
    return sorted(((one.code, one.name) for one in reference_for(request.agency).scales), key=lambda pair: pair[1])


def _after(request: SignedInRequest, plan: Plan, row: Any) -> str:
    if isinstance(row, models.Indicator):
        return reverse("indicator", args=[request.agency.slug, row.key]) + plan.query
    return reverse("logic_map", args=[request.agency.slug]) + plan.query
