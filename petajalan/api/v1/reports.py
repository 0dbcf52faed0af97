"""Endpoints of the calendar and of progress reports: the same services as their pages."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from petajalan.api.choices import ApiScope
from petajalan.api.v1.agency import find_unit
from petajalan.api.v1.answers import Answer, stamped
from petajalan.api.v1.endpoint import Call, Group
from petajalan.api.v1.filters import Month, Since, Year, changed_since
from petajalan.api.v1.paging import Key, Page, Paged, page_of
from petajalan.api.v1.shapes.reporting import (
    DeadlineShape,
    LineShape,
    LineWrite,
    NewReport,
    ReportShape,
    ReportWhole,
)
from petajalan.api.v1.writing import match
from petajalan.reporting.choices import DeadlineKind, ReportStatus
from petajalan.reporting.models import Deadline, ProgressLine, ProgressReport
from petajalan.reporting.queries.gaps import gap_of
from petajalan.reporting.queries.report_page import ReportPage, report_page
from petajalan.reporting.services import reports as services
from petajalan.reporting.values import LineValues

group = Group("reporting", ApiScope.REPORTING_READ, "reporting.view_reports")


class Deadlines(Paged):
    """Dates of the calendar in force; none of a year that was not opened."""

    year: Year | None = None
    kind: DeadlineKind | None = None


class Reports(Paged):
    """`changed_since`: only reports that were written to, or whose lines were, since."""

    year: Year | None = None
    month: Month | None = None
    unit: Key | None = None
    status: ReportStatus | None = None
    changed_since: Since | None = None


@group.get("deadlines", _("Tenggat"), gives=Page[DeadlineShape], query=Deadlines, permission="reporting.view_calendar")
def deadlines(call: Call) -> Page[DeadlineShape]:
    wanted = {"year": call.query.year, "kind": call.query.kind}
    rows = Deadline.objects.visible_to(call.user).filter(agency=call.agency)
    return page_of(call, rows.filter(**{name: one for name, one in wanted.items() if one}), DeadlineShape.of)


@group.get("reports", _("Laporan kemajuan bulanan"), gives=Page[ReportShape], query=Reports)
def list_reports(call: Call) -> Page[ReportShape]:
    names = ("year", "month", "unit", "status")
    wanted = {name: one for name in names if (one := getattr(call.query, name)) is not None}
    rows = _reports(call).filter(**wanted)
    if call.query.changed_since is not None:
        rows = changed_since(rows, call.query.changed_since, parts={ProgressLine: "report"})
    return page_of(call, rows, ReportShape.of)


@group.get("reports/<int:report>", _("Satu laporan dengan baris-barisnya"), gives=ReportWhole)
def one_report(call: Call, report: int) -> ReportWhole:
    return _whole(call, report)


@group.get("reports/<int:report>/lines/<int:line>", _("Satu baris laporan"), gives=LineShape)
def one_line(call: Call, report: int, line: int) -> LineShape:
    return _line(_find_line(call, report, line))


@group.write(
    "POST", "reports", _("Memulai laporan satu unit dan bulan"), gives=ReportWhole, scope=ApiScope.REPORTING_WRITE,
    body=NewReport,
)  # fmt: skip
def begin_report(call: Call, *, again: bool) -> Answer:
    """A repeated request finds the report that the first one began."""
    unit = find_unit(call, call.body.unit)
    begun = services.start_report(unit=unit, year=call.body.year, month=call.body.month, by=call.user, at=call.at)
    address = call.request.build_absolute_uri(f"{call.request.path}/{begun.pk}")
    return Answer(_whole(call, begun.pk), 201, {"Location": address})


@group.write(
    "PUT", "reports/<int:report>/lines/<int:line>", _("Mengisi satu baris laporan"), gives=LineShape,
    scope=ApiScope.REPORTING_WRITE, body=LineWrite, matched=True,
)  # fmt: skip
def write_line(call: Call, report: int, line: int, *, again: bool) -> LineShape:
    found = _find_line(call, report, line)
    if not again:
        match(call, _line(found).etag)
        given: LineWrite = call.body
        values = LineValues(
            _decimal(given.realised_output), _decimal(given.budget_absorbed), given.narrative, given.obstacle,
            given.solution, given.nil, given.confirmation,
        )  # fmt: skip
        services.save_line(line=found, values=values, version=found.version, by=call.user, at=call.at)
        found = _find_line(call, report, line)
    return _line(found)


@group.write(
    "POST", "reports/<int:report>/submission", _("Mengirim laporan kepada koordinator"), gives=ReportWhole,
    scope=ApiScope.REPORTING_WRITE,
)  # fmt: skip
def submit(call: Call, report: int, *, again: bool) -> ReportWhole:
    found = _find(call, report)
    if not again:
        services.submit_report(report=found, by=call.user, at=call.at)
    return _whole(call, report)


def _reports(call: Call) -> QuerySet[ProgressReport]:
    found: QuerySet[ProgressReport] = ProgressReport.objects.visible_to(call.user).filter(agency=call.agency)
    return found.select_related("unit", "submitted_by").annotate(line_count=Count("lines"))


def _find(call: Call, report: int) -> ProgressReport:
    found = get_object_or_404(_reports(call), pk=report)
    found.agency = found.unit.agency = call.agency
    return found


def _find_line(call: Call, report: int, line: int) -> ProgressLine:
    rows = ProgressLine.objects.visible_to(call.user).select_related("report__unit", "action")
    found: ProgressLine = get_object_or_404(rows, agency=call.agency, report=report, pk=line)
    found.report.agency = found.report.unit.agency = call.agency
    return found


def _whole(call: Call, report: int) -> ReportWhole:
    found = _find(call, report)
    page: ReportPage = report_page(found, call.user, at=call.at)
    dates = page.dates
    return ReportWhole(
        ReportShape.of(found), dates.due if dates else None, dates.closed if dates else None, page.may_write,
        page.may_submit,
        [
            stamped(LineShape.of(one.row, target=one.target, budget=one.budget, lacks=one.gap))
            for one in page.lines
        ],
    )  # fmt: skip


def _line(line: ProgressLine) -> LineShape:
    index = line.report.quarter - 1
    shape: LineShape = stamped(
        LineShape.of(
            line, target=line.action.targets[index], budget=line.action.budgets[index],
            lacks=gap_of(line, line.report),
        )
    )  # fmt: skip
    return shape


def _decimal(amount: str | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)
