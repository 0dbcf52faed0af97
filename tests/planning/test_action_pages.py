"""The pages of action plans: the list, the grid with its rows, the workflow, what others see."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from petajalan.calc.numbers import read_typed
from petajalan.planning.models import Action, ActionPlan, AdoptedFigure, Indicator, RoadMap
from petajalan.planning.services import actions as services
from petajalan.planning.services.figures import columns_of
from petajalan.reporting.models import Achievement
from tests.cast import Cast
from tests.planning.actions import Acting
from tests.planning.actions import acting as acting  # the fixture
from tests.planning.plans import text_of, words
from tests.planning.regulations import AT

JSON = {"HTTP_ACCEPT": "application/json"}


def address(acting: Acting, name: str = "action_plan", **more: object) -> str:
    return reverse(name, kwargs={"agency_slug": acting.cast.agency.slug, "key": acting.plan.pk, **more})


def cells(**more: str) -> dict[str, str]:
    return {
        "versi_baris": "1", "indicator": "indeks spbe", "name": "Menyatukan layanan", "output": "Layanan",
        "output_indicator": "Jumlah", "output_unit": "layanan", "figure_rule": "Per triwulan",
        "target_q1": "1.250,5", "budget_q1": "Rp 10.000.000", "implementers": "Semua unit", **more,
    }  # fmt: skip


def test_list_offers_the_own_unit_and_leads_to_the_plan(client: Client, acting: Acting) -> None:
    client.force_login(acting.cast.siti)
    page = words(client, f"/{acting.cast.agency.slug}/rencana-aksi/?tahun=2024")
    assert "1 unit sudah memulai" in page
    assert "Mulai rencana aksi" not in page
    opened = client.post(f"/{acting.cast.agency.slug}/rencana-aksi/buka/", {"unit": acting.unit.pk, "tahun": "2025"})
    assert opened.status_code == 302
    assert list(ActionPlan.objects.values_list("year", flat=True)) == [2025, 2024]


def test_row_is_added_without_scripts_and_saved_by_the_grid(client: Client, acting: Acting) -> None:
    client.force_login(acting.cast.siti)
    assert client.post(address(acting, "action_add"), cells()).status_code == 302
    action = Action.objects.get()
    assert (str(action.target_q1), str(action.budget_q1), action.all_units) == ("1250.5", "10000000", True)
    answer = client.post(address(acting, "action_row", row=action.pk), cells(target_q2="2"), **JSON)
    assert answer.status_code == 200
    body = answer.json()
    assert (body["version"], body["target"], body["budget"]) == (2, "1.252,5", "10.000.000")
    assert body["cells"]["indicator"] == "Indeks SPBE"


def test_what_cannot_be_read_is_said_by_cell_and_stays_typed(client: Client, acting: Acting) -> None:
    client.force_login(acting.cast.siti)
    wrong = cells(indicator="Indeks Kolam", target_q1="banyak", budget_q2="-1", implementers="Dinas Entah", name="")
    answer = client.post(address(acting, "action_add"), wrong, **JSON)
    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == ["indicator", "name", "target_q1", "budget_q2", "implementers"]
    page = client.post(address(acting, "action_add"), wrong)
    assert page.status_code == 422
    assert "“banyak” bukan angka" in text_of(page.content)
    assert b'value="banyak"' in page.content
    assert list(Action.objects.all()) == []


def test_conflict_shows_both_values(client: Client, acting: Acting) -> None:
    action = acting.add()
    services.edit_action(action=action, seen=1, output="Punya Joko", by=acting.cast.joko, at=AT)
    client.force_login(acting.cast.siti)
    answer = client.post(address(acting, "action_row", row=action.pk), cells(output="Punya Siti"), **JSON)
    assert answer.status_code == 409
    body = answer.json()
    assert (body["theirs"]["output"], body["version"]) == ("Punya Joko", 2)
    assert Action.objects.get().output == "Punya Joko"
    page = client.post(address(acting, "action_row", row=action.pk), cells(output="Punya Siti"))
    assert page.status_code == 409
    text = page.content.decode()
    assert "Sekarang: Punya Joko" in text
    assert "Punya Siti" in text


def test_through_the_workflow_on_the_pages(client: Client, acting: Acting) -> None:
    action = acting.add()
    client.force_login(acting.cast.joko)
    client.post(address(acting, "action_plan_submit"), {"versi_baris": "1"})
    assert "Ajukan" not in words(client, address(acting)).split("Letak halaman")[-1].split("Daftar aksi")[0].split()
    client.force_login(acting.cast.rina)
    assert "Kembalikan dengan daftar perbaikan" in words(client, address(acting))
    client.post(
        address(acting, "action_plan_send_back"), {"versi_baris": "2", f"perbaikan-{action.pk}": "Pilih satuan lain"}
    )
    client.force_login(acting.cast.siti)
    assert "Pilih satuan lain" in words(client, address(acting))
    repair = acting.plan.repairs.get()
    client.post(address(acting, "action_repair", number=repair.pk), {"selesai": "1"})
    client.post(address(acting, "action_plan_submit"), {"versi_baris": "3"})
    client.force_login(acting.cast.rina)
    client.post(address(acting, "action_plan_approve"), {"versi_baris": "4"})
    assert ActionPlan.objects.get().status == "approved"
    client.force_login(acting.cast.siti)
    client.post(address(acting, "action_plan_amend"), {"versi_baris": "5", "alasan": "Anggaran dipotong"})
    assert "Anggaran dipotong" in words(client, address(acting))
    assert "Menyatukan layanan" in words(client, address(acting, "action_revision", number=1))


@pytest.mark.parametrize(("person", "status"), [("dewi", 404), ("budi", 403), ("wali", 403), ("ani", 403)])
def test_others_are_refused(client: Client, acting: Acting, person: str, status: int) -> None:
    action = acting.add()
    client.force_login(acting.cast[person])
    assert client.post(address(acting, "action_add"), cells()).status_code == status
    for name in ("action_row", "action_remove", "action_restore"):
        assert client.post(address(acting, name, row=action.pk), cells()).status_code == status
    assert client.get(address(acting)).status_code == (404 if person == "dewi" else 200)


def test_queries_do_not_grow_with_rows(client: Client, acting: Acting) -> None:
    acting.add()
    client.force_login(acting.cast.siti)
    client.get(address(acting))
    with CaptureQueriesContext(connection) as one:
        client.get(address(acting))
    acting.add("Kedua")
    acting.add("Ketiga")
    with CaptureQueriesContext(connection) as three:
        client.get(address(acting))
    assert (len(three), len(one) <= 12) == (len(one), True)


def test_page_says_what_is_missing_to_reach_a(client: Client, acting: Acting) -> None:
    acting.add(budget_q1=None)
    acting.add("Lengkap")
    client.force_login(acting.cast.siti)
    page = words(client, address(acting, "action_plan_quality"))
    assert "Prapenilaian mutu: 2,08 dari 3." in page
    assert "Anggaran C 1 aksi belum beranggaran." in page
    assert "Penetapan target E 1 indikator belum punya target tahun ini yang logis. Indeks SPBE: belum ada" in page


def aim(acting: Acting, role: str, period: str, text: str) -> None:
    position = AdoptedFigure.objects.count() + 1
    AdoptedFigure.objects.create(
        agency=acting.cast.agency, road_map=acting.indicator.road_map, indicator=acting.indicator, position=position,
        role=role, period=period, **columns_of(read_typed(text)),
    )  # fmt: skip


def judged(client: Client, acting: Acting, **of_indicator: object) -> str:
    Indicator.objects.update(**{"direction": "higher", "baseline_year": 2022, **of_indicator})
    client.force_login(acting.cast.siti)
    return words(client, address(acting, "action_plan_quality"))


def test_the_pre_score_comes_into_the_page_with_the_sentences_that_stand_elsewhere(
    client: Client, acting: Acting
) -> None:
    acting.add()
    client.force_login(acting.cast.siti)
    page = client.get(address(acting)).content.decode()
    place = address(acting, "action_plan_quality")
    assert f'hx-get="{place}" hx-trigger="load, aksi-tersimpan from:body delay:300ms"' in page
    assert f'<a href="{place}">' in page
    part = client.get(place, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert '<span id="mutu-nilai" hx-swap-oob="true">Prapenilaian mutu: ' in part
    assert '<span id="ringkasan" hx-swap-oob="true">1 aksi, anggaran Rp10.000.000' in part
    client.force_login(acting.cast.dewi)
    assert client.get(place).status_code == 404


def test_a_target_worse_than_what_was_reached_is_not_logical(client: Client, acting: Acting) -> None:
    acting.add()
    aim(acting, "baseline", "", "2,66")
    aim(acting, "target", "2024", "2,5")
    page = judged(client, acting)
    assert "Indeks SPBE: target 2,5 lebih buruk daripada baseline 2022, 2,66." in page
    assert "buruk daripada baseline" not in judged(client, acting, direction="lower")


def test_last_years_result_goes_before_the_baseline(client: Client, acting: Acting) -> None:
    acting.add()
    aim(acting, "baseline", "", "2,66")
    aim(acting, "target", "2024", "2,8")
    assert "Penetapan target A Lengkap." in judged(client, acting)
    stored = {"agency": acting.cast.agency, "year": 2023, "kind": "indicator", "key": acting.indicator.key}
    reached = Achievement.objects.create(**stored, quarter=4, actual="2.9", trace={"time_rule": "last"})
    assert "target 2,8 lebih buruk daripada realisasi 2023, 2,9." in judged(client, acting)
    # A sum whose quarters are not all known says nothing of the year.
    Achievement.objects.filter(pk=reached.pk).update(trace={"time_rule": "sum", "basis": "year", "quarters": [3, 4]})
    assert "Penetapan target A Lengkap." in judged(client, acting)
    Achievement.objects.filter(pk=reached.pk).update(trace={"time_rule": "sum", "basis": "year", "quarters": [4, 4]})
    assert "realisasi 2023, 2,9" in judged(client, acting)
    Achievement.objects.filter(pk=reached.pk).update(provisional=True)
    assert "Penetapan target A Lengkap." in judged(client, acting)


def test_the_national_target_counts_in_the_last_year_of_the_road_map(client: Client, acting: Acting) -> None:
    acting.add()
    aim(acting, "baseline", "", "2,66")
    aim(acting, "target", "2024", "2,8")
    aim(acting, "national_target", "", "3")
    RoadMap.objects.update(period_end=2024)
    assert "target 2,8 belum mencapai target nasional, 3." in judged(client, acting)
    RoadMap.objects.update(period_end=2025)
    assert "Penetapan target A Lengkap." in judged(client, acting)


def test_what_nobody_can_judge_never_counts_as_passed(client: Client, acting: Acting) -> None:
    acting.add()
    aim(acting, "target", "2024", "2,8")
    page = judged(client, acting)
    assert "Penetapan target 1 belum dapat dinilai." in page
    assert "realisasi 2023 dan baseline-nya belum diketahui" in page
    assert "Prapenilaian mutu: antara 2,33 dan 2,67 dari 3; sebagian belum dapat dinilai." in page
    aim(acting, "baseline", "", "2,66")
    assert "2,8 dan 2,66 tidak dapat dibandingkan. Periksa arahnya." in judged(client, acting, direction="")
    assert "realisasi 2023 dan baseline-nya belum" in judged(client, acting, baseline_year=None)


@pytest.mark.parametrize("year", ["9" * 5000, "0", "-1", "²"])
def test_years_that_make_no_sense_show_this_one(client: Client, cast: Cast, year: str) -> None:
    client.force_login(cast.siti)
    assert client.get("/kota-melati/rencana-aksi/", {"tahun": year}).status_code == 200
    assert client.post("/kota-melati/rencana-aksi/buka/", {"tahun": year, "unit": "9" * 5000}).status_code == 404


def test_a_withdrawn_action_is_restored_on_the_page(client: Client, acting: Acting) -> None:
    action = acting.add()
    acting.plan.actions.update(withdrawn=True, version=2)
    client.force_login(acting.cast.siti)
    restore = address(acting, "action_restore", row=action.pk)
    assert restore in client.get(address(acting)).content.decode()
    assert client.post(restore, {"versi_baris": 2}).status_code == 302
    page = client.get(address(acting)).content.decode()
    assert (restore in page, "Aksi masuk kembali ke rencana." in page) == (False, True)
