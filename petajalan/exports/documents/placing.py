"""Where the cells of a table stand when some of them cover others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from petajalan.exports.documents.tree import Align, Cell, Table


@dataclass(frozen=True, slots=True)
class Placed:
    row: int
    column: int
    cell: Cell


def placed(rows: Sequence[Sequence[Cell]], columns: int) -> Iterator[Placed]:
    """Each cell with the row and column it begins in, from 0. Cells that overlap or stick out are a fault of who
    collected the table."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            inside = {(row + below, column + beside) for below in range(cell.rows) for beside in range(cell.columns)}
            if inside & taken or column + cell.columns > columns or row + cell.rows > len(rows):
                raise AssertionError(f"The cell {cell.text!r} has no room in row {row + 1}.")
            taken |= inside
            yield Placed(row, column, cell)
            column += cell.columns


def merges(table: Table) -> bool:
    return any(cell.rows > 1 or cell.columns > 1 for row in (*table.head, *table.rows) for cell in row)


def align_of(table: Table, column: int, cell: Cell) -> Align:
    """What the cell says, else what its column says; a cell over several columns has no column of its own."""
    return cell.align if cell.align is not Align.LEFT or cell.columns > 1 else table.columns[column].align


def headings(table: Table) -> list[str]:
    """Of each column, with the word that stands over several of them: "Target TW I"."""
    found: list[list[str]] = [[] for _column in table.columns]
    for one in placed(table.head, len(table.columns)):
        for column in range(one.column, one.column + one.cell.columns):
            found[column].append(one.cell.text)
    return [" ".join(words) for words in found]
