"""Endpoints of evaluations of months and quarters, and of recommendations."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from petajalan.api.choices import ApiScope
from petajalan.api.v1.endpoint import Call, Group
from petajalan.api.v1.filters import Since, Year, changed_since
from petajalan.api.v1.paging import Key, Page, Paged, page_of
from petajalan.api.v1.shapes.agency import UnitName
from petajalan.api.v1.shapes.evaluation import (
    ConformityShape,
    EvaluatedLine,
    EvaluationRowShape,
    EvaluationShape,
    EvaluationWhole,
    RecommendationShape,
)
from petajalan.calc.evaluation import Conformity
from petajalan.evaluation.choices import (
    EvaluationKind,
    EvaluationStatus,
    JudgementChoice,
    RecommendationSource,
    RecommendationState,
)
from petajalan.evaluation.models import Evaluation, EvaluationRow, FollowUp, Recommendation
from petajalan.evaluation.queries.dates import dates_of
from petajalan.evaluation.queries.recommendations import entries_of, recommendations_of
from petajalan.evaluation.queries.rows import with_actions
from petajalan.evaluation.queries.sheet import RowSeen, sheet_of

group = Group("evaluation", ApiScope.EVALUATION_READ, "evaluation.view_evaluations")
KINDS = (EvaluationKind.MONTH, EvaluationKind.QUARTER)


class Evaluations(Paged):
    """`changed_since`: only evaluations that were written to, or whose rows were, since."""

    year: Year | None = None
    kind: EvaluationKind | None = None
    status: EvaluationStatus | None = None
    changed_since: Since | None = None


class Recommendations(Paged):
    """`unit` is the owner; `due_before`: only what is due before that day."""

    year: Year | None = None
    unit: Key | None = None
    status: RecommendationState | None = None
    source: RecommendationSource | None = None
    due_before: date | None = None
    changed_since: Since | None = None


@group.get("evaluations", _("Evaluasi bulanan dan triwulanan"), gives=Page[EvaluationShape], query=Evaluations)
def list_evaluations(call: Call) -> Page[EvaluationShape]:
    wanted = {name: one for name in ("year", "kind", "status") if (one := getattr(call.query, name)) is not None}
    rows = _evaluations(call).filter(**wanted)
    if call.query.changed_since is not None:
        rows = changed_since(rows, call.query.changed_since, parts={EvaluationRow: "evaluation"})
    return page_of(call, rows, EvaluationShape.of)


@group.get("evaluations/<int:evaluation>", _("Satu evaluasi, aksi demi aksi"), gives=EvaluationWhole)
def one_evaluation(call: Call, evaluation: int) -> EvaluationWhole:
    found = get_object_or_404(_evaluations(call), pk=evaluation)
    found.agency = call.agency
    rows = list(with_actions(EvaluationRow.objects.filter(agency=call.agency, evaluation=found)))
    for row in rows:
        row.evaluation = found
    dates = dates_of(found)
    sheet = sheet_of(found, rows, dates, at=call.at)
    return EvaluationWhole(
        EvaluationShape.of(found), dates.due, dates.closed,
        {name: _conformity(one) for name, one in sheet.conformity.items()}, [_row(one) for one in sheet.rows],
    )  # fmt: skip


@group.get("recommendations", _("Rekomendasi"), gives=Page[RecommendationShape], query=Recommendations)
def list_recommendations(call: Call) -> Page[RecommendationShape]:
    given = call.query
    wanted = {
        "year": given.year, "owner": given.unit, "state": given.status, "source_kind": given.source,
        "due__lt": given.due_before,
    }  # fmt: skip
    rows = recommendations_of(call.user, call.agency)
    rows = rows.filter(**{name: one for name, one in wanted.items() if one is not None})
    if given.changed_since is not None:
        rows = changed_since(rows, given.changed_since, parts={FollowUp: "recommendation"})
    return page_of(call, rows, RecommendationShape.of)


@group.get(
    "recommendations/<int:recommendation>", _("Satu rekomendasi dengan tindak lanjutnya"), gives=RecommendationShape
)
def one_recommendation(call: Call, recommendation: int) -> RecommendationShape:
    found: Recommendation = get_object_or_404(recommendations_of(call.user, call.agency), pk=recommendation)
    return RecommendationShape.of(found, entries_of([found]).get(found.pk, []))


def _evaluations(call: Call) -> QuerySet[Evaluation]:
    found: QuerySet[Evaluation] = Evaluation.objects.visible_to(call.user).filter(agency=call.agency, kind__in=KINDS)
    return found


def _conformity(one: Conformity) -> ConformityShape:
    return ConformityShape(one.conforming, one.judged, one.total, one.percent)


def _row(seen: RowSeen) -> EvaluationRowShape:
    row = seen.row
    judged = {name: JudgementChoice(value) if value else None for name, value in seen.values.items()}
    return EvaluationRowShape(
        id=row.pk, action=row.action_id, action_name=row.action.name,
        coordinator=UnitName.of(row.action.plan.coordinator), indicator=row.action.indicator_key, **judged,
        follows=seen.follows, note=row.note or None, recommendation=row.recommendation or None,
        judged_by=str(row.judged_by) if row.judged_by else None, judged_at=row.judged_at,
        waivers=[one.reason for one in seen.waivers],
        lines=[
            EvaluatedLine(line.name, line.state, line.punctual, line.output, line.budget, line.nil)
            for line in seen.lines
        ],
    )  # fmt: skip
