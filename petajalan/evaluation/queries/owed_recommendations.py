"""The duties of a recommendation: followed by its owner, verified by somebody who is independent of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Case, CharField, DateTimeField, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import Role
from petajalan.evaluation.choices import GuidanceKind, RecommendationState
from petajalan.evaluation.models import Recommendation
from petajalan.evaluation.models.recommendation import LIVE, TO_DO
from petajalan.evaluation.queries.team import evaluators
from petajalan.reporting.queries.owed import Asked, Owed, State
from petajalan.reporting.queries.whom import Whom

TEAM = frozenset({Role.EVALUATOR})
ANSWERING = frozenset({Role.EVALUATOR, Role.SECRETARIAT})
RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True)
class LiveRecommendation:
    """One that waits. `directed`: it follows a direction of the secretariat."""

    key: int
    year: int
    number: int
    owner: int
    directed: bool
    state: str
    due: date
    what: str


def recommendations(asked: Asked) -> QuerySet[Any, Any]:
    """Those that wait for the person, or for anybody, in the columns that `owed` reads together with evaluations."""
    rows = Recommendation.objects.filter(agency=asked.agency, state__in=LIVE).order_by()
    person = asked.person
    if person is not None:
        theirs = Q(state__in=TO_DO, owner__in=person.units)
        if person.roles & ANSWERING:
            theirs |= Q(state=RecommendationState.REPORTED)
        rows = rows.filter(theirs)
    return rows.annotate(
        kind=Value(RECOMMENDATION, CharField()),
        directed=Case(When(guidance__kind=GuidanceKind.DIRECTION, then=1), default=0, output_field=IntegerField()),
        zero=Value(0, IntegerField()), no_moment=Cast(Value(None), DateTimeField()), day=Cast("due", CharField()),
    ).values_list(
        "kind", "pk", "year", "number", "owner", "directed", "zero", "state", "no_moment", "day", "what"
    )  # fmt: skip


def recommendations_owed(asked: Asked, live: Iterable[LiveRecommendation]) -> Iterator[Owed]:
    """Nothing closes them, and a new year does not either."""
    live = list(live)
    left = _left_to_secretariat(asked, live)
    for one in sorted(live, key=lambda each: (each.due, each.year, each.number)):
        about = f"{Recommendation(year=one.year, number=one.number).code} {one.what}"[:120]
        place = reverse("recommendation", args=(asked.agency.slug, one.key))
        owner = frozenset({one.owner})
        answering = ANSWERING if one.directed or one.owner in left else TEAM
        if one.state in TO_DO:
            yield Owed(
                kind="recommendation", words=_("Tindak lanjut rekomendasi"), about=about, url=place,
                due=datetime.combine(one.due, time(23, 59, 59), asked.zone), doers=Whom(people=owner),
                state=State.SENT_BACK if one.state == RecommendationState.SENT_BACK else State.TO_DO,
            )  # fmt: skip
        else:
            yield Owed(
                kind="recommendation_check", words=_("Verifikasi tindak lanjut rekomendasi"), about=about, url=place,
                due=None, state=State.REVIEW, doers=Whom(roles=answering, but=owner),
            )  # fmt: skip


def _left_to_secretariat(asked: Asked, live: Iterable[LiveRecommendation]) -> frozenset[int]:
    """Owners whose recommendations nobody of the evaluation team may verify: see `queries.verifying`. One query, and
    only where something waits that the secretariat would have to look at."""
    waiting = {one.owner for one in live if one.state == RecommendationState.REPORTED and not one.directed}
    if not waiting or not asked.concerns(Whom(roles=frozenset({Role.SECRETARIAT}))):
        return frozenset()
    team = [one.units for one in evaluators(asked.agency, asked.today) if one.evaluates]
    return frozenset(owner for owner in waiting if all(owner in units for units in team))
