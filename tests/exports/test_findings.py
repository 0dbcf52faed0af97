"""Downloads of findings: what is in the workbook and in the JSON."""

from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from petajalan.exports.xlsx import Column, neutral, workbook
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Severity
from tests.cast import Cast
from tests.planning.regulations import FINDINGS, MELATI, finding, stored, with_known_findings


@pytest.fixture
def address(client: Client, cast: Cast) -> str:
    regulation, _road_map = stored(cast.agency)
    with_known_findings(regulation)
    client.force_login(cast.wali)
    return f"/kota-melati/peraturan/{regulation.pk}/"


def sheet(content: bytes) -> list[tuple[object, ...]]:
    return list(load_workbook(BytesIO(content)).active.iter_rows(values_only=True))


def test_workbook_holds_a_row_per_place_with_numbers_as_numbers(client: Client, address: str) -> None:
    response = client.get(address + "temuan.xlsx")
    assert response["Content-Disposition"] == (
        'attachment; filename="temuan-kota-melati-peraturan-nomor-7-tahun-2023.xlsx"'
    )
    head, *rows = sheet(response.content)
    assert head == (
        "Nomor", "Tingkat", "Kode", "Jenis temuan", "Temuan", "Saran", "Bagian naskah", "Baris berkas", "Halaman",
        "Tabel", "Baris", "Kolom", "Tercetak",
    )  # fmt: skip
    assert len(rows) == len(FINDINGS)
    number, severity, code, _meaning, message, advice, part, line, page, table, row, column, printed = rows[1]
    assert (number, severity, code) == (2, "Kesalahan", "wrong_total")
    assert (message, advice) == ("Jumlah Arsip Digital tercetak 27, padahal 17.", "Perbaiki.")
    assert (part, table, printed) == ("Tabel 3.1 Prioritas Kegiatan Utama", "3.1", "27")
    assert (line, page, row, column) == (FINDINGS[1].places[0].line, None, 2, 6)


def test_workbook_speaks_the_language_of_the_page(client: Client, address: str) -> None:
    client.cookies["bahasa"] = "en"
    _head, *rows = sheet(client.get(address + "temuan.xlsx").content)
    assert rows[1][4] == "Jumlah Arsip Digital tercetak 27, padahal 17 (en)."


def test_text_that_begins_like_a_formula_stays_a_text(client: Client, cast: Cast, address: str) -> None:
    regulation, _road_map = stored(cast.agency)
    evil = finding("wrong_total", Severity.ERROR, "=HYPERLINK(1)", Place(line=1, printed="=1+1"), Place(printed="-"))
    with_known_findings(regulation, (evil,))
    book = load_workbook(BytesIO(client.get(address + "temuan.xlsx").content))
    cells = [cell for row in book.active.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert "f" not in {cell.data_type for cell in cells}
    assert {"'=HYPERLINK(1).", "'=1+1", "-"} <= {cell.value for cell in cells}


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+62", "'+62"),
        ("-2,5", "'-2,5"),
        ("@SUM", "'@SUM"),
        ("-", "-"),
        ("27", "27"),
        ("a=b", "a=b"),
        ("x" * 40_000, "x" * 32_767),
    ],
)
def test_neutral(text: str, safe: str) -> None:
    assert neutral(text) == safe


def test_workbook_without_rows_has_its_header() -> None:
    assert sheet(workbook("Kosong", [Column("Satu", 5)], [])) == [("Satu",)]


def test_json_is_what_the_command_line_prints(client: Client, address: str) -> None:
    answer = client.get(address + "temuan.json").json()
    assert answer["findings"] == [one.as_json() for one in FINDINGS]
    document = answer["document"]
    assert (document["number"], document["year"], document["period"], document["agency"]) == (
        "7",
        2023,
        "2023-2024",
        "Kota Melati",
    )
    assert [table["kind"] for table in document["tables"]] == [
        "interim_results",
        "goals",
        "objectives",
        "priorities",
        "key_activities",
        "themes",
        "teams",
    ]


def test_uploaded_file_comes_back_as_it_was_and_only_to_be_saved(client: Client, address: str) -> None:
    response = client.get(address + "berkas/")
    assert b"".join(response.streaming_content) == MELATI
    assert response["Content-Disposition"] == 'attachment; filename="perwali-7-2023.md"'
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
