"""How wide the columns of a table become, and about how high its rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from math import ceil

from petajalan.exports.documents.placing import placed
from petajalan.exports.documents.tree import Cell, Table

LETTER = 0.55  # mean width of a letter, as a part of the size of the type
HEAVY = 1.08  # how much wider bold letters are
PADDING = 8.0  # points, both sides of a cell together
SIZES = ((8, 9.0), (11, 8.0), (15, 7.0))  # most columns, points
SMALLEST = 6.0


def size_of_type(table: Table) -> float:
    """The more columns, the smaller."""
    return next((size for most, size in SIZES if len(table.columns) <= most), SMALLEST)


def widths(table: Table, whole: float, size: float) -> list[float]:
    """By their shares, but none narrower than its longest word. In points, together `whole`."""
    shares = [float(column.width) for column in table.columns]
    least = _longest_words(table, size)
    if sum(least) >= whole:  # nothing is left to share out
        return [whole * one / sum(least) for one in least]
    result = [0.0] * len(shares)
    free = set(range(len(shares)))
    left = whole
    while True:
        together = sum(shares[at] for at in free)
        short = [at for at in free if left * shares[at] / together < least[at]]
        if not short:
            break
        for at in short:
            result[at] = least[at]
            left -= least[at]
            free.discard(at)
        if not free:
            break
    for at in free:
        result[at] = left * shares[at] / sum(shares[one] for one in free)
    return result


def heights(rows: Sequence[Sequence[Cell]], columns: Sequence[float], size: float) -> list[float]:
    """About how many points each row takes; a cell over several rows shares its lines out among them."""
    lines = [1] * len(rows)
    for spot in placed(rows, len(columns)):
        room = sum(columns[spot.column : spot.column + spot.cell.columns]) - PADDING
        needed = sum(max(1, ceil(len(line) * size * LETTER / room)) for line in spot.cell.text.split("\n"))
        for row in range(spot.row, spot.row + spot.cell.rows):
            lines[row] = max(lines[row], ceil(needed / spot.cell.rows))
    return [count * size * 1.2 + PADDING for count in lines]


def _longest_words(table: Table, size: float) -> list[float]:
    longest = [0.0] * len(table.columns)
    spots = chain(
        ((spot, HEAVY) for spot in placed(table.head, len(table.columns))),
        ((spot, HEAVY if spot.cell.bold else 1.0) for spot in placed(table.rows, len(table.columns))),
    )
    for spot, weight in spots:
        if spot.cell.columns == 1:
            letters = max((len(word) for word in spot.cell.text.split()), default=0)
            longest[spot.column] = max(longest[spot.column], letters * size * LETTER * weight)
    return [one + PADDING for one in longest]
