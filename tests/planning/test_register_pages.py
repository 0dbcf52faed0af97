"""The register, one indicator, its figures, the logic map and the history, as people of the agency see them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import Agency, Unit
from petajalan.common.models import AuditEntry
from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import (
    AdoptedFigure,
    Figure,
    Goal,
    Indicator,
    IndicatorRow,
    KeyActivity,
    Objective,
    RoadMap,
)
from petajalan.planning.services.figures import decide_figure
from petajalan.planning.services.goals import edit_goal
from petajalan.planning.services.indicators import add_indicator
from tests.cast import Cast
from tests.planning.plans import activity, draft, text_of, words
from tests.planning.regulations import AT, LATER

HOME = "/kota-melati/rencana/"
LIST = HOME + "indikator/"


@pytest.fixture
def plan(cast: Cast) -> RoadMap:
    """A draft: one goal, one objective, a key activity with the indicator "Indeks Arsip"."""
    road_map = draft(cast.agency)
    of = {"agency": cast.agency, "road_map": road_map, "position": 1}
    goal = Goal.objects.create(**of, name="Birokrasi melayani")
    objective = Objective.objects.create(**of, name="Layanan digital", goal=goal)
    archive = activity(road_map, "Arsip Digital")
    archive.objective = objective
    archive.coordinator = Unit.objects.create(
        agency=cast.agency, kind="department", name="Dinas Arsip", key="dinas arsip", short_name="Dispersip"
    )
    archive.save()
    indicator = add_indicator(
        owner=archive, name="Indeks Arsip", direction="higher", value_kind="number", formula="ratio",
        source="ANRI", baseline_year=2022, by=cast.rina, at=AT,
    )  # fmt: skip
    decided(indicator, cast, "baseline", "", "60,5")
    decided(indicator, cast, "target", "2024", "70")
    return road_map


def decided(indicator: Indicator, cast: Cast, role: str, period: str, text: str) -> None:
    decide_figure(indicator=indicator, role=role, period=period, seen=0, text=text, by=cast.rina, at=AT)


def contested(road_map: RoadMap) -> Indicator:
    """An indicator of which the print gives two targets: 85 and 86."""
    of = {"agency": road_map.agency, "road_map": road_map}
    indicator = Indicator.objects.create(**of, position=50, name="Kepuasan warga", direction="higher")
    owners = ({"objective": Objective.objects.get(**of)}, {"key_activity": KeyActivity.objects.get(**of)})
    for at, (owner, printed) in enumerate(zip(owners, ("85", "86"), strict=True), start=50):
        row = IndicatorRow.objects.create(**of, position=at, indicator=indicator, name="Kepuasan warga", **owner)
        Figure.objects.create(
            **of, position=at, indicator_row=row, role="target", of="2024", printed=printed, state="set",
            value=Decimal(printed), place_table="3.2", place_row=at - 49, place_column=6,
        )  # fmt: skip
    return indicator


def the_indicator() -> Indicator:
    return Indicator.objects.get(name="Indeks Arsip")


def figure_of(indicator: Indicator, code: str) -> str:
    return f"{LIST}{indicator.key}/angka/{code}/"


def test_list_shows_figures_coordinator_and_what_is_missing(client: Client, cast: Cast, plan: RoadMap) -> None:
    contested(plan)
    client.force_login(cast.siti)
    page = words(client, LIST)
    assert "2 indikator. 1 bertentangan, 1 belum punya baseline, 2 belum punya target 2023." in page
    assert "Indeks Arsip Arsip Digital · Dispersip" in page
    assert "Baseline 2022: 60,5" in page
    assert "85 atau 86 bertentangan" in page
    assert "Bertentangan 1 Tanpa baseline 1 Tanpa target 2023 2" in page


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("", ["Kepuasan warga", "Indeks Arsip"]),
        ("?tampil=bertentangan", ["Kepuasan warga"]),
        ("?tampil=tanpa-baseline", ["Kepuasan warga"]),
        ("?tampil=tanpa-target-2023", ["Kepuasan warga", "Indeks Arsip"]),
        ("?cari=arsip digital", ["Kepuasan warga", "Indeks Arsip"]),
        ("?cari=indeks", ["Indeks Arsip"]),
        ("?sumber=ANRI", ["Indeks Arsip"]),
        ("?koordinator=Dispersip&urut=nama", ["Indeks Arsip", "Kepuasan warga"]),
        ("?urut=target", ["Indeks Arsip", "Kepuasan warga"]),
        ("?tampil=bukan-saringan", ["Kepuasan warga", "Indeks Arsip"]),
        ("?cari=tidak ada", []),
    ],
)
def test_list_is_filtered_searched_and_sorted(
    client: Client, cast: Cast, plan: RoadMap, query: str, listed: list[str]
) -> None:
    contested(plan)
    client.force_login(cast.siti)
    groups = client.get(LIST + query).context["groups"]
    assert sorted(line.name for group in groups for line in group.lines) == sorted(listed)
    if "urut" in query:
        assert [line.name for group in groups for line in group.lines] == listed


@pytest.mark.parametrize("path", ["indikator/", "peta-logika/", "riwayat/", "indikator/tambah/"])
def test_another_agency_finds_nothing(client: Client, cast: Cast, plan: RoadMap, path: str) -> None:
    client.force_login(cast.dewi)
    assert client.get(HOME + path).status_code == 404
    address = f"{LIST}{the_indicator().key}/"
    assert client.get(address).status_code == 404
    assert client.post(address + "angka/baseline/", {"nilai": "1", "versi_baris": 1}).status_code == 404
    assert the_indicator().adopted.get(role="baseline").value == Decimal("60.5")


def test_indicator_of_another_agency_is_404_under_my_own_address(client: Client, cast: Cast, plan: RoadMap) -> None:
    theirs = draft(cast.other_agency)
    hidden = Indicator.objects.create(agency=cast.other_agency, road_map=theirs, position=1, name="Rahasia")
    client.force_login(cast.rina)
    assert client.get(f"{LIST}{hidden.key}/").status_code == 404
    assert client.get(f"{LIST}{hidden.key}/ubah/").status_code == 404
    assert client.get(figure_of(hidden, "baseline")).status_code == 404


@pytest.mark.parametrize(("name", "status"), [("siti", 403), ("ani", 403), ("wali", 403), ("rina", 302), ("wati", 302)])
def test_only_the_secretariat_and_the_administrator_edit_figures(
    client: Client, cast: Cast, plan: RoadMap, name: str, status: int
) -> None:
    client.force_login(cast[name])
    answer = client.post(
        figure_of(the_indicator(), "target-2023"), {"pilihan": "sendiri", "nilai": "65", "versi_baris": 0}
    )
    assert answer.status_code == status
    assert the_indicator().adopted.filter(period="2023").exists() == (status == 302)


def test_figure_is_saved_from_its_cell_and_says_when(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    address = figure_of(the_indicator(), "baseline")
    form = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert 'name="nilai" value="60,5"' in form
    answer = client.post(
        address, {"pilihan": "sendiri", "nilai": "61,25", "versi_baris": 1}, headers={"HX-Request": "true"}
    )
    assert "61,25" in text_of(answer.content)
    assert "Tersimpan pukul" in text_of(answer.content)
    adopted = AdoptedFigure.objects.get(role="baseline")
    assert (adopted.value, adopted.version, adopted.decided_by) == (Decimal("61.25"), 2, cast.rina)


def test_stale_edit_shows_both_values_and_who_and_overwrites_only_on_purpose(
    client: Client, cast: Cast, plan: RoadMap
) -> None:
    indicator = the_indicator()
    decide_figure(indicator=indicator, role="baseline", seen=1, text="62", by=cast.wati, at=LATER)
    client.force_login(cast.rina)
    sent = {"pilihan": "sendiri", "nilai": "63", "versi_baris": 1}
    answer = client.post(figure_of(indicator, "baseline"), sent, headers={"HX-Request": "true"})
    page = text_of(answer.content)
    assert f"{cast.wati} sudah menyimpan 62; Anda menulis 63." in page
    assert "5 Mar 2024, 09.00" in page
    assert "Pakai 63" in page
    assert "Pakai 62" in page
    assert 'name="versi_baris" value="2"' in answer.content.decode()
    assert AdoptedFigure.objects.get(role="baseline").value == 62
    client.post(figure_of(indicator, "baseline"), {**sent, "versi_baris": 2})
    assert AdoptedFigure.objects.get(role="baseline").value == 63


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("banyak sekali", "bukan angka, rentang, atau predikat"), ("1.25", ""), ("7±", "tidak dapat dipastikan")],
)
def test_what_is_no_figure_comes_back_with_a_sentence(
    client: Client, cast: Cast, plan: RoadMap, text: str, sentence: str
) -> None:
    client.force_login(cast.rina)
    answer = client.post(
        figure_of(the_indicator(), "baseline"),
        {"pilihan": "sendiri", "nilai": text, "versi_baris": 1},
        headers={"HX-Request": "true"},
    )
    assert sentence in text_of(answer.content)
    assert (AdoptedFigure.objects.get(role="baseline").value == Decimal("60.5")) == bool(sentence)


def test_conflict_is_decided_only_with_a_reason(client: Client, cast: Cast, plan: RoadMap) -> None:
    indicator = contested(plan)
    statement = Figure.objects.get(printed="86")
    client.force_login(cast.rina)
    page = words(client, f"{LIST}{indicator.key}/")
    assert "Target 2024 bertentangan: 85 atau 86" in page
    assert "Tabel 3.2, baris 2, kolom 6" in page
    sent = {"pilihan": str(statement.pk), "versi_baris": 0}
    refused = client.post(figure_of(indicator, "target-2024"), sent)
    assert refused.status_code == 409
    assert "Alasannya belum ditulis." in text_of(refused.content)
    assert not indicator.adopted.exists()
    client.post(figure_of(indicator, "target-2024"), {**sent, "alasan": "Sesuai tabel kegiatan"})
    adopted = indicator.adopted.get()
    assert (adopted.value, adopted.statement, adopted.reason) == (86, statement, "Sesuai tabel kegiatan")
    page = words(client, f"{LIST}{indicator.key}/")
    assert "bertentangan" not in page
    assert "Alasan: Sesuai tabel kegiatan" in page
    assert "bertentangan" not in words(client, LIST).replace("Bertentangan 0", "")


def test_enacted_plan_refuses_and_says_the_way(client: Client, cast: Cast, plan: RoadMap) -> None:
    RoadMap.objects.update(status=RoadMapStatus.ENACTED)
    client.force_login(cast.rina)
    indicator = the_indicator()
    assert "mulai perubahan" in words(client, LIST)
    answer = client.post(
        figure_of(indicator, "baseline"), {"pilihan": "sendiri", "nilai": "1", "versi_baris": 1}, follow=True
    )
    assert "Mulai perubahan dulu." in text_of(answer.content)
    assert indicator.adopted.get(role="baseline").value == Decimal("60.5")


def test_indicator_says_how_it_is_measured_and_how_each_figure_came_about(
    client: Client, cast: Cast, plan: RoadMap
) -> None:
    client.force_login(cast.siti)
    page = words(client, f"{LIST}{the_indicator().key}/")
    assert "Rumus capaian Realisasi dibagi target" in page
    assert "PermenPANRB 8/2021, kondisi normal" in page
    assert "72 80 90%" in page
    assert f"Diputuskan {cast.rina}, 5 Februari 2024, 09.00." in page
    assert "Dari 60,5 ke 70 pada 2024." in page
    assert "Belum ada target untuk 2023." in page
    assert "Belum ada definisi operasional" in page
    assert "Definisi operasional belum ditentukan" in page


def test_smart_check_sees_a_target_worse_than_the_baseline(client: Client, cast: Cast, plan: RoadMap) -> None:
    decide_figure(indicator=the_indicator(), role="target", period="2024", seen=1, text="50", by=cast.rina, at=AT)
    client.force_login(cast.siti)
    page = words(client, f"{LIST}{the_indicator().key}/")
    assert "Target 2024 (50) lebih buruk daripada baseline (60,5)." in page


def test_unknown_figure_is_404(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    assert client.get(figure_of(the_indicator(), "target-20x4")).status_code == 404
    assert client.get(figure_of(the_indicator(), "realisasi")).status_code == 404


def test_logic_map_goes_from_the_goal_to_the_indicator(client: Client, cast: Cast, plan: RoadMap) -> None:
    activity(plan, "Kegiatan yatim", 2)
    client.force_login(cast.siti)
    page = words(client, HOME + "peta-logika/")
    assert "1 tujuan, 1 sasaran, 2 kegiatan utama, 1 indikator. 1 kegiatan belum punya indikator." in page
    assert "Birokrasi melayani Layanan digital Arsip Digital Dispersip Indeks Arsip" in page
    assert "Belum dikaitkan dengan sasaran Kegiatan yatim belum ada indikator" in page


def test_activity_is_added_and_changed_with_its_units(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.wati)
    unit, objective = Unit.objects.get(short_name="Dispersip"), Objective.objects.get()
    sent = {"name": "Layanan Arsip", "objective": objective.pk, "mandatory": "tidak", "implementers": [unit.pk]}
    assert client.post(HOME + "peta-logika/tambah/kegiatan/", sent).status_code == 302
    added = KeyActivity.objects.get(name="Layanan Arsip")
    assert (added.mandatory, added.objective, added.coordinator, added.all_units) == (False, objective, None, False)
    assert list(added.implementers.all()) == [unit]
    address = f"{HOME}peta-logika/ubah/kegiatan/{added.key}/"
    changed = {**sent, "name": "Layanan Arsip Daerah", "coordinator": unit.pk, "all_units": "on"}
    assert client.post(address, {**changed, "versi_baris": added.version}).status_code == 302
    added.refresh_from_db()
    assert (added.name, added.coordinator, added.all_units) == ("Layanan Arsip Daerah", unit, True)


def test_stale_form_comes_back_with_both_values(client: Client, cast: Cast, plan: RoadMap) -> None:
    goal = Goal.objects.get()
    edit_goal(goal=goal, seen=1, name="Birokrasi bersih", by=cast.wati, at=LATER)
    client.force_login(cast.rina)
    address = f"{HOME}peta-logika/ubah/tujuan/{goal.key}/"
    answer = client.post(address, {"name": "Birokrasi lincah", "versi_baris": 1})
    assert answer.status_code == 409
    assert "Anda: Birokrasi lincah · sekarang: Birokrasi bersih" in text_of(answer.content)
    assert client.post(address, {"name": "Birokrasi lincah", "versi_baris": 2}).status_code == 302
    assert Goal.objects.get().name == "Birokrasi lincah"


def test_empty_name_is_refused_and_a_goal_is_removed(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    answer = client.post(HOME + "peta-logika/tambah/tujuan/", {"name": " "})
    assert answer.status_code == 422
    assert "Isian ini masih kosong." in text_of(answer.content)
    goal = Goal.objects.get()
    client.post(f"{HOME}peta-logika/ubah/tujuan/{goal.key}/", {"hapus": "1", "versi_baris": 1, "alasan": "Ganda"})
    assert not Goal.objects.exists()
    assert Objective.objects.get().goal is None


def test_indicator_is_added_under_what_it_measures(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.rina)
    sent = {"owner": f"sasaran-{Objective.objects.get().pk}", "name": "Indeks Layanan", "direction": "higher"}
    answer = client.post(LIST + "tambah/", sent)
    added = Indicator.objects.get(name="Indeks Layanan")
    assert answer.headers["Location"] == f"{LIST}{added.key}/"
    assert added.rows.get().objective == Objective.objects.get()
    changed = {"name": "Indeks Layanan", "direction": "lower", "cap": "120,5", "versi_baris": 1}
    client.post(f"{LIST}{added.key}/ubah/", changed)
    added.refresh_from_db()
    assert (added.direction, added.cap) == ("lower", Decimal("120.5"))
    wrong = client.post(LIST + "tambah/", {"owner": "sasaran-999", "name": "Lain"})
    assert wrong.status_code == 422


def test_history_is_readable_by_members_and_filtered(client: Client, cast: Cast, plan: RoadMap) -> None:
    edit_goal(goal=Goal.objects.get(), seen=1, name="Birokrasi bersih", reason="Usul Bappeda", by=cast.wati, at=LATER)
    client.force_login(cast.siti)
    page = words(client, HOME + "riwayat/")
    assert "Birokrasi melayani menjadi Birokrasi bersih" in page
    assert "Alasan: Usul Bappeda" in page
    assert "Indeks Arsip" in page
    only = client.get(HOME + "riwayat/", {"siapa": str(cast.wati)}).context["rows"]
    assert [(row.who, row.about) for row in only] == [(str(cast.wati), "Birokrasi melayani")]
    assert client.get(HOME + "riwayat/", {"jenis": "theme", "dari": "bukan tanggal"}).context["rows"] == []
    people = AuditEntry.objects.exclude(object_type__startswith="planning.").count()
    assert people > 0
    assert "Membuat akun" not in page


def test_without_a_plan_every_page_says_how_to_begin(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    for path in ("indikator/", "peta-logika/", "riwayat/"):
        assert "Instansi ini belum punya road map." in words(client, HOME + path)


def test_home_says_what_the_plan_lacks_and_leads_there(client: Client, cast: Cast, plan: RoadMap) -> None:
    contested(plan)
    client.force_login(cast.rina)
    answer = client.get("/kota-melati/")
    page = text_of(answer.content)
    assert "Putuskan 1 indikator yang bertentangan" in page
    assert "Lengkapi 1 baseline" in page
    assert 'href="/kota-melati/rencana/indikator/?tampil=bertentangan"' in answer.content.decode()
    assert 'href="/kota-melati/rencana/indikator/?tampil=tanpa-target-2023"' in answer.content.decode()
    client.force_login(cast.wali)
    assert "Putuskan 1 indikator" not in words(client, "/kota-melati/")


def many(agency: Agency, road_map: RoadMap, cast: Cast, count: int) -> None:
    objective = Objective.objects.get()
    for number in range(2, count + 1):
        one = activity(road_map, f"Kegiatan {number}", number)
        one.objective = objective
        one.coordinator = Unit.objects.create(agency=agency, kind="department", name=f"Unit {number}", key=f"u{number}")
        one.save()
        indicator = add_indicator(owner=one, name=f"Ukuran hal {number}", by=cast.rina, at=AT)
        decided(indicator, cast, "baseline", "", str(number))


@pytest.mark.parametrize("who", ["rina", "siti"])
def test_pages_ask_a_constant_number_of_queries(client: Client, cast: Cast, plan: RoadMap, who: str) -> None:
    client.force_login(cast[who])
    indicator, goal = the_indicator(), Goal.objects.get()
    pages = ["/kota-melati/", LIST, f"{LIST}{indicator.key}/", figure_of(indicator, "baseline")]
    pages += [HOME + "peta-logika/", HOME + "riwayat/"]
    if who == "rina":
        pages += [f"{HOME}peta-logika/ubah/tujuan/{goal.key}/", HOME + "peta-logika/tambah/kegiatan/", LIST + "tambah/"]
        pages += [f"{HOME}peta-logika/ubah/kegiatan/{KeyActivity.objects.get().key}/"]
    counts = []
    for rows in (1, 3, 40):
        if rows > 1:
            KeyActivity.objects.exclude(name="Arsip Digital").delete()
            Indicator.objects.exclude(name="Indeks Arsip").delete()
            Unit.objects.filter(name__startswith="Unit ").delete()
            many(cast.agency, plan, cast, rows)
        asked = {}
        for page in pages:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(page).status_code == 200
            asked[page] = len(queries)
        counts.append(asked)
    assert counts[0] == counts[1] == counts[2]
    assert {page: count for page, count in counts[0].items() if count > 12} == {}


def test_position_is_missing_before_it_is_no_number(client: Client, cast: Cast, plan: RoadMap) -> None:
    client.force_login(cast.siti)
    opinion = add_indicator(owner=KeyActivity.objects.get(), name="Opini BPK", by=cast.rina, at=AT)
    assert "bukan angka" not in words(client, LIST)
    decided(opinion, cast, "target", "2024", "WTP")
    assert words(client, LIST).count("bukan angka") == 1
