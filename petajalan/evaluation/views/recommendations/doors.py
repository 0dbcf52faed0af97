"""One recommendation, found and shown: its page answers reads and every write that was refused."""

from __future__ import annotations

from uuid import uuid4

import rules
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.display.recommendations import shown
from petajalan.evaluation.forms.recommendations import DueForm, ProgressForm, ReasonForm
from petajalan.evaluation.models import Recommendation
from petajalan.evaluation.queries.recommendations import entries_of, moves_of, recommendations_of
from petajalan.evaluation.queries.recommended_indicators import indicator_of
from petajalan.evaluation.queries.verifying import verifying
from petajalan.evaluation.views.doors import VIEW
from petajalan.reporting.duties import is_of

OFFERED = 200  # pieces of evidence to choose from


def find_recommendation(request: SignedInRequest, agency: Agency, key: int) -> Recommendation:
    permit(request.user, VIEW, agency)
    found: Recommendation = get_object_or_404(recommendations_of(request.user, agency), pk=key)
    found.agency = found.owner.agency = agency
    return found


def recommendation_page(
    request: SignedInRequest, agency: Agency, key: int, *, progress: ProgressForm | None = None,
    answer: ReasonForm | None = None, due: DueForm | None = None, said: str = "", status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The forms given were refused; `said` is why. They then carry the version there is now, so that sending one again
    overwrites on purpose."""
    one = find_recommendation(request, agency, key)
    today, user = clock.today(), request.user
    owns = is_of(user, one.owner)
    answers = one.is_live and rules.has_perm("evaluation.verify_recommendation", user, agency)
    leave = verifying(user, one, day=today) if answers else None
    if one.is_to_do and owns and progress is None:
        progress = ProgressForm(unit=one.owner)
    if progress is not None:
        known = progress.fields["known"]
        known.queryset = known.queryset[:OFFERED]  # type: ignore[attr-defined]
    context = {
        "page": shown(one, agency, today=today), "one": one, "thread": entries_of([one]).get(one.pk, []),
        "moves": moves_of(one), "indicator": indicator_of(one, agency), "owns": owns, "leave": leave,
        "progress": progress if one.is_to_do and owns else None,
        "answer": answer or ReasonForm(auto_id="answer_%s"), "due": due or DueForm(auto_id="due_%s"),
        "moving": one.is_to_do and not owns and rules.has_perm("evaluation.move_due", user, agency),
        "key": uuid4(), "said": said, "today": today, "limit": settings.UPLOAD_MAX_BYTES // (1024 * 1024),
    }  # fmt: skip
    return render(request, "evaluation/recommendations/one.html", context, status=status)
