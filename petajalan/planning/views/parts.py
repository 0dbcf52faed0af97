"""One page for every part of a plan that is not in its logic map: a form to add it, to change it, or to take it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from petajalan.accounts.access import SignedInRequest
from petajalan.common import clock
from petajalan.planning.forms import parts as forms
from petajalan.planning.models import (
    Condition,
    DataSeries,
    Obstacle,
    Programme,
    RelatedRegulation,
    RootCause,
    StrategicIssue,
    Theme,
)
from petajalan.planning.services import series, texts, themes
from petajalan.planning.services.refusals import Conflict, Refused
from petajalan.planning.views.answers import row_of, seen, told
from petajalan.planning.views.plan import Plan, permit_edit, plan_page


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of row. `argument` is what its services call the row; `of_theme` says that it belongs to a theme."""

    model: type[Any]
    form: type[forms.PartForm]
    add: Callable[..., Any]
    edit: Callable[..., Any]
    remove: Callable[..., Any]
    argument: str
    name: str | Promise
    removal: str | Promise
    of_theme: bool = True


KINDS: dict[str, Kind] = {
    "isu": Kind(
        StrategicIssue, forms.IssueForm, texts.add_issue, texts.edit_issue, texts.remove_issue, "issue",
        gettext_lazy("isu strategis"), gettext_lazy("Hapus isu ini"), of_theme=False,
    ),
    "kondisi": Kind(
        Condition, forms.ConditionForm, texts.add_condition, texts.edit_condition, texts.remove_condition, "condition",
        gettext_lazy("kondisi awal"), gettext_lazy("Hapus kondisi ini"), of_theme=False,
    ),
    "tema": Kind(
        Theme, forms.ThemeForm, themes.add_theme, themes.edit_theme, themes.remove_theme, "theme",
        gettext_lazy("tema"), gettext_lazy("Hapus tema beserta seluruh isinya"), of_theme=False,
    ),
    "hambatan": Kind(
        Obstacle, forms.ObstacleForm, themes.add_obstacle, themes.edit_obstacle, themes.remove_obstacle, "obstacle",
        gettext_lazy("hambatan"), gettext_lazy("Hapus hambatan ini"),
    ),
    "akar-masalah": Kind(
        RootCause, forms.RootCauseForm, themes.add_root_cause, themes.edit_root_cause, themes.remove_root_cause,
        "cause", gettext_lazy("akar masalah"), gettext_lazy("Hapus beserta sebab di bawahnya"),
    ),
    "program": Kind(
        Programme, forms.ProgrammeForm, themes.add_programme, themes.edit_programme, themes.remove_programme,
        "programme", gettext_lazy("program atau inovasi"), gettext_lazy("Hapus program ini"),
    ),
    "peraturan-terkait": Kind(
        RelatedRegulation, forms.RelatedRegulationForm, themes.add_related_regulation, themes.edit_related_regulation,
        themes.remove_related_regulation, "regulation",
        gettext_lazy("peraturan terkait"), gettext_lazy("Hapus peraturan ini dari tema"),
    ),
    "seri": Kind(
        DataSeries, forms.SeriesForm, series.add_series, series.edit_series, series.remove_series, "series",
        gettext_lazy("seri data"), gettext_lazy("Hapus seri beserta angkanya"),
    ),
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def add(request: SignedInRequest, plan: Plan, kind: str) -> HttpResponse:
    known = _kind(kind)
    permit_edit(request, plan)
    theme = _theme_named(request, plan) if known.of_theme else None
    form = known.form(request.POST or None, road_map=plan.road_map, theme=theme)
    if request.method == "POST" and form.is_valid():
        owner = {"theme": theme} if theme else {"road_map": plan.road_map}
        try:
            row = known.add(**owner, **form.cleaned_data, by=request.user, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Tersimpan: %(name)s.") % {"name": row})
            return redirect(_page_of(plan, known, row))
    return _page(request, plan, known, form, theme=theme, back=_back(plan, known, theme))


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def change(request: SignedInRequest, plan: Plan, kind: str, key: int) -> HttpResponse:
    known = _kind(kind)
    permit_edit(request, plan)
    row = row_of(known.model.objects.all(), plan, key)
    theme = row.theme if known.of_theme else None
    initial = {name: getattr(row, name) for name in known.form.base_fields}
    form = known.form(request.POST or None, initial=initial, road_map=plan.road_map, theme=theme)
    version, conflict = row.version, None
    if request.method == "POST":
        version = seen(request)
        if form.is_valid():
            values = {known.argument: row, **form.cleaned_data}
            try:
                known.edit(**values, seen=version, by=request.user, at=clock.now())
            except Conflict as refusal:
                conflict, version = refusal, refusal.version
            except Refused as refusal:
                form.add_error(None, refusal.sentence)
            else:
                messages.success(request, _("Tersimpan: %(name)s.") % {"name": row})
                return redirect(_page_of(plan, known, row))
    return _page(
        request, plan, known, form, theme=theme, row=row, version=version, conflict=conflict,
        back=_page_of(plan, known, row),
    )  # fmt: skip


@require_POST
@plan_page
def remove(request: SignedInRequest, plan: Plan, kind: str, key: int) -> HttpResponse:
    known = _kind(kind)
    permit_edit(request, plan)
    row = row_of(known.model.objects.all(), plan, key)
    back = _back(plan, known, row.theme if known.of_theme else None)
    with told(request, _("Dihapus: %(name)s.") % {"name": row}):
        known.remove(**{known.argument: row}, seen=seen(request), by=request.user, at=clock.now())
    return redirect(back)


def _kind(kind: str) -> Kind:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def _theme_named(request: SignedInRequest, plan: Plan) -> Theme:
    key = request.GET.get("tema", "")
    if not key.isdecimal():
        raise Http404
    return row_of(Theme.objects.all(), plan, int(key))


def _page_of(plan: Plan, known: Kind, row: Any) -> str:
    """The page that shows the row."""
    if known.model is DataSeries:
        return reverse("theme_series", args=[plan.road_map.agency.slug, row.pk]) + plan.query
    if known.model is Theme:
        return reverse("theme", args=[plan.road_map.agency.slug, row.key]) + plan.query
    return _back(plan, known, row.theme if known.of_theme else None)


def _back(plan: Plan, known: Kind, theme: Theme | None) -> str:
    """The page that lists rows of this kind."""
    slug = plan.road_map.agency.slug
    if theme is not None:
        return reverse("theme", args=[slug, theme.key]) + plan.query
    return reverse("themes" if known.model is Theme else "plan_text", args=[slug]) + plan.query


def _page(
    request: SignedInRequest, plan: Plan, known: Kind, form: forms.PartForm, *, back: str, theme: Theme | None = None,
    row: Any = None, version: int = 0, conflict: Conflict | None = None,
) -> HttpResponse:  # fmt: skip
    context = {
        "plan": plan, "kind": known, "form": form, "theme": theme, "row": row, "version": version,
        "conflict": conflict, "back": back,
        "slug": next(slug for slug, one in KINDS.items() if one is known),
    }  # fmt: skip
    status = 409 if conflict else 422 if form.errors else 200
    return render(request, "planning/part_form.html", context, status=status)
