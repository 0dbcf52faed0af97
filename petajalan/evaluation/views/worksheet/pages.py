"""The worksheet of a year: read, begun, made final; its coefficient; values that are known from elsewhere."""

from __future__ import annotations

from uuid import uuid4

import rules
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.catalogue.rules import may_change
from petajalan.common import clock
from petajalan.evaluation.display.worksheet.page import page_of
from petajalan.evaluation.forms.rows import AnswerForm
from petajalan.evaluation.forms.worksheet import CoefficientForm
from petajalan.evaluation.models import EvaluationWorksheet
from petajalan.evaluation.queries.worksheet.corrections import coefficient_corrections
from petajalan.evaluation.queries.worksheet.index import sheet_of, worksheet_in
from petajalan.evaluation.queries.worksheet.leave import leading
from petajalan.evaluation.queries.worksheet.official import (
    Proposal,
    adopted_for,
    official_index,
    proposals,
    with_own_scores,
    years_of,
)
from petajalan.evaluation.services.worksheet import keeping, scoring
from petajalan.evaluation.views.doors import VIEW
from petajalan.evaluation.views.worksheet.doors import at_once, find_worksheet
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import told
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.calendar import YEARS

KEEP = "evaluation.keep_worksheet"


@require_safe
@agency_page
def this_year(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """To the newest worksheet there is, else to the year that was measured last."""
    permit(request.user, VIEW, agency)
    years = years_of(agency)
    return redirect("worksheet", agency.slug, years[0] if years else today_of(agency, clock.now()).year - 1)


@require_safe
@agency_page
def worksheet(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    permit(request.user, VIEW, agency)
    if year not in YEARS:
        raise Http404
    found = worksheet_in(agency, year)
    keeps = rules.has_perm(KEEP, request.user, agency)
    if found is None:
        context = {
            "year": year, "keeps": keeps, "adopted": adopted_for(agency, year),
            "adopts": may_change(request.user, agency),
        }  # fmt: skip
        return render(request, "evaluation/worksheet_none.html", context)
    sheet = sheet_of(found)
    page = page_of(sheet, at_once(request, sheet, leading(agency, year)))
    context = {
        "page": page, "worksheet": found, "year": year, "keeps": keeps, "official": official_index(agency, year),
        "deducts": rules.has_perm("evaluation.score_national", request.user, agency), "key": uuid4(),
        "corrections": coefficient_corrections(found),
        "names_known": rules.has_perm("evaluation.score_self", request.user, agency),
    }  # fmt: skip
    return render(request, "evaluation/worksheet.html", context)


@require_POST
@agency_page
def start(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    permit(request.user, KEEP, agency)
    chosen = request.POST.get("instrumen", "")
    seen = AdoptedInstrument.objects.visible_to(request.user).filter(agency=agency)
    instrument = get_object_or_404(seen, pk=int(chosen) if chosen.isdecimal() and len(chosen) < 12 else 0)
    instrument.agency = agency
    with told(request, _("Lembar kerja dimulai.")):
        keeping.start_worksheet(instrument=instrument, year=year, by=request.user, at=clock.now())
    return redirect("worksheet", agency.slug, year)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def coefficient(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    found = find_worksheet(request, agency, year, "evaluation.score_national")
    initial = {"version": found.version, "coefficient": found.coefficient, "note": found.coefficient_note}
    final = not found.is_open
    form = CoefficientForm(request.POST if request.method == "POST" else None, initial=initial, correcting=final)
    keep = keeping.correct_coefficient if final else keeping.set_coefficient
    if request.method == "POST" and form.is_valid():
        try:
            keep(worksheet=found, by=request.user, at=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            said = _("Koreksi tersimpan; koefisien semula tetap terlihat.") if final else _("Koefisien tersimpan.")
            messages.success(request, said)
            return redirect("worksheet", agency.slug, year)
    context = {"form": form, "worksheet": found, "year": year}
    return render(request, "evaluation/worksheet_coefficient.html", context, status=422 if form.errors else 200)


@require_POST
@agency_page
def finalise(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    found = find_worksheet(request, agency, year, KEEP)
    form = AnswerForm(request.POST)
    form.is_valid()
    with told(request, _("Lembar kerja final. Bobotnya tetap, dan nilainya berubah lewat koreksi saja.")):
        keeping.finalise_worksheet(
            worksheet=found, version=form.cleaned_data.get("version", -1), by=request.user, at=clock.now(),
            key=form.cleaned_data.get("key"),
        )  # fmt: skip
    return redirect("worksheet", agency.slug, year)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def known(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    """Values of the year that the register, the regulation or a measurement knows already, for items without one."""
    permit(request.user, "evaluation.score_self", agency)
    seen = EvaluationWorksheet.objects.visible_to(request.user).filter(agency=agency, year=year)
    rows = list(with_own_scores(seen.select_related("adopted")))
    if not rows:
        raise Http404
    found = rows[0]
    found.agency = agency
    offered = proposals(request.user, found, {str(row.scored) for row in rows})  # type: ignore[attr-defined]
    if request.method == "POST":
        _take(request, found, {one.item.code: one for one in offered if one.takes})
        return redirect("worksheet", agency.slug, year)
    context = {"worksheet": found, "year": year, "offered": offered, "takes": any(one.takes for one in offered)}
    return render(request, "evaluation/worksheet_known.html", context)


def _take(request: SignedInRequest, found: EvaluationWorksheet, offered: dict[str, Proposal]) -> None:
    """Each stands for itself: what somebody else has entered meanwhile is told, the others are kept."""
    count = 0
    for code in request.POST.getlist("butir"):
        one = offered.get(code)
        if one is None:
            continue
        try:
            scoring.take_known(worksheet=found, code=code, known=one.known, version=0, by=request.user, at=clock.now())
        except Refused as refusal:
            messages.error(request, f"{code}: {refusal.sentence}")
        else:
            count += 1
    if count:
        words = ngettext("%(count)d nilai dipakai.", "%(count)d nilai dipakai.", count)
        messages.success(request, words % {"count": count})
    elif not request.POST.getlist("butir"):
        messages.error(request, _("Pilih sekurang-kurangnya satu nilai."))
