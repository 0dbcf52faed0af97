"""Judging a point of an evaluation of a year, by somebody who is independent of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.common import audit
from petajalan.evaluation.choices import JudgementChoice
from petajalan.evaluation.independence import Bar
from petajalan.evaluation.models import Evaluation, EvaluationPoint, PointWaiver
from petajalan.evaluation.queries.points import PointLeave, before_point, bound_to
from petajalan.evaluation.services.judging import NotIndependent
from petajalan.evaluation.services.open_sheet import taken, writable
from petajalan.evaluation.values import PointValues
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.write_keys import first_time


class StalePoint(Refused):
    """The point was changed after the person saw it. `point` is as it is now."""

    def __init__(self, point: EvaluationPoint) -> None:
        super().__init__(_("Butir ini sudah diubah orang lain. Bandingkan, lalu simpan lagi."))
        self.point = point


@transaction.atomic
def judge_point(
    *, point: EvaluationPoint, values: PointValues, version: int, by: User, at: datetime, key: UUID | None = None
) -> EvaluationPoint:
    """Keep what somebody judged. A point that was emptied again counts as untouched. `version` is that of the point
    the person saw."""
    evaluation = taken(point.evaluation)
    permit(by, "evaluation.judge", evaluation.agency)
    if not first_time(about=point, key=key, what="judge_point", by=by, at=at):
        return EvaluationPoint.objects.get(pk=point.pk)
    writable(evaluation, by, at)
    current = EvaluationPoint.objects.select_related("plan__coordinator").get(pk=point.pk, evaluation=evaluation)
    leave = leave_or_refuse(current, evaluation, by, at)
    if values.judgement and values.judgement not in JudgementChoice.values:
        raise Refused(_("Pilih salah satu penilaian."))
    touched = not values.empty
    changed = EvaluationPoint.objects.filter(pk=point.pk, version=version).update(
        judgement=values.judgement, note=values.note.strip(), judged_by=by if touched else None,
        judged_at=at if touched else None, version=F("version") + 1,
    )  # fmt: skip
    if changed != 1:
        raise StalePoint(current)
    _keep_waivers(current, leave if touched else None)
    audit.record(
        agency=evaluation.agency, by=by, action="point_judged", about=current, at=at, before=_kept(current),
        after=_kept(values), reason="; ".join(dict.fromkeys(one.reason for one in leave.waivers)),
    )  # fmt: skip
    return EvaluationPoint.objects.get(pk=point.pk)


def leave_or_refuse(point: EvaluationPoint, evaluation: Evaluation, by: User, at: datetime) -> PointLeave:
    """How the person stands to the point; raises `NotIndependent` when they may not judge it."""
    agency = evaluation.agency
    bound = bound_to(agency, [point], evaluation.year)
    leave = before_point(by, agency, bound[point.pk], day=today_of(agency, at)).leave
    if not leave.may:
        raise NotIndependent(why_not(point, leave, of_somebody=bound[point.pk].of_somebody))
    return leave


def why_not(point: EvaluationPoint, leave: PointLeave, *, of_somebody: bool) -> str:
    """One sentence: the reason, and where to go."""
    if leave.standing.bars:
        return {
            Bar.COORDINATES: _("Unit Anda mengoordinasikan “%(name)s” atau aksinya, jadi Anda tidak boleh menilainya."),
            Bar.NAMED: _("Unit Anda pelaksana aksi dalam “%(name)s”, jadi Anda tidak boleh menilainya."),
        }[leave.standing.bars[0]] % {"name": point.name}
    if leave.stand_in and of_somebody:
        return _("Butir ini masih dapat dinilai tim evaluasi. Sekretariat menilai hanya bila tidak seorang pun boleh.")
    return _("Butir ini dinilai oleh tim evaluasi.")


def _keep_waivers(point: EvaluationPoint, leave: PointLeave | None) -> None:
    """Those under which it is judged now; a point that is not judged any more names none."""
    PointWaiver.objects.filter(point=point).delete()
    PointWaiver.objects.bulk_create(
        PointWaiver(agency_id=point.agency_id, point=point, waiver=waiver)
        for waiver in (leave.waivers if leave else ())
    )


def _kept(of: EvaluationPoint | PointValues) -> dict[str, object]:
    return {"judgement": of.judgement, "note": of.note.strip()}
