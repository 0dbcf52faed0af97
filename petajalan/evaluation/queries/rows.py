"""The rows of an evaluation as they are read from the database."""

from __future__ import annotations

from django.db.models import QuerySet

from petajalan.evaluation.models import EvaluationRow


def with_actions(rows: QuerySet[EvaluationRow]) -> QuerySet[EvaluationRow]:
    """With evaluation, action, plan, area, waiver and the people concerned: two queries, however many there are."""
    found: QuerySet[EvaluationRow] = rows.select_related(
        "evaluation__submitted_by", "evaluation__acknowledged_by", "evaluation__returned_by",
        "action__plan__coordinator", "judged_by", "waiver__signed_by", "waiver__unit", "area",
    ).order_by("action__plan__coordinator__name", "action__position", "pk")  # fmt: skip
    return found.prefetch_related("action__named_implementers")
