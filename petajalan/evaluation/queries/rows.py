"""The rows of an evaluation as they are read from the database."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from petajalan.evaluation.models import EvaluationRow, ImprovementArea, SelfAssessment

# Of what a row names, what an evaluation asks of it: a sheet reads hundreds of them.
_NAMES = {
    "action": (
        "plan", "indicator_key", "name", "position", "output_unit", "unit_rule", "all_units", "withdrawn",
        *(f"target_q{quarter}" for quarter in range(1, 5)),
    ),
    "action__plan": ("coordinator", "year"),
    "action__plan__coordinator": ("name", "short_name"),
    "judged_by": ("full_name", "email"),
    "waiver": ("unit", "action", "reason", "signed_by", "signed_as", "signed_at", "revoked_at"),
    "waiver__signed_by": ("full_name", "email"),
    "waiver__unit": ("name", "short_name"),
}  # fmt: skip
_COLUMNS = (
    *(field.name for field in EvaluationRow._meta.concrete_fields),
    *(f"{named}__{column}" for named, columns in _NAMES.items() for column in columns),
    *(f"area__{field.name}" for field in ImprovementArea._meta.concrete_fields),
)


def with_actions(rows: QuerySet[EvaluationRow], *, own_views: bool = True) -> QuerySet[EvaluationRow]:
    """With action, plan, area, waiver, the people concerned and, as `own_view`, what the coordinator says of its action
    in the quarter of that number (a month has no use for it): one query, however many there are."""
    found: QuerySet[EvaluationRow] = rows.select_related(*_NAMES, "area").only(*_COLUMNS)
    if own_views:
        found = found.annotate(own_view=Subquery(_own_view()))
    return found.order_by("action__plan__coordinator__name", "action__position", "pk")


def _own_view() -> QuerySet[Any, Any]:
    found = SelfAssessment.objects.filter(
        agency=OuterRef("agency"), action=OuterRef("action"), year=OuterRef("evaluation__year"),
        quarter=OuterRef("evaluation__number"),
    )  # fmt: skip
    names = ("execution", "output", "quality", "timeliness", "note", "simulated")
    return found.order_by().values(seen=JSONObject(**{name: name for name in names}, by="judged_by__full_name"))[:1]
