"""While a forum runs: who is there, what is said, and the end of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.accounts.models import Position, Unit, User
from petajalan.common import audit
from petajalan.planning.services.refusals import Incomplete, Refused
from petajalan.reporting.choices import ForumStatus, Presence, ReportStatus
from petajalan.reporting.models import ForumAttendance, ForumItem, ProgressReport, ReviewForum
from petajalan.reporting.services.forum.steps import BEFORE_CLOSING, change, taken
from petajalan.reporting.services.write_keys import first_time

RUNNING = (ForumStatus.RUNNING,)


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether somebody came. `version` is that of the row the person saw."""

    key: int
    version: int
    presence: str
    represented_by: str = ""


@transaction.atomic
def open_forum(*, forum: ReviewForum, version: int, by: User, at: datetime) -> None:
    """From now on the agenda stays as it was read out, and minutes are written."""
    forum = taken(forum, by, when=(ForumStatus.PREPARING,))
    if forum.held_at is None or forum.chair_id is None:
        raise Refused(_("Isi dahulu waktu dan pemimpin rapat."))
    if not forum.items.filter(drop_reason="").exists():
        raise Refused(_("Agenda masih kosong. Perbarui dari data, atau tambahkan butir."))
    change(forum, version, status=ForumStatus.RUNNING, opened_at=at)
    audit.record(agency=forum.agency, by=by, action="forum_opened", about=forum, at=at)


@transaction.atomic
def invite(*, forum: ReviewForum, who: Position | Unit | str, by: User, at: datetime, key: UUID | None = None) -> None:
    """Somebody more: a position, a unit, or a guest by name."""
    forum = taken(forum, by, when=BEFORE_CLOSING)
    if not first_time(about=forum, key=key, what="invite", by=by, at=at):
        return
    if isinstance(who, str):
        values: dict[str, object] = {"guest": who.strip()[:200]}
        if not values["guest"]:
            raise Refused(_("Isi jabatan, unit, atau nama tamu."))
    else:
        if who.agency_id != forum.agency_id:
            raise Refused(_("Pilih jabatan atau unit instansi ini."))
        values = {"position": who} if isinstance(who, Position) else {"unit": who}
    if forum.attendances.filter(**values).exists():
        raise Refused(_("%(who)s sudah ada dalam daftar hadir.") % {"who": who})
    last = forum.attendances.aggregate(last=Max("order"))["last"] or 0
    row = ForumAttendance.objects.create(agency=forum.agency, forum=forum, order=last + 1, **values)
    audit.record(agency=forum.agency, by=by, action="forum_invited", about=row, at=at)


@transaction.atomic
def mark_attendance(*, forum: ReviewForum, marks: Sequence[Mark], by: User, at: datetime) -> int:
    """Write down who came; returns how many rows changed. All or none."""
    forum = taken(forum, by, when=RUNNING)
    rows = {one.pk: one for one in forum.attendances.select_related("position__unit", "unit")}
    changed: dict[str, str] = {}
    for mark in marks:
        row = rows.get(mark.key)
        if row is None or mark.presence not in Presence.values:
            raise Refused(_("Daftar hadir ini berubah. Muat ulang halaman, lalu catat lagi."))
        stands_in = mark.represented_by.strip()[:200] if mark.presence == Presence.REPRESENTED else ""
        if mark.presence == Presence.REPRESENTED and not stands_in:
            raise Refused(_("Tulis siapa yang mewakili %(who)s.") % {"who": row.who})
        if (row.presence, row.represented_by) == (mark.presence, stands_in):
            continue
        change(row, mark.version, presence=mark.presence, represented_by=stands_in)
        changed[row.who] = str(Presence(mark.presence).label) + (f": {stands_in}" if stands_in else "")
    if changed:
        audit.record(agency=forum.agency, by=by, action="forum_attendance_marked", about=forum, at=at, after=changed)
    return len(changed)


@transaction.atomic
def write_minutes(
    *, item: ForumItem, text: str, version: int, by: User, at: datetime, key: UUID | None = None
) -> ForumItem:
    """What was said about one point."""
    forum = taken(item.forum, by, when=RUNNING)
    if first_time(about=item, key=key, what="write_minutes", by=by, at=at):
        current = ForumItem.objects.get(pk=item.pk)
        if current.drop_reason:
            raise Refused(_("Butir ini dikeluarkan dari agenda. Kembalikan dahulu."))
        change(item, version, minutes=text.strip())
        audit.record(
            agency=forum.agency, by=by, action="forum_minutes_written", about=item, at=at,
            before={"minutes": current.minutes}, after={"minutes": text.strip()},
        )  # fmt: skip
    return ForumItem.objects.get(pk=item.pk)


@transaction.atomic
def close_forum(*, forum: ReviewForum, version: int, by: User, at: datetime) -> None:
    """Close the minutes, and with them the reports of the quarter that were accepted: they are final."""
    forum = taken(forum, by, when=RUNNING, rule="close_forum")
    if missing := missing_in(forum):
        raise Incomplete(_("Berita acara belum lengkap, jadi belum ditutup."), missing)
    change(forum, version, status=ForumStatus.CLOSED, closed_at=at, closed_by=by)
    first = forum.quarter * 3 - 2
    locked = ProgressReport.objects.filter(
        agency=forum.agency, year=forum.year, month__in=range(first, first + 3), status=ReportStatus.ACCEPTED,
        locked_at=None,
    ).update(locked_at=at, version=F("version") + 1)  # fmt: skip
    audit.record(
        agency=forum.agency, by=by, action="forum_closed", about=forum, at=at, after={"reports_locked": locked}
    )


def missing_in(forum: ReviewForum) -> tuple[str, ...]:
    """What the minutes lack, in sentences."""
    told = []
    unmarked = forum.attendances.filter(presence=Presence.INVITED).count()
    if unmarked:
        told.append(
            ngettext("Kehadiran %(count)d orang belum dicatat.", "Kehadiran %(count)d orang belum dicatat.", unmarked)
            % {"count": unmarked}
        )
    if not forum.attendances.filter(presence__in=[Presence.PRESENT, Presence.REPRESENTED]).exists():
        told.append(_("Belum ada yang tercatat hadir."))
    unsaid = forum.items.filter(drop_reason="", minutes="").count()
    if unsaid:
        told.append(
            ngettext(
                "%(count)d butir agenda belum mempunyai catatan. Isi, atau keluarkan dengan alasan.",
                "%(count)d butir agenda belum mempunyai catatan. Isi, atau keluarkan dengan alasan.",
                unsaid,
            )
            % {"count": unsaid}
        )
    return tuple(told)
