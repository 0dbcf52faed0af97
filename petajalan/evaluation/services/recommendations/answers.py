"""What is answered to the owner of a recommendation: it is done, it is not yet, it is not pursued, it has more time."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.common import audit
from petajalan.evaluation.choices import RecommendationState
from petajalan.evaluation.models import FollowUp, Recommendation
from petajalan.evaluation.services.recommendations.held import change, held, may_answer
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.duties import is_of
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.write_keys import first_time


@transaction.atomic
def verify(
    *, recommendation: Recommendation, note: str = "", version: int, by: User, at: datetime, key: UUID | None = None
) -> None:
    """An evaluator found it done. It is closed for good."""
    recommendation = held(recommendation)
    leave = may_answer(recommendation, by, at)
    if not first_time(about=recommendation, key=key, what="verify", by=by, at=at):
        return
    waiting = _waiting(recommendation, by)
    change(
        recommendation, version, state=RecommendationState.VERIFIED, verdict=note.strip(), checked_by=by,
        checked_at=at, waiver=leave.waiver,
    )  # fmt: skip
    _answer(waiting, note, by, at, accepted=True)
    audit.record(
        agency=recommendation.agency, by=by, action="recommendation_verified", about=recommendation, at=at,
        before={"recommendation_state": recommendation.state},
        after={"recommendation_state": RecommendationState.VERIFIED, "note": note.strip()},
        reason=leave.waiver.reason if leave.waiver else "",
    )  # fmt: skip


@transaction.atomic
def send_back(
    *, recommendation: Recommendation, reason: str, version: int, by: User, at: datetime, key: UUID | None = None
) -> None:
    """It is not done yet: the owner goes on, against the same due day."""
    recommendation = held(recommendation)
    may_answer(recommendation, by, at)
    if not first_time(about=recommendation, key=key, what="send_back", by=by, at=at):
        return
    waiting = _waiting(recommendation, by)
    if not reason.strip():
        raise Refused(_("Tulis apa yang masih kurang, supaya unitnya tahu apa yang harus dikerjakan."))
    change(
        recommendation, version, state=RecommendationState.SENT_BACK, verdict=reason.strip(), checked_by=by,
        checked_at=at, done_on=None,
    )  # fmt: skip
    _answer(waiting, reason, by, at, accepted=False)
    audit.record(
        agency=recommendation.agency, by=by, action="recommendation_returned", about=recommendation, at=at,
        before={"recommendation_state": recommendation.state},
        after={"recommendation_state": RecommendationState.SENT_BACK}, reason=reason.strip(),
    )  # fmt: skip


@transaction.atomic
def withdraw(
    *, recommendation: Recommendation, reason: str, version: int, by: User, at: datetime, key: UUID | None = None
) -> None:
    """It is not pursued any more. It stays on the list, with the reason."""
    recommendation = held(recommendation)
    may_answer(recommendation, by, at)
    if not first_time(about=recommendation, key=key, what="withdraw", by=by, at=at):
        return
    if not recommendation.is_live:
        raise Refused(_("Rekomendasi ini sudah selesai atau sudah ditarik."))
    if not reason.strip():
        raise Refused(_("Tulis mengapa rekomendasi ini ditarik."))
    change(
        recommendation, version, state=RecommendationState.WITHDRAWN, verdict=reason.strip(), checked_by=by,
        checked_at=at,
    )  # fmt: skip
    audit.record(
        agency=recommendation.agency, by=by, action="recommendation_withdrawn", about=recommendation, at=at,
        before={"recommendation_state": recommendation.state},
        after={"recommendation_state": RecommendationState.WITHDRAWN}, reason=reason.strip(),
    )  # fmt: skip


@transaction.atomic
def move_due(
    *, recommendation: Recommendation, due: date, reason: str, version: int, by: User, at: datetime,
    key: UUID | None = None,
) -> None:  # fmt: skip
    """The secretariat gives it another due day; never to a unit of its own. The first one stays in sight."""
    recommendation = held(recommendation)
    permit(by, "evaluation.move_due", recommendation.agency)
    if is_of(by, recommendation.owner):
        raise PermissionDenied(_("Tenggat unit Anda sendiri dipindahkan oleh anggota sekretariat lain."))
    if not first_time(about=recommendation, key=key, what="move_due", by=by, at=at):
        return
    if not recommendation.is_to_do:
        raise Refused(_("Rekomendasi ini sudah dilaporkan selesai atau ditutup, jadi tenggatnya tidak dipindahkan."))
    if not reason.strip():
        raise Refused(_("Tulis mengapa tenggatnya dipindahkan."))
    if due < today_of(recommendation.agency, at):
        raise Refused(_("Isi tenggat dengan tanggal yang belum lewat."))
    if due == recommendation.due:
        raise Refused(_("Tenggat itu sama dengan yang berlaku."))
    change(recommendation, version, due=due)
    audit.record(
        agency=recommendation.agency, by=by, action="recommendation_due_moved", about=recommendation, at=at,
        before={"due": recommendation.due.isoformat()}, after={"due": due.isoformat()}, reason=reason.strip(),
    )  # fmt: skip


def _waiting(recommendation: Recommendation, by: User) -> FollowUp:
    """What its owner sent and nobody has answered."""
    if recommendation.state != RecommendationState.REPORTED:
        raise Refused(_("Rekomendasi ini tidak sedang menunggu verifikasi. Muat ulang halaman, lalu lihat keadaannya."))
    waiting: FollowUp = FollowUp.objects.get(recommendation=recommendation, done=True, accepted=None)
    if waiting.written_by_id == by.pk:
        raise PermissionDenied(_("Anda sendiri yang melaporkannya selesai. Penilai lain yang memeriksanya."))
    return waiting


def _answer(waiting: FollowUp, verdict: str, by: User, at: datetime, *, accepted: bool) -> None:
    FollowUp.objects.filter(pk=waiting.pk).update(
        accepted=accepted, verdict=verdict.strip(), checked_by=by, checked_at=at
    )
