"""The action plans of a year, one of them as a grid, and its older versions."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency, Unit
from petajalan.accounts.roles import units_of
from petajalan.common import clock
from petajalan.planning.action_cells import COLUMNS, Lists
from petajalan.planning.choices import FigureRule, UnitRuleChoice
from petajalan.planning.display import actions as shown
from petajalan.planning.display.action_quality import mark_lines, score_words
from petajalan.planning.models import ActionPlan
from petajalan.planning.queries.action_quality import quality_of
from petajalan.planning.queries.actions import action_plans, actions_of
from petajalan.planning.rules import may_decide_actions, may_write_actions, prepares_actions
from petajalan.planning.services.actions import open_action_plan
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.actions.doors import action_plan_page


@require_safe
@agency_page
def plan_list(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "accounts.view_agency", agency)
    year = _year(request.GET.get("tahun", ""))
    plans = list(action_plans(request.user, agency, year))
    units = _may_open_for(request, agency, {plan.coordinator_id for plan in plans})
    context = {"year": year, "years": range(year - 1, year + 2), "plans": plans, "units": units}
    return render(request, "planning/action_plans.html", context)


@require_POST
@agency_page
def open_plan(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "planning.write_actions", agency)
    chosen = request.POST.get("unit", "")
    unit = get_object_or_404(
        Unit.objects.visible_to(request.user),
        agency=agency,
        pk=chosen if chosen.isdecimal() and len(chosen) < 10 else 0,
    )
    unit.agency = agency
    year = _year(request.POST.get("tahun", ""))
    try:
        plan = open_action_plan(agency=agency, year=year, coordinator=unit, by=request.user, at=clock.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("action_plans", agency.slug)
    return redirect("action_plan", agency.slug, plan.pk)


@require_safe
@action_plan_page
def plan_page(request: SignedInRequest, plan: ActionPlan) -> HttpResponse:
    return show_plan(request, plan)


def show_plan(
    request: SignedInRequest, plan: ActionPlan, wrong: shown.RowView | None = None, status: int = 200
) -> HttpResponse:
    """`wrong` is a row that was not saved: it takes the place of the stored one, with what was typed."""
    lists = Lists(plan)
    repairs = list(plan.repairs.order_by("pk"))
    actions = actions_of(plan)
    rows = shown.rows_of(actions, repairs, lists)
    writes = may_write_actions(request.user, plan.agency, plan.coordinator)
    editable = writes and plan.is_open
    if editable:
        rows.append(shown.empty_row(len(rows) + 1))
    if wrong is not None:
        rows = [wrong if row.form == wrong.form else row for row in rows]
    context = {
        "plan": plan,
        "rows": rows,
        "columns": COLUMNS,
        "blank": shown.empty_row(len(rows) + 1),
        "rules": [str(label) for label in FigureRule.labels],
        "lists": lists,
        "unit_rules": [str(label) for label in UnitRuleChoice.labels],
        "causes": list(dict.fromkeys(lists.causes.values())),
        "repairs": repairs,
        "summary": shown.summary(plan, actions),
        "writes": writes,
        "editable": editable,
        "decides": plan.status == "submitted" and may_decide_actions(request.user, plan),
        "revisions": list(plan.revisions.all()) if plan.revision > 1 else [],
    }
    return render(request, "planning/action_plan.html", context, status=status)


@require_safe
@action_plan_page
def quality(request: SignedInRequest, plan: ActionPlan) -> HttpResponse:
    """The pre-score; htmx takes it into the page of the plan, beside the sentence on its top."""
    actions = actions_of(plan)
    judged = quality_of(plan, actions, Lists(plan).indicators)
    part = "HX-Request" in request.headers
    context = {
        "plan": plan, "part": part, "summary": shown.summary(plan, actions),
        "score": score_words(judged.quality), "marks": mark_lines(judged, plan.year),
    }  # fmt: skip
    name = "planning/action_quality.html" if part else "planning/action_quality_page.html"
    return render(request, name, context)


@require_safe
@action_plan_page
def revision(request: SignedInRequest, plan: ActionPlan, number: int) -> HttpResponse:
    kept = get_object_or_404(plan.revisions.select_related("made_by"), number=number)
    context = {
        "plan": plan,
        "revision": kept,
        "headings": shown.revision_headings(),
        "lines": [shown.revision_line(row) for row in kept.rows],
    }
    return render(request, "planning/action_revision.html", context)


def _may_open_for(request: SignedInRequest, agency: Agency, taken: set[int]) -> list[Unit]:
    if prepares_actions(request.user, agency):
        units = Unit.objects.filter(agency=agency).active_on(clock.today()).order_by("name")
        return [unit for unit in units if unit.pk not in taken]
    own = [unit for unit in units_of(request.user, agency) if unit.pk not in taken]
    return [unit for unit in own if may_write_actions(request.user, agency, unit)]


def _year(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) == 4 and 2000 <= int(text) <= 2100 else clock.today().year
