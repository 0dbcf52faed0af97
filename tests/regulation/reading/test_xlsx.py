"""What workbooks hold beside text: numbers under formats, merged cells, formulas, hidden sheets, macros."""

import csv
import datetime
import io
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from petajalan.regulation.document import Document
from petajalan.regulation.reading import read_document
from petajalan.regulation.reading.xlsx_numbers import number, shown
from tests.regulation.reading.showing import blocks, body

with (Path(__file__).parent / "number_formats.csv").open(newline="") as file:
    FORMATS = [tuple(row.values()) for row in csv.DictReader(file, delimiter=";")]


def saved(book: openpyxl.Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def read(rows: list[list[object]], title: str = "Peraturan") -> Document:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return read_document(saved(book), "peraturan.xlsx")


@pytest.mark.parametrize(("value", "number_format", "text"), FORMATS)
def test_figures_as_excel_shows_them(value, number_format, text):
    assert number(Decimal(value), number_format) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "BENAR"),
        (0.28, "0,28"),
        (datetime.datetime(2023, 7, 6, tzinfo=datetime.UTC), "6 Juli 2023"),
        (datetime.date(2024, 12, 31), "31 Desember 2024"),
        (datetime.time(8, 5), "08.05"),
        ("WTP", "WTP"),
    ],
)
def test_values_of_other_kinds(value, text):
    assert shown(value, "General") == text


def test_text_rows_captions_tables_and_sources():
    document = read(
        [
            ["PERATURAN BUPATI LANGKAP"],
            ["NOMOR 1 TAHUN 2025"],
            [],
            ["Tabel 3.3 Skor Kegiatan"],
            ["No", "Kegiatan", "Skor"],
            ["SS.1: Tata Kelola"],
            [1, "Satu Data", 17],
            [2, "Arsip", 14],
            ["Sumber: Bagian Organisasi, 2024"],
            [],
            ["Kalimat penutup."],
        ]
    )
    (table,) = document.tables
    assert blocks(document) == [
        "paragraph PERATURAN BUPATI LANGKAP",
        "paragraph NOMOR 1 TAHUN 2025",
        "caption Tabel 3.3 Skor Kegiatan",
        "table",
        "source Sumber: Bagian Organisasi, 2024",
        "paragraph Kalimat penutup.",
    ]
    assert (table.number, table.headers, table.source) == (
        "3.3",
        ("No", "Kegiatan", "Skor"),
        "Sumber: Bagian Organisasi, 2024",
    )
    assert body(table) == [["SS.1: Tata Kelola", "", ""], ["1", "Satu Data", "17"], ["2", "Arsip", "14"]]
    assert (table.rows[1][2].place.page, table.rows[1][2].place.row, table.rows[1][2].place.column) == (1, 2, 3)


def test_merged_cells_stand_once():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [["No", "Nama", "Target", None], [None, None, 2025, 2026], [1, "A", 0.5, 1], [None, None, 0.6, 1]]:
        sheet.append(row)
    for area in ("A1:A2", "B1:B2", "C1:D1", "B3:B4"):
        sheet.merge_cells(area)
    for line in sheet["C3:D4"]:
        for cell in line:
            cell.number_format = "0%"
    (table,) = read_document(saved(book), "x.xlsx").tables
    assert table.headers == ("No", "Nama", "Target / 2025", "Target / 2026")
    assert body(table) == [["1", "A", "50%", "100%"], ["", "", "60%", "100%"]]
    assert (table.rows[0][1].row_span, table.rows[1][1].covered) == (2, True)


def test_a_sheet_named_as_a_table_captions_it():
    document = read([["No", "Nama", "Nilai"], [1, "Satu", 7]], "Tabel 2.1 Hasil Antara")
    assert [(table.number, table.caption) for table in document.tables] == [("2.1", "Hasil Antara")]


def test_sheets_are_pages():
    book = openpyxl.Workbook()
    book.active.append(["Lembar satu."])
    book.create_sheet("Kosong")
    book.create_sheet("Tiga").append(["Lembar tiga."])
    document = read_document(saved(book), "x.xlsx")
    assert [(block.text, block.place.page) for block in document.blocks] == [("Lembar satu.", 1), ("Lembar tiga.", 3)]


def test_a_hidden_sheet_is_said_and_not_read():
    book = openpyxl.Workbook()
    book.active.append(["Terlihat."])
    hidden = book.create_sheet("Draf lama")
    hidden.append(["Rahasia."])
    hidden.sheet_state = "hidden"
    document = read_document(saved(book), "x.xlsx")
    assert blocks(document) == ["paragraph Terlihat."]
    assert [(notice.code, notice.place.page) for notice in document.notices] == [("hidden_sheet", 2)]
    assert "Draf lama" in document.notices[0].message_id


def test_formulas_read_by_their_stored_result():
    book = openpyxl.Workbook()
    for row in [["No", "Nama", "Total"], [1, "Satu", "=1+2"], [2, "Dua", "=2+2"]]:
        book.active.append(row)
    data = _with_result(saved(book), b"<f>1+2</f><v></v>", b"<f>1+2</f><v>3</v>")
    document = read_document(data, "x.xlsx")
    assert body(document.tables[0]) == [["1", "Satu", "3"], ["2", "Dua", ""]]
    assert [(notice.code, notice.place.printed) for notice in document.notices] == [
        ("formulas", ""),
        ("formula_without_result", "=2+2"),
    ]
    assert "C3 (=2+2)" in document.notices[1].message_en


def _with_result(data: bytes, before: bytes, after: bytes) -> bytes:
    """The workbook with a piece of its first sheet replaced, as Excel would have stored a result."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(written, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = part.replace(b"<v/>", b"<v></v>").replace(b"<v />", b"<v></v>")
                assert before in part
                part = part.replace(before, after)
            target.writestr(name, part)
    return written.getvalue()


def test_macros_are_said_and_not_run():
    book = openpyxl.Workbook()
    book.active.append(["Satu kalimat."])
    data = io.BytesIO(saved(book))
    with zipfile.ZipFile(data, "a") as container:
        container.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    document = read_document(data.getvalue(), "peraturan.xlsm")
    assert blocks(document) == ["paragraph Satu kalimat."]
    assert [notice.code for notice in document.notices] == ["macros_ignored"]


def test_preamble_in_cells_is_text():
    document = read([["Menimbang", ":", "a.", "bahwa satu;"], [None, None, "b.", "bahwa dua;"]])
    assert blocks(document) == ["paragraph Menimbang :", "item a. bahwa satu;", "item b. bahwa dua;"]
