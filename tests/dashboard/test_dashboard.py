"""The dashboard: by role, from the stored achievements, to the evidence in three clicks."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import User
from petajalan.accounts.roles import units_of
from petajalan.dashboard.queries.red import reds
from petajalan.dashboard.queries.scope import scope_of
from petajalan.dashboard.queries.year import year_of
from petajalan.planning.models import ActionImplementer
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.display.totals import view_of
from petajalan.reporting.models import ProgressLine, ProgressReport
from petajalan.reporting.queries.achievement import achieved
from petajalan.reporting.queries.achievement_page import sums_of
from petajalan.reporting.services.reports import start_report
from petajalan.reporting.services.review import accept_line
from petajalan.reporting.services.rollups import refresh_year
from tests.reporting.forums import APRIL
from tests.reporting.reports import Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture

PAGE = "/kota-melati/dasbor/?tahun=2025&triwulan=1"
MOST = 12


@pytest.fixture(autouse=True)
def tenth_of_april(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: APRIL)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(quarter: Quarter, name: str, more: str = "", place: str = PAGE) -> str:
    answer = signed_in(quarter.cast[name]).get(place + more)
    assert answer.status_code == 200
    text: str = answer.content.decode()
    return text


def accepted(quarter: Quarter, output: object = 1, month: int = 3, **more: object) -> ProgressReport:
    """A report of the quarter's last month with an obstacle, accepted line by line."""
    report = quarter.sent(month, output, obstacle="Server rusak", solution="Membeli server", **more)
    for line in ProgressLine.objects.filter(report=report):
        accept_line(line=line, version=line.version, by=quarter.cast.budi, at=moment(4, 2))
    return report


def test_what_is_red_says_cause_action_and_owner(quarter: Quarter) -> None:
    quarter.action("Menyatukan layanan")
    quarter.action("Melatih pegawai", target_q1=Decimal(1))
    accepted(quarter)
    refresh_year(agency=quarter.cast.agency, year=2025)
    found = reds(year_of(quarter.cast.agency, 2025, 1, None)[1])
    [red] = found
    assert (red.one.subject.name, red.one.row.percent) == ("Menyatukan layanan", Decimal(25))
    assert [(one.obstacle, one.solution, one.lines[0].report.unit) for one in red.causes] == [
        ("Server rusak", "Membeli server", quarter.unit)
    ]
    shown = page(quarter, "wali")
    assert [
        one in shown for one in ("Server rusak", "Membeli server", "Sangat rendah", quarter.coordinator.called)
    ] == [True] * 4


def test_red_says_when_units_are_still_missing(quarter: Quarter) -> None:
    action = quarter.action(unit_rule="share_done")
    other = units_of(quarter.cast.ani, quarter.cast.agency)[0]
    ActionImplementer.objects.create(agency=quarter.cast.agency, action=action, unit=other)
    accepted(quarter)
    waits = "baru 1 dari 2 unit yang laporannya diterima"
    assert waits in page(quarter, "wali")
    assert waits in page(quarter, "wali", place=PAGE.replace("dasbor/", "dasbor/cetak/"))


def test_figures_are_those_of_the_stored_achievements(quarter: Quarter) -> None:
    """RSR: the same number differed between screen and report, because it was computed twice."""
    quarter.action("Menyatukan layanan")
    accepted(quarter, 3)
    stored = achieved(quarter.cast.agency, 2025, 1)
    own = year_of(quarter.cast.agency, 2025, 1, None)[1]
    kinds = (SubjectKind.ACTION, SubjectKind.INDICATOR, SubjectKind.THEME)
    assert own.of == {key: one for key, one in stored.of.items() if key[0] in kinds}
    assert sums_of(own) == sums_of(stored)
    [action] = own.kind(SubjectKind.ACTION)
    assert view_of(action).text == "75%"
    assert ">75%" in page(quarter, "wali")


def test_from_the_dashboard_to_the_evidence_in_three_clicks(quarter: Quarter) -> None:
    """Red row → the line of the report → its evidence."""
    quarter.action()
    report = accepted(quarter)
    line = ProgressLine.objects.get()
    address = f"/kota-melati/laporan/2025/3/{report.unit_id}/"
    assert f'href="{address}#l{line.pk}"' in page(quarter, "wali")
    assert f'id="l{line.pk}"' in page(quarter, "wali", place=address)
    subject = re.search(r'href="(/kota-melati/capaian/2025/1/aksi/[^"]+)"', page(quarter, "wali"))
    assert subject is not None
    assert f"{address}#l{line.pk}" in page(quarter, "wali", place=subject[1])


def test_each_role_begins_with_its_own_part(quarter: Quarter) -> None:
    begins = {
        name: scope_of(quarter.cast[name], quarter.cast.agency, "").narrow
        for name in ("wali", "rina", "wati", "ani", "budi", "joko", "siti")
    }
    assert begins == {
        "wali": False, "rina": False, "wati": False, "ani": False, "budi": True, "joko": True, "siti": True,
    }  # fmt: skip


def test_a_unit_sees_what_it_leads_and_what_it_carries_out(quarter: Quarter) -> None:
    quarter.action("Menyatukan layanan")
    accepted(quarter)
    for name in ("siti", "budi"):  # who reports it, and who coordinates it
        assert "Menyatukan layanan" in page(quarter, name)
    assert "Menyatukan layanan" not in page(quarter, "ani", "&lingkup=unit")
    assert "Menyatukan layanan" in page(quarter, "ani")
    assert "Menyatukan layanan" in page(quarter, "ani", "&lingkup=instansi")


def test_budget_absorbed_against_budget(quarter: Quarter) -> None:
    quarter.action()
    accepted(quarter, budget_absorbed=Decimal(45))
    assert "Sampai TW I terserap 45%: Rp 45 dari Rp 100." in page(quarter, "wali")


def test_who_reported_in_time(quarter: Quarter) -> None:
    quarter.action()
    accepted(quarter, 4)
    place = "/kota-melati/dasbor/ketepatan/?tahun=2025&triwulan=1"
    whole = page(quarter, "wali", place=place)
    assert "3 laporan jatuh tempo: 1 tepat waktu, 0 terlambat, 2 belum dikirim." in whole
    part = signed_in(quarter.cast.wali).get(place, headers={"HX-Request": "true"}).content.decode()
    assert ("<html" in whole, "<html" in part, "Maret: 1 tepat waktu" in part) == (True, False, True)
    assert place.replace("&", "&amp;") + "&amp;lingkup=instansi" in page(quarter, "wali")


def test_every_chart_has_a_sentence_and_a_table_behind_it(quarter: Quarter) -> None:
    quarter.action()
    accepted(quarter)
    shown = page(quarter, "wali")
    drawings = re.findall(r"<svg class=\"da-bar[^>]*>", shown)
    assert drawings
    assert all('role="img"' in one and re.search(r'aria-label="[^"]+: [^"]+"', one) for one in drawings)
    assert shown.count("<summary>Lihat sebagai tabel") >= 3


def test_nothing_known_is_said_and_not_shown_as_nothing(quarter: Quarter) -> None:
    assert "Belum ada capaian" in page(quarter, "wali")
    quarter.action()
    refresh_year(agency=quarter.cast.agency, year=2025)
    shown = page(quarter, "wali")
    assert ("belum diketahui apa yang rendah" in shown, "Tidak ada capaian rendah" in shown) == (True, False)
    assert "belum ada laporan anggaran yang diterima" in shown


@pytest.mark.parametrize("wrong", ["tahun=abcd", "tahun=99999", "triwulan=5", "triwulan=x", "lingkup=lain"])
def test_a_choice_that_there_is_not_shows_the_usual_quarter(quarter: Quarter, wrong: str) -> None:
    assert "Triwulan I 2025" in page(quarter, "wali", place=f"/kota-melati/dasbor/?{wrong}")


def test_people_of_another_agency_find_nothing(quarter: Quarter) -> None:
    quarter.action("Rahasia Melati")
    accepted(quarter)
    dewi = signed_in(quarter.cast.dewi)
    for place in ("", "ketepatan/", "cetak/"):
        assert dewi.get(f"/kota-melati/dasbor/{place}?tahun=2025&triwulan=1").status_code == 404
        own = dewi.get(f"/kota-contoh/dasbor/{place}?tahun=2025&triwulan=1&lingkup=instansi")
        assert (own.status_code, "Rahasia Melati" in own.content.decode()) == (200, False)


def test_pages_ask_as_much_for_one_action_as_for_many(quarter: Quarter) -> None:
    counts = []
    for names in (("Pertama",), ("Kedua", "Ketiga", "Keempat")):
        for name in names:
            quarter.action(name)
        ProgressReport.objects.all().delete()
        accepted(quarter)
        refresh_year(agency=quarter.cast.agency, year=2025)
        counts.append(
            [
                asked(quarter.cast[name], f"/kota-melati/dasbor/{place}?tahun=2025&triwulan=1")
                for name in ("wali", "budi", "siti")
                for place in ("", "ketepatan/", "cetak/")
            ]
        )
    assert counts[0] == counts[1]
    assert max(counts[0]) <= MOST


def asked(user: User, place: str) -> int:
    client = signed_in(user)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(place).status_code == 200
    return len(captured)


def test_a_draft_that_nobody_accepted_is_not_shown(quarter: Quarter) -> None:
    quarter.action()
    report = start_report(unit=quarter.unit, year=2025, month=3, by=quarter.cast.siti, at=moment(3))
    quarter.fill(report, 1, obstacle="Belum dikirim", solution="x")
    assert "Belum dikirim" not in page(quarter, "wali")
