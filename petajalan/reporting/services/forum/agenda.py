"""Before a forum: its date, its agenda from the data, and what people change in that agenda."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import Agency, Position, User
from petajalan.common import audit
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.choices import ForumStatus, ItemKind
from petajalan.reporting.models import ForumAttendance, ForumItem, ReviewForum
from petajalan.reporting.queries.forum_agenda import Proposal, proposals
from petajalan.reporting.queries.forums import invited
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.calendar import YEARS
from petajalan.reporting.services.forum.steps import BEFORE_CLOSING, change, taken
from petajalan.reporting.services.write_keys import first_time

PREPARING = (ForumStatus.PREPARING,)


@transaction.atomic
def prepare_forum(*, agency: Agency, year: int, quarter: int, by: User, at: datetime) -> ReviewForum:
    """Begin the forum of a quarter, with the agenda that the data give and the teams of the reform as its guests."""
    permit(by, "reporting.prepare_forum", agency)
    if year not in YEARS or quarter not in (1, 2, 3, 4):
        raise Refused(_("Pilih triwulan I sampai IV."))
    today = today_of(agency, at)
    if (year, quarter * 3 - 2) > (today.year, today.month):
        raise Refused(_("Triwulan itu belum mulai. Siapkan forumnya sesudah triwulan berjalan."))
    try:
        with transaction.atomic():
            forum = ReviewForum.objects.create(agency=agency, year=year, quarter=quarter)
    except IntegrityError:  # somebody began it at the same moment, or before
        return ReviewForum.objects.get(agency=agency, year=year, quarter=quarter)
    ForumAttendance.objects.bulk_create(
        ForumAttendance(agency=agency, forum=forum, order=order, position=position, unit=unit)
        for order, (position, unit) in enumerate(invited(agency, today), start=1)
    )
    count = _refresh(forum, at)
    audit.record(agency=agency, by=by, action="forum_prepared", about=forum, at=at, after={"points": count})
    return forum


@transaction.atomic
def schedule_forum(
    *, forum: ReviewForum, held_at: datetime, place: str, link: str, chair: Position | None, version: int, by: User,
    at: datetime,
) -> None:  # fmt: skip
    """When, where, and who leads it. May still be put right while it runs."""
    forum = taken(forum, by, when=BEFORE_CLOSING)
    if chair is not None and chair.agency_id != forum.agency_id:
        raise Refused(_("Jabatan itu bukan jabatan instansi ini."))
    if not place.strip() and not link.strip():
        raise Refused(_("Isi tempat atau tautan rapat, supaya peserta tahu ke mana."))
    before = {"held_at": forum.held_at and forum.held_at.isoformat(), "place": forum.place, "link": forum.link}
    change(forum, version, held_at=held_at, place=place.strip(), link=link.strip(), chair=chair)
    audit.record(
        agency=forum.agency, by=by, action="forum_scheduled", about=forum, at=at, before=before,
        after={"held_at": held_at.isoformat(), "place": place.strip(), "link": link.strip()},
    )  # fmt: skip


@transaction.atomic
def refresh_agenda(*, forum: ReviewForum, version: int, by: User, at: datetime) -> int:
    """Make the agenda from the data once more; returns how many points it has.

    What people did stays: points of their own, the order, and what was left out with a reason. Only points that the
    data no longer ask for go.
    """
    forum = taken(forum, by, when=PREPARING)
    change(forum, version, refreshed_at=at)
    count = _refresh(forum, at)
    audit.record(
        agency=forum.agency, by=by, action="forum_agenda_refreshed", about=forum, at=at, after={"points": count}
    )
    return count


@transaction.atomic
def add_item(
    *, forum: ReviewForum, title: str, detail: str, by: User, at: datetime, key: UUID | None = None
) -> ForumItem | None:
    """A point of one's own at the end; also while the forum runs. `None` when the same write came a second time."""
    forum = taken(forum, by, when=BEFORE_CLOSING)
    if not first_time(about=forum, key=key, what="add_item", by=by, at=at):
        return None
    if not title.strip():
        raise Refused(_("Isi pokok bahasan."))
    item: ForumItem = ForumItem.objects.create(
        agency=forum.agency, forum=forum, position=_last(forum) + 1, kind=ItemKind.OWN, title=title.strip(),
        detail=detail.strip(),
    )  # fmt: skip
    audit.record(agency=forum.agency, by=by, action="forum_item_added", about=item, at=at)
    return item


@transaction.atomic
def move_item(*, item: ForumItem, up: bool, by: User, at: datetime, key: UUID | None = None) -> None:
    """One place up or down among the points that are discussed. At the end of the list nothing changes."""
    forum = taken(item.forum, by, when=BEFORE_CLOSING)
    if not first_time(about=item, key=key, what="move_item", by=by, at=at):
        return
    rows = list(forum.items.filter(drop_reason=""))
    places = [one.pk for one in rows]
    if item.pk not in places:
        raise Refused(_("Butir ini tidak ada dalam agenda."))
    place = places.index(item.pk)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(rows):
        return
    rows[place], rows[other] = rows[other], rows[place]
    for position, one in enumerate(rows, start=1):
        if one.position != position:
            ForumItem.objects.filter(pk=one.pk).update(position=position)
    audit.record(
        agency=forum.agency, by=by, action="forum_item_moved", about=item, at=at, before={"place": place + 1},
        after={"place": other + 1},
    )  # fmt: skip


@transaction.atomic
def drop_item(*, item: ForumItem, reason: str, version: int, by: User, at: datetime) -> None:
    """Leave a point out. The reason is printed in the minutes; making the agenda anew does not bring it back."""
    forum = taken(item.forum, by, when=BEFORE_CLOSING)
    if not reason.strip():
        raise Refused(_("Isi alasan mengeluarkan butir ini."))
    if item.minutes or item.decisions.exists():
        raise Refused(_("Butir ini sudah dibahas, jadi tidak dapat dikeluarkan."))
    change(item, version, drop_reason=reason.strip())
    audit.record(agency=forum.agency, by=by, action="forum_item_dropped", about=item, at=at, reason=reason.strip())


@transaction.atomic
def restore_item(*, item: ForumItem, version: int, by: User, at: datetime) -> None:
    forum = taken(item.forum, by, when=BEFORE_CLOSING)
    change(item, version, drop_reason="", position=_last(forum) + 1)
    audit.record(
        agency=forum.agency, by=by, action="forum_item_restored", about=item, at=at, before={"reason": item.drop_reason}
    )


def _refresh(forum: ReviewForum, at: datetime) -> int:
    wanted = {one.source: one for one in proposals(forum, at=at)}
    known = {one.source: one for one in forum.items.exclude(source="")}
    for source, item in known.items():
        if (found := wanted.get(source)) is not None:
            ForumItem.objects.filter(pk=item.pk).update(title=found.title, detail=found.detail)
        elif not item.drop_reason:
            item.delete()
    last = _last(forum)
    new = [one for source, one in wanted.items() if source not in known]
    ForumItem.objects.bulk_create(_item(forum, one, last + place) for place, one in enumerate(new, start=1))
    simulated = any(one.simulated for one in wanted.values())
    ReviewForum.objects.filter(pk=forum.pk).update(refreshed_at=at, simulated=simulated)
    return forum.items.filter(drop_reason="").count()


def _item(forum: ReviewForum, one: Proposal, position: int) -> ForumItem:
    return ForumItem(
        agency=forum.agency, forum=forum, position=position, kind=one.kind, source=one.source, title=one.title,
        detail=one.detail, action_id=one.action, unit_id=one.unit, theme_key=one.theme_key, earlier_id=one.earlier,
    )  # fmt: skip


def _last(forum: ReviewForum) -> int:
    return forum.items.aggregate(last=Max("position"))["last"] or 0
