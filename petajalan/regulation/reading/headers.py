"""Which rows of a grid are its header, and what the header says about each column.

Told by the words alone, so that merged header cells (DOCX, PDF, XLSX) and the empty cells that stand for them in a
pipe table give the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from petajalan.regulation.document import Row
from petajalan.regulation.reading.words import key

COLUMN_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})\)?\s*(?:=\s*[\d\s()+*/x×:.,%-]+)?$")
ORDINAL = re.compile(r"\(?\d{1,3}[.)]?$")
MAX_DEPTH = 4


def is_empty(row: Row) -> bool:
    return not any(cell.text for cell in row)


def are_formulas(row: Row) -> bool:
    """Whether this is the row that numbers the columns ("1 2 3 4 5 6=(3+4+5)")."""
    found = [COLUMN_NUMBER.match(cell.text.strip("$ ")) for cell in row]
    return len(row) > 1 and all(match and int(match["number"]) == n for n, match in enumerate(found, start=1))


def like_body(row: Row) -> bool:
    """Whether the row begins as body rows do: with an ordinal, or with nothing under a cell that goes on."""
    return not are_formulas(row) and (not row[0].text or bool(ORDINAL.match(row[0].text)))


def depth(rows: Sequence[Row]) -> int:
    """How many rows from the top are header."""
    if not rows or is_empty(rows[0]) or are_formulas(rows[0]) or ORDINAL.match(rows[0][0].text):
        return 0
    count = 1
    while count < min(len(rows), MAX_DEPTH) and is_next_level(rows[count - 1], rows[count]):
        count += 1
    return count


def is_next_level(above: Row, row: Row) -> bool:
    """Whether `row` names the columns below the merged cells of `above` and nothing else."""
    if is_empty(row) or are_formulas(row):
        return False
    open_columns = {column for start, end in _groups(above) for column in range(start, end)}
    filled = {column for column, cell in enumerate(row) if cell.text}
    return filled <= open_columns and any(
        all(column in filled for column in range(start, end)) or _covered_below(row, start, end)
        for start, end in _groups(above)
    )


def _covered_below(row: Row, start: int, end: int) -> bool:
    """A level that merges again ("2024" over four quarters): it begins where the group begins."""
    return bool(row[start].text) and end - start > 2 and sum(bool(row[column].text) for column in range(start, end)) > 1


def _groups(row: Row) -> list[tuple[int, int]]:
    """Runs of a filled cell and the empty ones after it: columns [start, end)."""
    groups: list[tuple[int, int]] = []
    for column, cell in enumerate(row):
        if cell.text:
            groups.append((column, column + 1))
        elif groups:
            groups[-1] = (groups[-1][0], column + 1)
    return [(start, end) for start, end in groups if end - start > 1]


def join_levels(rows: Sequence[Row], columns: int) -> tuple[str, ...]:
    """Per column the header texts from top to bottom: a merged cell speaks for every column below it."""
    names: list[list[str]] = [[] for _ in range(columns)]
    for level, row in enumerate(rows):
        below = rows[level + 1] if level + 1 < len(rows) else None
        for column, cell in enumerate(row):
            text = cell.text or (_spanning(rows, level, column) if below is not None else "")
            if text:
                names[column].append(" ".join(text.split()))
    return tuple(" / ".join(parts) for parts in names)


def _spanning(rows: Sequence[Row], level: int, column: int) -> str:
    """The merged header text that covers an empty cell, provided that the levels below name the column."""
    if not any(row[column].text for row in rows[level + 1 :]):
        return ""
    for left in range(column - 1, -1, -1):
        if any(row[left].text for row in rows[:level]) and not rows[level][left].text:
            continue
        if rows[level][left].text:
            return rows[level][left].text
    return ""


def repeated(header_rows: Sequence[Row], rows: Sequence[Row]) -> int:
    """How many rows at the top repeat the header, or its first levels."""
    count = 0
    while count < min(len(header_rows), len(rows)) and _alike(header_rows[count], rows[count]):
        count += 1
    return count


def _alike(header: Row, row: Row) -> bool:
    """Whether a row says what the header says, a slip of the typing hand aside; figures must be the same."""
    return len(header) == len(row) and all(
        first == second or (_figures(first) == _figures(second) and SequenceMatcher(None, first, second).ratio() > 0.85)
        for first, second in ((key(one.text), key(other.text)) for one, other in zip(header, row, strict=True))
    )


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def take_formulas(rows: Sequence[Row]) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """What the row of column numbers prints, and the rows without it."""
    if rows and are_formulas(rows[0]):
        return tuple(cell.text for cell in rows[0]), tuple(rows[1:])
    return (), tuple(rows)


def without_repeats(header_rows: Sequence[Row], formulas: tuple[str, ...], body: Iterable[Row]) -> list[Row]:
    """The body without empty rows and without headers printed once more inside one grid."""
    rows = [row for row in body if not is_empty(row)]
    kept: list[Row] = []
    position = 0
    while position < len(rows):
        again = repeated(header_rows, rows[position:])
        if again and again == len(header_rows):
            position += again
            if position < len(rows) and formulas and are_formulas(rows[position]):
                position += 1
            continue
        kept.append(rows[position])
        position += 1
    return kept
