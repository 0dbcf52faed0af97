"""One objection, found and shown: its page answers reads and every write that was refused."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import rules
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.accounts.models import Agency
from petajalan.calc.index import Item
from petajalan.common import clock
from petajalan.evaluation.choices import ObjectionState
from petajalan.evaluation.display.objections import objection_shown
from petajalan.evaluation.forms.objections import AnswerForm, ClaimForm, ReturnForm
from petajalan.evaluation.models import Objection
from petajalan.evaluation.queries.worksheet.objections import objections_of, official_score
from petajalan.evaluation.services.objections.sending import SEND
from petajalan.evaluation.services.objections.writing import WRITE
from petajalan.evaluation.services.worksheet.writing import said
from petajalan.evaluation.views.doors import VIEW
from petajalan.reporting.queries.reports import today_of


def find_objection(request: SignedInRequest, agency: Agency, year: int, key: int, rule: str = VIEW) -> Objection:
    permit(request.user, rule, agency)
    found: Objection = get_object_or_404(objections_of(request.user, agency, year), pk=key)
    found.agency = found.worksheet.agency = agency
    return found


def item_of(objection: Objection) -> Item | None:
    return next((one for one in objection.worksheet.instrument.items() if one.code == objection.item), None)


def objection_page(
    request: SignedInRequest, one: Objection, *, claim: ClaimForm | None = None, back: ReturnForm | None = None,
    answer: AnswerForm | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The forms given were refused."""
    agency, user, item = one.agency, request.user, item_of(one)
    writes = rules.has_perm(WRITE, user, agency)
    given: dict[str, Any] = {"version": one.version, "key": uuid4()}
    score = official_score(one.worksheet, one.item)
    if item is not None and writes and one.state == ObjectionState.DRAFT and claim is None:
        claim = ClaimForm(item, agency=agency, row=one, auto_id="klaim_%s")
    if item is not None and writes and one.state == ObjectionState.SUBMITTED and answer is None:
        initial = given | {"score_version": score.version if score else 0}
        answer = AnswerForm(item, initial=initial, auto_id="jawab_%s")
    context = {
        "one": one, "page": objection_shown(one, item, today_of(agency, clock.now())), "item": item,
        "year": one.worksheet.year, "worksheet": one.worksheet,
        "now": said(score) if score else _("belum ada"), "claim": claim, "answer": answer,
        "back": back or ReturnForm(initial=given, auto_id="kembali_%s"), "writes": writes,
        "sends": rules.has_perm(SEND, user, agency) and one.state == ObjectionState.PROPOSED,
        "own": one.written_by_id == user.pk, "key": given["key"], "limit": settings.UPLOAD_MAX_BYTES // (1024 * 1024),
    }  # fmt: skip
    return render(request, "evaluation/objections/one.html", context, status=status)
