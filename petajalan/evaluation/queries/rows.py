"""The rows of an evaluation as they are read from the database."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from petajalan.evaluation.models import EvaluationRow
from petajalan.planning.models import ActionImplementer


def with_actions(rows: QuerySet[EvaluationRow]) -> QuerySet[EvaluationRow]:
    """With evaluation, action, plan, area, waiver and the people concerned: two queries, however many there are."""
    found: QuerySet[EvaluationRow] = rows.select_related(
        "evaluation__submitted_by", "evaluation__acknowledged_by", "evaluation__returned_by",
        "action__plan__coordinator", "judged_by", "waiver__signed_by", "waiver__unit", "area",
    ).order_by("action__plan__coordinator__name", "action__position", "pk")  # fmt: skip
    return found.prefetch_related(
        Prefetch("action__named_implementers", ActionImplementer.objects.select_related("unit"))
    )
