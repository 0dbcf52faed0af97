"""What somebody judged is kept, and answered: with a page, or to its script, whatever it was that was judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from petajalan.accounts.access import SignedInRequest
from petajalan.common import clock
from petajalan.evaluation.forms.internal import PointForm
from petajalan.evaluation.forms.rows import RowForm
from petajalan.evaluation.services.internal.points import StalePoint
from petajalan.evaluation.services.judging import NotIndependent, Stale
from petajalan.evaluation.services.self_assessments import StaleView
from petajalan.planning.services.refusals import Refused

# 422 for every other refusal.
_STATUS: Mapping[type[Refused], int] = {Stale: 409, StalePoint: 409, StaleView: 409, NotIndependent: 403}


def judged(
    request: SignedInRequest, form: RowForm | PointForm, keep: Callable[..., Any], *, choose: str, said: str,
    page: Callable[..., HttpResponse], back: str,
) -> HttpResponse:  # fmt: skip
    """`keep` is the service, given what it judges; it returns the row with its new version.

    choose  the sentence for a form that is not sound
    page    gives the page again, with what was typed in `form`, what is `said` and its `status`
    back    the address to go to, with the sentence `said`, once it is kept
    """
    scripted = request.headers.get("Accept") == "application/json"

    def refused(sentence: str, status: int) -> HttpResponse:
        if scripted:
            return JsonResponse({"said": sentence}, status=status)
        return page(form=form, said=sentence, status=status)

    if not form.is_valid():
        return refused(choose, 422)
    given = {name: form.cleaned_data[name] for name in ("version", "key")}
    try:
        kept = keep(values=form.values, by=request.user, at=clock.now(), **given)
    except Refused as refusal:
        return refused(refusal.sentence, _STATUS.get(type(refusal), 422))
    if scripted:
        at = timezone.localtime(clock.now())
        return JsonResponse({"version": kept.version, "said": _("Tersimpan %(time)s") % {"time": f"{at:%H.%M}"}})
    messages.success(request, said)
    return redirect(back)
