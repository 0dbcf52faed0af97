"""Finding what an address of this app names, for people who may know of it."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from petajalan.accounts.access import SignedInRequest, permit
from petajalan.accounts.models import Agency, Unit
from petajalan.reporting.models import ProgressLine, ProgressReport
from petajalan.reporting.services.calendar import YEARS


def find_unit(request: SignedInRequest, agency: Agency, key: int, year: int, month: int) -> Unit:
    permit(request.user, "reporting.view_reports", agency)
    if year not in YEARS or not 1 <= month <= 12:
        raise Http404
    unit: Unit = get_object_or_404(Unit.objects.visible_to(request.user), agency=agency, pk=key)
    unit.agency = agency
    return unit


def find_report(request: SignedInRequest, agency: Agency, year: int, month: int, unit: int) -> ProgressReport:
    permit(request.user, "reporting.view_reports", agency)
    report: ProgressReport = get_object_or_404(
        ProgressReport.objects.visible_to(request.user).select_related("unit"),
        agency=agency, year=year, month=month, unit=unit,
    )  # fmt: skip
    return report


def find_line(request: SignedInRequest, agency: Agency, key: int) -> ProgressLine:
    permit(request.user, "reporting.view_reports", agency)
    line: ProgressLine = get_object_or_404(
        ProgressLine.objects.visible_to(request.user).select_related("report__unit", "action"), agency=agency, pk=key
    )
    return line
