"""Priorities: the list in its order, printed beside computed, and what changing a score does."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import Factor, KeyActivity, RoadMap, Score
from petajalan.planning.queries.priorities import priorities_of
from petajalan.planning.services.priorities import rank_again
from tests.cast import Cast
from tests.planning.plans import activity, draft, factor, score, text_of, words
from tests.planning.regulations import stored

PAGE = "/kota-melati/rencana/prioritas/"


@pytest.fixture
def plan(cast: Cast) -> RoadMap:
    """Arsip 5, Layanan 7, Inovasi 9 (an initiative); the second factor gives everybody 3."""
    road_map = draft(cast.agency)
    first, second = factor(road_map, "Urgensi", 1), factor(road_map, "Mandat", 2)
    names = (("Arsip", "2", True), ("Layanan", "4", True), ("Inovasi", "6", False))
    for at, (name, value, mandatory) in enumerate(names, start=1):
        row = activity(road_map, name, at, mandatory=mandatory)
        score(row, first, value, 2 * at)
        score(row, second, "3", 2 * at + 1)
    rank_again(road_map)
    return road_map


def order(road_map: RoadMap) -> list[tuple[str, int | None, Decimal | None]]:
    return [(row.activity.name, row.priority.rank, row.priority.total) for row in priorities_of(road_map).rows]


def sent(road_map: RoadMap, name: str, value: str, version: str = "1") -> tuple[str, dict[str, str]]:
    row = KeyActivity.objects.get(road_map=road_map, name=name)
    urgency = Factor.objects.get(road_map=road_map, name="Urgensi")
    return f"{PAGE}{row.pk}/skor/", {f"skor-{urgency.pk}": value, f"versi-{urgency.pk}": version}


def test_mandatory_ones_stand_first_and_a_constant_factor_is_told(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.siti)
    page = words(client, PAGE)
    assert order(plan) == [("Layanan", 1, Decimal(7)), ("Arsip", 2, Decimal(5)), ("Inovasi", 3, Decimal(9))]
    assert "Mandat memberi skor yang sama kepada semua kegiatan" in page
    assert (
        page.index("Wajib (mandatory) 2 kegiatan") < page.index("Layanan") < page.index("Inisiatif daerah 1 kegiatan")
    )


def test_a_changed_score_reorders_and_says_what_moved(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    address, values = sent(plan, "Arsip", "9,5")
    response = client.post(address, values, headers={"HX-Request": "true"})
    page = text_of(response.content)
    assert "Arsip naik dari peringkat 2 ke 1. 1 kegiatan lain ikut bergeser." in page
    assert page.index("Arsip naik") < page.index("Layanan")
    assert order(plan)[0] == ("Arsip", 1, Decimal("12.5"))


def test_without_javascript_the_page_comes_back_with_the_sentence(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.wati)
    address, values = sent(plan, "Layanan", "5")
    response = client.post(address, values)
    assert (response.status_code, response.url) == (302, PAGE)
    assert "Skor Layanan tersimpan; peringkatnya tetap 1." in words(client, PAGE)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("11", "Skor 11 di luar skala 1–10. Tulis skor di dalam skala itu."),
        ("tinggi", "“tinggi” bukan angka. Tulis satu angka, misalnya 7 atau 7,5."),
    ],
)
def test_what_is_no_score_is_refused(client: Client, cast: Cast, plan: RoadMap, value: str, sentence: str) -> None:
    client.force_login(cast.rina)
    address, values = sent(plan, "Arsip", value)
    response = client.post(address, values)
    assert response.status_code == 409
    assert sentence in text_of(response.content)
    assert Score.objects.filter(road_map=plan, key_activity__name="Arsip").first().value == Decimal(2)


def test_a_score_that_somebody_else_changed_is_not_overwritten(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    address, values = sent(plan, "Arsip", "8")
    assert client.post(address, values).status_code == 302
    client.force_login(cast.wati)
    address, values = sent(plan, "Arsip", "3")
    response = client.post(address, values)
    assert response.status_code == 409
    assert "Anda menulis “3”, sekarang “8”." in text_of(response.content)
    assert order(plan)[0] == ("Arsip", 1, Decimal(11))


def test_an_emptied_score_leaves_the_activity_without_a_rank(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    address, values = sent(plan, "Arsip", "")
    client.post(address, values)
    assert "Arsip tidak lagi berperingkat." in words(client, PAGE)
    assert order(plan)[1] == ("Arsip", None, None)


def test_printed_totals_stand_beside_the_computed_ones(client: Client, cast: Cast) -> None:
    stored(cast.agency)
    client.force_login(cast.siti)
    page = words(client, PAGE)
    assert "1 total tercetak berbeda dari hitungannya." in page
    assert "27 berselisih +10: peringkat tetap 2" in page


def test_only_those_who_edit_may_and_an_enacted_plan_is_locked(client: Client, cast: Cast, plan: RoadMap) -> None:
    address, values = sent(plan, "Arsip", "8")
    client.force_login(cast.siti)
    assert 'name="skor-' not in client.get(PAGE).content.decode()
    assert client.post(address, values).status_code == 403
    client.force_login(cast.dewi)
    assert {client.get(PAGE).status_code, client.post(address, values).status_code} == {404}
    RoadMap.objects.update(status=RoadMapStatus.ENACTED)
    client.force_login(cast.rina)
    assert "Mulai perubahan dulu." in text_of(client.post(address, values).content)
    assert order(plan)[0][0] == "Layanan"


def test_factors_are_added_changed_and_removed(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    page = f"{PAGE}faktor/"
    assert client.post(page, {"name": "Dampak", "low": "1", "high": "5", "weight": ""}).status_code == 302
    assert order(plan)[0] == ("Arsip", None, None)
    added = Factor.objects.get(road_map=plan, name="Dampak")
    assert client.post(f"{page}{added.pk}/", {"hapus": "1", "versi_baris": "1"}).status_code == 302
    urgency = Factor.objects.get(road_map=plan, name="Urgensi")
    prefix = f"f{urgency.pk}"
    changed = {f"{prefix}-name": "Urgensi", f"{prefix}-low": "1", f"{prefix}-high": "10", f"{prefix}-weight": "2"}
    assert client.post(f"{page}{urgency.pk}/", changed | {"versi_baris": "1"}).status_code == 302
    assert order(plan)[0] == ("Layanan", 1, Decimal(11))
    refused = client.post(page, {"name": "Terbalik", "low": "5", "high": "2"})
    assert refused.status_code == 422
    assert "Skor tertinggi harus lebih besar" in text_of(refused.content)


@pytest.mark.parametrize("rows", [1, 3, 40])
def test_the_page_asks_the_database_equally_often(client: Client, cast: Cast, rows: int) -> None:
    road_map = draft(cast.agency)
    urgency = factor(road_map, "Urgensi")
    for at in range(1, rows + 1):
        score(activity(road_map, f"Kegiatan {at}", at), urgency, str(at % 10 + 1), at)
    client.force_login(cast.rina)
    client.get(PAGE)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(PAGE).status_code == 200
    assert len(captured) == 11
