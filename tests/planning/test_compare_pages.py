"""A signed file held against the road map in the database: from the command line and in the browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from petajalan.cli import main
from petajalan.planning.display import comparison
from petajalan.planning.models import RoadMap
from petajalan.planning.queries.comparison import compare
from petajalan.planning.readings import read_file
from petajalan.planning.services.life import start_amendment
from tests.cast import Cast
from tests.planning.plans import words
from tests.planning.regulations import AT, MELATI, imported, line_of, stored

SIGNED = (
    MELATI.replace(b"| 67,56 |", b"| 68,1 |")
    .replace(b"| 2,66 | 2,81 | 2,95 | Diskominfo", b"| 2,66 | 2,810 | 2,95 | Diskominfo")
    .replace(b"| 2 | 5 | 27 |", b"| 2 | 5 |  |")
    .replace(b"| 1 | Sistem Merit |", b"| 1 | Kualitas Arsip |")
    .replace(b"sebesar 2,66.", b"sebesar 2,67.")
)


def sentences(road_map: RoadMap, data: bytes) -> list[str]:
    return [one.sentence for one in comparison.told(compare(road_map, read_file(data, "naskah.md").data))]


def test_the_same_file_does_not_differ(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency)
    found = compare(road_map, read_file(MELATI, "naskah.md").data)
    assert (found.differences, found.left_out) == ((), ())
    assert comparison.summary(found) == f"Tidak ada perbedaan: {found.cells} sel sama dengan road map versi 1."


def test_every_difference_is_told_with_both_sides(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency)
    assert sentences(road_map, SIGNED) == [
        "Hasil antara “Sistem Merit”: ada di basis data, tidak ada dalam berkas.",
        "Hasil antara “Kualitas Arsip”: ada dalam berkas, tidak ada di basis data.",
        "Tujuan “Birokrasi Melati yang bersih” · Indikator “Indeks RB”, target 2024: berkas mencetak “68,1”, basis "
        "data “67,56”.",
        "Kegiatan utama “Arsip Digital”, total skor: berkas kosong, basis data “27”.",
        "Kegiatan utama “Arsitektur SPBE” · Indikator “Indeks SPBE”, target 2023: nilainya sama, ditulis “2,810” dalam "
        "berkas dan “2,81” di basis data.",
        "Bagian naskah “1.1 Latar Belakang”, naskah: berkas mencetak “Nilai SPBE tahun 2022 sebesar 2,67.”, basis data "
        "“Nilai SPBE tahun 2022 sebesar 2,66.”.",
    ]


def test_a_difference_names_its_place_in_the_file_and_its_row(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency)
    told = comparison.as_json(compare(road_map, read_file(SIGNED, "naskah.md").data), "naskah.md")
    one = next(one for one in told["differences"] if one["database"] == "67,56")
    assert one["place"] == {
        "line": line_of("| 67,56 |"), "page": None, "table": "2.2", "row": 1, "column": 6, "printed": "68,1",
    }  # fmt: skip
    assert one["row"]["kind"] == "indicatorrow"
    assert one["row"]["address"].startswith("/kota-melati/rencana/indikator/")


def test_a_column_that_the_file_lacks_is_told_once_for_an_edited_plan(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency)
    draft = start_amendment(road_map=road_map, reason="Evaluasi", by=cast.rina, at=AT)
    found = compare(draft, read_file(MELATI, "naskah.md").data)
    assert ("indicator_row", "unit", "") in found.left_out
    assert comparison.summary(found).startswith(f"{len(found.differences)} perbedaan dari")
    assert "Kegiatan utama “Arsip Digital”, total skor: berkas mencetak “27”, basis data “17”." in [
        one.sentence for one in comparison.told(found)
    ]


def test_page_lists_the_differences(client: Client, cast: Cast) -> None:
    stored(cast.agency)
    regulation = imported(cast.agency, SIGNED, "tanda-tangan.md").regulation
    assert regulation is not None
    client.force_login(cast.siti)
    chosen = words(client, "/kota-melati/rencana/bandingkan/?versi=1")
    assert "tanda-tangan.md" in chosen
    page = words(client, f"/kota-melati/peraturan/{regulation.pk}/bandingkan/?versi=1")
    assert "6 perbedaan dari" in page
    assert (
        "Target 2024 Tujuan “Birokrasi Melati yang bersih” · Indikator “Indeks RB” Tabel 2.2, baris 1, kolom 6" in page
    )
    same = words(client, f"/kota-melati/peraturan/{regulation.pk}/bandingkan/")
    assert "Setiap sel dalam berkas sama dengan yang tersimpan." in same
    words(client, f"/kota-melati/peraturan/{regulation.pk}/bandingkan/?versi=9", 404)


def test_somebody_of_another_agency_sees_nothing(client: Client, cast: Cast) -> None:
    regulation, _road_map = stored(cast.agency)
    client.force_login(cast.dewi)
    for address in ("/kota-melati/rencana/bandingkan/", f"/kota-melati/peraturan/{regulation.pk}/bandingkan/"):
        assert client.get(address).status_code == 404


def test_the_list_of_files_asks_as_often_for_three_as_for_one(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    stored(cast.agency)
    client.force_login(cast.siti)
    with CaptureQueriesContext(connection) as one:
        client.get("/kota-melati/rencana/bandingkan/")
    for at in range(2):
        imported(cast.agency, MELATI + f"\n\nTambahan {at}.".encode(), f"lain-{at}.md")
    with django_assert_num_queries(len(one)):
        client.get("/kota-melati/rencana/bandingkan/?versi=1")


@pytest.mark.parametrize(("data", "code"), [(MELATI, 0), (SIGNED, 1)])
def test_command(
    cast: Cast,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    data: bytes,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("petajalan.cli.planning.open_database", lambda: None)
    stored(cast.agency)
    file = tmp_path / "naskah.md"
    file.write_bytes(data)
    assert main(["compare", str(file), "--agency", "kota-melati", "--json"]) == code
    told = json.loads(capsys.readouterr().out)
    assert (told["version"], bool(told["differences"])) == (1, bool(code))
    assert main(["compare", str(file), "--agency", "kota-melati", "--road-map", "7"]) == 2
