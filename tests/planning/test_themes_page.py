"""Themes: what is known of each, forms for its parts, and figures from a file or pasted."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.common.audit import SYSTEM
from petajalan.planning.models import DataPoint, DataSeries, Obstacle, RootCause, Theme
from petajalan.planning.queries.themes import theme_page
from petajalan.planning.services import series as series_services
from petajalan.planning.services import themes as services
from tests.cast import Cast
from tests.planning.plans import draft, text_of, words
from tests.planning.regulations import AT

PLAN = "/kota-melati/rencana/"
WHO = {"by": SYSTEM, "at": AT}


@pytest.fixture
def theme(cast: Cast) -> Theme:
    return services.add_theme(
        road_map=draft(cast.agency), name="Pengentasan kemiskinan", existing="6,37% pada 2022", wanted="5,1% pada 2024",
        gap="1,27 poin", **WHO,
    )  # fmt: skip


def page_of(theme: Theme) -> str:
    return f"{PLAN}tema/{theme.key}/"


def series(theme: Theme, name: str = "P0", **values: object) -> DataSeries:
    return series_services.add_series(theme=theme, name=name, unit="%", **values, **WHO)


def stored(row: DataSeries) -> list[tuple[str, Decimal, str]]:
    return list(DataPoint.objects.filter(series=row).order_by("period").values_list("period", "value", "source"))


def test_the_page_tells_everything_of_a_theme(client: Client, cast: Cast, theme: Theme) -> None:
    cause = services.add_root_cause(theme=theme, text="Data berbeda", category="data", **WHO)
    services.add_root_cause(theme=theme, text="Tidak ada penanggung jawab", category="people", parent=cause, **WHO)
    services.add_programme(theme=theme, name="Satu pintu", kind="innovation", status="running", cause=cause, **WHO)
    services.add_obstacle(theme=theme, text="Anggaran terbatas", **WHO)
    services.add_related_regulation(theme=theme, title="Perpres 96/2015", **WHO)
    row = series(theme, proxy="Kota Mawar", simulated=True, source="BPS")
    points = [series_services.Point("2021", Decimal("6.88")), series_services.Point("2022", Decimal("6.37"))]
    series_services.set_points(series=row, points=points, **WHO)
    client.force_login(cast.siti)
    page = words(client, page_of(theme))
    for said in (
        "Saat ini 6,37% pada 2022", "Kesenjangan 1,27 poin", "Yang diinginkan 5,1% pada 2024",
        "Data berbeda Satu pintu",
        "Tidak ada penanggung jawab belum ada program yang menjawab", "Anggaran terbatas", "Perpres 96/2015",
        "Data simulasi memakai data Kota Mawar", "Turun dari 6,88 % (2021) menjadi 6,37 % (2022). Sumber: BPS.",
        "belum ada penanggung jawab Berjalan",
    ):  # fmt: skip
        assert said in page
    assert "Tambah akar masalah" not in page
    tree = theme_page(theme).causes
    assert [(one.cause.text, [two.cause.text for two in one.below]) for one in tree] == [
        ("Data berbeda", ["Tidak ada penanggung jawab"])
    ]


def test_a_made_up_root_cause_says_so(client: Client, cast: Cast, theme: Theme) -> None:
    made_up = services.add_root_cause(theme=theme, text="Data berbeda", category="data", **WHO)
    services.add_root_cause(theme=theme, text="Data terlambat", category="data", **WHO)
    RootCause.objects.filter(pk=made_up.pk).update(simulated=True)
    client.force_login(cast.siti)
    page = words(client, page_of(theme))
    assert "Data berbeda data simulasi" in page
    assert page.count("data simulasi") == 1


def test_parts_are_added_changed_and_removed(client: Client, cast: Cast, theme: Theme) -> None:
    client.force_login(cast.rina)
    add = f"{PLAN}isi/hambatan/tambah/?tema={theme.pk}"
    assert client.post(add, {"text": "Anggaran terbatas"}).url == page_of(theme)
    row = Obstacle.objects.get()
    one = f"{PLAN}isi/hambatan/{row.pk}/"
    assert client.post(one, {"text": "Anggaran kurang", "versi_baris": "1"}).status_code == 302
    assert client.post(one + "hapus/", {"versi_baris": "1"}).url == page_of(theme)
    assert "Periksa isinya yang sekarang" in words(client, page_of(theme))
    assert client.post(one + "hapus/", {"versi_baris": "2"}).status_code == 302
    assert not Obstacle.objects.exists()


def test_what_somebody_else_wrote_is_shown_before_it_is_overwritten(client: Client, cast: Cast, theme: Theme) -> None:
    cause = services.add_root_cause(theme=theme, text="Data berbeda", category="data", **WHO)
    services.edit_root_cause(cause=cause, seen=1, text="Data tidak padan", **WHO)
    client.force_login(cast.rina)
    address = f"{PLAN}isi/akar-masalah/{cause.pk}/"
    mine = {"text": "Data ganda", "category": "data", "parent": ""}
    response = client.post(address, mine | {"versi_baris": "1"})
    page = text_of(response.content)
    assert response.status_code == 409
    assert "sekarang Data tidak padan" in page
    assert 'name="versi_baris" value="2"' in response.content.decode()
    assert client.post(address, mine | {"versi_baris": "2"}).status_code == 302
    assert RootCause.objects.get().text == "Data ganda"


def test_an_empty_form_says_what_to_write(client: Client, cast: Cast, theme: Theme) -> None:
    client.force_login(cast.rina)
    response = client.post(f"{PLAN}isi/program/tambah/?tema={theme.pk}", {"name": "", "kind": "x", "status": "planned"})
    assert response.status_code == 422
    assert client.get(f"{PLAN}isi/hambatan/tambah/").status_code == 404
    assert client.get(f"{PLAN}isi/entah/tambah/").status_code == 404


@pytest.mark.parametrize(
    "text",
    [
        "periode;nilai;sumber\n2021;6,88;BPS\n2022;6,37;BPS\n",
        'periode,nilai,sumber\n2021,"6,88",BPS\n2022,"6,37",BPS\n',
        "2021\t6,88\tBPS\n2022\t6,37\tBPS",
    ],
)
def test_figures_are_pasted(client: Client, cast: Cast, theme: Theme, text: str) -> None:
    row = series(theme)
    client.force_login(cast.rina)
    assert client.post(f"{PLAN}tema/seri/{row.pk}/impor/", {"tempel": text}).status_code == 302
    assert stored(row) == [("2021", Decimal("6.88"), "BPS"), ("2022", Decimal("6.37"), "BPS")]


def test_figures_come_from_a_sheet(client: Client, cast: Cast, theme: Theme) -> None:
    row = series(theme)
    book = openpyxl.Workbook()
    for cells in (("Periode", "Nilai"), (2021, 6.88), ("2022-Q2", 6)):
        book.active.append(cells)
    kept = io.BytesIO()
    book.save(kept)
    client.force_login(cast.rina)
    file = SimpleUploadedFile("p0.xlsx", kept.getvalue())
    assert client.post(f"{PLAN}tema/seri/{row.pk}/impor/", {"berkas": file}).status_code == 302
    assert stored(row) == [("2021", Decimal("6.88"), ""), ("2022-Q2", Decimal(6), "")]


def test_one_mistake_stores_nothing_and_names_every_cell(client: Client, cast: Cast, theme: Theme) -> None:
    row = series(theme)
    client.force_login(cast.rina)
    text = "periode;nilai;sumber;tanggal\n2021;6,88;;\nminggu;tujuh;;\n2021;5;;kemarin\n2023;;;"
    response = client.post(f"{PLAN}tema/seri/{row.pk}/impor/", {"tempel": text})
    page = text_of(response.content)
    assert response.status_code == 422
    for said in (
        "Sel A3: “minggu” bukan periode.", "Sel B3: “tujuh” bukan angka.", "Sel A4: Periode 2021 sudah ada di A2.",
        "Sel D4: “kemarin” bukan tanggal.", "Sel B5: Nilainya kosong.",
    ):  # fmt: skip
        assert said in page
    assert stored(row) == []
    broken = SimpleUploadedFile("p0.xlsx", b"PK rusak")
    assert client.post(f"{PLAN}tema/seri/{row.pk}/impor/", {"berkas": broken}).status_code == 422
    assert client.post(f"{PLAN}tema/seri/{row.pk}/impor/", {}).status_code == 422


def test_only_those_who_edit_may_and_another_agency_sees_nothing(client: Client, cast: Cast, theme: Theme) -> None:
    row = series(theme)
    forms = (f"{PLAN}isi/tema/{theme.pk}/", f"{PLAN}isi/hambatan/tambah/?tema={theme.pk}")
    client.force_login(cast.siti)
    assert {client.get(one).status_code for one in forms} == {403}
    assert client.post(f"{PLAN}tema/seri/{row.pk}/impor/", {"tempel": "2021;5"}).status_code == 403
    client.force_login(cast.dewi)
    pages = (f"{PLAN}tema/", page_of(theme), f"{PLAN}tema/seri/{row.pk}/", *forms)
    assert {client.get(one).status_code for one in pages} == {404}
    theirs = draft(cast.other_agency)
    mine = services.add_theme(road_map=theirs, name="Inflasi", **WHO)
    assert client.get(f"/kota-contoh/rencana/tema/{theme.key}/").status_code == 404
    assert client.get(f"/kota-contoh/rencana/tema/{mine.key}/").status_code == 200


@pytest.mark.parametrize("rows", [1, 3, 40])
def test_pages_ask_the_database_equally_often(client: Client, cast: Cast, theme: Theme, rows: int) -> None:
    for at in range(rows):
        cause = services.add_root_cause(theme=theme, text=f"Sebab {at}", category="data", **WHO)
        services.add_programme(theme=theme, name=f"Program {at}", kind="programme", cause=cause, **WHO)
        services.add_obstacle(theme=theme, text=f"Hambatan {at}", **WHO)
        one = series(theme, f"Seri {at}")
        series_services.set_points(series=one, points=[series_services.Point("2021", Decimal(at))], **WHO)
    client.force_login(cast.rina)
    counts = []
    for address in (f"{PLAN}tema/", page_of(theme), f"{PLAN}tema/seri/{one.pk}/"):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        counts.append(len(captured))
    assert counts == [7, 12, 8]


def test_a_theme_needs_no_more_than_its_name(client: Client, cast: Cast) -> None:
    draft(cast.agency)
    client.force_login(cast.rina)
    for sent, stored_objective in (({"name": "Inflasi"}, None), ({"name": "Stunting", "objective": " "}, None)):
        assert client.post(f"{PLAN}isi/tema/tambah/", sent).status_code == 302
        assert Theme.objects.get(name=sent["name"]).objective is stored_objective
