"""Coordinators accept a report line by line, or send lines back. After that only a visible correction changes it."""

from __future__ import annotations

from datetime import datetime, time
from decimal import Decimal
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, User
from petajalan.common import audit
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.choices import LineState, ReportStatus
from petajalan.reporting.duties import may_review
from petajalan.reporting.models import LineCorrection, ProgressLine, ProgressReport
from petajalan.reporting.queries.calendar import calendar_of, settings_of
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.amounts import check_amount
from petajalan.reporting.services.rollups import refresh_line
from petajalan.reporting.services.write_keys import first_time

REPAIR_DAYS = 3  # working days after the day it was sent back (aturan aplikasi)
FIGURES = ("realised_output", "budget_absorbed")


@transaction.atomic
def accept_line(*, line: ProgressLine, version: int, by: User, at: datetime, key: UUID | None = None) -> ProgressReport:
    """When it was the last one, the report is accepted."""
    report, line = _taken(line, by)
    if not first_time(about=line, key=key, what="accept_line", by=by, at=at):
        return report
    _review(report, line, version, LineState.ACCEPTED, "", by, at)
    audit.record(agency=report.agency, by=by, action="line_accepted", about=line, at=at)
    refresh_line(line=line)
    if not report.lines.exclude(state=LineState.ACCEPTED).exists():
        ProgressReport.objects.filter(pk=report.pk).update(
            status=ReportStatus.ACCEPTED, accepted_at=at, version=F("version") + 1
        )
        audit.record(agency=report.agency, by=by, action="report_accepted", about=report, at=at)
    return ProgressReport.objects.get(pk=report.pk)


@transaction.atomic
def send_line_back(
    *, line: ProgressLine, note: str, version: int, by: User, at: datetime, key: UUID | None = None
) -> ProgressReport:
    """The unit gets days of its own to mend the lines that came back; the others stay as they are."""
    report, line = _taken(line, by)
    if not first_time(about=line, key=key, what="send_line_back", by=by, at=at):
        return report
    if not note.strip():
        raise Refused(_("Tulis apa yang perlu diperbaiki."))
    _review(report, line, version, LineState.SENT_BACK, note.strip(), by, at)
    ProgressReport.objects.filter(pk=report.pk).update(
        status=ReportStatus.SENT_BACK, repair_due=repair_due(report.agency, at), version=F("version") + 1
    )
    audit.record(agency=report.agency, by=by, action="line_sent_back", about=line, at=at, reason=note.strip())
    return ProgressReport.objects.get(pk=report.pk)


@transaction.atomic
def correct_line(
    *, line: ProgressLine, field: str, value: Decimal | None, reason: str, version: int, by: User, at: datetime,
    key: UUID | None = None,
) -> ProgressLine:  # fmt: skip
    """Put a figure of an accepted line right. Both figures and the reason stay to be seen."""
    report, line = _taken(line, by)
    if not first_time(about=line, key=key, what="correct_line", by=by, at=at):
        return line
    if field not in FIGURES:
        raise Refused(_("Hanya angka realisasi yang dapat dikoreksi."))
    if line.state != LineState.ACCEPTED:
        raise Refused(_("Baris yang belum diterima dikembalikan kepada unit, bukan dikoreksi."))
    if report.locked_at is not None:
        raise Refused(_("Laporan ini sudah dikunci."))
    if not reason.strip():
        raise Refused(_("Isi alasan koreksi."))
    check_amount(value, field)
    before = getattr(line, field)
    if before == value:
        raise Refused(_("Angka ini sama dengan yang sudah ada."))
    changed = ProgressLine.objects.filter(pk=line.pk, version=version, state=LineState.ACCEPTED).update(
        **{field: value, "version": F("version") + 1}
    )
    if changed != 1:
        raise Refused(_changed())
    LineCorrection.objects.create(
        agency=report.agency, line=line, field=field, before=before, after=value, reason=reason.strip(),
        made_by=by, made_at=at,
    )  # fmt: skip
    audit.record(
        agency=report.agency, by=by, action="line_corrected", about=line, at=at, before={field: before},
        after={field: value}, reason=reason.strip(),
    )  # fmt: skip
    refresh_line(line=line)
    return ProgressLine.objects.get(pk=line.pk)


def repair_due(agency: Agency, at: datetime) -> datetime:
    """The end of the third working day after today."""
    today = today_of(agency, at)
    days = calendar_of(today.year, settings_of(agency, today.year))
    later = (day for day in days.working_days(today) if day > today)
    day = next(islice(later, REPAIR_DAYS - 1, None))
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(agency.time_zone))


def _taken(line: ProgressLine, by: User) -> tuple[ProgressReport, ProgressLine]:
    """Report and line, held until the end of the transaction."""
    held = ProgressReport.objects.select_for_update(of=("self",)).select_related("unit__agency", "agency")
    report = held.get(pk=line.report_id)
    line = ProgressLine.objects.select_related("action__plan__coordinator").get(pk=line.pk)
    if not may_review(by, reporter=report.unit, coordinator=line.action.plan.coordinator):
        raise PermissionDenied(_("Baris ini ditinjau oleh koordinatornya, atau oleh sekretariat bila unitnya sendiri."))
    return report, line


def _review(
    report: ProgressReport, line: ProgressLine, version: int, state: LineState, note: str, by: User, at: datetime
) -> None:
    """Only what was sent is reviewed; a line that others wait for may be while its neighbours are being mended."""
    if report.status not in {ReportStatus.SUBMITTED, ReportStatus.SENT_BACK} or report.locked_at is not None:
        raise Refused(_("Laporan ini tidak sedang menunggu tinjauan."))
    changed = ProgressLine.objects.filter(pk=line.pk, version=version, state=LineState.OPEN).update(
        state=state, review_note=note, reviewed_by=by, reviewed_at=at, version=F("version") + 1
    )
    if changed != 1:
        raise Refused(_changed())


def _changed() -> str:
    return _("Baris ini sudah ditinjau atau diubah. Muat ulang halaman, lalu periksa lagi.")
