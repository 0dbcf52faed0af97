"""An evaluation of a year, before it begins or after it ended: begun, refreshed, described and sent.

It is received or returned like any other (`services.evaluations`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.accounts.access import permit
from petajalan.accounts.models import Agency, User
from petajalan.calc.evaluation import Judgement
from petajalan.common import audit
from petajalan.evaluation.choices import EvaluationKind, EvaluationStatus
from petajalan.evaluation.models import Evaluation, EvaluationPoint
from petajalan.evaluation.queries.dates import first_day_of
from petajalan.evaluation.queries.point_list import wanted_points
from petajalan.evaluation.services.evaluations import OPEN
from petajalan.evaluation.services.open_sheet import taken, writable
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.calendar import YEARS
from petajalan.reporting.services.write_keys import first_time


@transaction.atomic
def start_internal(*, agency: Agency, kind: str, year: int, by: User, at: datetime) -> Evaluation:
    """With a point for each thing to judge. Somebody who begins it again gets the one there is."""
    permit(by, "evaluation.write_evaluation", agency)
    if kind not in {EvaluationKind.EX_ANTE, EvaluationKind.YEAR} or year not in YEARS:
        raise Refused(_("Pilih evaluasi ex-ante atau evaluasi tahunan dari tahun yang ada."))
    known = Evaluation.objects.filter(agency=agency, kind=kind, year=year).first()
    if known:
        return known
    if at < first_day_of(agency, kind, year, 1):
        raise Refused(_("Tahun itu belum mulai. Evaluasilah tahun yang sedang berjalan atau sebelumnya."))
    evaluation = Evaluation(agency=agency, kind=kind, year=year, number=1)
    writable(evaluation, by, at)
    points = wanted_points(evaluation, at=at)
    if not any(one.plan_id or one.indicator_key for one in points):
        raise Refused(_("Belum ada rencana aksi atau road map yang berlaku tahun itu, jadi tidak ada yang dievaluasi."))
    evaluation.figures_at = at
    try:
        with transaction.atomic():
            evaluation.save()
    except IntegrityError:  # somebody of the team began it at the same moment
        return Evaluation.objects.get(agency=agency, kind=kind, year=year)
    EvaluationPoint.objects.bulk_create(points)
    audit.record(
        agency=agency, by=by, action="evaluation_started", about=evaluation, at=at, after={"points": len(points)}
    )
    return evaluation


@transaction.atomic
def refresh_points(*, evaluation: Evaluation, by: User, at: datetime) -> int:
    """Take the figures from the data as they are now, and points that came since. What was judged stays. Gives how
    many points are new."""
    evaluation = taken(evaluation)
    permit(by, "evaluation.write_evaluation", evaluation.agency)
    writable(evaluation, by, at)
    new = _refresh(evaluation, at)
    audit.record(
        agency=evaluation.agency, by=by, action="figures_taken", about=evaluation, at=at, after={"points": new}
    )
    return new


@transaction.atomic
def write_texts(
    *, evaluation: Evaluation, overview: str, conclusion: str, version: int, by: User, at: datetime
) -> Evaluation:
    """What the report says before and after its tables. Of a quarter or a year."""
    evaluation = taken(evaluation)
    permit(by, "evaluation.write_evaluation", evaluation.agency)
    writable(evaluation, by, at)
    if evaluation.is_month:
        raise Refused(_("Evaluasi bulanan tidak memuat gambaran umum dan simpulan."))
    given = {"overview": overview.strip(), "conclusion": conclusion.strip()}
    changed = Evaluation.objects.filter(pk=evaluation.pk, version=version).update(**given, version=F("version") + 1)
    if changed != 1:
        raise Refused(_("Naskah ini sudah diubah orang lain. Muat ulang halaman, lalu bandingkan."))
    audit.record(
        agency=evaluation.agency, by=by, action="evaluation_described", about=evaluation, at=at,
        before={name: getattr(evaluation, name) for name in given}, after=given,
    )  # fmt: skip
    return Evaluation.objects.get(pk=evaluation.pk)


@transaction.atomic
def submit_internal(*, evaluation: Evaluation, by: User, at: datetime, key: UUID | None = None) -> Evaluation:
    """Send it to the secretariat with the figures of that moment, also while points are not judged: the report counts
    them. What was found wanting needs a note that says why. Only the first time counts for punctuality."""
    evaluation = taken(evaluation)
    permit(by, "evaluation.write_evaluation", evaluation.agency)
    if not first_time(about=evaluation, key=key, what="submit_evaluation", by=by, at=at):
        return evaluation
    writable(evaluation, by, at)
    if evaluation.kind == EvaluationKind.YEAR and today_of(evaluation.agency, at).year <= evaluation.year:
        raise Refused(_("Tahun ini belum berakhir. Kirim evaluasinya sesudah hari terakhirnya."))
    _refresh(evaluation, at)
    points = EvaluationPoint.objects.filter(evaluation=evaluation)
    if not points.exclude(judgement="").exists():
        raise Refused(_("Belum ada butir yang dinilai. Nilai dahulu, lalu kirim."))
    unsaid = list(points.filter(judgement=Judgement.DEVIATES, note=""))
    if unsaid:
        raise Refused(
            ngettext(
                "Tulis catatan untuk “%(first)s”: mengapa dinilai demikian.",
                "Tulis catatan untuk %(count)d butir: mengapa dinilai demikian. Yang pertama: “%(first)s”.",
                len(unsaid),
            )
            % {"count": len(unsaid), "first": unsaid[0].name}
        )
    changed = Evaluation.objects.filter(pk=evaluation.pk, status__in=OPEN).update(
        status=EvaluationStatus.SUBMITTED, submitted_at=at, submitted_by=by,
        first_submitted_at=evaluation.first_submitted_at or at, repair_due=None, version=F("version") + 1,
    )  # fmt: skip
    if changed != 1:
        raise Refused(_("Evaluasi ini sudah dikirim."))
    audit.record(
        agency=evaluation.agency, by=by, action="evaluation_submitted", about=evaluation, at=at,
        before={"status": evaluation.status}, after={"status": EvaluationStatus.SUBMITTED, "points": points.count()},
    )  # fmt: skip
    return Evaluation.objects.get(pk=evaluation.pk)


def _refresh(evaluation: Evaluation, at: datetime) -> int:
    """Points that nobody touched go when what they were about is gone; what was judged stays as it was found."""
    known = {_identity(one): one for one in EvaluationPoint.objects.filter(evaluation=evaluation)}
    wanted = {_identity(one): one for one in wanted_points(evaluation, at=at)}
    new = [one for identity, one in wanted.items() if identity not in known]
    kept = [one for identity, one in known.items() if identity in wanted]
    for one in kept:
        newer = wanted[_identity(one)]
        one.basis, one.position, one.name = newer.basis, newer.position, newer.name
    gone = [one.pk for identity, one in known.items() if identity not in wanted and one.judged_at is None]
    EvaluationPoint.objects.filter(pk__in=gone, area=None).delete()
    EvaluationPoint.objects.bulk_update(kept, ["basis", "position", "name"], batch_size=200)
    EvaluationPoint.objects.bulk_create(new)
    Evaluation.objects.filter(pk=evaluation.pk).update(figures_at=at)
    return len(new)


def _identity(point: EvaluationPoint) -> tuple[Any, ...]:
    return point.part, point.plan_id, point.indicator_key, point.code
