"""Objections of a year, and what an item may be objected to with."""

from __future__ import annotations

from django.db.models import QuerySet

from petajalan.accounts.models import Agency, User
from petajalan.evaluation.choices import Party
from petajalan.evaluation.models import EvaluationWorksheet, Objection, WorksheetScore
from petajalan.evaluation.models.objection import LIVE


def objections_of(user: User, agency: Agency, year: int) -> QuerySet[Objection]:
    """With their people and proofs, the newest first. Two queries."""
    found: QuerySet[Objection] = Objection.objects.visible_to(user).filter(agency=agency, worksheet__year=year)
    return (
        found.select_related("worksheet__adopted", "written_by", "sent_by", "answered_by")
        .prefetch_related("proofs__evidence__replaced_by")
        .order_by("-pk")
    )


def live_items(worksheet: EvaluationWorksheet) -> dict[str, int]:
    """Key of the objection that is not answered yet, by item. One query."""
    rows = Objection.objects.filter(agency=worksheet.agency_id, worksheet=worksheet, state__in=LIVE)
    return dict(rows.values_list("item", "pk"))


def official_score(worksheet: EvaluationWorksheet, code: str) -> WorksheetScore | None:
    """One query."""
    rows = WorksheetScore.objects.filter(
        agency=worksheet.agency_id, worksheet=worksheet, party=Party.NATIONAL, item=code
    )  # fmt: skip
    found: WorksheetScore | None = rows.select_related("evidence", "entered_by").first()
    return found
