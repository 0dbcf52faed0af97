"""The forum of the first quarter of 2025 in Kota Melati, held in April."""

from __future__ import annotations

from datetime import UTC, date, datetime

from petajalan.accounts.models import Position, Unit
from petajalan.reporting.models import ForumDecision, ForumItem, ReviewForum
from petajalan.reporting.services.forum import agenda, decisions, meeting
from tests.cast import Cast
from tests.reporting.reports import Quarter

APRIL = datetime(2025, 4, 10, 3, 0, tzinfo=UTC)
DUE = date(2025, 5, 9)


def fresh(forum: ReviewForum) -> ReviewForum:
    return ReviewForum.objects.select_related("agency").get(pk=forum.pk)


def prepared(quarter: Quarter, at: datetime = APRIL) -> ReviewForum:
    return agenda.prepare_forum(agency=quarter.cast.agency, year=2025, quarter=1, by=quarter.cast.wati, at=at)


def scheduled(quarter: Quarter) -> ReviewForum:
    forum = prepared(quarter)
    chair = Position.objects.get(agency=quarter.cast.agency, name="Sekretaris Daerah")
    agenda.schedule_forum(
        forum=forum, held_at=APRIL, place="Ruang rapat", link="", chair=chair, version=fresh(forum).version,
        by=quarter.cast.wati, at=APRIL,
    )  # fmt: skip
    return fresh(forum)


def running(quarter: Quarter) -> ReviewForum:
    forum = scheduled(quarter)
    if not forum.items.exists():
        agenda.add_item(forum=forum, title="Evaluasi umum", detail="", by=quarter.cast.wati, at=APRIL)
    meeting.open_forum(forum=forum, version=forum.version, by=quarter.cast.rina, at=APRIL)
    return fresh(forum)


def decided(quarter: Quarter, forum: ReviewForum, owner: Unit | Position | None = None) -> ForumDecision:
    made = decisions.decide(
        forum=forum, item=forum.items.first(), text="Menyelesaikan integrasi layanan", owner=owner or quarter.unit,
        due=DUE, by=quarter.cast.wati, at=APRIL,
    )  # fmt: skip
    assert made is not None
    return made


def everything_written(quarter: Quarter, forum: ReviewForum) -> None:
    marks = [meeting.Mark(one.pk, one.version, "present") for one in forum.attendances.all()]
    meeting.mark_attendance(forum=forum, marks=marks, by=quarter.cast.wati, at=APRIL)
    for item in forum.items.filter(drop_reason=""):
        said(quarter, item)


def said(quarter: Quarter, item: ForumItem, text: str = "Dibahas") -> ForumItem:
    return meeting.write_minutes(item=item, text=text, version=item.version, by=quarter.cast.wati, at=APRIL)


def closed(quarter: Quarter) -> tuple[ReviewForum, ForumDecision]:
    forum = running(quarter)
    decision = decided(quarter, forum)
    everything_written(quarter, forum)
    meeting.close_forum(forum=forum, version=fresh(forum).version, by=quarter.cast.rina, at=APRIL)
    return fresh(forum), ForumDecision.objects.get(pk=decision.pk)


def begun_forum(cast: Cast) -> ForumDecision:
    """A forum that runs, with a point and a decision: for the test of every page."""
    wati, agency = cast.wati, cast.agency
    forum = agenda.prepare_forum(agency=agency, year=2025, quarter=1, by=wati, at=APRIL)
    agenda.add_item(forum=forum, title="Evaluasi umum", detail="", by=wati, at=APRIL)
    chair = Position.objects.get(agency=agency, name="Sekretaris Daerah")
    agenda.schedule_forum(
        forum=forum, held_at=APRIL, place="Aula", link="", chair=chair, version=1, by=wati, at=APRIL
    )  # fmt: skip
    meeting.open_forum(forum=forum, version=2, by=cast.rina, at=APRIL)
    made = decisions.decide(
        forum=forum, item=forum.items.get(kind="own"), text="Menyelesaikan", owner=chair, due=DUE, by=wati, at=APRIL
    )
    assert made is not None
    return made
