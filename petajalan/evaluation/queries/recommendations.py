"""Recommendations as the board and the list show them, and one of them with all that was said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from petajalan.accounts.models import Agency, Unit, User
from petajalan.common.models import AuditEntry
from petajalan.evaluation.choices import RecommendationState
from petajalan.evaluation.models import EvaluationRow, FollowUp, FollowUpEvidence, Recommendation
from petajalan.evaluation.models.recommendation import LIVE, TO_DO
from petajalan.evaluation.queries.recommended_indicators import all_keys, concerning

ORDERS = {
    "umur": ("raised_at", "year", "number"),
    "unit": ("owner__name", "due", "year", "number"),
    "nomor": ("year", "number"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which recommendations a list shows, and in which order.

    state  a `RecommendationState`, "hidup" (somebody still has to do something), "terlambat" or "semua"
    order  "umur" (oldest first), "unit", "nomor", or "" for the due day
    """

    state: str = "hidup"
    unit: int | None = None
    source: str = ""
    year: int | None = None
    order: str = ""
    indicator: UUID | None = None


def recommendations_of(user: User, agency: Agency) -> QuerySet[Recommendation]:
    """With what they come from, who owes them, the newest entry of the owner, and how far they were at the last entry
    that did not say "done". One query."""
    newest = FollowUp.objects.filter(recommendation=OuterRef("pk")).order_by("-written_at", "-pk")
    found: QuerySet[Recommendation] = Recommendation.objects.visible_to(user).filter(agency=agency)
    return found.select_related(
        "owner", "guidance", "action", "raised_by", "checked_by", "waiver__unit", "waiver__signed_by",
        "row__evaluation", "area__row__evaluation", "area__point__evaluation",
    ).annotate(
        last_text=Subquery(newest.values("text")[:1]), last_at=Subquery(newest.values("written_at")[:1]),
        last_percent=Subquery(newest.filter(done=False).values("percent")[:1]),
    )  # fmt: skip


def chosen(rows: QuerySet[Recommendation], wanted: Wanted, *, today: date) -> QuerySet[Recommendation]:
    return _in_state(_elsewhere(rows, wanted), wanted.state, today).order_by(
        *ORDERS.get(wanted.order, ("due", "year", "number"))
    )


def counts(rows: QuerySet[Recommendation], wanted: Wanted, *, today: date) -> dict[str, int]:
    """How many each choice of a state would leave, the other filters as they are. One query."""
    states = ["semua", "hidup", "terlambat", *RecommendationState.values]
    found = _elsewhere(rows, wanted).order_by()
    return found.aggregate(**{one: Count("pk", filter=_condition(one, today)) for one in states})


def board_of(rows: QuerySet[Recommendation], year: int) -> QuerySet[Recommendation]:
    """What a year has to do with: raised in it or before, and still open or closed since it began."""
    return rows.filter(year__lte=year).filter(
        Q(state__in=LIVE) | Q(state=RecommendationState.VERIFIED, checked_at__year__gte=year)
    )


def owners_in(rows: QuerySet[Recommendation]) -> list[Unit]:
    """Units that owe one of them, or did, by name."""
    return list(Unit.objects.filter(pk__in=rows.order_by().values("owner")).order_by("name"))


def years_in(rows: QuerySet[Recommendation]) -> list[int]:
    """The newest first."""
    return list(rows.order_by("-year").values_list("year", flat=True).distinct())


def entries_of(rows: Iterable[Recommendation]) -> dict[int, list[FollowUp]]:
    """What their owners wrote, with what shows it and what was answered, by key of the recommendation. Two queries."""
    proofs = FollowUpEvidence.objects.select_related("evidence__replaced_by").order_by("pk")
    entries = FollowUp.objects.filter(recommendation__in=[one.pk for one in rows]).order_by("written_at", "pk")
    found: dict[int, list[FollowUp]] = defaultdict(list)
    for one in entries.select_related("written_by", "checked_by").prefetch_related(Prefetch("proofs", proofs)):
        found[one.recommendation_id].append(one)
    return found


def moves_of(recommendation: Recommendation) -> list[AuditEntry]:
    """Each time its due day was moved, as the trail has it."""
    found = AuditEntry.objects.filter(
        agency=recommendation.agency_id, object_type=recommendation._meta.label_lower,
        object_key=str(recommendation.pk), action="recommendation_due_moved",
    )  # fmt: skip
    return list(found.order_by("at", "pk"))


def with_made(rows: QuerySet[EvaluationRow]) -> QuerySet[EvaluationRow]:
    """Rows of an evaluation with the recommendation that each, and its area, was made into. In the query of the rows;
    `made_of` reads it."""
    live = Recommendation.objects.exclude(state=RecommendationState.WITHDRAWN).order_by("-pk")
    made = live.values(seen=JSONObject(pk="pk", year="year", number="number"))
    found: QuerySet[EvaluationRow] = rows.annotate(
        row_made=Subquery(made.filter(row=OuterRef("pk"))[:1]),
        area_made=Subquery(made.filter(area__row=OuterRef("pk"))[:1]),
    )
    return found


def made_of(row: EvaluationRow, part: str) -> Recommendation | None:
    """Its key and its code, of the row ("row") or of its area ("area"); the row was read with `with_made`."""
    given = getattr(row, f"{part}_made")
    return Recommendation(**given) if given else None


def _elsewhere(rows: QuerySet[Recommendation], wanted: Wanted) -> QuerySet[Recommendation]:
    """All filters but that of the state."""
    if wanted.indicator:
        rows = concerning(rows, all_keys(wanted.indicator))
    given = {"owner": wanted.unit, "source_kind": wanted.source, "year": wanted.year}
    return rows.filter(**{name: value for name, value in given.items() if value})


def _in_state(rows: QuerySet[Recommendation], state: str, today: date) -> QuerySet[Recommendation]:
    return rows.filter(_condition(state, today))


def _condition(state: str, today: date) -> Q:
    if state == "hidup":
        return Q(state__in=LIVE)
    if state == "terlambat":
        return Q(state__in=TO_DO, due__lt=today)
    return Q() if state == "semua" else Q(state=state)
