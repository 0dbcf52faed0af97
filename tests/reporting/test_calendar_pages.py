"""The calendar in the browser: read by all, opened and changed by the administrator, excepted by the secretariat."""

from __future__ import annotations

import pytest
from django.test import Client

from petajalan.accounts.roles import units_of
from petajalan.common.audit import SYSTEM
from petajalan.reporting.models import CalendarYear, Deadline, LockException, OwnDay
from petajalan.reporting.queries.calendar import stored
from petajalan.reporting.services.calendar import open_calendar
from tests.cast import FOUNDED, Cast
from tests.planning.plans import text_of, words

YEAR = 2030  # far enough ahead that none of its dates has passed
PAGE = f"/kota-melati/kalender/{YEAR}/"


@pytest.fixture
def opened(cast: Cast) -> CalendarYear:
    return open_calendar(agency=cast.agency, year=YEAR, by=SYSTEM, at=FOUNDED)


def signed_in(client: Client, cast: Cast, who: str) -> Client:
    client.force_login(cast[who])
    return client


def test_the_administrator_opens_a_year_and_everybody_reads_it(client: Client, cast: Cast) -> None:
    assert "Administrator instansi ini membukanya lebih dahulu" in words(signed_in(client, cast, "siti"), PAGE)
    signed_in(client, cast, "wati")
    assert f"Buka kalender {YEAR}" in words(client, PAGE)
    assert client.post(f"{PAGE}buka/").status_code == 302
    page = words(signed_in(client, cast, "siti"), PAGE)
    assert "Evaluasi bulanan Januari 2030" in page
    assert "Peraturan kepala daerah: minggu pertama bulan berikutnya" in page
    assert "Ubah: " not in page


def test_a_change_shows_what_moves_before_it_is_saved(client: Client, cast: Cast, opened: CalendarYear) -> None:
    signed_in(client, cast, "wati")
    before = stored(cast.agency, YEAR)
    address = f"{PAGE}aturan/quarterly_forum/"
    given = {"due": "on_or_before_day", "number": "22", "months": "1", "reason": "SE 4/2030", "versi": "1"}
    shown = text_of(client.post(address, {**given, "lihat": "1"}).content)
    assert "4 tenggat akan bergeser" in shown
    assert "SE 4/2030" in client.post(address, {**given, "lihat": "1"}).content.decode()
    assert stored(cast.agency, YEAR) == before
    saved = client.post(address, {**given, "simpan": "1"}, follow=True)
    assert "Tersimpan. 4 tenggat bergeser." in text_of(saved.content)
    assert stored(cast.agency, YEAR) != before


def test_a_stale_change_keeps_what_was_typed(client: Client, cast: Cast, opened: CalendarYear) -> None:
    signed_in(client, cast, "wati")
    CalendarYear.objects.update(version=2)
    given = {"day": "2030-06-28", "working": "no", "reason": "Libur daerah", "versi": "1", "simpan": "1"}
    answer = client.post(f"{PAGE}ubah/hari/", given)
    assert answer.status_code == 422
    assert "baru saja diubah orang lain" in text_of(answer.content)
    assert 'value="Libur daerah"' in answer.content.decode()
    assert OwnDay.objects.count() == 0


@pytest.mark.parametrize("version", ["", "satu", "99999999999999999999", "-1"])
def test_a_broken_version_is_a_stale_one(client: Client, cast: Cast, opened: CalendarYear, version: str) -> None:
    given = {"saturday": "yes", "reason": "Perwali", "versi": version, "simpan": "1"}
    assert signed_in(client, cast, "wati").post(f"{PAGE}ubah/minggu/", given).status_code == 422
    assert CalendarYear.objects.get().saturday is False


def test_the_secretariat_opens_a_closed_period_for_a_unit_and_closes_it_again(
    client: Client, cast: Cast, opened: CalendarYear
) -> None:
    Deadline.objects.filter(kind="monthly_progress", period="2030-01").update(due=FOUNDED, closed=FOUNDED)
    unit = units_of(cast.siti, cast.agency)[0]
    given = {"unit": unit.pk, "kind": "monthly_progress", "period": "2030-01", "expires_on": "2030-12-31"}
    signed_in(client, cast, "rina")
    answer = client.post("/kota-melati/kalender/pengecualian/", given)
    assert answer.status_code == 422  # no reason
    client.post("/kota-melati/kalender/pengecualian/", {**given, "reason": "Banjir"})
    granted = LockException.objects.get()
    assert f"{granted.unit} , Januari 2030" in words(signed_in(client, cast, "siti"), PAGE)
    signed_in(client, cast, "rina").post(f"/kota-melati/kalender/pengecualian/{granted.pk}/cabut/", {"alasan": "Salah"})
    assert LockException.objects.get().revoked_at is not None


def test_another_agency_sees_nothing_of_it(client: Client, cast: Cast, opened: CalendarYear) -> None:
    signed_in(client, cast, "dewi")
    for address in (PAGE, "/kota-melati/kalender/", f"{PAGE}aturan/ex_ante/", f"{PAGE}ubah/hari/"):
        assert client.get(address).status_code == 404
    for address in (f"{PAGE}buka/", "/kota-melati/kalender/pengecualian/"):
        assert client.post(address).status_code == 404
    mine = f"/kota-contoh/kalender/{YEAR}/"
    assert f"Kalender {YEAR} belum dibuka" in words(client, mine)


@pytest.mark.parametrize("address", ["kalender/1/", f"kalender/{YEAR}/aturan/lain/", f"kalender/{YEAR}/ubah/lain/"])
def test_addresses_that_name_nothing(client: Client, cast: Cast, opened: CalendarYear, address: str) -> None:
    assert signed_in(client, cast, "wati").get(f"/kota-melati/{address}").status_code == 404
