"""Reads of action plans: the list of a year, the rows of one plan, what it lacks, and how it is kept as a revision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, User
from petajalan.calc.quarters import FigureRule, is_active, year_total
from petajalan.planning.models import Action, ActionImplementer, ActionPlan, Indicator

KEPT = (
    *("name", "output", "output_indicator", "output_unit", "figure_rule", "unit_rule"),
    *("target_q1", "target_q2", "target_q3", "target_q4", "budget_q1", "budget_q2", "budget_q3", "budget_q4"),
    *("planning_reference", "sub_activity_code", "all_units", "evidence_needed", "withdrawn"),
    *("problem", "problem_indicator", "focus_code"),
)
NAMED = Prefetch("named_implementers", ActionImplementer.objects.select_related("unit"))


@dataclass(frozen=True, slots=True)
class IndicatorName:
    key: UUID
    name: str
    led: bool  # by the unit whose plan it is


def active_in(action: Action, quarter: int) -> bool:
    """Whether the action asks for a line in the reports of `quarter` (1 to 4)."""
    if action.withdrawn:
        return False
    return is_active(FigureRule(action.figure_rule), action.targets, action.budgets, quarter)


def target_total(action: Action) -> Decimal | None:
    return year_total(FigureRule(action.figure_rule), action.targets)


def budget_total(action: Action) -> Decimal | None:
    return year_total(FigureRule(action.figure_rule), action.budgets)


def action_plans(user: User, agency: Agency, year: int) -> QuerySet[ActionPlan]:
    """Plans of a year with the number of their actions and of repairs that are still open."""
    found: QuerySet[ActionPlan] = (
        ActionPlan.objects.visible_to(user)
        .filter(agency=agency, year=year)
        .select_related("coordinator", "agency")
        .annotate(
            count=Count("actions", filter=Q(actions__withdrawn=False), distinct=True),
            open_repairs=Count("repairs", filter=Q(repairs__done=False), distinct=True),
        )
        .order_by("coordinator__name")
    )
    return found


def actions_of(plan: ActionPlan) -> list[Action]:
    """Rows with their implementers, in two queries."""
    rows: list[Action] = list(plan.actions.prefetch_related(NAMED).order_by("position"))
    for row in rows:
        row.plan = plan
    return rows


def indicators_of(plan: ActionPlan) -> list[IndicatorName]:
    """Indicators of the newest road map, those first that the unit answers for, then names that older versions had. The
    key of an entry that was joined into another is still known, for actions that name it."""
    led_by = plan.coordinator_id
    led = (
        Q(rows__key_activity__coordinator=led_by)
        | Q(rows__key_activity__second_coordinator=led_by)
        | Q(rows__coordinator_unit=led_by)
    )
    found = (
        Indicator.objects.filter(agency=plan.agency_id)
        .annotate(led=Count("rows", filter=led, distinct=True))
        .order_by("road_map__version", "position")
        .values_list("key", "name", "led", "joined")
    )
    newest = {key: IndicatorName(key, name, bool(count)) for key, name, count, _joined in found}
    for _key, name, _count, joined in found:
        for one in joined:
            newest.setdefault(UUID(one["key"]), IndicatorName(UUID(one["key"]), name, led=False))
    return sorted(newest.values(), key=lambda one: not one.led)


def snapshot(plan: ActionPlan) -> list[dict[str, Any]]:
    """The rows as a revision keeps them: numbers as texts, names beside keys."""
    names = {one.key: one.name for one in indicators_of(plan)}
    return [
        {
            "key": str(action.key),
            "position": action.position,
            "indicator_key": str(action.indicator_key),
            "indicator": names.get(action.indicator_key, ""),
            "implementers": [str(one.unit) for one in action.named_implementers.all()],
            **{name: _plain(getattr(action, name)) for name in KEPT},
        }
        for action in actions_of(plan)
    ]


def gaps_of(plan: ActionPlan) -> tuple[str, ...]:
    """Sentences on what is missing before the plan may be submitted."""
    rows = [row for row in actions_of(plan) if not row.withdrawn]
    missing = [] if rows else [_("Rencana ini belum berisi satu aksi pun.")]
    for number, action in enumerate(rows, start=1):
        lacks = list(_lacks(action))
        if lacks:
            told = {"number": number, "name": action.name[:80], "what": ", ".join(lacks)}
            missing.append(_("Aksi %(number)d “%(name)s”: %(what)s.") % told)
    missing += [
        _("Perbaikan belum ditandai selesai: %(text)s") % {"text": repair.text}
        for repair in plan.repairs.filter(done=False)
    ]
    return tuple(missing)


def _lacks(action: Action) -> Iterable[str]:
    if not action.output:
        yield _("output belum ditulis")
    if not action.output_indicator:
        yield _("indikator output belum ditulis")
    if not action.output_unit:
        yield _("satuan output belum ditulis")
    if not any(action.targets):
        yield _("belum ada target triwulan")
    if action.figure_rule == FigureRule.TO_DATE:
        if falls(action.targets):
            yield _("target s/d turun dari triwulan sebelumnya")
        if falls(action.budgets):
            yield _("anggaran s/d turun dari triwulan sebelumnya")
    if not action.all_units and not action.named_implementers.all():
        yield _("pelaksana belum dipilih")


def falls(figures: Sequence[Decimal | None]) -> bool:
    known = [figure for figure in figures if figure is not None]
    return any(later < earlier for earlier, later in pairwise(known))


def _plain(value: object) -> object:
    return format(value, "f") if isinstance(value, Decimal) else value
