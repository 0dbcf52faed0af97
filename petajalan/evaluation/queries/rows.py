"""The rows of an evaluation as they are read from the database."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import JSONObject

from petajalan.evaluation.models import EvaluationRow, SelfAssessment
from petajalan.planning.models import ActionImplementer


def with_actions(rows: QuerySet[EvaluationRow]) -> QuerySet[EvaluationRow]:
    """With evaluation, action, plan, area, waiver, the people concerned and, as `own_view`, what the coordinator says
    of its action in the quarter of that number (a month has no use for it): two queries, however many there are."""
    found: QuerySet[EvaluationRow] = rows.select_related(
        "evaluation__submitted_by", "evaluation__acknowledged_by", "evaluation__returned_by",
        "action__plan__coordinator", "judged_by", "waiver__signed_by", "waiver__unit", "area",
    ).order_by("action__plan__coordinator__name", "action__position", "pk")  # fmt: skip
    return found.annotate(own_view=Subquery(_own_view())).prefetch_related(
        Prefetch("action__named_implementers", ActionImplementer.objects.select_related("unit"))
    )


def _own_view() -> QuerySet[Any, Any]:
    found = SelfAssessment.objects.filter(
        agency=OuterRef("agency"), action=OuterRef("action"), year=OuterRef("evaluation__year"),
        quarter=OuterRef("evaluation__number"),
    )  # fmt: skip
    names = ("execution", "output", "quality", "timeliness", "note", "simulated")
    return found.order_by().values(seen=JSONObject(**{name: name for name in names}, by="judged_by__full_name"))[:1]
