"""A unit's report on a month: read, begun, filled, sent."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from petajalan.accounts.access import SignedInRequest, agency_page
from petajalan.accounts.models import Agency
from petajalan.calc import progress
from petajalan.calc.progress import Doubt
from petajalan.common import clock
from petajalan.planning.services.refusals import Refused
from petajalan.planning.views.answers import told
from petajalan.reporting.duties import is_of
from petajalan.reporting.forms.reports import LineForm, WriteForm
from petajalan.reporting.models import ProgressLine, ProgressReport
from petajalan.reporting.queries.gaps import gap_of
from petajalan.reporting.queries.report_page import report_page
from petajalan.reporting.services import reports as services
from petajalan.reporting.views.doors import find_line, find_report, find_unit
from petajalan.reporting.words import done_words


@require_safe
@agency_page
def report(request: SignedInRequest, agency: Agency, year: int, month: int, unit: int) -> HttpResponse:
    of = find_unit(request, agency, unit, year, month)
    found = ProgressReport.objects.visible_to(request.user).filter(agency=agency, unit=of, year=year, month=month)
    known = found.select_related("unit", "submitted_by").first()
    if known is None:
        context = {"unit": of, "day": date(year, month, 1), "may_start": is_of(request.user, of)}
        return render(request, "reporting/report_none.html", context)
    return _page(request, agency, known)


@require_POST
@agency_page
def start(request: SignedInRequest, agency: Agency, year: int, month: int, unit: int) -> HttpResponse:
    of = find_unit(request, agency, unit, year, month)
    with told(request):
        services.start_report(unit=of, year=year, month=month, by=request.user, at=clock.now())
    return redirect("report", agency.slug, year, month, unit)


@require_POST
@agency_page
def save_line(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    """Answers a page, or to its script what became of the line."""
    line = find_line(request, agency, key)
    form = LineForm.of(line, request.POST)
    scripted = request.headers.get("Accept") == "application/json"
    if form.is_valid():
        try:
            line = services.save_line(
                line=line, values=form.values, version=form.cleaned_data["version"], by=request.user,
                at=clock.now(), key=form.cleaned_data["key"],
            )  # fmt: skip
        except services.Stale as stale:
            form.add_error(None, stale.sentence)
            return _refused(request, agency, line, form, scripted, 409, theirs=stale.line)
        except services.Doubtful as doubtful:
            form.add_error("confirmation", " ".join([doubtful.sentence, *map(_doubt, doubtful.doubts)]))
            return _refused(request, agency, line, form, scripted, 422)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
            return _refused(request, agency, line, form, scripted, 422)
        if scripted:
            now = timezone.localtime(clock.now())
            saved = _("Tersimpan %(time)s") % {"time": f"{now:%H.%M}"}
            return JsonResponse({"version": line.version, "said": saved, **_standing(line)})
        messages.success(request, _("Baris tersimpan."))
        if request.POST.get("lanjut") == "bukti":
            return redirect("evidence_line", agency.slug, line.pk)
        return redirect(f"{_address(agency, line.report)}#l{line.pk}")
    return _refused(request, agency, line, form, scripted, 422)


@require_POST
@agency_page
def submit(request: SignedInRequest, agency: Agency, year: int, month: int, unit: int) -> HttpResponse:
    found = find_report(request, agency, year, month, unit)
    with told(request, _("Laporan terkirim kepada koordinator.")):
        services.submit_report(report=found, by=request.user, at=clock.now(), key=_key(request))
    return redirect("report", agency.slug, year, month, unit)


@require_POST
@agency_page
def nil(request: SignedInRequest, agency: Agency, year: int, month: int, unit: int) -> HttpResponse:
    found = find_report(request, agency, year, month, unit)
    with told(request, _("Semua baris ditandai nihil. Kirim laporannya.")):
        services.report_nil(report=found, by=request.user, at=clock.now(), key=_key(request))
    return redirect("report", agency.slug, year, month, unit)


@require_POST
@agency_page
def delegate(request: SignedInRequest, agency: Agency, year: int, month: int, unit: int) -> HttpResponse:
    found = find_report(request, agency, year, month, unit)
    with told(request, _("Orang unit ini kini dapat mengirim laporan ini.")):
        services.delegate_submission(report=found, by=request.user, at=clock.now())
    return redirect("report", agency.slug, year, month, unit)


def _standing(line: ProgressLine) -> dict[str, object]:
    """What stands beside the form, for the script that saved it."""
    report = line.report
    lines = list(report.lines.select_related("action"))
    behind = progress.is_behind(line.realised_output, line.action.targets[report.quarter - 1], report.month)
    return {
        "done": done_words(sum(not gap_of(one, report) for one in lines), len(lines)),
        "whole": not gap_of(line, report),
        "warns": ["behind"] if behind else [],
    }


def _page(
    request: SignedInRequest, agency: Agency, found: ProgressReport, *, bound: tuple[int, LineForm] | None = None,
    theirs: ProgressLine | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    found.agency = found.unit.agency = agency
    page = report_page(found, request.user, at=clock.now())
    lines = [
        {
            "line": line,
            "form": bound[1] if bound and bound[0] == line.row.pk else LineForm.of(line.row),
            "theirs": theirs if theirs and theirs.pk == line.row.pk else None,
        }
        for line in page.lines
    ]
    context = {
        "page": page, "lines": lines, "key": uuid4(), "day": date(found.year, found.month, 1),
        "done": done_words(page.whole, len(page.lines)),
    }  # fmt: skip
    return render(request, "reporting/report.html", context, status=status)


def _refused(
    request: SignedInRequest, agency: Agency, line: ProgressLine, form: LineForm, scripted: bool, status: int,
    theirs: ProgressLine | None = None,
) -> HttpResponse:  # fmt: skip
    """Nothing typed is lost: the page comes back with it. After a conflict sending it again overwrites on purpose."""
    if scripted:
        said = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"said": " ".join(said), "doubtful": "confirmation" in form.errors}, status=status)
    if theirs:
        form.data = {**request.POST.dict(), "version": str(theirs.version), "key": str(uuid4())}
    return _page(request, agency, line.report, bound=(line.pk, form), theirs=theirs, status=status)


def _doubt(doubt: Doubt) -> str:
    return {
        Doubt.FAR_ABOVE_TARGET: _("Output lebih dari tiga kali target triwulan."),
        Doubt.BELOW_LAST_MONTH: _("Output lebih rendah daripada bulan lalu."),
        Doubt.OVER_BUDGET: _("Anggaran terserap melebihi pagunya."),
        Doubt.BUDGET_BELOW_LAST_MONTH: _("Anggaran terserap lebih rendah daripada bulan lalu."),
    }[doubt]


def _key(request: SignedInRequest) -> UUID | None:
    form = WriteForm({**request.POST.dict(), "version": 0})
    key: UUID | None = form.cleaned_data["key"] if form.is_valid() else None
    return key


def _address(agency: Agency, found: ProgressReport) -> str:
    return reverse("report", args=[agency.slug, found.year, found.month, found.unit_id])
