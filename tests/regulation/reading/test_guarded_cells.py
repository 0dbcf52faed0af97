"""A workbook of ours puts an apostrophe before a text that looks like a formula; the reader takes it away again."""

from __future__ import annotations

from io import BytesIO

import openpyxl

from petajalan.regulation.reading import read_document


def test_the_guard_before_a_formula_is_no_part_of_the_text() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("No", "Uraian"), (1, "'=1+1"), (2, "'- butir"), (3, "'kutipan'")):
        sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    read = read_document(buffer.getvalue(), "a.xlsx")
    assert [row[1].text for row in read.tables[0].rows] == ["=1+1", "- butir", "'kutipan'"]
