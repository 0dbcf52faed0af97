"""One document in every format: the same words in the same cells, read back by the readers of regulations."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from petajalan.exports.documents.choice import PRINTED, Format
from petajalan.exports.documents.formats.number_formats import number_format
from petajalan.exports.documents.formats.widths import widths
from petajalan.exports.documents.placing import placed
from petajalan.exports.documents.tree import Cell, Column, OfficialDocument, Part, Table
from petajalan.exports.documents.write import write
from petajalan.regulation.reading import read_document
from tests.exports.documents.whole import READ, TARGETS, WHOLE


@pytest.mark.parametrize("format", PRINTED)
def test_the_cells_of_a_table_are_read_back(format: Format) -> None:
    read = read_document(write(WHOLE, format), f"uji.{format}")
    table = read.table("3.1")
    assert table is not None
    assert table.caption == "Sasaran dan target"
    assert table.headers == ("No", "Indikator", "Target / 2025", "Target / 2026", "Penanggung jawab")
    assert [[cell.text for cell in row] for row in table.rows] == READ
    assert table.source == "Sumber: Bappeda"
    long = read.table("3.2")
    assert long is not None
    assert [[cell.text for cell in row] for row in long.rows] == [
        [str(number), f"Uraian kegiatan nomor {number}"] for number in range(1, 91)
    ]


@pytest.mark.parametrize("format", PRINTED)
def test_what_is_not_certain_is_said_at_the_head(format: Format) -> None:
    first, second, *_rest = read_document(write(WHOLE, format), "uji").blocks
    assert (first.text, second.text) == WHOLE.notices


@pytest.mark.parametrize("format", PRINTED)
def test_a_document_without_anything_is_still_a_file(format: Format) -> None:
    assert len(write(OfficialDocument("uji", "Kota Melati", ("KOSONG",), ()), format)) > 5


@pytest.mark.parametrize("format", [Format.MARKDOWN, Format.XLSX, Format.PDF])
def test_the_same_document_is_the_same_words(format: Format) -> None:
    """Whatever language the person who asked reads."""
    from django.utils import translation

    with translation.override("en"):
        english = read_document(write(WHOLE, format), "uji")
    assert english.blocks == read_document(write(WHOLE, format), "uji").blocks


def test_the_number_of_a_decree_stands_above_what_it_is_about() -> None:
    assert (
        "KEPUTUSAN WALI KOTA MELATI**\n\n**NOMOR 188/12/2025**\n\n**TENTANG" in write(WHOLE, Format.MARKDOWN).decode()
    )


def test_a_workbook_holds_numbers_and_dates() -> None:
    book = openpyxl.load_workbook(BytesIO(write(WHOLE, Format.XLSX)))
    assert book.sheetnames == ["Naskah", "Tabel 3.1", "Tabel 3.2"]
    sheet = book["Tabel 3.1"]
    found = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert (found[0.28].number_format, found[2.3].number_format) == ("0%", "0.00")
    assert found[1234.5].number_format == "#,##0.0"
    assert found[12000].number_format == '"Rp "#,##0'
    assert [cell.number_format for value, cell in found.items() if hasattr(value, "year")] == ["[$-421]d mmmm yyyy"]
    assert "'=1+1" in found
    assert sheet.freeze_panes == "A7"  # two notices, an empty row, the caption, two rows of headings
    assert sheet.print_title_rows == "$5:$6"
    assert (book["Tabel 3.2"].page_setup.orientation, book["Tabel 3.1"].page_setup.orientation) == (
        "landscape",
        "portrait",
    )


def test_a_workbook_shows_a_figure_as_it_is_printed() -> None:
    assert number_format(Decimal("0.28"), "28%") == "0%"
    assert number_format(Decimal(28), "28%") == '0"%"'
    assert number_format(Decimal("64.09"), "64,09 (B)") == '0.00" (B)"'
    assert number_format(Decimal("0.1"), "28%") == ""  # a print that says something else stays a text
    assert number_format(Decimal("1.5"), "WTP") == ""
    assert number_format(Decimal(7), "007") == "000"
    assert number_format(Decimal("-2.5"), "-2,5") == "0.0"
    assert number_format(Decimal("1.5"), "1.5", "en") == "0.0"
    assert number_format(Decimal("1234567890.1234567"), "1.234.567.890,1234567") == ""  # a workbook would round it


def test_sheets_have_names_of_their_own() -> None:
    tables = tuple(replace(TARGETS, number="", caption="Uraian [panjang] / yang sama persis sekali") for _ in range(2))
    document = replace(WHOLE, parts=(Part(tables),))
    names = openpyxl.load_workbook(BytesIO(write(document, Format.XLSX))).sheetnames
    assert names == ["Naskah", "Uraian panjang yang sama persis", "Uraian panjang yang sama pers 2"]


def test_cells_that_overlap_are_a_fault_of_the_collector() -> None:
    with pytest.raises(AssertionError, match="'b' has no room in row 1"):
        list(placed([[Cell("a"), Cell("b", columns=2)]], 2))


def test_no_column_is_narrower_than_its_longest_word() -> None:
    table = Table((Column(1), Column(99)), ((Cell("Penyederhanaan"), Cell("x")),), ())
    narrow, wide = widths(table, 400, 9)
    assert narrow > len("Penyederhanaan") * 9 * 0.5
    assert round(narrow + wide) == 400
