"""The life of a road map on its pages: from nothing to enacted, amended, revoked; its text in wordings."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.common.audit import SYSTEM
from petajalan.planning.models import Objective, RoadMap, SectionText, StrategicIssue
from petajalan.planning.services import life, texts
from tests.cast import Cast
from tests.planning.plans import activity, draft, text_of, words
from tests.planning.regulations import AT, stored

PLAN = "/kota-melati/rencana/"
WHO = {"by": SYSTEM, "at": AT}


@pytest.fixture
def enacted(cast: Cast) -> RoadMap:
    _regulation, road_map = stored(cast.agency)
    assert road_map.status == "enacted"
    return road_map


def test_a_plan_from_nothing_says_what_it_lacks_and_is_refused_until_then(client: Client, cast: Cast) -> None:
    client.force_login(cast.rina)
    values = {"title": "Road map Melati", "period_start": "2024", "period_end": "2025"}
    assert client.post(f"{PLAN}baru/", values).url == f"{PLAN}?versi=1"
    page = words(client, PLAN)
    assert "Rancangan" in page
    assert "Tujuan belum ada: tambahkan sedikitnya satu tujuan." in page
    response = client.post(f"{PLAN}tetapkan/", {"reference": "Perwali 1/2024", "on": "2024-02-05"})
    assert response.status_code == 409
    assert "Belum dapat ditetapkan. Lengkapi dahulu:" in text_of(response.content)
    assert RoadMap.objects.get().status == "draft"
    refused = client.post(f"{PLAN}baru/", values | {"period_end": "2020"})
    assert "Tahun akhir periode mendahului tahun awalnya." in text_of(refused.content)


def test_an_amendment_needs_a_reason_and_shows_what_it_changes(client: Client, cast: Cast, enacted: RoadMap) -> None:
    client.force_login(cast.rina)
    assert client.post(f"{PLAN}mulai-perubahan/", {"reason": " "}).status_code == 422
    response = client.post(f"{PLAN}mulai-perubahan/", {"reason": "Target disesuaikan"})
    assert response.url == f"{PLAN}?versi=2"
    assert "Ini rancangan versi 2. Yang berlaku tetap versi 1" in words(client, PLAN)
    changed = Objective.objects.filter(road_map__version=2).first()
    Objective.objects.filter(pk=changed.pk).update(name="Sasaran yang lain")
    page = words(client, f"{PLAN}versi/2/perubahan/?bagian=kegiatan")
    assert "Tata kelola digital Melati Sasaran yang lain" in page
    assert "Bagian ini sama dalam kedua versi." in words(client, f"{PLAN}versi/2/perubahan/")
    assert client.get(f"{PLAN}versi/1/perubahan/").status_code == 404
    assert "versi 1, ditetapkan" in words(client, f"{PLAN}?versi=1")
    assert client.post(f"{PLAN}buang/?versi=2", {"reason": "Tidak jadi"}).status_code == 302
    assert [one.version for one in RoadMap.objects.all()] == [1]


def test_a_plan_is_revoked_by_a_decision(client: Client, cast: Cast, enacted: RoadMap) -> None:
    client.force_login(cast.wati)
    values = {"reference": "Perwali 9/2024", "reason": "Diganti"}
    assert client.post(f"{PLAN}cabut/", values).status_code == 403
    client.force_login(cast.rina)
    assert client.post(f"{PLAN}cabut/", values).status_code == 302
    assert "versi 1, dicabut" in words(client, f"{PLAN}?versi=1")


def test_the_next_year_is_opened_from_the_year_before(client: Client, cast: Cast, enacted: RoadMap) -> None:
    life.start_amendment(road_map=enacted, reason="Tahun baru", **WHO)
    client.force_login(cast.rina)
    response = client.post(f"{PLAN}buka-tahun/", {"year": "2025"}, follow=True)
    assert "Tahun 2025 dibuka:" in text_of(response.content)
    assert RoadMap.objects.get(version=2).period_end == 2025


def test_sections_keep_their_older_wordings(client: Client, cast: Cast) -> None:
    road_map = draft(cast.agency)
    section = texts.add_section(road_map=road_map, title="PENDAHULUAN", number="I", body="Naskah lama", **WHO)
    client.force_login(cast.rina)
    address = f"{PLAN}naskah/{section.key}/"
    mine = {"title": "PENDAHULUAN", "body": "Naskah baru", "reason": "", "versi_baris": "1"}
    assert client.post(address, mine).status_code == 302
    page = words(client, address)
    assert "Naskah baru" in page
    assert "Naskah lama" in words(client, f"{address}?rumusan=1")
    assert client.get(f"{address}?rumusan=7").status_code == 404
    stale = client.post(address, mine | {"body": "Naskah lain"})
    assert stale.status_code == 409
    assert "Bandingkan keduanya" in text_of(stale.content)
    added = client.post(f"{PLAN}naskah/tambah/", {"title": "PENUTUP", "number": "II", "body": ""})
    assert added.status_code == 302
    assert client.post(f"{address}hapus/", {"versi_baris": "2"}).status_code == 302
    assert [one.title for one in SectionText.objects.filter(current=True)] == ["PENUTUP"]


def test_issues_and_conditions_are_listed_and_edited(client: Client, cast: Cast) -> None:
    draft(cast.agency)
    client.force_login(cast.rina)
    values = {"title": "Birokrasi belum lincah", "level": "upstream", "scope": "national", "text": ""}
    assert client.post(f"{PLAN}isi/isu/tambah/", values).url == f"{PLAN}naskah/"
    assert "Birokrasi belum lincah Hulu Nasional" in words(client, f"{PLAN}naskah/")
    row = StrategicIssue.objects.get()
    assert client.post(f"{PLAN}isi/isu/{row.pk}/", values | {"title": ""}).status_code == 422


def test_alignment_names_what_is_matched_missing_and_local(client: Client, cast: Cast, enacted: RoadMap) -> None:
    client.force_login(cast.siti)
    page = words(client, f"{PLAN}keselarasan/")
    assert "wajib, belum ada" in page
    assert "selaras" in page
    assert "khas daerah" in page


def test_readers_read_and_another_agency_sees_nothing(client: Client, cast: Cast, enacted: RoadMap) -> None:
    section = SectionText.objects.filter(current=True).first()
    life.start_amendment(road_map=enacted, reason="Uji", **WHO)
    pages = (PLAN, f"{PLAN}naskah/", f"{PLAN}naskah/{section.key}/", f"{PLAN}keselarasan/", f"{PLAN}versi/2/perubahan/")
    posts = ("tetapkan/", "mulai-perubahan/", "cabut/", "buka-tahun/", "buang/")
    client.force_login(cast.siti)
    assert {client.get(one).status_code for one in pages} == {200}
    assert {client.post(PLAN + one).status_code for one in posts} == {403}
    assert {client.get(PLAN + one).status_code for one in ("baru/", "ubah/", "naskah/tambah/")} == {403}
    client.force_login(cast.dewi)
    assert {client.get(one).status_code for one in pages} == {404}
    assert {client.post(PLAN + one).status_code for one in posts} == {404}


@pytest.mark.parametrize("rows", [1, 3, 40])
def test_pages_ask_the_database_equally_often(client: Client, cast: Cast, enacted: RoadMap, rows: int) -> None:
    amended = life.start_amendment(road_map=enacted, reason="Uji", **WHO)
    for at in range(rows):
        activity(amended, f"Kegiatan {at}", 100 + at)
        texts.add_issue(road_map=amended, title=f"Isu {at}", level="upstream", scope="local", **WHO)
        section = texts.add_section(road_map=amended, title=f"Bagian {at}", **WHO)
    client.force_login(cast.rina)
    counts = {}
    parts = [f"versi/2/perubahan/?bagian={part}" for part in ("kegiatan", "tema", "naskah")]
    for page in ("", "naskah/", f"naskah/{section.key}/", "keselarasan/", *parts):
        client.get(PLAN + page)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(PLAN + page).status_code == 200
        counts[page] = len(captured)
    assert list(counts.values()) == [12, 9, 7, 12, 11, 11, 9]


@pytest.mark.parametrize(
    "form", ["ubah/", "naskah/tambah/", "isi/tema/tambah/", "peta-logika/tambah/tujuan/", "indikator/tambah/"]
)
def test_a_form_of_a_locked_plan_says_what_to_do_before_anybody_fills_it_in(
    client: Client, cast: Cast, enacted: RoadMap, form: str
) -> None:
    client.force_login(cast.rina)
    assert "Mulai perubahan lebih dahulu" in words(client, PLAN + form, 409)
    client.force_login(cast.siti)
    assert client.get(PLAN + form).status_code == 403
    client.force_login(cast.rina)
    client.post(f"{PLAN}mulai-perubahan/", {"reason": "Target disesuaikan"})
    assert client.get(PLAN + form).status_code == 200
