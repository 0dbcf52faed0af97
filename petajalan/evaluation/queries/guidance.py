"""Guidance as pages list it."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from petajalan.accounts.models import Agency, User
from petajalan.evaluation.models import Evaluation, Guidance, Recommendation
from petajalan.evaluation.models.recommendation import LIVE


def guidance_of(user: User, agency: Agency) -> QuerySet[Guidance]:
    return _with_steps(Guidance.objects.visible_to(user).filter(agency=agency))


def _with_steps(guidance: QuerySet[Guidance]) -> QuerySet[Guidance]:
    """With writers and what follows from them: two queries."""
    found = guidance.select_related("written_by")
    steps = Recommendation.objects.select_related("owner", "checked_by").order_by("due", "year", "number")
    return found.prefetch_related(Prefetch("recommendations", steps))


def with_open_follow_ups(guidance: QuerySet[Guidance]) -> QuerySet[Guidance]:
    return guidance.filter(Exists(Recommendation.objects.filter(guidance=OuterRef("pk"), state__in=LIVE)))


def guidance_in(user: User, evaluation: Evaluation, last_day: date) -> QuerySet[Guidance]:
    """As far as the person may know of it."""
    return guidance_about(evaluation, last_day).filter(pk__in=Guidance.objects.visible_to(user))


def guidance_about(evaluation: Evaluation, last_day: date) -> QuerySet[Guidance]:
    """What belongs to the period of an evaluation: of a sent one, what had been written by then."""
    months = 1 if evaluation.is_month else 3
    first = date(evaluation.year, evaluation.last_month - months + 1, 1)
    within = Q(day__range=(first, last_day))
    if not evaluation.is_open and evaluation.submitted_at is not None:
        within &= Q(written_at__lte=evaluation.submitted_at)
    return _with_steps(Guidance.objects.filter(agency=evaluation.agency)).filter(within).order_by("day", "pk")
