"""The evaluation of a month or a quarter: begun, completed with new actions, sent, acknowledged or returned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.accounts.access import permit
from petajalan.accounts.models import Agency, User
from petajalan.calc import evaluation as calc
from petajalan.common import audit
from petajalan.evaluation.choices import EvaluationKind, EvaluationStatus
from petajalan.evaluation.models import Evaluation, EvaluationRow
from petajalan.evaluation.queries.dates import dates_of, first_day_of
from petajalan.evaluation.queries.months import SENT
from petajalan.evaluation.queries.rows import with_actions
from petajalan.evaluation.queries.sheet import RowSeen, missing_units, sheet_of
from petajalan.evaluation.queries.team import seat_of_chair
from petajalan.evaluation.services.open_sheet import taken, writable
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.queries.obligations import active_actions
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.calendar import YEARS
from petajalan.reporting.services.measurements import lock_measurements
from petajalan.reporting.services.review import repair_due
from petajalan.reporting.services.write_keys import first_time
from petajalan.reporting.words import period_words

OPEN = (EvaluationStatus.DRAFT, EvaluationStatus.SENT_BACK)
NUMBERS = {EvaluationKind.MONTH: 12, EvaluationKind.QUARTER: 4}


@transaction.atomic
def start_evaluation(*, agency: Agency, kind: str, year: int, number: int, by: User, at: datetime) -> Evaluation:
    """With a row for each action that is active in the quarter. Somebody who begins it again gets the one there is."""
    permit(by, "evaluation.write_evaluation", agency)
    if kind not in NUMBERS or year not in YEARS or not 1 <= number <= NUMBERS[EvaluationKind(kind)]:
        raise Refused(_("Pilih bulan 1 sampai 12, atau triwulan 1 sampai 4."))
    known = Evaluation.objects.filter(agency=agency, kind=kind, year=year, number=number).first()
    if known:
        return known
    if at < first_day_of(agency, kind, year, number):
        raise Refused(_("Periode itu belum mulai. Evaluasilah periode yang sedang berjalan atau sebelumnya."))
    evaluation = Evaluation(agency=agency, kind=kind, year=year, number=number)
    writable(evaluation, by, at)
    actions = active_actions(agency, year, evaluation.quarter)
    if not actions:
        raise Refused(
            _("Tidak ada aksi dari rencana yang disetujui pada triwulan itu, jadi tidak ada yang dievaluasi.")
        )
    try:
        with transaction.atomic():
            evaluation.save()
    except IntegrityError:  # somebody of the team began it at the same moment
        return Evaluation.objects.get(agency=agency, kind=kind, year=year, number=number)
    EvaluationRow.objects.bulk_create(
        EvaluationRow(agency=agency, evaluation=evaluation, action=action) for action in actions
    )
    audit.record(
        agency=agency, by=by, action="evaluation_started", about=evaluation, at=at, after={"rows": len(actions)}
    )
    return evaluation


@transaction.atomic
def take_in_actions(*, evaluation: Evaluation, by: User, at: datetime) -> int:
    """Add rows for actions that came into the plan since. What was judged stays, also of actions that left it."""
    evaluation = taken(evaluation)
    permit(by, "evaluation.write_evaluation", evaluation.agency)
    writable(evaluation, by, at)
    return _take_in(evaluation, by, at)


@transaction.atomic
def submit_evaluation(*, evaluation: Evaluation, by: User, at: datetime, key: UUID | None = None) -> Evaluation:
    """Send it to the secretariat, also while reports are missing: the document keeps what it saw, and names them.

    Only the first time counts for punctuality. A "tidak sesuai" needs a note that says why.
    """
    evaluation = taken(evaluation)
    permit(by, "evaluation.write_evaluation", evaluation.agency)
    if not first_time(about=evaluation, key=key, what="submit_evaluation", by=by, at=at):
        return evaluation
    writable(evaluation, by, at)
    if today_of(evaluation.agency, at) < _day_after(evaluation):
        raise Refused(_("Periode ini belum berakhir. Kirim evaluasinya sesudah hari terakhirnya."))
    _take_in(evaluation, by, at)
    sheet = sheet_of(
        evaluation, with_actions(EvaluationRow.objects.filter(evaluation=evaluation)), dates_of(evaluation), at=at
    )
    unsaid = [row for row in sheet.rows if row.deviates and not row.row.note and not _said_before(row)]
    if unsaid:
        raise Refused(
            ngettext(
                "Tulis catatan mengapa aksi ini tidak sesuai: “%(first)s”.",
                "Tulis catatan mengapa %(count)d aksi tidak sesuai. Yang pertama: “%(first)s”.",
                len(unsaid),
            )
            % {"count": len(unsaid), "first": unsaid[0].row.action.name}
        )
    without = [row for row in sheet.rows if row.higher and not hasattr(row.row, "area")]
    if without:
        raise Refused(
            ngettext(
                "Tulis area perbaikan untuk aksi yang penilaian mandirinya lebih tinggi: “%(first)s”.",
                "Tulis area perbaikan untuk %(count)d aksi yang penilaian mandirinya lebih tinggi. Yang pertama: "
                "“%(first)s”.",
                len(without),
            )
            % {"count": len(without), "first": without[0].row.action.name}
        )
    changed = Evaluation.objects.filter(pk=evaluation.pk, status__in=OPEN).update(
        status=EvaluationStatus.SUBMITTED, submitted_at=at, submitted_by=by,
        first_submitted_at=evaluation.first_submitted_at or at, repair_due=None,
        missing=missing_units(sheet.rows) if evaluation.is_month else _months_not_sent(evaluation),
        version=F("version") + 1,
    )  # fmt: skip
    if changed != 1:
        raise Refused(_("Evaluasi ini sudah dikirim."))
    _freeze(sheet.rows)
    audit.record(
        agency=evaluation.agency, by=by, action="evaluation_submitted", about=evaluation, at=at,
        before={"status": evaluation.status},
        after={"status": EvaluationStatus.SUBMITTED, "rows": len(sheet.rows)},
    )  # fmt: skip
    return Evaluation.objects.get(pk=evaluation.pk)


@transaction.atomic
def acknowledge_evaluation(
    *, evaluation: Evaluation, version: int, by: User, at: datetime, key: UUID | None = None
) -> Evaluation:
    """The secretariat has received it: from now on it is locked. That of a year is reported to the regional secretary,
    who chairs the secretariat, and locks the measurements of the year as well."""
    evaluation = taken(evaluation)
    permit(by, "evaluation.acknowledge", evaluation.agency)
    if not first_time(about=evaluation, key=key, what="acknowledge_evaluation", by=by, at=at):
        return evaluation
    _decides(evaluation, by)
    of_year = evaluation.kind == EvaluationKind.YEAR
    if of_year and seat_of_chair(by, evaluation.agency, today_of(evaluation.agency, at)) is None:
        raise Refused(
            _("Evaluasi tahunan diterima Sekretaris Daerah sebagai ketua sekretariat (STU), bukan anggota lain.")
        )
    _decide(evaluation, version, status=EvaluationStatus.ACKNOWLEDGED, acknowledged_at=at, acknowledged_by=by)
    audit.record(agency=evaluation.agency, by=by, action="evaluation_acknowledged", about=evaluation, at=at)
    if of_year:
        lock_measurements(agency=evaluation.agency, year=evaluation.year, by=by, at=at)
    return Evaluation.objects.get(pk=evaluation.pk)


@transaction.atomic
def return_evaluation(
    *, evaluation: Evaluation, reason: str, version: int, by: User, at: datetime, key: UUID | None = None
) -> Evaluation:
    """The secretariat asks the team to mend it, within days of its own."""
    evaluation = taken(evaluation)
    permit(by, "evaluation.acknowledge", evaluation.agency)
    if not first_time(about=evaluation, key=key, what="return_evaluation", by=by, at=at):
        return evaluation
    _decides(evaluation, by)
    if not reason.strip():
        raise Refused(_("Tulis apa yang perlu diperbaiki."))
    _decide(
        evaluation, version, status=EvaluationStatus.SENT_BACK, return_reason=reason.strip(), returned_at=at,
        returned_by=by, repair_due=repair_due(evaluation.agency, at), missing=[],
    )  # fmt: skip
    rows = EvaluationRow.objects.filter(evaluation=evaluation)
    rows.update(basis=None)
    if not evaluation.is_month:  # what nobody touched follows its months again
        rows.filter(judged_at=None).update(**{one.value: "" for one in calc.Dimension})
    audit.record(
        agency=evaluation.agency, by=by, action="evaluation_returned", about=evaluation, at=at, reason=reason.strip()
    )
    return Evaluation.objects.get(pk=evaluation.pk)


def _take_in(evaluation: Evaluation, by: User, at: datetime) -> int:
    known = set(EvaluationRow.objects.filter(evaluation=evaluation).values_list("action", flat=True))
    actions = active_actions(evaluation.agency, evaluation.year, evaluation.quarter)
    new = [
        EvaluationRow(agency=evaluation.agency, evaluation=evaluation, action=action)
        for action in actions
        if action.pk not in known
    ]
    EvaluationRow.objects.bulk_create(new)
    if new:
        audit.record(
            agency=evaluation.agency, by=by, action="actions_taken_in", about=evaluation, at=at,
            after={"rows": len(new)},
        )  # fmt: skip
    return len(new)


def _freeze(rows: Sequence[RowSeen]) -> None:
    for seen in rows:
        seen.row.basis = [line.as_data() for line in seen.lines]
        for name, code in seen.values.items():
            setattr(seen.row, name, code)
    names = [one.value for one in calc.Dimension]
    EvaluationRow.objects.bulk_update([seen.row for seen in rows], ["basis", *names], batch_size=200)


def _said_before(row: RowSeen) -> bool:
    """An untouched row of a quarter: a note of its months says why."""
    return row.follows and any(month.row.note for month in row.months)


def _months_not_sent(quarter: Evaluation) -> list[dict[str, str]]:
    months = range(quarter.last_month - 2, quarter.last_month + 1)
    sent = set(
        Evaluation.objects.filter(
            agency=quarter.agency_id, kind=EvaluationKind.MONTH, year=quarter.year, number__in=months, status__in=SENT
        ).values_list("number", flat=True)
    )
    return [
        {"name": period_words(f"{quarter.year}-{month:02}"), "state": "month"} for month in months if month not in sent
    ]


def _day_after(evaluation: Evaluation) -> date:
    """The first day after the period."""
    year, month = evaluation.year, evaluation.last_month + 1
    return date(year + 1, 1, 1) if month > 12 else date(year, month, 1)


def _decides(evaluation: Evaluation, by: User) -> None:
    if evaluation.submitted_by_id == by.pk:
        raise Refused(_("Anda sendiri yang mengirim evaluasi ini. Anggota sekretariat lain yang menerimanya."))


def _decide(evaluation: Evaluation, version: int, **values: object) -> None:
    changed = Evaluation.objects.filter(
        pk=evaluation.pk, version=version, status=EvaluationStatus.SUBMITTED
    ).update(**values, version=F("version") + 1)  # fmt: skip
    if changed != 1:
        raise Refused(
            _("Evaluasi ini tidak sedang menunggu, atau baru saja diubah. Muat ulang halaman, lalu periksa lagi.")
        )
