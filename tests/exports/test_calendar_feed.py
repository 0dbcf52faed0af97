"""A person's dates for a calendar program, behind a secret address that can be renewed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from icalendar import Calendar

from petajalan.common.audit import SYSTEM
from petajalan.reporting.models import CalendarFeed
from petajalan.reporting.services.calendar import open_calendar
from tests.cast import Cast

RENEW = "/kota-melati/pengingat/alamat-kalender/"


@pytest.fixture
def year(cast: Cast, settings) -> int:
    settings.TODAY = date(2025, 3, 14)
    open_calendar(agency=cast.agency, year=2025, by=SYSTEM, at=datetime(2024, 12, 1, tzinfo=UTC))
    return 2025


def address(client: Client) -> str:
    found = re.search(r"/kalender/[\w-]+\.ics", client.post(RENEW).content.decode())
    assert found is not None
    return found[0]


def events(answer: bytes) -> dict[str, date]:
    return {str(one["uid"]): one.decoded("dtstart") for one in Calendar.from_ical(answer).walk("VEVENT")}


def test_a_program_reads_the_dates_of_the_persons_roles_without_signing_in(
    client: Client, cast: Cast, year: int
) -> None:
    client.force_login(cast.ani)
    found = address(client)
    answer = Client().get(found)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    read = events(answer.content)
    assert read["monthly_evaluation-2025-03@kota-melati.petajalan"] == date(2025, 4, 8)  # after Idulfitri
    client.force_login(cast.siti)
    mine = events(Client().get(address(client)).content)
    assert {key.split("-")[0] for key in mine} == {"monthly_progress"}
    assert len(mine) == 12


def test_a_new_address_ends_the_old_one_and_the_secret_is_not_kept(client: Client, cast: Cast, year: int) -> None:
    client.force_login(cast.siti)
    old, new = address(client), address(client)
    assert [Client().get(one).status_code for one in (old, new)] == [404, 200]
    kept = CalendarFeed.objects.get()
    assert kept.digest not in new
    assert len(kept.digest) == 64


def test_it_ends_with_the_account(client: Client, cast: Cast, year: int) -> None:
    client.force_login(cast.siti)
    found = address(client)
    cast.siti.is_active = False
    cast.siti.save()
    assert Client().get(found).status_code == 404
    assert Client().get("/kalender/tebakan.ics").status_code == 404


def test_another_agency_makes_no_address_here(client: Client, cast: Cast, year: int) -> None:
    client.force_login(cast.dewi)
    assert client.post(RENEW).status_code == 404
    assert CalendarFeed.objects.count() == 0
