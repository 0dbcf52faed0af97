"""The national counterpart of a row, chosen by hand from the framework of the plan."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.common.models import AuditEntry
from petajalan.planning.models import KeyActivity, Objective, RoadMap
from petajalan.planning.queries.alignment import alignment_of
from petajalan.planning.services import Refused, add_indicator, add_key_activity, set_counterpart
from tests.cast import Cast
from tests.planning.plans import text_of, words
from tests.planning.regulations import AT
from tests.planning.services.conftest import Plan
from tests.planning.services.conftest import plan as plan  # the fixture

HOME = "/kota-melati/rencana/"


def page_of(kind: str, row: object) -> str:
    return f"{HOME}padanan/{kind}/{row.key}/"  # type: ignore[attr-defined]


def test_closest_names_are_offered_first_and_the_framework_is_searched(client: Client, plan: Plan) -> None:
    client.force_login(plan.rina)
    address = page_of("kegiatan", plan.activity)
    found = client.get(address).context["found"]
    assert (found[0].national.code, found[0].likely, len(found)) == ("spbe-architecture", True, 12)
    searched = client.get(address, {"cari": "pengaduan"}).context["found"]
    assert [one.national.code for one in searched] == ["complaints"]
    assert "Tidak ada yang cocok dengan kata itu." in words(client, address + "?cari=tidak-ada-begitu")


def test_chosen_counterpart_is_stored_with_its_name_in_the_trail(client: Client, plan: Plan) -> None:
    client.force_login(plan.cast.wati)
    address = page_of("kegiatan", plan.activity)
    answer = client.post(address, {"padanan": "complaints", "versi_baris": 1, "alasan": "Sama isinya"})
    assert answer["Location"] == HOME + "keselarasan/"
    activities = alignment_of(plan.road_map).section("activities")
    assert {one.national.code: [str(row) for row in one.rows] for one in activities.matched} == {
        "complaints": ["Arsitektur SPBE"]
    }
    national = activities.matched[0].national.name
    entry = AuditEntry.objects.filter(action="key_activity_changed").latest("pk")
    assert (entry.actor, entry.before, entry.after, entry.reason) == (
        plan.cast.wati, {"national_code": None}, {"national_code": national}, "Sama isinya",
    )  # fmt: skip
    assert f"Sekarang sepadan dengan “{national}”." in words(client, address)
    assert f'href="{address}"' in client.get(HOME + "keselarasan/").content.decode()
    second = add_key_activity(road_map=plan.road_map, name="Layanan pengaduan", by=plan.rina, at=AT)
    assert "Sudah menjadi padanan: Arsitektur SPBE" in words(client, page_of("kegiatan", second))
    client.post(address, {"padanan": "", "versi_baris": 2})
    assert KeyActivity.objects.get(pk=plan.activity.pk).national_code == ""


@pytest.mark.parametrize(("kind", "name", "code"), [("indikator", "indicator", "spbe"), ("tema", "theme", "inflation")])
def test_indicators_and_themes_have_one_too(client: Client, plan: Plan, kind: str, name: str, code: str) -> None:
    row = getattr(plan, name)
    client.force_login(plan.rina)
    type(row).objects.filter(pk=row.pk).update(national_code="")
    assert client.post(page_of(kind, row), {"padanan": code, "versi_baris": 1}).status_code == 302
    row.refresh_from_db()
    assert (row.national_code, row.version) == (code, 2)


def test_goal_and_objective_of_the_framework_are_offered(client: Client, plan: Plan) -> None:
    client.force_login(plan.rina)
    offered = {
        kind: [one.national.code for one in client.get(page_of(kind, row)).context["found"]]
        for kind, row in (("tujuan", plan.goal), ("sasaran", plan.objective))
    }
    alignment = alignment_of(plan.road_map)
    assert {kind: set(codes) for kind, codes in offered.items()} == {
        "tujuan": {one.national.code for one in alignment.section("goals").matches},
        "sasaran": {one.national.code for one in alignment.section("objectives").matches},
    }
    hard = next(one.national for one in alignment.section("objectives").matches if one.national.element == "hard")
    client.post(page_of("sasaran", plan.objective), {"padanan": hard.code, "versi_baris": 1})
    objective = Objective.objects.get(pk=plan.objective.pk)
    assert (objective.national_code, objective.element) == (hard.code, "hard")


def test_stale_choice_is_refused_and_nothing_typed_is_lost(client: Client, plan: Plan) -> None:
    set_counterpart(row=plan.activity, code="complaints", seen=1, by=plan.cast.wati, at=AT)
    client.force_login(plan.rina)
    address = page_of("kegiatan", plan.activity)
    answer = client.post(address, {"padanan": "digital-archives", "versi_baris": 1, "alasan": "Arsip"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert f"{plan.cast.wati} mengubahnya pada" in page
    assert 'name="versi_baris" value="2"' in page
    assert 'value="digital-archives" checked' in page
    assert "Arsip</textarea>" in page
    assert client.post(address, {"padanan": "digital-archives", "versi_baris": 2}).status_code == 302


def test_what_the_framework_does_not_have_is_refused(client: Client, plan: Plan) -> None:
    client.force_login(plan.rina)
    address = page_of("kegiatan", plan.activity)
    for sent, sentence in (
        ({"padanan": "bukan-kode"}, "Padanan itu tidak ada dalam"),
        ({"padanan": "inflation"}, "Padanan itu tidak ada dalam"),  # a theme
        ({}, "Pilih satu padanan"),
    ):
        answer = client.post(address, {**sent, "versi_baris": 1})
        assert answer.status_code == 409
        assert sentence in text_of(answer.content)
    RoadMap.objects.update(period_start=2010, period_end=2011)
    with pytest.raises(Refused, match="Belum ada kerangka nasional"):
        set_counterpart(
            row=KeyActivity.objects.get(), code="complaints", seen=1, by=plan.rina, at=AT
        )  # fmt: skip
    assert "Tidak ada kerangka untuk tahun ini" in words(client, address)


@pytest.mark.parametrize(
    ("name", "status"), [("siti", 403), ("budi", 403), ("wali", 403), ("dewi", 404), ("rina", 200)]
)
def test_only_who_edits_the_plan_gets_there(client: Client, cast: Cast, plan: Plan, name: str, status: int) -> None:
    client.force_login(cast[name])
    address = page_of("kegiatan", plan.activity)
    assert client.get(address).status_code == status
    if status != 200:
        assert client.post(address, {"padanan": "complaints", "versi_baris": 1}).status_code == status
    assert client.get(f"{HOME}padanan/sasaran-kebijakan/{plan.policy.key}/").status_code in (status, 404)
    assert client.get(page_of("kegiatan", plan.goal)).status_code in (status, 404)
    assert KeyActivity.objects.get().national_code == ""


def test_page_asks_a_constant_number_of_queries(client: Client, plan: Plan) -> None:
    client.force_login(plan.rina)
    counts = []
    for rows in (0, 3, 40):
        for number in range(rows):
            add_indicator(owner=plan.theme, name=f"Ukuran {rows} {number}", by=plan.rina, at=AT)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page_of("indikator", plan.indicator)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2] <= 12


def test_reason_is_kept_without_what_no_database_can_hold(client: Client, plan: Plan) -> None:
    client.force_login(plan.rina)
    sent = {"padanan": "complaints", "versi_baris": 1, "alasan": "Sama\0 isinya"}
    assert client.post(page_of("kegiatan", plan.activity), sent).status_code == 302
    assert AuditEntry.objects.filter(action="key_activity_changed").latest("pk").reason == "Sama isinya"
