"""The history of a plan: filtered by version, kind and person, and the same as a CSV."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.planning.models import Goal, KeyActivity, RoadMap
from petajalan.planning.services import add_goal, edit_goal, edit_key_activity, remove_goal, start_amendment
from tests.cast import Cast
from tests.planning.plans import words
from tests.planning.regulations import AT, LATER, stored

PAGE = "/kota-melati/rencana/riwayat/"
FILE = "/kota-melati/rencana/riwayat.csv"
HEAD = ["Waktu", "Pelaku", "Tindakan", "Tentang", "Isian", "Semula", "Menjadi", "Alasan"]


@pytest.fixture
def amendment(cast: Cast) -> RoadMap:
    """Version 2 amends version 1; Wati added a goal to it and took it out again, Rina changed another one."""
    draft = start_amendment(road_map=stored(cast.agency)[1], reason="Penyesuaian", by=cast.rina, at=AT)
    goal = Goal.objects.get(road_map=draft)
    edit_goal(goal=goal, seen=1, name="=Birokrasi bersih", reason="Usul Bappeda", by=cast.rina, at=LATER)
    added = add_goal(road_map=draft, name="Tujuan ganda", by=cast.wati, at=LATER)
    remove_goal(goal=added, seen=1, reason="Ganda", by=cast.wati, at=LATER)
    return draft


def lines(client: Client, query: str = "") -> list[list[str]]:
    answer = client.get(FILE + query)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="riwayat-rencana-kota-melati.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    assert head == HEAD
    return rows


def test_file_holds_a_line_for_each_field_that_changed(client: Client, cast: Cast, amendment: RoadMap) -> None:
    client.force_login(cast.wali)
    rina, wati = str(cast.rina), str(cast.wati)
    assert lines(client, "?jenis=goal") == [
        ["2024-03-05 09:00", wati, "Menghapus tujuan", "Tujuan ganda", "", "", "", "Ganda"],
        ["2024-03-05 09:00", wati, "Menambah tujuan", "Tujuan ganda", "nama", "", "Tujuan ganda", ""],
        [
            "2024-03-05 09:00", rina, "Mengubah tujuan", "Birokrasi Melati yang bersih", "nama",
            "Birokrasi Melati yang bersih", "'=Birokrasi bersih", "Usul Bappeda",
        ],
    ]  # fmt: skip


def test_page_and_file_are_narrowed_to_a_version_a_kind_and_a_person(
    client: Client, cast: Cast, amendment: RoadMap
) -> None:
    client.force_login(cast.siti)
    actions = {
        query: [row[2] for row in lines(client, query)]
        for query in ("?rencana=1", "?rencana=2&siapa=" + str(cast.wati), "?rencana=9&jenis=goal&siapa=tidak ada")
    }
    assert actions == {
        "?rencana=1": ["Menetapkan road map yang berlaku"] * 2,
        "?rencana=2&siapa=" + str(cast.wati): ["Menghapus tujuan", "Menambah tujuan"],
        "?rencana=9&jenis=goal&siapa=tidak ada": [],
    }
    rows = client.get(PAGE + "?rencana=2").context["rows"]
    assert [row.what for row in rows] == [
        "Menghapus tujuan", "Menambah tujuan", "Mengubah tujuan", "Memulai perubahan road map",
    ]  # fmt: skip
    page = client.get(PAGE + "?rencana=2&jenis=goal").content.decode()
    assert 'href="/kota-melati/rencana/riwayat.csv?rencana=2&amp;jenis=goal"' in page
    assert "Versi 2 (rancangan)" in words(client, PAGE)


def test_other_kinds_are_offered_too(client: Client, cast: Cast, amendment: RoadMap) -> None:
    activity = KeyActivity.objects.filter(road_map=amendment).first()
    edit_key_activity(activity=activity, seen=1, name="Arsip", by=cast.rina, at=LATER)
    client.force_login(cast.rina)
    kinds = dict(client.get(PAGE).context["kinds"])
    assert {kinds[one] for one in ("score", "sectiontext", "dataseries", "indicatorrow")} == {
        "Skor prioritas", "Naskah bagian", "Seri data", "Baris indikator",
    }  # fmt: skip
    assert [row[3] for row in lines(client, "?jenis=keyactivity")] == ["Arsip Digital"]


def test_another_agency_gets_nothing(client: Client, cast: Cast, amendment: RoadMap) -> None:
    client.force_login(cast.dewi)
    assert (client.get(FILE).status_code, client.get(PAGE).status_code) == (404, 404)
    assert client.get("/kota-contoh/rencana/riwayat.csv").status_code == 200  # says that there is no plan yet
    assert b"Tujuan ganda" not in client.get("/kota-contoh/rencana/riwayat.csv").content
    client.logout()
    assert client.get(FILE).status_code == 302


def test_as_many_queries_for_many_entries_as_for_few(client: Client, cast: Cast, amendment: RoadMap) -> None:
    client.force_login(cast.rina)
    counts = []
    for entries in (0, 3, 40):
        for number in range(entries):
            add_goal(road_map=amendment, name=f"Tujuan {entries} {number}", by=cast.rina, at=LATER)
        asked = []
        for address in (PAGE + "?rencana=2", FILE + "?rencana=2"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            asked.append(len(queries))
        counts.append(asked)
    assert counts[0] == counts[1] == counts[2]
    assert max(counts[0]) <= 12


@pytest.mark.parametrize("query", ["?sampai=9999-12-31", "?dari=9999-12-31", "?dari=0001-01-01", "?sampai=0001-01-01"])
def test_day_at_the_end_of_the_calendar_narrows_nothing(
    client: Client, cast: Cast, amendment: RoadMap, query: str
) -> None:
    client.force_login(cast.wali)
    assert lines(client, query) == lines(client)
    assert client.get(PAGE + query).status_code == 200
