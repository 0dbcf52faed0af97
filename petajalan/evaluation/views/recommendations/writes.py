"""What is done with a recommendation on its page: followed, verified, sent back, withdrawn, given more time."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.forms.recommendations import DueForm, ProgressForm, ReasonForm
from petajalan.evaluation.services.recommendations import answers
from petajalan.evaluation.services.recommendations.progress import Shown, report_progress
from petajalan.evaluation.views.recommendations.doors import find_recommendation, recommendation_page
from petajalan.planning.services.refusals import Refused


@require_POST
@agency_page
def follow(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    found = find_recommendation(request, agency, key)
    form = ProgressForm(request.POST, request.FILES, unit=found.owner)
    if not form.is_valid():
        return recommendation_page(request, agency, key, progress=form, status=422)
    given = form.cleaned_data
    file = given["file"]
    proof = Shown(file, file.name if file else "", given["link"], given["known"], given["page"])
    try:
        report_progress(
            recommendation=found, text=given["text"], percent=given["percent"], done=given["done"], shown=proof,
            version=given["version"], key=given["key"], by=request.user, at=clock.now(),
        )  # fmt: skip
    except Refused as refusal:
        return recommendation_page(request, agency, key, progress=form, said=refusal.sentence, status=422)
    messages.success(request, _("Terkirim kepada tim evaluasi.") if given["done"] else _("Kemajuan tersimpan."))
    return redirect("recommendation", agency.slug, key)


@require_POST
@agency_page
def verify(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    return _answered(
        request, agency, key, _("Rekomendasi selesai dan terverifikasi."),
        lambda reason, **given: answers.verify(note=reason, **given),
    )  # fmt: skip


@require_POST
@agency_page
def send_back(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    return _answered(request, agency, key, _("Dikembalikan kepada unit penanggung jawabnya."), answers.send_back)


@require_POST
@agency_page
def withdraw(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    return _answered(request, agency, key, _("Rekomendasi ditarik."), answers.withdraw)


@require_POST
@agency_page
def move_due(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    permit(request.user, "evaluation.move_due", agency)
    found = find_recommendation(request, agency, key)
    form = DueForm(request.POST, auto_id="due_%s")
    if not form.is_valid():
        return recommendation_page(request, agency, key, due=form, status=422)
    try:
        answers.move_due(recommendation=found, **form.cleaned_data, by=request.user, at=clock.now())
    except Refused as refusal:
        return recommendation_page(request, agency, key, due=form, said=refusal.sentence, status=422)
    messages.success(request, _("Tenggat dipindahkan."))
    return redirect("recommendation", agency.slug, key)


def _answered(
    request: SignedInRequest, agency: Agency, key: int, success: str, answer: Callable[..., None]
) -> HttpResponse:
    permit(request.user, "evaluation.verify_recommendation", agency)
    found = find_recommendation(request, agency, key)
    form = ReasonForm(request.POST, auto_id="answer_%s")
    if not form.is_valid():
        return recommendation_page(request, agency, key, answer=form, status=422)
    try:
        answer(recommendation=found, **form.cleaned_data, by=request.user, at=clock.now())
    except Refused as refusal:
        return recommendation_page(request, agency, key, answer=form, said=refusal.sentence, status=422)
    messages.success(request, success)
    return redirect("recommendation", agency.slug, key)
