"""The duties of a recommendation: followed by its owner, verified by somebody who is independent of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import Role
from petajalan.evaluation.choices import GuidanceKind, RecommendationState
from petajalan.evaluation.models import Recommendation
from petajalan.evaluation.models.recommendation import LIVE, TO_DO
from petajalan.reporting.queries.owed import Asked, Owed, State
from petajalan.reporting.queries.whom import Whom

TEAM = frozenset({Role.EVALUATOR})
ANSWERING = frozenset({Role.EVALUATOR, Role.SECRETARIAT})


def recommendations_owed(asked: Asked) -> Iterator[Owed]:
    """Nothing closes them, and a new year does not either. One query beside those of `Asked`."""
    rows = Recommendation.objects.filter(agency=asked.agency, state__in=LIVE).select_related("guidance")
    person = asked.person
    if person is not None:
        theirs = Q(state__in=TO_DO, owner__in=person.units)
        if person.roles & ANSWERING:
            theirs |= Q(state=RecommendationState.REPORTED)
        rows = rows.filter(theirs)
    for one in rows.order_by("due", "year", "number"):
        about = f"{one.code} {one.what}"[:120]
        place = reverse("recommendation", args=(asked.agency.slug, one.pk))
        owner = frozenset({one.owner_id})
        if one.is_to_do:
            yield Owed(
                kind="recommendation", words=_("Tindak lanjut rekomendasi"), about=about, url=place,
                due=datetime.combine(one.due, time(23, 59, 59), asked.zone), doers=Whom(people=owner),
                state=State.SENT_BACK if one.state == RecommendationState.SENT_BACK else State.TO_DO,
            )  # fmt: skip
        else:
            directed = one.guidance is not None and one.guidance.kind == GuidanceKind.DIRECTION
            yield Owed(
                kind="recommendation_check", words=_("Verifikasi tindak lanjut rekomendasi"), about=about, url=place,
                due=None, state=State.REVIEW, doers=Whom(roles=ANSWERING if directed else TEAM, but=owner),
            )  # fmt: skip
