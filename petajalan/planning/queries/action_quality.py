"""What of an action plan fulfils the marks of `calc.plan_quality`, as far as the entered rows show it."""

from __future__ import annotations

from collections.abc import Sequence

from petajalan.calc.plan_quality import PlanQuality, plan_quality
from petajalan.planning.choices import ActionPlanStatus, FigureRole, FigureRule
from petajalan.planning.models import Action, ActionPlan, AdoptedFigure
from petajalan.planning.queries.actions import IndicatorName, falls


def quality_of(plan: ActionPlan, actions: Sequence[Action], indicators: Sequence[IndicatorName]) -> PlanQuality:
    """Key activities are judged by the indicators that the unit answers for, and those that its actions name."""
    rows = [row for row in actions if not row.withdrawn]
    planned = {row.indicator_key for row in rows}
    wanted = planned | {one.key for one in indicators if one.led}
    figures = AdoptedFigure.objects.filter(
        agency=plan.agency_id, indicator__key__in=wanted, role=FigureRole.TARGET, period=str(plan.year)
    )
    aimed = set(figures.values_list("indicator__key", flat=True))
    return plan_quality(
        {
            "activities": (len(planned), len(wanted)),
            "targets": (len(aimed), len(wanted)),
            "statement": (int(plan.status == ActionPlanStatus.APPROVED), 1),
            "logic": _share(
                rows, [bool(row.output and (row.all_units or row.named_implementers.all())) for row in rows]
            ),
            "indicators": _share(rows, [bool(row.output_indicator and row.output_unit) for row in rows]),
            "output_targets": _share(rows, [any(row.targets) and not _falls(row) for row in rows]),
            "budget": _share(rows, [any(figure is not None for figure in row.budgets) for row in rows]),
        }
    )


def _falls(row: Action) -> bool:
    return row.figure_rule == FigureRule.TO_DATE and falls(row.targets)


def _share(rows: Sequence[Action], fulfilled: Sequence[bool]) -> tuple[int, int]:
    return sum(fulfilled), len(rows)
