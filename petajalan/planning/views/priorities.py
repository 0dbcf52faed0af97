from __future__ import annotations

from decimal import Decimal

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.calc.numbers import format_value
from petajalan.common import clock
from petajalan.planning.display.priorities import Moved, moved, what_moved
from petajalan.planning.forms.priorities import FactorForm, NumberField
from petajalan.planning.models import Factor, KeyActivity, Score
from petajalan.planning.queries.priorities import Priorities, priorities_of
from petajalan.planning.services import correct_figure
from petajalan.planning.services import priorities as services
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import row_of, seen, sentence_of, told, typed
from petajalan.planning.views.plan import Plan, plan_page

NUMBER = NumberField(max_length=20, required=False)


@require_safe
@plan_page
def priority_list(request: SignedInRequest, plan: Plan) -> HttpResponse:
    return _list(request, plan, priorities_of(plan.road_map))


@require_POST
@plan_page
def score(request: SignedInRequest, plan: Plan, key: int) -> HttpResponse:
    """Save the scores of one activity; the list comes back in its new order, with what moved."""
    permit(request.user, "planning.edit_plan", plan.road_map)
    activity = row_of(KeyActivity.objects.all(), plan, key)
    before = priorities_of(plan.road_map)
    error = said = ""
    moves: dict[int, Moved] = {}
    try:
        with transaction.atomic():
            changed = _store(request, activity, before)
    except Refused as refusal:
        error = sentence_of(refusal)
    except ValidationError as refusal:
        error = " ".join(refusal.messages)
    after = priorities_of(plan.road_map)
    if not error:
        moves = moved(before.ranks, after)
        said = what_moved(activity.pk, before.ranks, after) if changed else _("Tidak ada skor yang berubah.")
    if request.headers.get("HX-Request"):
        return _list(request, plan, after, error=error, said=said, moves=moves, part=True)
    if error:
        return _list(request, plan, after, error=error, status=409)
    messages.success(request, said)
    return redirect(reverse("priorities", args=[plan.road_map.agency.slug]) + plan.query)


@require_POST
@plan_page
def total(request: SignedInRequest, plan: Plan, key: int) -> HttpResponse:
    """The printed total is wrong: the plan goes by the sum of the scores, with a reason."""
    permit(request.user, "planning.edit_plan", plan.road_map)
    row = next((one for one in priorities_of(plan.road_map).rows if one.activity.pk == key), None)
    if row is None or row.printed is None:
        raise Http404
    row.printed.road_map = plan.road_map
    words = _("Total tercetak untuk %(name)s dikoreksi menjadi %(total)s.")
    text = "" if row.priority.total is None else format_value(row.priority.total)
    with told(request, words % {"name": row.activity.name, "total": text}):
        correct_figure(
            figure=row.printed, text=text, seen=seen(request), by=request.user, at=clock.now(),
            reason=typed(request, "alasan"),
        )  # fmt: skip
    return redirect(reverse("priorities", args=[plan.road_map.agency.slug]) + f"{plan.query}#kegiatan-{key}")


def _store(request: SignedInRequest, activity: KeyActivity, before: Priorities) -> bool:
    """Whether a score differs from the one that is stored. Several at once are all stored or none."""
    stored = {one.factor_id: one for one in Score.objects.filter(agency=activity.agency_id, key_activity=activity)}
    changed = False
    for factor in before.factors:
        name = f"skor-{factor.pk}"
        if name not in request.POST:
            continue
        value: Decimal | None = NUMBER.clean(request.POST[name])
        current = stored.get(factor.pk)
        if value == (current.value if current else None):
            continue
        services.set_score(
            activity=activity, factor=factor, value=value, seen=seen(request, f"versi-{factor.pk}"),
            by=request.user, at=clock.now(),
        )  # fmt: skip
        changed = True
    return changed


def _list(
    request: SignedInRequest,
    plan: Plan,
    found: Priorities,
    *,
    error: str = "",
    said: str = "",
    moves: dict[int, Moved] | None = None,
    part: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {"plan": plan, "page": found, "error": error, "said": said, "moves": moves or {}, "part": part}
    template = "planning/priority_rows.html" if part else "planning/priorities.html"
    return render(request, template, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_page
def factors(request: SignedInRequest, plan: Plan) -> HttpResponse:
    """The factors with their scales, and the form for another one."""
    form = FactorForm(initial={"low": "1", "high": "10"})
    if request.method == "POST":
        permit(request.user, "planning.edit_plan", plan.road_map)
        form = FactorForm(request.POST)
        if form.is_valid():
            try:
                services.add_factor(road_map=plan.road_map, by=request.user, at=clock.now(), **form.cleaned_data)
                messages.success(request, _("Faktor ditambahkan. Beri skor pada setiap kegiatan."))
                return redirect(_factors(plan))
            except Refused as refusal:
                form.add_error(None, sentence_of(refusal))
    return _factor_page(request, plan, form=form)


@require_POST
@plan_page
def factor(request: SignedInRequest, plan: Plan, key: int) -> HttpResponse:
    """Change a factor, or take it out."""
    permit(request.user, "planning.edit_plan", plan.road_map)
    row = row_of(Factor.objects.all(), plan, key)
    if "hapus" in request.POST:
        with told(request, _("Faktor dihapus bersama skornya.")):
            services.remove_factor(factor=row, seen=seen(request), by=request.user, at=clock.now())
        return redirect(_factors(plan))
    form = FactorForm(request.POST, prefix=f"f{key}")
    if not form.is_valid():
        return _factor_page(request, plan, edited=(key, form))
    with told(request, _("Faktor tersimpan.")):
        services.edit_factor(factor=row, seen=seen(request), by=request.user, at=clock.now(), **form.cleaned_data)
    return redirect(_factors(plan))


def _factors(plan: Plan) -> str:
    return reverse("priority_factors", args=[plan.road_map.agency.slug]) + plan.query


def _factor_page(
    request: SignedInRequest,
    plan: Plan,
    *,
    form: FactorForm | None = None,
    edited: tuple[int, FactorForm] | None = None,
) -> HttpResponse:
    rows = Factor.objects.filter(agency=plan.road_map.agency, road_map=plan.road_map)
    listed = [(one, edited[1] if edited and edited[0] == one.pk else _filled(one)) for one in rows]
    context = {"plan": plan, "rows": listed, "form": form or FactorForm(initial={"low": "1", "high": "10"})}
    bad = bool(edited) or bool(form and form.errors)
    return render(request, "planning/factors.html", context, status=422 if bad else 200)


def _filled(row: Factor) -> FactorForm:
    values = {"name": row.name, "low": _text(row.low), "high": _text(row.high), "weight": _text(row.weight)}
    return FactorForm(initial=values, prefix=f"f{row.pk}")


def _text(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}".replace(".", ",")
