"""A demonstration may set the day; an installation with real data may not."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import petajalan
from petajalan.common import clock
from petajalan.common.environment import UnusableSetting, demonstration_day
from petajalan.common.models import OutboxMail
from petajalan.reporting import jobs
from tests.cast import PASSWORD, Cast

NAME = "PETAJALAN_TODAY"
ROOT = Path(petajalan.__file__).parent


def test_the_day_is_that_of_the_demonstration_in_every_zone(settings) -> None:
    settings.TODAY = date(2025, 3, 14)
    for zone in ("Asia/Jakarta", "Asia/Jayapura"):
        with timezone.override(ZoneInfo(zone)):
            assert clock.today() == date(2025, 3, 14)
            assert timezone.localdate(clock.now()) == date(2025, 3, 14)


def test_without_it_the_clock_is_real(settings) -> None:
    settings.TODAY = None
    before = timezone.now()
    assert before <= clock.now() <= timezone.now()


def test_a_demonstration_names_its_day() -> None:
    assert demonstration_day(NAME, "2025-03-14", allowed=True) == date(2025, 3, 14)
    assert demonstration_day(NAME, "", allowed=False) is None


@pytest.mark.parametrize(("text", "allowed", "words"), [
    ("2025-03-14", False, "hanya untuk kota contoh"),
    ("besok", True, "harus tanggal"),
])  # fmt: skip
def test_real_data_or_a_day_that_is_none_stop_the_start(text: str, allowed: bool, words: str) -> None:
    with pytest.raises(UnusableSetting, match=words):
        demonstration_day(NAME, text, allowed=allowed)


@pytest.mark.parametrize("text", ["today", "TODAY"])
def test_a_demonstration_may_stand_on_the_real_day(text: str) -> None:
    assert demonstration_day(NAME, text, allowed=True) is None
    assert demonstration_day(NAME, text, allowed=False) is None


def test_mail_and_jobs_go_by_the_real_clock(cast: Cast, settings, client: Client, monkeypatch) -> None:
    settings.TODAY = date(2025, 1, 6)
    before = timezone.now()
    client.post(reverse("account_reset_password"), {"email": cast.siti.email})
    mail = OutboxMail.objects.get(to=cast.siti.email)
    asked: list[datetime] = []
    monkeypatch.setattr(jobs, "remind_all", asked.append)
    jobs.remind()
    moments = [mail.created_at, mail.not_before, *asked]
    assert len(moments) == 3
    assert all(before <= moment <= timezone.now() for moment in moments)


def test_a_sign_in_keeps_its_real_day(cast: Cast, settings, client: Client) -> None:
    settings.TODAY = date(2025, 1, 6)
    before = timezone.now()
    client.post(reverse("account_login"), {"login": cast.siti.email, "password": PASSWORD})
    session = Session.objects.get()
    assert session.expire_date > before
    cast.siti.refresh_from_db()
    assert cast.siti.last_login is not None
    assert before <= cast.siti.last_login <= timezone.now()


def test_what_signs_in_sends_or_queues_does_not_ask_this_clock() -> None:
    files = [*(ROOT / "accounts").rglob("*.py"), *ROOT.rglob("jobs.py"), *(ROOT / "common").glob("[!c]*.py")]
    asking = {file.relative_to(ROOT).as_posix() for file in files if "import clock" in file.read_text("utf-8")}
    assert asking == {"accounts/context.py"}  # the line on the page that names the day


@pytest.mark.parametrize(("day", "said"), [(date(2025, 1, 6), True), (None, False)])
def test_pages_of_a_demonstration_say_that_it_is_made_up_and_on_which_day_it_stands(
    cast: Cast, settings, client: Client, day: date | None, said: bool
) -> None:
    address = reverse("agency_home", args=[cast.agency.slug])
    settings.TODAY = day
    client.force_login(cast.siti)
    assert "data simulasi" not in client.get(address).content.decode()
    cast.agency.is_demonstration = True
    cast.agency.save()
    page = client.get(address).content.decode()
    assert "data simulasi" in page
    assert ("Hari ini di sini Senin, 6 Januari 2025." in page) == said


@pytest.mark.parametrize(
    ("day", "month"), [(date(2025, 1, 6), date(2024, 12, 1)), (date(2024, 3, 31), date(2024, 2, 1))]
)
def test_the_month_that_ended_last(settings, day: date, month: date) -> None:
    settings.TODAY = day
    assert clock.last_month() == month


@pytest.mark.parametrize("name", ["evaluations_today", "punctuality_now", "forums_today"])
def test_in_january_pages_open_with_the_year_whose_work_is_due(cast: Cast, settings, client: Client, name: str) -> None:
    settings.TODAY = date(2025, 1, 6)
    client.force_login(cast.rina)
    address = client.get(reverse(name, args=[cast.agency.slug]))["Location"]
    assert "/2024/" in address
