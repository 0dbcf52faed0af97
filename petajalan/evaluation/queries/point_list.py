"""What an evaluation of a year judges, with what the data say of each: unsaved points, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import translation

from petajalan.calc.evaluation import Aspect, sufficient
from petajalan.evaluation.choices import CriterionChoice, EvaluationKind, PointPart
from petajalan.evaluation.criteria import criteria_in
from petajalan.evaluation.models import Evaluation, EvaluationPoint
from petajalan.evaluation.queries.management import management_of
from petajalan.evaluation.queries.plan_facts import facts_of_plan, facts_of_road_map
from petajalan.evaluation.queries.year_facts import facts_of_effect, facts_of_target, year_facts
from petajalan.planning.models import Action, ActionPlan
from petajalan.reporting.queries.measuring import keys_of, rows_in_force

ROAD_MAP = "Road map reformasi birokrasi"


def wanted_points(evaluation: Evaluation, *, at: datetime) -> list[EvaluationPoint]:
    """Queries grow with the number of plans, so that this is asked when somebody writes, never to show a page."""
    made = _of_plans(evaluation) if evaluation.kind == EvaluationKind.EX_ANTE else _of_year(evaluation, at)
    points = list(made)
    for position, one in enumerate(points, start=1):
        one.position = position
    return points


def _of_plans(evaluation: Evaluation) -> Iterator[EvaluationPoint]:
    """Five aspects of the road map, then of each action plan with an action in it."""
    agency, year = evaluation.agency, evaluation.year
    in_force = {
        key
        for row in rows_in_force(agency, year).select_related("indicator")
        if row.indicator
        for key in keys_of(row.indicator)
    }
    planned = set(
        Action.objects.filter(agency=agency, plan__year=year, withdrawn=False).values_list("indicator_key", flat=True)
    )
    facts = facts_of_road_map(agency, year, planned)
    for aspect in Aspect:
        yield _point(evaluation, PointPart.ASPECT, ROAD_MAP, code=aspect.value, basis=facts.get(aspect, {}))
    for plan in _plans(evaluation):
        facts = facts_of_plan(plan, in_force)
        for aspect in Aspect:
            yield _point(
                evaluation, PointPart.ASPECT, plan.coordinator.name, plan=plan, code=aspect.value,
                basis=facts.get(aspect, {}),
            )  # fmt: skip


def _of_year(evaluation: Evaluation, at: datetime) -> Iterator[EvaluationPoint]:
    """Each indicator of the road map, each action plan, each criterion of management."""
    agency, year = evaluation.agency, evaluation.year
    facts = year_facts(agency, year)
    for one in facts.indicators:
        assert one.indicator is not None  # it is one of an indicator
        yield _point(
            evaluation, PointPart.TARGET, one.name, indicator_key=one.indicator.key, basis=facts_of_target(facts, one)
        )
    for plan in _plans(evaluation):
        yield _point(
            evaluation, PointPart.EFFECT, plan.coordinator.name, plan=plan, basis=facts_of_effect(facts, plan.pk)
        )
    known = management_of(agency, year, at=at)
    for criterion in criteria_in(year):
        count, of = known[criterion.code]
        basis = {
            "count": count, "of": of, "least": format(criterion.least, "f"), "source": criterion.source,
            "sufficient": sufficient(count, of, criterion.least),
        }  # fmt: skip
        with translation.override(settings.LANGUAGE_CODE):
            name = str(CriterionChoice(criterion.code).label)
        yield _point(evaluation, PointPart.MANAGEMENT, name, code=criterion.code, basis=basis)


def _plans(evaluation: Evaluation) -> list[ActionPlan]:
    rows = ActionPlan.objects.filter(
        agency=evaluation.agency, year=evaluation.year, actions__withdrawn=False
    ).select_related("coordinator", "agency")  # fmt: skip
    return list(rows.order_by("coordinator__name", "pk").distinct())


def _point(evaluation: Evaluation, part: PointPart, name: str, **more: Any) -> EvaluationPoint:
    return EvaluationPoint(agency_id=evaluation.agency_id, evaluation=evaluation, part=part, name=name, **more)
