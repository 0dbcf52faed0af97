"""Rows into a workbook. Numbers stay numbers; a text that a spreadsheet would take for a formula stays a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from xlsxwriter import Workbook

LONGEST = 32_767  # characters that a cell holds
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    header: str
    width: int
    wrap: bool = False


def workbook(name: str, columns: Sequence[Column], rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """One sheet with a frozen header and a filter over all rows."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(name[:31])
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E0F0F5", "bottom": 1})
    plain = book.add_format({"valign": "top"})
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.header, head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for at, value in enumerate(row):
            style = wrapped if columns[at].wrap else plain
            if isinstance(value, int):
                sheet.write_number(last, at, value, style)
            elif value:
                sheet.write_string(last, at, neutral(value), style)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return buffer.getvalue()


def neutral(text: str) -> str:
    """A text that begins like a formula gets an apostrophe: it then stays a text when the file is saved as CSV, too.

    A lone "-" is how regulations print "not set"; it is no formula and stays as it is.
    """
    shortened = text[:LONGEST]
    return "'" + shortened[: LONGEST - 1] if len(text) > 1 and shortened.startswith(FORMULA_STARTS) else shortened
