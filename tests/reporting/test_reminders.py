"""Those who owe something are reminded, once a day; nobody else is."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from django.core import mail
from django.test import Client

from petajalan.cli import main
from petajalan.common.models import OutboxMail
from petajalan.planning.models import ActionPlan
from petajalan.reporting.jobs import remind_all
from petajalan.reporting.models import Reminder
from petajalan.reporting.queries.reminders import digests, speaks
from petajalan.reporting.services.reminders import send_reminders
from tests.cast import Cast
from tests.reporting.mail_server import mail_server
from tests.reporting.reports import Quarter, quarter  # noqa: F401

DUE = date(2025, 1, 31)  # a Friday: the report on January
AT = datetime(2025, 1, 31, 2, 0, tzinfo=UTC)  # 09.00 WIB


@pytest.fixture
def owing(quarter: Quarter) -> Quarter:  # noqa: F811
    quarter.action()
    return quarter


def told(owing: Quarter, day: date) -> dict[str, list[tuple[str, str, str]]]:
    return {
        one.user.email.split("@")[0]: [(row.thing.kind, row.thing.period, row.stage) for row in one.items]
        for one in digests(owing.cast.agency, day)
    }


def own(owing: Quarter, day: date) -> dict[str, list[tuple[str, str, str]]]:
    return {name: rows for name, rows in told(owing, day).items() if name in {"siti", "joko", "budi", "rina"}}


JANUARY = ("monthly_progress", "2025-01")


@pytest.mark.parametrize(("day", "expected"), [
    (date(2025, 1, 20), {}),
    (date(2025, 1, 21), {"siti": [(*JANUARY, "before")]}),  # five: 27 to 29 January are holidays and joint leave
    (date(2025, 1, 22), {}),
    (date(2025, 1, 30), {"siti": [(*JANUARY, "before")]}),
    (DUE, {"siti": [(*JANUARY, "due")], "joko": [(*JANUARY, "due")]}),
    (date(2025, 2, 1), {}),  # a Saturday
    (date(2025, 2, 3), {"siti": [(*JANUARY, "overdue")], "joko": [(*JANUARY, "overdue")]}),
    (date(2025, 2, 5), {name: [(*JANUARY, "overdue")] for name in ("siti", "joko", "budi")}),
    (date(2025, 2, 7), {name: [(*JANUARY, "overdue")] for name in ("siti", "joko", "budi", "rina")}),
])  # fmt: skip
def test_it_climbs_from_operator_to_secretariat(owing: Quarter, day: date, expected: dict[str, object]) -> None:
    assert own(owing, day) == expected


def test_after_a_week_it_speaks_once_a_week() -> None:
    assert [days for days in range(-12, 8) if speaks(days)] == [-10, -5, -3, -1, 0, 1, 5]


def test_who_has_reported_is_left_alone_and_the_coordinator_is_asked(owing: Quarter) -> None:
    owing.sent()
    day = date(2025, 2, 4)  # second working day: acceptance is due
    assert own(owing, day) == {"budi": [("acceptance", "2025-01", "due")]}


def test_a_review_reminds_the_head_alone_from_the_beginning(owing: Quarter) -> None:
    owing.sent()
    assert own(owing, date(2025, 2, 3)) == {"budi": [("acceptance", "2025-01", "before")]}


def test_a_unit_that_reports_its_own_actions_is_reviewed_by_the_secretariat(owing: Quarter) -> None:
    ActionPlan.objects.update(coordinator=owing.unit)
    owing.sent()
    assert own(owing, date(2025, 2, 3)) == {"rina": [("acceptance", "2025-01", "before")]}


def test_one_digest_a_day_however_often_it_is_asked_for(owing: Quarter) -> None:
    first = send_reminders(agency=owing.cast.agency, day=DUE, at=AT)
    told = [one.user for one, _mail in first]
    assert {owing.cast.siti, owing.cast.joko} <= set(told)
    assert len(set(told)) == len(told)
    assert send_reminders(agency=owing.cast.agency, day=DUE, at=AT) == []
    assert (Reminder.objects.count(), OutboxMail.objects.count()) == (len(told), len(told))


@pytest.mark.parametrize(("hour", "count"), [(15, 0), (23, 0), (0, 2), (10, 2)])  # UTC; 22.00, 06.00, 07.00, 17.00 WIB
def test_nights_are_quiet(owing: Quarter, hour: int, count: int) -> None:
    day = 30 if hour == 23 else 31
    remind_all(datetime(2025, 1, day, hour, 0, tzinfo=UTC))
    assert Reminder.objects.filter(user__in=[owing.cast.siti, owing.cast.joko]).count() == count


def test_the_command_sends_through_a_mail_server_and_a_second_run_sends_nothing(
    owing: Quarter, settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("petajalan.cli.reporting.open_database", lambda: None)
    call = ["send-reminders", "--date", "2025-01-31", "--json"]
    assert main([*call, "--dry-run"]) == 0
    planned = json.loads(capsys.readouterr().out)
    assert Reminder.objects.count() == 0
    with mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        assert main(call) == 0
        assert json.loads(capsys.readouterr().out) == planned
        assert main(call) == 0
        assert json.loads(capsys.readouterr().out) == []
    assert sorted(one["To"] for one in server.received) == sorted(row["to"] for row in planned)
    (siti,) = [one for one in server.received if one["To"] == owing.cast.siti.email]
    assert siti["Subject"] == "1 kewajiban menunggu Anda"
    line = f"- Laporan kemajuan Januari 2025, {owing.unit.name}: tenggatnya hari ini, 31 Januari 2025; "
    assert line + "ditutup 28 Februari 2025" in siti.get_content().splitlines()
    (of_siti,) = [row for row in planned if row["to"] == owing.cast.siti.email]
    assert of_siti["items"] == [
        {
            "kind": "monthly_progress",
            "period": "2025-01",
            "title": "Laporan kemajuan Januari 2025",
            "about": owing.unit.name,
            "url": f"/kota-melati/laporan/2025/1/{owing.unit.pk}/",
            "due": "2025-01-31T23:59:59+07:00",
            "closed": "2025-02-28T23:59:59+07:00",
            "stage": "due",
            "repair": False,
        }
    ]


@pytest.mark.parametrize("demonstration", [True, False])
def test_a_mail_of_a_demonstration_says_that_its_data_are_made_up(owing: Quarter, demonstration: bool) -> None:
    agency = owing.cast.agency
    agency.is_demonstration = demonstration
    agency.save()
    sent = send_reminders(agency=agency, day=DUE, at=AT)
    assert sent
    assert all(("data simulasi" in letter.body) == demonstration for _digest, letter in sent)


def test_a_date_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["send-reminders", "--date", "besok"]) != 0
    assert "Tulis tanggal seperti 2025-03-14" in capsys.readouterr().err


def test_the_page_shows_ones_own_reminders_only(owing: Quarter, client: Client, cast: Cast) -> None:
    send_reminders(agency=cast.agency, day=DUE, at=AT)
    seen = {}
    for name in ("siti", "wati", "dewi"):
        client.force_login(cast[name])
        answer = client.get("/kota-melati/pengingat/")
        seen[name] = (answer.status_code, owing.unit.name in answer.content.decode().split("<main")[-1])
    assert seen == {"siti": (200, True), "wati": (200, False), "dewi": (404, False)}
    assert mail.outbox == []
