"""One rule for what a person owes: "Tugas saya", reminders and the calendar of a person ask it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import Position, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import ActionPlan
from petajalan.reporting.choices import LineState, ReportStatus
from petajalan.reporting.duties import is_of, may_review
from petajalan.reporting.models import LockException, ProgressLine, ProgressReport, ReviewForum
from petajalan.reporting.queries import owed as rule
from petajalan.reporting.queries.feeds import dates_for
from petajalan.reporting.queries.owed import Asked, Owed, State, owed, tasks_of
from petajalan.reporting.queries.reminders import digests
from petajalan.reporting.queries.whom import Whom
from petajalan.reporting.services.review import accept_line, send_line_back
from tests.cast import Cast, person
from tests.planning.regulations import stored
from tests.reporting.forums import decided, running
from tests.reporting.measuring import measures
from tests.reporting.reports import Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture

FEBRUARY = moment(2, 3)
PEOPLE = ("siti", "joko", "budi", "ani", "rina", "wati", "wali")


@pytest.fixture
def owing(quarter: Quarter) -> Quarter:
    quarter.action()
    return quarter


def of_reports(found: list[Owed]) -> list[Owed]:
    """Without the duties that other apps add."""
    return [one for one in found if one.kind in {"monthly_progress", "acceptance"}]


def told(found: list[Owed]) -> list[tuple[str, str, str]]:
    return [(one.title, one.about, one.state.value) for one in found]


def of(owing: Quarter, name: str, at: datetime = FEBRUARY) -> list[Owed]:
    """With what a new request would read of the person."""
    return tasks_of(User.objects.get(pk=owing.cast[name].pk), owing.cast.agency, at=at)


def test_a_unit_owes_the_months_in_which_it_carries_out_an_action(owing: Quarter) -> None:
    found = of_reports(owed(owing.cast.agency, FEBRUARY))
    assert [(one.about, one.period, one.state, one.coordinators) for one in found] == [
        (owing.unit.name, "2025-01", State.TO_DO, frozenset({owing.coordinator.pk})),
        (owing.unit.name, "2025-02", State.TO_DO, frozenset({owing.coordinator.pk})),
    ]
    assert of_reports(owed(owing.cast.agency, moment(6, 2))) == []  # nothing to do in that quarter, the first is closed
    assert owed(owing.cast.other_agency, FEBRUARY) == []


def test_a_plan_that_is_not_approved_asks_for_nothing(owing: Quarter) -> None:
    ActionPlan.objects.update(status=ActionPlanStatus.DRAFT)
    assert of_reports(owed(owing.cast.agency, FEBRUARY)) == []


def test_a_report_is_owed_by_the_people_of_its_unit_alone(owing: Quarter) -> None:
    everybody = {name: {one.period for one in of_reports(of(owing, name))} for name in PEOPLE}
    writes = {name: is_of(owing.cast[name], owing.unit) for name in PEOPLE}
    assert everybody == {name: {"2025-01", "2025-02"} if yes else set() for name, yes in writes.items()}
    assert sorted(name for name, yes in writes.items() if yes) == ["joko", "siti"]


@pytest.mark.parametrize("own", [False, True])
def test_a_review_is_owed_by_those_who_may_do_it(owing: Quarter, own: bool) -> None:
    if own:
        ActionPlan.objects.update(coordinator=owing.unit)
    line = owing.sent().lines.select_related("action__plan__coordinator").get()
    leads = line.action.plan.coordinator
    may = {name for name in PEOPLE if may_review(owing.cast[name], reporter=owing.unit, coordinator=leads)}
    assert may == ({"rina"} if own else {"budi"})
    asked = {name for name in PEOPLE if any(one.state is State.REVIEW for one in of(owing, name))}
    assert asked == may
    (review,) = [one for name in may for one in of(owing, name) if one.state is State.REVIEW]
    words = "Tinjau sebagai sekretariat: laporan Januari 2025" if own else "Tinjau laporan Januari 2025"
    assert (review.title, review.about, review.lines) == (words, owing.unit.name, 1)


def test_a_secretariat_by_a_role_that_was_given_is_reminded_too(owing: Quarter) -> None:
    given = person(agency=owing.cast.agency, role="secretariat")
    ActionPlan.objects.update(coordinator=owing.unit)
    owing.sent()
    assert {one.user for one in digests(owing.cast.agency, date(2025, 2, 4))} >= {given, owing.cast.rina}


def test_a_review_stays_owed_when_its_month_is_long_closed(owing: Quarter) -> None:
    owing.sent()
    line = ProgressLine.objects.get()
    late = moment(6, 2)
    (review,) = of(owing, "budi", late)
    assert (review.when(late.date()), review.closed) == ("overdue", None)
    accept_line(line=line, version=line.version, by=owing.cast.budi, at=late)  # nothing closes it
    assert of(owing, "budi", late) == []


def test_a_repair_is_owed_until_its_own_day_though_the_month_closed_before(owing: Quarter) -> None:
    owing.sent()
    line = ProgressLine.objects.get()
    back = send_line_back(line=line, note="Lampirkan", version=line.version, by=owing.cast.budi, at=moment(3, 3))
    assert back.repair_due is not None
    (repair,) = [one for one in of(owing, "siti", moment(3, 4)) if one.period == "2025-01"]
    assert (repair.title, repair.due, repair.state) == (
        "Perbaiki laporan Januari 2025",
        back.repair_due,
        State.SENT_BACK,
    )
    assert "2025-01" not in {one.period for one in of(owing, "siti", moment(3, 10))}  # nobody may write any more


def test_a_repair_has_a_due_date_of_its_own(owing: Quarter) -> None:
    owing.sent()
    due = datetime(2025, 2, 6, 16, 59, 59, tzinfo=UTC)
    ProgressReport.objects.update(status=ReportStatus.SENT_BACK, repair_due=due)
    ProgressLine.objects.update(state=LineState.SENT_BACK)
    assert [(one.due, one.lines) for one in of(owing, "joko") if one.state is State.SENT_BACK] == [(due, 1)]


def test_an_exception_opens_a_closed_month_for_its_unit_alone(owing: Quarter) -> None:
    other = units_of(owing.cast.ani, owing.cast.agency)[0]
    owing.plan.actions.get().named_implementers.create(agency=owing.cast.agency, unit=other)
    march = moment(3, 3)
    assert "2025-01" not in {one.period for one in owed(owing.cast.agency, march)}
    LockException.objects.create(
        agency=owing.cast.agency, unit=owing.unit, kind="monthly_progress", period="2025-01", reason="Banjir",
        granted_by=owing.cast.rina, granted_at=moment(3, 1), expires_at=moment(3, 20),
    )  # fmt: skip
    assert [one.about for one in owed(owing.cast.agency, march) if one.period == "2025-01"] == [owing.unit.name]
    assert "2025-01" in {one.period for one in of(owing, "siti", march)}
    assert "2025-01" not in {one.period for one in of(owing, "ani", march)}


@pytest.fixture
def minutes_to_sign(monkeypatch: pytest.MonkeyPatch, cast: Cast) -> None:
    """A duty of another app, for the leaders, in no calendar."""

    def source(asked: Asked) -> Iterator[Owed]:
        yield Owed(
            kind="minutes", words="Tanda tangani risalah", about="Forum", url="/x/", due=moment(2, 4),
            doers=Whom(users=frozenset({cast.wali.pk})),
        )  # fmt: skip

    monkeypatch.setattr(rule, "_sources", list(rule._sources))
    rule.add_source(source)


@pytest.mark.usefixtures("minutes_to_sign")
def test_what_another_app_adds_is_a_task_a_reminder_and_a_day(owing: Quarter) -> None:
    assert told(of(owing, "wali")) == [("Tanda tangani risalah", "Forum", "to_do")]
    (digest,) = [one for one in digests(owing.cast.agency, date(2025, 2, 3)) if one.user == owing.cast.wali]
    assert [(one.thing.title, one.stage) for one in digest.items] == [("Tanda tangani risalah", "before")]
    days = dates_for(owing.cast.wali, owing.cast.agency, at=FEBRUARY)
    assert ("Tanda tangani risalah", ("Forum",)) in [(one.title, one.about) for one in days]
    assert told(of(owing, "budi")) == []


def test_the_home_page_asks_how_many_there_are(owing: Quarter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: FEBRUARY)
    client = Client()
    client.force_login(owing.cast.siti)
    stored(owing.cast.agency)
    assert 'hx-get="/kota-melati/tugas/jumlah/"' in client.get("/kota-melati/").content.decode()
    part = client.get("/kota-melati/tugas/jumlah/").content.decode()
    assert "2 tugas" in part
    assert "1 terlambat" in part
    client.force_login(owing.cast.wali)
    assert "Tidak ada yang menunggu Anda hari ini." in client.get("/kota-melati/tugas/jumlah/").content.decode()
    client.force_login(owing.cast.dewi)
    assert client.get("/kota-melati/tugas/jumlah/").status_code == 404


def test_as_many_queries_for_three_units_as_for_one(owing: Quarter) -> None:
    with CaptureQueriesContext(connection) as one:
        assert len(of_reports(owed(owing.cast.agency, FEBRUARY))) == 2
    action = owing.plan.actions.get()
    for unit in Unit.objects.filter(agency=owing.cast.agency).exclude(pk=owing.unit.pk)[:2]:
        action.named_implementers.create(agency=owing.cast.agency, unit=unit)
    with CaptureQueriesContext(connection) as three:
        assert len(of_reports(owed(owing.cast.agency, FEBRUARY))) == 6
    assert len(three) == len(one)


@pytest.mark.parametrize("name", ["rina", "wati", "joko", "budi", "siti", "ani"])
def test_the_page_of_tasks_asks_twelve_times_at_most(
    owing: Quarter, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """With an open quarter, a closed forum and a report to review."""
    at = moment(4, 8)
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)
    owing.sent()
    forum = running(owing)
    decided(owing, forum, Position.objects.get(agency=owing.cast.agency, name="Sekretaris Daerah"))
    ReviewForum.objects.filter(pk=forum.pk).update(status="closed")
    measures(owing.cast).indicator()
    client = Client()
    client.force_login(owing.cast[name])
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/kota-melati/tugas/").status_code == 200
    assert len(captured) <= 12
