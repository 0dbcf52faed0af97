"""A unit's monthly report: begun, filled line by line, delegated, submitted."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Exists, F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.accounts.models import Unit, User
from petajalan.calc import progress
from petajalan.calc.quarters import FigureRule
from petajalan.common import audit
from petajalan.planning.models import Action
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.choices import DeadlineKind, LineState, ReportStatus
from petajalan.reporting.duties import heads, is_of
from petajalan.reporting.models import ProgressLine, ProgressReport
from petajalan.reporting.queries.gaps import gap_of
from petajalan.reporting.queries.obligations import actions_of
from petajalan.reporting.queries.openness import closed_dates, exception_of, is_open
from petajalan.reporting.queries.reports import last_month, today_of
from petajalan.reporting.services.amounts import check_amount
from petajalan.reporting.services.write_keys import first_time
from petajalan.reporting.values import LineValues

OPEN = (ReportStatus.DRAFT, ReportStatus.SENT_BACK)


class Doubtful(Refused):
    """Figures that are hard to believe: they are kept once a reason says why they are right."""

    def __init__(self, sentence: str, found: tuple[progress.Doubt, ...]) -> None:
        super().__init__(sentence)
        self.doubts = found


class Stale(Refused):
    """The row was changed after the person saw it. `line` is the row as it is now."""

    def __init__(self, sentence: str, line: ProgressLine) -> None:
        super().__init__(sentence)
        self.line = line


@transaction.atomic
def start_report(*, unit: Unit, year: int, month: int, by: User, at: datetime) -> ProgressReport:
    """The report of that month, with a line for each active action, taken on from last month where there was one."""
    _of_unit(by, unit)
    known = ProgressReport.objects.filter(agency=unit.agency_id, unit=unit, year=year, month=month).first()
    if known:
        return known
    if not 1 <= month <= 12:
        raise Refused(_("Pilih bulan 1 sampai 12."))
    today = today_of(unit.agency, at)
    if (year, month) > (today.year, today.month):
        raise Refused(_("Bulan itu belum mulai. Laporkan bulan yang sedang berjalan atau sebelumnya."))
    if not is_open(unit, DeadlineKind.MONTHLY_PROGRESS, f"{year}-{month:02}", at=at):
        raise Refused(_closed())
    actions = actions_of(unit, year, month)
    if not actions:
        raise Refused(_("Unit ini tidak mempunyai aksi pada triwulan itu, jadi tidak perlu melapor."))
    try:
        with transaction.atomic():
            report = ProgressReport.objects.create(agency=unit.agency, unit=unit, year=year, month=month)
    except IntegrityError:  # somebody of the unit began it at the same moment
        return ProgressReport.objects.get(agency=unit.agency_id, unit=unit, year=year, month=month)
    before = last_month(report)
    ProgressLine.objects.bulk_create([_prefilled(report, action, before.get(action.pk)) for action in actions])
    audit.record(agency=unit.agency, by=by, action="report_started", about=report, at=at, after={"lines": len(actions)})
    return report


@transaction.atomic
def save_line(
    *, line: ProgressLine, values: LineValues, version: int, by: User, at: datetime, key: UUID | None = None
) -> ProgressLine:
    """Keep what was typed into one line. `version` is that of the line the person saw."""
    report = _taken(line.report, by, at)
    if not first_time(about=line, key=key, what="save_line", by=by, at=at):
        return ProgressLine.objects.get(pk=line.pk)
    _writable(report, at)
    current = ProgressLine.objects.select_related("action").get(pk=line.pk, report=report)
    if report.status == ReportStatus.SENT_BACK and current.state != LineState.SENT_BACK:
        raise Refused(_("Baris ini tidak dikembalikan, jadi tidak dapat diubah."))
    if current.version != version:
        raise Stale(_("Baris ini sudah diubah orang lain. Bandingkan, lalu simpan lagi."), current)
    before = last_month(report).get(current.action_id)
    values = _nothing_new(values, current.action, report, before) if values.nil else values
    check_amount(values.realised_output, "realised_output")
    check_amount(values.budget_absorbed, "budget_absorbed")
    found = doubts_of(current.action, report, values, before)
    if found and not values.confirmation.strip():
        raise Doubtful(_("Angka ini tidak biasa. Periksa lagi, atau tulis alasan bahwa angka ini benar."), found)
    changed = ProgressLine.objects.filter(pk=line.pk, version=version).update(
        version=F("version") + 1, prefilled_from="", nil=values.nil,
        realised_output=values.realised_output, budget_absorbed=values.budget_absorbed,
        narrative=values.narrative.strip(), obstacle=values.obstacle.strip(), solution=values.solution.strip(),
        confirmation=values.confirmation.strip() if found else "",
    )  # fmt: skip
    if changed != 1:
        raise Stale(_("Baris ini sudah diubah orang lain. Bandingkan, lalu simpan lagi."), current)
    if report.nil and not values.nil:
        ProgressReport.objects.filter(pk=report.pk).update(nil=False)
    audit.record(
        agency=report.agency, by=by, action="line_saved", about=current, at=at, before=_figures(current),
        after=_figures(values), reason=values.confirmation.strip() if found else "",
    )  # fmt: skip
    return ProgressLine.objects.get(pk=line.pk)


@transaction.atomic
def report_nil(*, report: ProgressReport, by: User, at: datetime, key: UUID | None = None) -> ProgressReport:
    """Nothing to report in the whole month: every line that may be written says so."""
    report = _taken(report, by, at)
    if not first_time(about=report, key=key, what="report_nil", by=by, at=at):
        return report
    _writable(report, at)
    if report.status != ReportStatus.DRAFT:
        raise Refused(_("Laporan yang dikembalikan diperbaiki baris demi baris."))
    for line in report.lines.all():
        values = LineValues(nil=True, obstacle=line.obstacle, solution=line.solution)
        save_line(line=line, values=values, version=line.version, by=by, at=at)
    ProgressReport.objects.filter(pk=report.pk).update(nil=True)
    return ProgressReport.objects.get(pk=report.pk)


@transaction.atomic
def delegate_submission(*, report: ProgressReport, by: User, at: datetime) -> None:
    """The head lets the people of the unit submit this one report. The trail keeps who allowed it."""
    report = _held(report, at)
    if not heads(by, report.unit):
        raise PermissionDenied(_("Hanya kepala unit yang dapat melimpahkan pengiriman."))
    _writable(report, at)
    if ProgressReport.objects.filter(pk=report.pk, delegated=False).update(delegated=True):
        audit.record(agency=report.agency, by=by, action="submission_delegated", about=report, at=at)


@transaction.atomic
def submit_report(*, report: ProgressReport, by: User, at: datetime, key: UUID | None = None) -> ProgressReport:
    """Hand the report to the coordinators. Only the first time counts for punctuality."""
    report = _taken(report, by, at)
    if not first_time(about=report, key=key, what="submit_report", by=by, at=at):
        return report
    head = heads(by, report.unit)
    if not head and not report.delegated:
        raise PermissionDenied(_("Laporan dikirim oleh kepala unit, atau oleh orang yang dilimpahinya."))
    _writable(report, at)
    lines = list(report.lines.select_related("action"))
    gaps = [gap for line in lines if (gap := gap_of(line, report))]
    if gaps:
        raise Refused(
            ngettext("%(count)d baris belum lengkap. %(first)s", "%(count)d baris belum lengkap. %(first)s", len(gaps))
            % {"count": len(gaps), "first": gaps[0]}
        )
    sent = {
        "status": ReportStatus.SUBMITTED, "submitted_at": at, "submitted_by": by, "delegated": not head,
        "first_submitted_at": report.first_submitted_at or at, "repair_due": None,
    }  # fmt: skip
    open_still = ProgressReport.objects.filter(pk=report.pk, status__in=OPEN, locked_at=None)
    if open_still.update(**sent, version=F("version") + 1) != 1:
        raise Refused(_("Laporan ini sudah dikirim."))
    if any(line.state == LineState.SENT_BACK for line in lines):  # none can become so meanwhile: the report is held
        report.lines.filter(state=LineState.SENT_BACK).update(state=LineState.OPEN, version=F("version") + 1)
    audit.record(
        agency=report.agency, by=by, action="report_submitted", about=report, at=at,
        before={"status": report.status}, after={"status": ReportStatus.SUBMITTED, "delegated": not head},
    )  # fmt: skip
    for name, value in sent.items():
        setattr(report, name, value)
    report.version += 1
    return report


def doubts_of(
    action: Action, report: ProgressReport, values: LineValues, before: ProgressLine | None
) -> tuple[progress.Doubt, ...]:
    rule, index = FigureRule(action.figure_rule), report.quarter - 1
    goes_on = before is not None and progress.counts_on(rule, report.month)
    return progress.doubts(
        progress.Amounts(values.realised_output, values.budget_absorbed),
        progress.Amounts(action.targets[index], action.budgets[index]),
        progress.Amounts(before.realised_output, before.budget_absorbed) if before and goes_on else progress.Amounts(),
    )


def _nothing_new(values: LineValues, action: Action, report: ProgressReport, before: ProgressLine | None) -> LineValues:
    """ "Nihil": what had been reached stays what it was; at the beginning of counting that is 0."""
    if not progress.counts_on(FigureRule(action.figure_rule), report.month):
        output: Decimal | None = Decimal(0)
        budget: Decimal | None = Decimal(0)
    else:
        output = before.realised_output if before else None
        budget = before.budget_absorbed if before else None
    return LineValues(output, budget, values.narrative, values.obstacle, values.solution, True, values.confirmation)


def _prefilled(report: ProgressReport, action: Action, before: ProgressLine | None) -> ProgressLine:
    line = ProgressLine(agency=report.agency, report=report, action=action)
    if before is not None:
        line.prefilled_from = before.report.period
        line.narrative, line.obstacle, line.solution = before.narrative, before.obstacle, before.solution
        if progress.counts_on(FigureRule(action.figure_rule), report.month):
            line.realised_output, line.budget_absorbed = before.realised_output, before.budget_absorbed
    return line


def _taken(report: ProgressReport, by: User, at: datetime) -> ProgressReport:
    report = _held(report, at)
    _of_unit(by, report.unit)
    return report


def _held(report: ProgressReport, at: datetime) -> ProgressReport:
    """The report, held until the end of the transaction: writes to one report come one after another. In the same
    query, as `closed`, whether the calendar has closed its month for everybody."""
    held = ProgressReport.objects.select_for_update(of=("self",)).select_related("unit__agency", "agency")
    past = closed_dates(report.agency_id, DeadlineKind.MONTHLY_PROGRESS, report.period, at=at)
    found: ProgressReport = held.annotate(closed=Exists(past)).get(pk=report.pk)
    return found


def _of_unit(by: User, unit: Unit) -> None:
    if not is_of(by, unit):
        raise PermissionDenied(_("Laporan ini ditulis oleh orang dari unit itu sendiri."))


def _writable(report: ProgressReport, at: datetime) -> None:
    """The report was read with `_held`."""
    if not report.is_open:
        raise Refused(_("Laporan ini sudah dikirim, jadi tidak dapat diubah."))
    repairing = report.repair_due is not None and at <= report.repair_due
    closed: bool = report.closed  # type: ignore[attr-defined]
    if repairing or not closed:
        return
    if exception_of(report.unit, DeadlineKind.MONTHLY_PROGRESS, report.period, at=at) is None:
        raise Refused(_closed())


def _closed() -> str:
    return _("Bulan ini sudah ditutup. Minta pengecualian kepada sekretariat.")


def _figures(of: ProgressLine | LineValues) -> dict[str, object]:
    return {"realised_output": of.realised_output, "budget_absorbed": of.budget_absorbed, "nil": of.nil}
