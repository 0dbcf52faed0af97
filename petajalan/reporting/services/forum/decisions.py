"""What a forum decides, and what becomes of it: the owner reports, the secretariat checks."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import Position, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.common import audit
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.choices import DecisionState, ForumStatus
from petajalan.reporting.models import ForumDecision, ForumItem, ReviewForum
from petajalan.reporting.queries.forums import owns
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.forum.steps import change, taken
from petajalan.reporting.services.write_keys import first_time

RUNNING = (ForumStatus.RUNNING,)


@transaction.atomic
def decide(
    *, forum: ReviewForum, item: ForumItem | None, text: str, owner: Unit | Position, due: date, by: User,
    at: datetime, key: UUID | None = None,
) -> ForumDecision | None:  # fmt: skip
    """Write a decision down while the forum runs. `None` when the same write came a second time."""
    forum = taken(forum, by, when=RUNNING)
    if not first_time(about=forum, key=key, what="decide", by=by, at=at):
        return None
    if not text.strip():
        raise Refused(_("Isi keputusannya."))
    if owner.agency_id != forum.agency_id or (item is not None and item.forum_id != forum.pk):
        raise Refused(_("Pilih penanggung jawab dan butir dari forum ini."))
    if due < today_of(forum.agency, at):
        raise Refused(_("Isi batas waktu dengan tanggal yang belum lewat."))
    decision: ForumDecision = ForumDecision.objects.create(
        agency=forum.agency, forum=forum, item=item, text=text.strip(), due=due,
        owner_unit=owner if isinstance(owner, Unit) else None,
        owner_position=owner if isinstance(owner, Position) else None,
    )  # fmt: skip
    audit.record(
        agency=forum.agency, by=by, action="forum_decided", about=decision, at=at,
        after={"owner": decision.owner, "due": due.isoformat()},
    )  # fmt: skip
    return decision


@transaction.atomic
def withdraw_decision(*, decision: ForumDecision, version: int, by: User, at: datetime) -> None:
    """Take back what was written down wrongly, while the forum still runs."""
    forum = taken(decision.forum, by, when=RUNNING)
    audit.record(
        agency=forum.agency, by=by, action="forum_decision_withdrawn", about=decision, at=at,
        before={"owner": decision.owner, "due": decision.due.isoformat()},
    )  # fmt: skip
    if ForumDecision.objects.filter(pk=decision.pk, version=version).delete()[0] != 1:
        raise Refused(_("Keputusan ini baru saja diubah orang lain. Lihat isinya sekarang, lalu ulangi."))


@transaction.atomic
def report_done(
    *, decision: ForumDecision, report: str, proof: str, version: int, by: User, at: datetime, key: UUID | None = None
) -> None:
    """The owner says what was done, and what shows it."""
    decision = _held(decision)
    if not _own(decision, by):
        raise PermissionDenied(_("Keputusan ini ditindaklanjuti oleh penanggung jawabnya."))
    if not first_time(about=decision, key=key, what="report_done", by=by, at=at):
        return
    _after_the_forum(decision)
    if decision.state != DecisionState.OPEN:
        raise Refused(_("Tindak lanjut keputusan ini sudah dilaporkan."))
    if not report.strip() or not proof.strip():
        raise Refused(_("Isi apa yang sudah dilakukan dan buktinya: tautan, atau nama dan nomor dokumen."))
    change(
        decision, version, state=DecisionState.REPORTED, report=report.strip(), proof=proof.strip(), reported_by=by,
        reported_at=at,
    )  # fmt: skip
    audit.record(
        agency=decision.agency, by=by, action="forum_decision_reported", about=decision, at=at,
        after={"report": report.strip(), "proof": proof.strip()},
    )  # fmt: skip


@transaction.atomic
def check_decision(
    *, decision: ForumDecision, verdict: DecisionState, note: str, version: int, by: User, at: datetime,
    key: UUID | None = None,
) -> None:  # fmt: skip
    """The secretariat finds it done, hands it back (`OPEN`) or ends it undone (`DROPPED`); never the owner's people."""
    decision = _held(decision)
    permit(by, "reporting.close_forum", decision.agency)
    if _own(decision, by):
        raise PermissionDenied(_("Keputusan unit atau jabatan Anda sendiri diperiksa oleh anggota sekretariat lain."))
    if not first_time(about=decision, key=key, what="check_decision", by=by, at=at):
        return
    _after_the_forum(decision)
    if not decision.is_open:
        raise Refused(_("Keputusan ini sudah selesai diperiksa."))
    if verdict in {DecisionState.DONE, DecisionState.OPEN} and decision.state != DecisionState.REPORTED:
        raise Refused(_("Penanggung jawab belum melaporkan tindak lanjutnya."))
    if verdict not in {DecisionState.DONE, DecisionState.OPEN, DecisionState.DROPPED}:
        raise Refused(_("Pilih hasil pemeriksaan."))
    if verdict != DecisionState.DONE and not note.strip():
        raise Refused(_("Isi alasannya, supaya penanggung jawab tahu apa yang kurang."))
    change(decision, version, state=verdict, verdict=note.strip(), checked_by=by, checked_at=at)
    audit.record(
        agency=decision.agency, by=by, action="forum_decision_checked", about=decision, at=at, reason=note.strip(),
        before={"state": decision.state}, after={"state": verdict},
    )  # fmt: skip


def _held(decision: ForumDecision) -> ForumDecision:
    held: ForumDecision = (
        ForumDecision.objects.select_for_update(of=("self",))
        .select_related("agency", "forum", "owner_unit", "owner_position__unit")
        .get(pk=decision.pk)
    )
    return held


def _own(decision: ForumDecision, by: User) -> bool:
    agency = decision.agency
    positions = {one.position_id for one in by.current_holdings if one.agency_id == agency.pk}
    return owns(decision, {one.pk for one in units_of(by, agency)}, positions)


def _after_the_forum(decision: ForumDecision) -> None:
    if decision.forum.status != ForumStatus.CLOSED:
        raise Refused(_("Forumnya masih berlangsung. Tindak lanjut dicatat sesudah berita acara ditutup."))
