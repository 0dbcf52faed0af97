"""The quarterly forums of the demonstration year: three held, with decisions and what became of them, one ahead."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from petajalan.accounts.models import Agency, Position, Unit, User
from petajalan.common.models import AuditEntry
from petajalan.planning.demo.actions import YEAR
from petajalan.reporting.choices import DeadlineKind, DecisionState, Presence
from petajalan.reporting.demo import SIMULATED, heads_of, secretary_of
from petajalan.reporting.demo.stories import forum_stories
from petajalan.reporting.models import Deadline, ForumDecision, ReviewForum
from petajalan.reporting.rules import may_close_forum
from petajalan.reporting.services.forum import agenda, decisions, meeting

PREPARED = date(2025, 1, 3)  # the one that is still ahead
ABSENT_EVERY, REPRESENTED_EVERY = 9, 5


@transaction.atomic
def simulate_forums(*, slug: str) -> bool:
    """`False` when there are some, or the year was not simulated, or nobody of the secretariat is there."""
    agency = Agency.objects.get(slug=slug)
    secretary = secretary_of(agency)
    if (
        secretary is None
        or not may_close_forum(secretary, agency)
        or not AuditEntry.objects.filter(agency=agency, action=SIMULATED).exists()
        or ReviewForum.objects.filter(agency=agency, year=YEAR).exists()
    ):
        return False
    Forums(agency, secretary).hold()
    ReviewForum.objects.filter(agency=agency, year=YEAR).update(simulated=True)
    return True


class Forums:
    def __init__(self, agency: Agency, secretary: User) -> None:
        self.agency, self.secretary = agency, secretary
        self.zone = ZoneInfo(agency.time_zone)
        self.heads = heads_of(agency)
        self.units = {name: one for one in Unit.objects.filter(agency=agency) for name in (one.name, one.short_name)}
        self.chair = Position.objects.filter(agency=agency, is_head=True, holdings__user=secretary).first()

    def hold(self) -> None:
        told = forum_stories()
        for story in told["forums"]:
            quarter = story["quarter"]
            due = Deadline.objects.get(
                agency=self.agency, kind=DeadlineKind.QUARTERLY_FORUM, period=f"{YEAR}-Q{quarter}"
            ).due
            day = due.astimezone(self.zone).date()
            ahead = quarter == 4
            begun = self._at(PREPARED if ahead else day - timedelta(days=4), 9)
            forum = agenda.prepare_forum(agency=self.agency, year=YEAR, quarter=quarter, by=self.secretary, at=begun)
            agenda.schedule_forum(
                forum=forum, held_at=self._at(day, 9), place=story["place"], link="", chair=self.chair,
                version=self._fresh(forum).version, by=self.secretary, at=begun,
            )  # fmt: skip
            if not ahead and self.chair is not None:
                self._meet(self._fresh(forum), story, told["minutes"], day)

    def _meet(self, forum: ReviewForum, story: dict[str, Any], minutes: dict[str, str], day: date) -> None:
        at = self._at(day, 10)
        meeting.open_forum(forum=forum, version=forum.version, by=self.secretary, at=at)
        meeting.mark_attendance(forum=forum, marks=list(_marks(forum)), by=self.secretary, at=at)
        for item in forum.items.filter(drop_reason=""):
            text = minutes.get(item.kind, minutes["behind"])
            meeting.write_minutes(item=item, text=text, version=item.version, by=self.secretary, at=at)
        for one in story["decisions"]:
            about = forum.items.filter(kind=one["about"], drop_reason="").first()
            owner = self.units.get(one["owner"])
            if owner is not None:
                decisions.decide(
                    forum=forum, item=about, text=one["text"], owner=owner, due=day + timedelta(days=one["days"]),
                    by=self.secretary, at=at,
                )  # fmt: skip
        meeting.close_forum(forum=forum, version=self._fresh(forum).version, by=self.secretary, at=self._at(day, 12))
        for decision in forum.decisions.select_related("owner_unit"):
            self._follow_up(decision, story)

    def _follow_up(self, decision: ForumDecision, story: dict[str, Any]) -> None:
        """Reported by the head of the unit a week before it is due; found done, unless it is recent."""
        told = next(one for one in story["decisions"] if one["text"] == decision.text)
        head = self.heads.get(decision.owner_unit_id or 0)
        if head is None or "report" not in told:
            return
        at = self._at(decision.due - timedelta(days=7), 13)
        decisions.report_done(
            decision=decision, report=told["report"], proof=told["proof"], version=decision.version, by=head, at=at
        )
        if story["quarter"] < 3:
            decision.refresh_from_db()
            decisions.check_decision(
                decision=decision, verdict=DecisionState.DONE, note="", version=decision.version, by=self.secretary,
                at=at + timedelta(days=3),
            )  # fmt: skip

    def _fresh(self, forum: ReviewForum) -> ReviewForum:
        found: ReviewForum = ReviewForum.objects.get(pk=forum.pk)
        return found

    def _at(self, day: date, hour: int) -> datetime:
        return datetime.combine(day, time(hour), self.zone)


def _marks(forum: ReviewForum) -> list[meeting.Mark]:
    marks = []
    for place, row in enumerate(forum.attendances.select_related("position__unit", "unit"), start=1):
        if place % ABSENT_EVERY == 0:
            marks.append(meeting.Mark(row.pk, row.version, Presence.ABSENT))
        elif place % REPRESENTED_EVERY == 0:
            marks.append(meeting.Mark(row.pk, row.version, Presence.REPRESENTED, "Sekretaris dinas"))
        else:
            marks.append(meeting.Mark(row.pk, row.version, Presence.PRESENT))
    return marks
