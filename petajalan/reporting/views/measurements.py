"""Measurements: who measures in a quarter, what one coordinator measured, and the form of one indicator."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.accounts.roles import units_of
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.display.measured import DOUBTS, outside_words, quarter_name, view_of
from petajalan.reporting.forms.measurements import CorrectionForm, FigureForm, MeasurementForm
from petajalan.reporting.models import Measurement
from petajalan.reporting.queries.evidence import uses_of
from petajalan.reporting.queries.measured import Measured
from petajalan.reporting.queries.measurement_page import (
    QuarterPage,
    coordinators,
    corrections_of,
    history,
    quarter_page,
    units_in,
    usual_quarter,
)
from petajalan.reporting.services import measurements as services
from petajalan.reporting.services.calendar import YEARS


@require_safe
@agency_page
def now(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """To the quarter that people measure now: of the person's own unit where only one of them measures."""
    permit(request.user, "reporting.view_reports", agency)
    year, quarter = usual_quarter(agency, at=clock.now())
    own = {unit.pk for unit in units_of(request.user, agency)}
    mine = [one.unit.pk for one in coordinators(agency, year, quarter) if one.unit.pk in own]
    if len(mine) == 1:
        return redirect("measurements", agency.slug, year, quarter, mine[0])
    return redirect("measurement_overview", agency.slug, year, quarter)


@require_safe
@agency_page
def overview(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    _known_quarter(year, quarter)
    found = coordinators(agency, year, quarter)
    context = {
        "coordinators": found,
        "own": {unit.pk for unit in units_of(request.user, agency)},
        "measured": sum(one.measured for one in found),
        "indicators": sum(one.indicators for one in found),
        **_named(year, quarter),
    }
    return render(request, "reporting/measurement_overview.html", context)


@require_safe
@agency_page
def of_unit(request: SignedInRequest, agency: Agency, year: int, quarter: int, unit: int) -> HttpResponse:
    page = _page(request, agency, year, quarter, unit)
    rows = [(view_of(one), page.may_measure(one)) for one in page.rows]
    context = {"page": page, "rows": rows, **_named(year, quarter)}
    return render(request, "reporting/measurements.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@agency_page
def measurement(
    request: SignedInRequest, agency: Agency, year: int, quarter: int, unit: int, key: UUID
) -> HttpResponse:
    page, one = _one(request, agency, year, quarter, unit, key)
    if request.method != "POST":
        return _show(request, page, one, MeasurementForm(one))
    form = MeasurementForm(one, request.POST)
    if not form.is_valid():
        return _show(request, page, one, form, status=422)
    of = services.Subject(one.indicator, page.unit, year, quarter)
    given = {"version": form.cleaned_data["version"], "key": form.cleaned_data["key"]}
    try:
        row = services.save_measurement(of=of, values=form.values, by=request.user, at=clock.now(), **given)
    except services.Implausible as doubtful:
        why = [str(DOUBTS[one]) for one in doubtful.doubts]
        form.add_error("confirmation", " ".join([doubtful.sentence, *why]))
        return _show(request, page, one, form, status=422)
    except services.Overtaken as overtaken:
        return _overtaken(request, page, form, overtaken, key)
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return _show(request, page, one, form, status=422)
    messages.success(request, _("Pengukuran tersimpan."))
    return _after(request, page, row, key)


@require_POST
@agency_page
def correct(request: SignedInRequest, agency: Agency, year: int, quarter: int, unit: int, key: UUID) -> HttpResponse:
    page, one = _one(request, agency, year, quarter, unit, key)
    if one.row is None:
        raise Http404
    form = CorrectionForm(one, request.POST)
    if not form.is_valid():
        return _show(request, page, one, form, status=422)
    given = {name: form.cleaned_data[name] for name in ("version", "key", "reason")}
    try:
        row = services.correct_measurement(
            measurement=one.row, values=form.values, by=request.user, at=clock.now(), **given
        )
    except services.Overtaken as overtaken:
        return _overtaken(request, page, form, overtaken, key)
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return _show(request, page, one, form, status=422)
    messages.success(request, _("Koreksi tersimpan; angka semula tetap terlihat."))
    return _after(request, page, row, key)


def _after(request: SignedInRequest, page: QuarterPage, row: Measurement, key: UUID) -> HttpResponse:
    if request.POST.get("lanjut") == "bukti":
        return redirect("evidence_measurement", request.agency.slug, row.pk)
    return redirect("measurement", request.agency.slug, page.year, page.quarter, page.unit.pk, key)


def _overtaken(
    request: SignedInRequest, page: QuarterPage, form: FigureForm, overtaken: services.Overtaken, key: UUID
) -> HttpResponse:
    """Nothing typed is lost. Sending it again overwrites on purpose."""
    theirs = overtaken.measurement
    _again, one = _one(request, request.agency, page.year, page.quarter, page.unit.pk, key)
    form.add_error(None, overtaken.sentence)
    form.data = {**request.POST.dict(), "version": str(theirs.version), "key": str(uuid4())}
    return _show(request, page, one, form, theirs=theirs, status=409)


def _show(
    request: SignedInRequest, page: QuarterPage, one: Measured, form: FigureForm, *,
    theirs: Measurement | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    correcting = page.may_correct(one)
    shown = form if correcting == isinstance(form, CorrectionForm) or form.is_bound else CorrectionForm(one)
    context = {
        "page": page,
        "view": view_of(one),
        "form": shown,
        "correcting": correcting or isinstance(shown, CorrectionForm),
        "writes": page.may_measure(one) or correcting or shown.is_bound,
        "theirs": theirs,
        "uses": uses_of(one.row) if one.row else [],
        "outside": outside_words(one.row) if one.row else "",
        "history": [(view_of(past), quarter_name(past.year, past.quarter)) for past in history(one)],
        "corrections": corrections_of(one.row) if one.row and one.row.version > 1 else [],
        **_named(page.year, page.quarter),
    }
    return render(request, "reporting/measurement.html", context, status=status)


def _one(
    request: SignedInRequest, agency: Agency, year: int, quarter: int, unit: int, key: UUID
) -> tuple[QuarterPage, Measured]:
    page = _page(request, agency, year, quarter, unit, key)
    if not page.rows:
        raise Http404
    return page, page.rows[0]


def _page(
    request: SignedInRequest, agency: Agency, year: int, quarter: int, unit: int, key: UUID | None = None
) -> QuarterPage:
    permit(request.user, "reporting.view_reports", agency)
    _known_quarter(year, quarter)
    units = units_in(agency, year, quarter, at=clock.now()).visible_to(request.user)  # type: ignore[attr-defined]
    of = get_object_or_404(units, pk=unit)
    of.agency = agency
    return quarter_page(of, year, quarter, request.user, at=clock.now(), key=key)


def _known_quarter(year: int, quarter: int) -> None:
    if year not in YEARS or not 1 <= quarter <= 4:
        raise Http404


def _named(year: int, quarter: int) -> dict[str, object]:
    before, after = year * 4 + quarter - 2, year * 4 + quarter
    return {
        "year": year,
        "quarter": quarter,
        "name": quarter_name(year, quarter),
        "before": (before // 4, before % 4 + 1, quarter_name(before // 4, before % 4 + 1)),
        "after": (after // 4, after % 4 + 1, quarter_name(after // 4, after % 4 + 1)),
    }
