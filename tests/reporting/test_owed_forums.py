"""What a forum leaves to be done: among a person's tasks and in the reminders."""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import Position, User
from petajalan.reporting.choices import DecisionState
from petajalan.reporting.models import ForumDecision
from petajalan.reporting.queries.owed import tasks_of
from petajalan.reporting.queries.reminders import digests
from petajalan.reporting.services.forum import decisions, meeting
from tests.reporting.forums import APRIL, closed, decided, everything_written, fresh, prepared, running
from tests.reporting.reports import Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture

MAY = moment(5, 8)


def kinds(quarter: Quarter, name: str, at: datetime) -> list[tuple[str, str]]:
    user: User = quarter.cast[name]
    found = tasks_of(user, quarter.cast.agency, at=at)
    return [(one.kind, one.state.value) for one in found if "forum" in one.kind]


def test_the_forum_is_owed_from_the_end_of_the_quarter_until_it_is_closed(quarter: Quarter) -> None:
    assert kinds(quarter, "rina", moment(3, 31)) == []
    assert kinds(quarter, "rina", moment(4, 1)) == [("quarterly_forum", "to_do")]
    assert kinds(quarter, "siti", moment(4, 1)) == []
    prepared(quarter)
    assert kinds(quarter, "wati", APRIL) == [("quarterly_forum", "begun")]


def test_once_it_is_closed_its_decisions_are_owed(quarter: Quarter) -> None:
    closed(quarter)
    assert kinds(quarter, "rina", APRIL) == []
    assert kinds(quarter, "siti", APRIL) == kinds(quarter, "joko", APRIL) == [("forum_decision", "to_do")]
    assert kinds(quarter, "budi", APRIL) == []
    [task] = [one for one in tasks_of(quarter.cast.siti, quarter.cast.agency, at=APRIL) if one.kind == "forum_decision"]
    decision = ForumDecision.objects.get()
    assert task.due is not None
    assert (task.title, task.about, task.due.date()) == (
        "Keputusan forum Triwulan I 2025", decision.text, decision.due,
    )  # fmt: skip
    assert task.url == f"/kota-melati/forum/2025/1/#k{decision.pk}"


def test_what_was_reported_waits_for_the_secretariat_and_may_come_back(quarter: Quarter) -> None:
    _forum, decision = closed(quarter)
    decisions.report_done(decision=decision, report="x", proof="y", version=1, by=quarter.cast.siti, at=MAY)
    assert (kinds(quarter, "siti", MAY), kinds(quarter, "rina", MAY)) == ([], [("forum_check", "review")])
    decisions.check_decision(
        decision=decision, verdict=DecisionState.OPEN, note="Kurang", version=2, by=quarter.cast.rina, at=MAY
    )
    assert (kinds(quarter, "siti", MAY), kinds(quarter, "rina", MAY)) == ([("forum_decision", "sent_back")], [])


def test_the_holder_of_a_position_owes_what_was_given_to_the_position(quarter: Quarter) -> None:
    forum = running(quarter)
    decided(quarter, forum, Position.objects.get(agency=quarter.cast.agency, name="Sekretaris Daerah"))
    everything_written(quarter, forum)
    meeting.close_forum(forum=forum, version=fresh(forum).version, by=quarter.cast.rina, at=APRIL)
    assert kinds(quarter, "rina", MAY) == [("forum_decision", "to_do")]


def test_the_owner_is_reminded_before_it_is_due(quarter: Quarter) -> None:
    closed(quarter)
    told = {
        digest.user: [one.thing.kind for one in digest.items] for digest in digests(quarter.cast.agency, MAY.date())
    }
    assert told[quarter.cast.siti].count("forum_decision") == 1
    assert quarter.cast.budi not in {user for user, seen in told.items() if "forum_decision" in seen}


def test_tasks_ask_as_much_for_one_decision_as_for_many(quarter: Quarter) -> None:
    forum = running(quarter)
    counts = []
    for rows in (1, 5):
        for _row in range(rows):
            decided(quarter, forum)
        ForumDecision.objects.update(forum=forum)
        type(forum).objects.update(status="closed")
        with CaptureQueriesContext(connection) as captured:
            tasks_of(User.objects.get(pk=quarter.cast.siti.pk), quarter.cast.agency, at=APRIL)
        counts.append(len(captured))
        type(forum).objects.update(status="running")
    assert counts[0] == counts[1]
