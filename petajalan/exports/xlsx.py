"""Rows into a workbook. Numbers and dates stay what they are; a text that a spreadsheet would take for a formula stays
a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook

LONGEST = 32_767  # characters that a cell holds
DIGITS = 15  # of a number that a spreadsheet does not round
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))  # in the name of a sheet

Cell = str | int | Decimal | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    header: str
    width: int
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: a frozen header over rows. `fixed` columns stay in sight at the left."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    fixed: int = 0


def new_book(buffer: BytesIO) -> Workbook:
    """An empty workbook in which texts stay texts."""
    from xlsxwriter import Workbook  # here, because most workers never write a workbook

    return Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})


def cell_at(row: int, column: int) -> str:
    """Its name in a formula: row 2, column 1 is "B3"."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return xl_rowcol_to_cell(row, column)


def workbook(name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet with a frozen header and a filter over all rows."""
    return book_of([Table(name, columns, rows)])


def book_of(tables: Iterable[Table]) -> bytes:
    """Each table on a sheet of its own. Moments are written as the clock of their own zone shows them."""
    buffer = BytesIO()
    book = new_book(buffer)
    formats = {
        "head": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E0F0F5", "bottom": 1},
        "plain": {"valign": "top"},
        "wrapped": {"valign": "top", "text_wrap": True},
        "number": {"valign": "top", "num_format": "#,##0.####"},
        "moment": {"valign": "top", "num_format": "dd/mm/yyyy hh:mm"},
    }
    styles = {name: book.add_format(one) for name, one in formats.items()}
    for table in tables:
        _sheet(book, styles, table)
    book.close()
    return buffer.getvalue()


def _sheet(book: Workbook, styles: dict[str, Any], table: Table) -> None:
    sheet = book.add_worksheet(table.name.translate(FORBIDDEN)[:31])
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.header, styles["head"])
    last = 0
    for last, row in enumerate(table.rows, start=1):
        for at, value in enumerate(row):
            _cell(sheet, last, at, value, styles, "wrapped" if table.columns[at].wrap else "plain")
    sheet.freeze_panes(1, table.fixed)
    sheet.autofilter(0, 0, max(last, 1), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cell(sheet: Any, line: int, at: int, value: Cell, styles: dict[str, Any], style: str) -> None:
    match value:
        case None | "":
            return
        case int():
            sheet.write_number(line, at, value, styles[style])
        case Decimal() if len(value.normalize().as_tuple().digits) <= DIGITS:
            sheet.write_number(line, at, float(value), styles["number"])
        case Decimal():
            sheet.write_string(line, at, format(value, "f"), styles[style])
        case datetime():
            sheet.write_datetime(line, at, value.replace(tzinfo=None), styles["moment"])
        case _:
            sheet.write_string(line, at, neutral(value), styles[style])


def neutral(text: str) -> str:
    """A text that begins like a formula gets an apostrophe: it then stays a text when the file is saved as CSV, too.

    A lone "-" is how regulations print "not set"; it is no formula and stays as it is.
    """
    shortened = text[:LONGEST]
    return "'" + shortened[: LONGEST - 1] if len(text) > 1 and shortened.startswith(FORMULA_STARTS) else shortened
