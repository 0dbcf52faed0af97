"""What an evaluation leaves to be done: among a person's tasks and in the reminders."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import User
from petajalan.reporting.queries.owed import Owed, tasks_of
from petajalan.reporting.queries.reminders import digests
from petajalan.reporting.services.exceptions import grant_exception
from tests.evaluation.sheets import Evaluating, in_time
from tests.evaluation.sheets import evaluating as evaluating  # the fixture
from tests.evaluation.sheets import quarter as quarter
from tests.evaluation.test_guidance import follow, write
from tests.reporting.reports import CLOSED_JANUARY, moment

OURS = {"monthly_evaluation", "quarterly_evaluation", "evaluation_acknowledgement"}
APRIL = moment(4, 3)


def owed(evaluating: Evaluating, name: str, at: datetime) -> list[Owed]:
    user: User = evaluating.cast[name]
    return [one for one in tasks_of(user, evaluating.cast.agency, at=at) if one.kind in OURS]


def kinds(evaluating: Evaluating, name: str, at: datetime) -> list[tuple[str, str, str]]:
    return [(one.kind, one.period, one.state.value) for one in owed(evaluating, name, at)]


def test_a_month_is_owed_by_the_team_once_its_reports_are_due(evaluating: Evaluating) -> None:
    assert kinds(evaluating, "ani", in_time(1)) == []  # no plan, nothing to evaluate
    evaluating.quarter.action()
    assert kinds(evaluating, "ani", moment(1, 30)) == []
    assert kinds(evaluating, "ani", moment(1, 31)) == [("monthly_evaluation", "2025-01", "to_do")]
    assert [kinds(evaluating, who, in_time(1)) for who in ("rina", "siti", "budi")] == [[], [], []]
    [task] = owed(evaluating, "ani", in_time(1))
    assert (task.title, task.begin) == ("Evaluasi bulanan Januari 2025", "/kota-melati/evaluasi/2025/mulai/month/1/")
    assert task.due == datetime(2025, 2, 7, 16, 59, 59, tzinfo=UTC)
    evaluation = evaluating.start()
    [task] = owed(evaluating, "ani", in_time(1))
    assert (task.state.value, task.begin, task.url) == ("begun", "", f"/kota-melati/evaluasi/lembar/{evaluation.pk}/")
    assert kinds(evaluating, "ani", CLOSED_JANUARY) == [("monthly_evaluation", "2025-02", "to_do")]
    grant_exception(
        unit=evaluating.inspectorate, kind="monthly_evaluation", period="2025-01", reason="Banjir",
        expires_at=moment(4), by=evaluating.cast.rina, at=CLOSED_JANUARY,
    )  # fmt: skip
    assert [one.period for one in owed(evaluating, "ani", CLOSED_JANUARY)] == ["2025-01", "2025-02"]


def test_what_was_sent_waits_for_the_secretariat_and_comes_back(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = evaluating.submit(evaluating.start())
    assert kinds(evaluating, "ani", in_time(1)) == []
    assert kinds(evaluating, "rina", in_time(1)) == [("evaluation_acknowledgement", "2025-01", "review")]
    evaluating.send_back(evaluation)
    assert kinds(evaluating, "rina", in_time(1)) == []
    [task] = owed(evaluating, "ani", moment(2, 5))
    assert (task.state.value, task.due) == ("sent_back", datetime(2025, 2, 10, 16, 59, 59, tzinfo=UTC))
    evaluating.submit(evaluation)
    evaluating.acknowledge(evaluation)
    assert kinds(evaluating, "ani", in_time(1)) == kinds(evaluating, "rina", in_time(1)) == []


def test_a_quarter_is_owed_after_its_months(evaluating: Evaluating) -> None:
    evaluating.quarter.action(target_q2=1)
    assert ("quarterly_evaluation", "2025-Q1", "to_do") not in kinds(evaluating, "ani", moment(3, 20))
    assert kinds(evaluating, "ani", APRIL) == [
        ("monthly_evaluation", "2025-03", "to_do"),
        ("quarterly_evaluation", "2025-Q1", "to_do"),
    ]
    [_month, task] = owed(evaluating, "ani", APRIL)
    assert task.title == "Evaluasi internal Triwulan I 2025"


def test_the_team_is_reminded_and_the_secretariat_when_it_is_late(evaluating: Evaluating) -> None:
    evaluating.quarter.action()

    def told(day: date) -> set[str]:
        return {
            digest.user.email.split("@")[0]
            for digest in digests(evaluating.cast.agency, day)
            if any(item.thing.kind == "monthly_evaluation" for item in digest.items)
        }

    assert told(date(2025, 2, 6)) == told(date(2025, 2, 7)) == {"ani"}
    assert told(date(2025, 2, 5)) == set()
    assert told(date(2025, 2, 14)) == {"ani", "rina"}


def test_it_asks_once_however_much_there_is(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    counts = []
    for number in (1, 3):
        for _more in range(number):
            follow(write(evaluating), evaluating, owner=evaluating.inspectorate)
        for name in ("ani", "rina"):
            client = Client()
            client.force_login(evaluating.cast[name])
            with CaptureQueriesContext(connection) as captured:
                assert client.get("/kota-melati/tugas/").status_code == 200
            counts.append(len(captured))
    assert counts[:2] == counts[2:]
    assert max(counts) <= 12
