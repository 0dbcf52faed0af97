"""A coordinator's answers to the lines of a report."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from petajalan.accounts.access import SignedInRequest, agency_page
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.forms.reports import CorrectionForm, NoteForm, WriteForm
from petajalan.reporting.models import ProgressLine
from petajalan.reporting.services import review as services
from petajalan.reporting.views.doors import find_line


@require_POST
@agency_page
def accept(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    line = find_line(request, agency, key)
    return _answer(request, agency, line, WriteForm(request.POST), services.accept_line, _("Baris diterima."))


@require_POST
@agency_page
def send_back(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    line = find_line(request, agency, key)
    said = _("Baris dikembalikan kepada unit.")
    return _answer(request, agency, line, NoteForm(request.POST), services.send_line_back, said)


@require_POST
@agency_page
def correct(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    line = find_line(request, agency, key)
    form = CorrectionForm(request.POST)
    return _answer(
        request, agency, line, form, services.correct_line, _("Koreksi tersimpan; angka semula tetap terlihat.")
    )


def _answer(
    request: SignedInRequest, agency: Agency, line: ProgressLine, form: WriteForm, write: Callable[..., object],
    said: str,
) -> HttpResponse:  # fmt: skip
    report = line.report
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    else:
        try:
            write(line=line, **form.cleaned_data, by=request.user, at=clock.now())
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, said)
    address = reverse("report", args=[agency.slug, report.year, report.month, report.unit_id])
    return redirect(f"{address}#l{line.pk}")
