"""Finding what an address of this app names, for people who may know of it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.accounts.models import Agency
from petajalan.evaluation.models import Evaluation, EvaluationPoint, EvaluationRow, Guidance
from petajalan.evaluation.queries.owed import address_of
from petajalan.evaluation.queries.points import with_waivers
from petajalan.evaluation.queries.recommendations import with_made
from petajalan.evaluation.queries.rows import with_actions

VIEW = "evaluation.view_evaluations"


def find_evaluation(request: SignedInRequest, agency: Agency, key: int, rule: str) -> Evaluation:
    """For a write; the page reads the rows at once, with `find_rows`."""
    permit(request.user, rule, agency)
    found: Evaluation = get_object_or_404(Evaluation.objects.visible_to(request.user), agency=agency, pk=key)
    found.agency = agency
    return found


def page_of(evaluation: Evaluation) -> str:
    """The address of an evaluation, whatever its kind."""
    return address_of(evaluation.agency.slug, evaluation.kind, evaluation.year, evaluation.pk)


def find_point(request: SignedInRequest, agency: Agency, key: int, rule: str) -> EvaluationPoint:
    permit(request.user, rule, agency)
    points = with_waivers(EvaluationPoint.objects.visible_to(request.user).filter(agency=agency))
    point: EvaluationPoint = get_object_or_404(points, pk=key)
    point.evaluation.agency = agency
    return point


def find_rows(request: SignedInRequest, agency: Agency, key: int) -> tuple[Evaluation, list[EvaluationRow]]:
    """An evaluation with its rows, of which it always has some: no evaluation begins without actions."""
    permit(request.user, VIEW, agency)
    seen = Evaluation.objects.visible_to(request.user).select_related("submitted_by", "acknowledged_by", "returned_by")
    evaluation: Evaluation = get_object_or_404(seen, agency=agency, pk=key)
    evaluation.agency = agency
    of = EvaluationRow.objects.filter(agency=agency, evaluation=evaluation)
    rows = list(with_made(with_actions(of, own_views=not evaluation.is_month)))
    if not rows:
        raise Http404
    for row in rows:
        row.evaluation = evaluation
    return evaluation, rows


def find_row(request: SignedInRequest, agency: Agency, key: int, rule: str) -> EvaluationRow:
    permit(request.user, rule, agency)
    rows = with_actions(EvaluationRow.objects.visible_to(request.user).filter(agency=agency))
    row: EvaluationRow = get_object_or_404(with_made(rows), pk=key)
    row.evaluation = Evaluation.objects.get(agency=agency, pk=row.evaluation_id)
    row.evaluation.agency = agency
    return row


def find_guidance(request: SignedInRequest, agency: Agency, guidance: QuerySet[Guidance], key: int) -> Guidance:
    permit(request.user, VIEW, agency)
    found = get_object_or_404(guidance, pk=key)
    found.agency = agency
    return found
