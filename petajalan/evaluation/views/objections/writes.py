"""What is done with an objection on its page: changed, proposed, sent, returned, answered, dropped."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from petajalan.accounts.access import SignedInRequest, agency_page
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.forms.objections import AnswerForm, ClaimForm, ReturnForm
from petajalan.evaluation.models import Objection
from petajalan.evaluation.queries.worksheet.objections import official_score
from petajalan.evaluation.services.objections import sending, writing
from petajalan.evaluation.services.objections.sending import SEND
from petajalan.evaluation.services.objections.writing import WRITE
from petajalan.evaluation.services.worksheet.scoring import ScoreValues
from petajalan.evaluation.views.objections.doors import find_objection, item_of, objection_page
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import seen, told
from petajalan.reporting.forms.reports import WriteForm


@require_POST
@agency_page
def change(request: SignedInRequest, agency: Agency, year: int, key: int) -> HttpResponse:
    found = find_objection(request, agency, year, key, WRITE)
    item = item_of(found)
    if item is None:
        raise Http404
    form = ClaimForm(item, request.POST, request.FILES, agency=agency, row=found, auto_id="klaim_%s")
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("version", "key")}
        try:
            writing.change_objection(objection=found, claim=form.claim, by=request.user, at=clock.now(), **given)
        except Refused as refusal:
            # Nothing typed is lost: sent again, it overwrites what the page now shows.
            form.data = {**request.POST.dict(), "version": str(Objection.objects.get(pk=found.pk).version)}
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Rancangan sanggahan tersimpan."))
            return _page(agency, year, key)
    return objection_page(request, found, claim=form, status=422)


@require_POST
@agency_page
def propose(request: SignedInRequest, agency: Agency, year: int, key: int) -> HttpResponse:
    found = find_objection(request, agency, year, key, WRITE)
    form = WriteForm(request.POST)
    form.is_valid()
    with told(request, _("Diajukan. Sekretariat melihatnya di Tugas saya.")):
        sending.propose_objection(
            objection=found, version=form.cleaned_data.get("version", -1), key=form.cleaned_data.get("key"),
            by=request.user, at=clock.now(),
        )  # fmt: skip
    return _page(agency, year, key)


@require_POST
@agency_page
def send(request: SignedInRequest, agency: Agency, year: int, key: int) -> HttpResponse:
    found = find_objection(request, agency, year, key, SEND)
    form = WriteForm(request.POST)
    form.is_valid()
    with told(request, _("Sanggahan disetujui dan tercatat sebagai dikirim.")):
        sending.send_objection(
            objection=found, version=form.cleaned_data.get("version", -1), key=form.cleaned_data.get("key"),
            by=request.user, at=clock.now(),
        )  # fmt: skip
    return _page(agency, year, key)


@require_POST
@agency_page
def give_back(request: SignedInRequest, agency: Agency, year: int, key: int) -> HttpResponse:
    found = find_objection(request, agency, year, key, SEND)
    form = ReturnForm(request.POST, auto_id="kembali_%s")
    if form.is_valid():
        try:
            sending.return_objection(objection=found, by=request.user, at=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Dikembalikan kepada penulisnya."))
            return _page(agency, year, key)
    return objection_page(request, found, back=form, status=422)


@require_POST
@agency_page
def answer(request: SignedInRequest, agency: Agency, year: int, key: int) -> HttpResponse:
    """Accepted or refused, by the button that was pressed."""
    found = find_objection(request, agency, year, key, WRITE)
    item = item_of(found)
    if item is None:
        raise Http404
    form = AnswerForm(item, request.POST, request.FILES, auto_id="jawab_%s")
    if not form.is_valid():
        return objection_page(request, found, answer=form, status=422)
    given = {name: form.cleaned_data[name] for name in ("version", "key", "answer")}
    given |= {"objection": found, "by": request.user, "at": clock.now()}
    try:
        if request.POST.get("hasil") == "ditolak":
            sending.refuse_objection(source=form.cleaned_data["source"], **given)
            said = _("Penolakan tercatat. Nilai resminya tetap.")
        else:
            version = form.cleaned_data["score_version"]
            sending.accept_objection(values=ScoreValues(**form.given), score_version=version, **given)
            said = _("Tercatat. Nilai resmi yang baru berlaku; nilai semula tetap terlihat sebagai koreksi.")
    except Refused as refusal:
        score = official_score(found.worksheet, found.item)
        now = {"version": Objection.objects.get(pk=found.pk).version, "score_version": score.version if score else 0}
        form.data = {**request.POST.dict(), **{name: str(version) for name, version in now.items()}}
        form.add_error(None, refusal.sentence)
        return objection_page(request, found, answer=form, status=422)
    messages.success(request, said)
    return _page(agency, year, key)


@require_POST
@agency_page
def drop(request: SignedInRequest, agency: Agency, year: int, key: int) -> HttpResponse:
    found = find_objection(request, agency, year, key, WRITE)
    try:
        writing.drop_objection(objection=found, version=seen(request, "version"), by=request.user, at=clock.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return _page(agency, year, key)
    messages.success(request, _("Rancangan sanggahan dihapus. Jejaknya tetap ada."))
    return redirect("objections", agency.slug, year)


@require_POST
@agency_page
def remove_proof(request: SignedInRequest, agency: Agency, year: int, key: int, evidence: int) -> HttpResponse:
    found = find_objection(request, agency, year, key, WRITE)
    with told(request, _("Bukti dilepas dari sanggahan ini. Berkasnya tetap ada pada bukti dukung.")):
        writing.take_proof_away(objection=found, evidence=evidence, by=request.user, at=clock.now())
    return _page(agency, year, key)


def _page(agency: Agency, year: int, key: int) -> HttpResponse:
    return redirect("objection", agency.slug, year, key)
