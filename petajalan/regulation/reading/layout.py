"""Grids that only set text out: "Menimbang : a. bahwa ..." in columns, signatures side by side, a single box.

Word processors draw them as tables, converters keep them so. They are running text and are read as such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from petajalan.regulation.document import BlockKind, Row
from petajalan.regulation.reading.patterns import shapes
from petajalan.regulation.reading.pieces import Grid, Line, Piece

WIDEST = 6  # columns of a grid that sets out text
LABEL = re.compile(r"(?:Men|Mem)[a-z]{4,12}\s*:?$|MEMUTUSKAN\s*:?$|LAMPIRAN\b")
SIGNATURE = re.compile(r"(?:Ditetapkan di|Diundangkan di|Salinan sesuai|NIP\.?\s*\d|[Tt]td\.?$)")


def unfold(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with such grids replaced by their lines."""
    unfolded: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Grid):
            unfolded.append(piece)
        elif sets_out_text(piece):
            unfolded.extend(_lines(piece))
        else:
            unfolded.extend(_apart(piece))
    return unfolded


def _apart(grid: Grid) -> list[Piece]:
    """The table without a caption in its first row and a source in its last, which stand before and after it."""
    rows = list(grid.rows)
    before: list[Line] = []
    after: list[Line] = []
    while len(rows) > 1 and (alone := _alone(rows[0])) and shapes(alone.text)[0].kind == BlockKind.CAPTION:
        before.append(alone)
        rows.pop(0)
    while len(rows) > 1 and (alone := _alone(rows[-1])) and shapes(alone.text)[0].kind == BlockKind.SOURCE:
        after.insert(0, alone)
        rows.pop()
    return [*before, replace(grid, rows=tuple(rows)), *after]


def _alone(row: Row) -> Line | None:
    """The only filled cell of a row, as a line."""
    filled = [cell for cell in row if cell.text]
    text = " ".join(filled[0].lines) if len(filled) == 1 else ""
    return Line(text, replace(filled[0].place, column=None, printed=text)) if text else None


def sets_out_text(grid: Grid) -> bool:
    if grid.columns == 1:
        return True
    if grid.columns > WIDEST:
        return False
    colons = any(cell.text == ":" for row in grid.rows for cell in row[1:])
    labels = any(LABEL.match(row[0].text) for row in grid.rows)
    signatures = any(SIGNATURE.match(line) for row in grid.rows for cell in row for line in cell.lines)
    return (colons and (labels or len(grid.rows) == 1)) or labels or signatures


def _lines(grid: Grid) -> list[Line]:
    lines: list[Line] = []
    for row in grid.rows:
        label = LABEL.match(row[0].text) or any(cell.text == ":" for cell in row)
        for number, text in enumerate(_in_one(row) if label or not row[0].text else _one_by_one(row)):
            place = next((cell.place for cell in row if cell.text), row[0].place)
            lines.append(Line(text, replace(place, column=None, printed=text), gap=number == 0))
    return lines


def _in_one(row: Row) -> list[str]:
    """The cells of a row read across; what stands below the first line of a cell comes after."""
    first: list[str] = []
    rest: list[str] = []
    for cell in row:
        if cell.text:
            first.append(cell.lines[0])
            rest.extend(cell.lines[1:])
    return [" ".join(first), *rest] if first else []


def _one_by_one(row: Row) -> list[str]:
    return [line for cell in row for line in cell.lines]
