"""A table that was read, printed again: the same words in the same cells, with the merged cells that they mean."""

from __future__ import annotations

from collections.abc import Sequence

from petajalan.exports.documents.collect.annex.columns import columns_of, is_figure, number_of
from petajalan.exports.documents.tree import Align, Cell, Table
from petajalan.regulation import document as read
from petajalan.regulation.data import TableKind, TableMeaning

# What names a group of rows: a blank cell under it belongs to it.
OWNERS = frozenset({"no", "name", "national_name", "goal"})
OWNED = frozenset({TableKind.GOALS, TableKind.OBJECTIVES, TableKind.KEY_ACTIVITIES, TableKind.THEMES})


def table_of(table: read.Table, meaning: TableMeaning) -> Table:
    meanings = meaning.columns
    head = head_of([[cell.text for cell in row] for row in table.header_rows])
    if table.column_formulas:
        head = (*head, tuple(Cell(text, align=Align.CENTER) for text in table.column_formulas))
    return Table(
        columns=columns_of(meanings),
        head=head,
        rows=_body(table.rows, meaning),
        number=table.number or "",
        caption=table.caption,
        source=table.source or "",
    )


def head_of(rows: Sequence[Sequence[str]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of a head: an empty cell belongs to the one at its left where the row below names it, else to the one
    above."""
    taken: set[tuple[int, int]] = set()
    made: list[tuple[Cell, ...]] = []
    for level, row in enumerate(rows):
        cells = []
        for column, text in enumerate(row):
            if (level, column) in taken:
                continue
            across = 1
            while (
                text
                and level + 1 < len(rows)
                and column + across < len(row)
                and not row[column + across]
                and (level, column + across) not in taken
                and rows[level + 1][column + across]
            ):
                across += 1
            down = 1
            while text and across == 1 and level + down < len(rows) and not rows[level + down][column]:
                down += 1
            taken |= {(level + below, column + beside) for below in range(down) for beside in range(across)}
            cells.append(Cell(text, rows=down, columns=across, align=Align.CENTER, bold=True))
        made.append(tuple(cells))
    return tuple(made)


def _body(rows: Sequence[read.Row], meaning: TableMeaning) -> tuple[tuple[Cell, ...], ...]:
    down = _groups(rows, meaning)
    made: list[tuple[Cell, ...]] = []
    for at, row in enumerate(rows):
        if _is_heading(row):
            made.append((Cell(row[0].text, columns=len(row), bold=True),))
            continue
        cells = []
        for column, cell in enumerate(row):
            if cell.covered or down.get((at, column)) == 0:
                continue
            value = number_of(cell.text) if is_figure(meaning.columns[column]) else None
            cells.append(
                Cell(cell.text, value, rows=max(cell.row_span, down.get((at, column), 1)), columns=cell.column_span)
            )
        made.append(tuple(cells))
    return tuple(made)


def _is_heading(row: read.Row) -> bool:
    """Words across the whole table."""
    return len(row) > 1 and bool(row[0].text) and not any(cell.text for cell in row[1:]) and len(row[0].text) > 3


def _groups(rows: Sequence[read.Row], meaning: TableMeaning) -> dict[tuple[int, int], int]:
    """How many rows a cell speaks for where the print leaves those below it blank; 0 for these."""
    found: dict[tuple[int, int], int] = {}
    if meaning.kind not in OWNED:
        return found
    for column, name in enumerate(meaning.columns):
        if name not in OWNERS:
            continue
        owner: int | None = None
        for at, row in enumerate(rows):
            cell = row[column]
            if _is_heading(row) or cell.covered or cell.row_span > 1 or cell.column_span > 1:
                owner = None
            elif cell.text:
                owner = at
            elif owner is not None:
                found[at, column] = 0
                found[owner, column] = found.get((owner, column), 1) + 1
    return found
