"""Reads a regulation from a workbook: each sheet a page, rows of text as lines, blocks of cells as tables.

A row with one filled cell is text unless it stands inside a block: a group heading there, a caption above it and a
source below it are told apart by their words and their place.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from openpyxl.utils import range_boundaries

from petajalan.regulation.document import BlockKind, Document, Notice, Place
from petajalan.regulation.reading.container import has_macros
from petajalan.regulation.reading.flow import assemble
from petajalan.regulation.reading.limits import MEGABYTE, Watch
from petajalan.regulation.reading.notices import notice
from petajalan.regulation.reading.patterns import shapes
from petajalan.regulation.reading.pieces import Line, Piece, Spot, grid
from petajalan.regulation.reading.refusals import refuse
from petajalan.regulation.reading.words import cell_text, fold
from petajalan.regulation.reading.xlsx_numbers import shown

NOTE = re.compile(r"(?:\*+\)?|Catatan|Keterangan|Ket\.?)\s*:?\s*\S", re.IGNORECASE)
SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml$")
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z0-9:$]+)"')
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
# What exports put in front of a text that a spreadsheet would take for a formula.
GUARD = re.compile(r"'(?=[=+\-@\t\r])")
CELL_TAG = re.compile(rb"<(?:\w+:)?c[ >]")


@dataclass(slots=True)
class SheetRow:
    """A row of a sheet: its texts by column, and the spans of its merged cells."""

    number: int
    texts: dict[int, str] = field(default_factory=dict)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    covered: set[int] = field(default_factory=set)

    @property
    def filled(self) -> list[int]:
        return sorted(self.texts)

    @property
    def is_text(self) -> bool:
        return len(self.texts) == 1


def read_xlsx(data: bytes, container: zipfile.ZipFile, watch: Watch) -> Document:
    """The document in a workbook; raises `UnusableFile` when it holds no text."""
    _count_cells(container, watch)
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    watch.tick()
    formulas = _formulas(data, container)
    watch.pages(len(values.worksheets))
    pieces: list[Piece] = []
    notices: list[Notice] = [notice("macros_ignored", Place(page=1))] if has_macros(container) else []
    for number, sheet in enumerate(values.worksheets, start=1):
        if sheet.sheet_state != "visible":
            notices.append(notice("hidden_sheet", Place(page=number), sheet=sheet.title))
            continue
        notices.extend(_formula_notices(sheet, formulas.get(sheet.title, {}), number))
        pieces.extend(_sheet(sheet, number, watch))
        watch.done(number, len(values.worksheets))
    document = assemble("xlsx", pieces, notices)
    if not document.blocks:
        raise refuse("no_text")
    return document


def _count_cells(container: zipfile.ZipFile, watch: Watch) -> None:
    """Counts cells, and the cells that merged areas cover, before openpyxl builds an object for each."""
    for name in container.namelist():
        if not SHEET_PART.match(name):
            continue
        with container.open(name) as stream:
            rest = b""
            while chunk := stream.read(MEGABYTE):
                part = rest + chunk
                cut = part.rfind(b"<")
                watch.cells(len(CELL_TAG.findall(part[:cut])))
                for merged in MERGED.finditer(part[:cut]):
                    watch.cells(_area(merged[1].decode()))
                rest = part[cut:]


def _area(reference: str) -> int:
    left, top, right, bottom = range_boundaries(reference)
    return ((right or MOST_COLUMNS) - (left or 1) + 1) * ((bottom or MOST_ROWS) - (top or 1) + 1)


def _cells(sheet: Any) -> list[Any]:
    """The cells that the file holds, row by row; openpyxl's own iteration would fill in every cell between."""
    return [cell for _, cell in sorted(sheet._cells.items())]


def _formulas(data: bytes, container: zipfile.ZipFile) -> dict[str, dict[str, str]]:
    """Formulas by sheet and cell; the workbook is opened once more only if there are any."""
    if not any(SHEET_PART.match(name) and b"<f" in container.read(name) for name in container.namelist()):
        return {}
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        sheet.title: {cell.coordinate: str(cell.value) for cell in _cells(sheet) if cell.data_type == "f"}
        for sheet in book.worksheets
    }


def _formula_notices(sheet: Any, formulas: dict[str, str], page: int) -> Iterator[Notice]:
    if formulas:
        yield notice("formulas", Place(page=page), sheet=sheet.title, count=len(formulas))
    for coordinate, formula in formulas.items():
        if sheet[coordinate].value is None:
            printed = f"{coordinate} ({formula})"
            yield notice("formula_without_result", Place(page=page, printed=formula), formula=printed)


def _sheet(sheet: Any, page: int, watch: Watch) -> list[Piece]:
    pieces: list[Piece] = []
    rows = _rows(sheet, watch)
    position = 0
    while position < len(rows):
        end = position
        while end + 1 < len(rows) and rows[end + 1].number == rows[end].number + 1:
            end += 1
        pieces.extend(_run(rows[position : end + 1], page, watch))
        position = end + 1
    if _needs_title(pieces, sheet.title):
        pieces.insert(0, Line(fold(sheet.title), Place(page=page, printed=sheet.title)))
    return pieces


def _needs_title(pieces: Sequence[Piece], title: str) -> bool:
    """A sheet named "Tabel 3.3 Prioritas" captions its table when no caption stands in it."""
    captions = any(isinstance(piece, Line) and shapes(piece.text)[0].kind == BlockKind.CAPTION for piece in pieces)
    return not captions and bool(pieces) and shapes(fold(title))[0].kind == BlockKind.CAPTION


def _rows(sheet: Any, watch: Watch) -> list[SheetRow]:
    """Rows that hold text, merged cells known."""
    rows: dict[int, SheetRow] = {}
    for cell in _cells(sheet):
        watch.tick()
        text = shown(cell.value, cell.number_format) if cell.value is not None else ""
        if text.strip():
            rows.setdefault(cell.row, SheetRow(cell.row)).texts[cell.column] = _unguarded(text)
    if not rows:
        return []
    last_row, last_column = max(rows), max(max(row.texts) for row in rows.values())
    for merged in sheet.merged_cells.ranges:
        watch.tick()
        first = rows.get(merged.min_row)
        if first is None or merged.min_col not in first.texts:
            continue
        bottom, right = min(merged.max_row, last_row), min(merged.max_col, last_column)
        first.spans[merged.min_col] = (bottom - merged.min_row + 1, right - merged.min_col + 1)
        for number in range(merged.min_row, bottom + 1):
            rows.setdefault(number, SheetRow(number)).covered.update(range(merged.min_col, right + 1))
    return [rows[number] for number in sorted(rows)]


def _unguarded(text: str) -> str:
    return text[1:] if GUARD.match(text) else text


def _run(rows: Sequence[SheetRow], page: int, watch: Watch) -> Iterator[Piece]:
    """Rows without an empty one between: text, a table, text."""
    first = next((index for index, row in enumerate(rows) if not row.is_text and len(row.texts) > 1), None)
    if first is None:
        yield from _lines(rows, page)
        return
    last = max(index for index, row in enumerate(rows) if not _is_below(row, rows[first]))
    yield from _lines(rows[:first], page)
    yield from _table(rows[first : last + 1], page, watch)
    yield from _lines(rows[last + 1 :], page)


def _is_below(row: SheetRow, header: SheetRow) -> bool:
    """Whether a row is text under the table rather than its last row."""
    if not row.is_text:
        return False
    column, text = next(iter(row.texts.items()))
    return column <= header.filled[0] and (
        shapes(fold(text))[0].kind == BlockKind.SOURCE or bool(NOTE.match(text)) or len(text) > 200
    )


def _lines(rows: Sequence[SheetRow], page: int) -> Iterator[Line]:
    for index, row in enumerate(rows):
        for text in row.texts.values():
            for number, line in enumerate(filter(None, map(fold, text.split("\n")))):
                yield Line(line, Place(page=page, printed=line), gap=index == 0 and number == 0)


def _table(rows: Sequence[SheetRow], page: int, watch: Watch) -> Iterator[Piece]:
    columns = sorted({column for row in rows for column in (*row.texts, *row.covered)})
    first, last = columns[0], columns[-1]
    watch.cells(len(rows) * (last - first + 1))
    spots = [
        Spot(index, column - first, cell_text(row.texts.get(column, "").split("\n")), *row.spans.get(column, (1, 1)))
        for index, row in enumerate(rows)
        for column in range(first, last + 1)
        if column in row.texts or column not in row.covered
    ]
    drawn = grid(spots, [Place(page=page)] * len(rows))
    if drawn is not None:
        yield drawn
