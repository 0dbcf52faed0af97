"""Rows that a page break cuts in two.

A cell goes on over the page when the first word there had no room on its last line at the foot of the page before. A
row goes on when that holds for every cell with words at the top of the page, and some cell of it has ended.
"""

from __future__ import annotations

import re

from petajalan.regulation.reading.pdf_breaks import Cuts
from petajalan.regulation.reading.pdf_lines import Column, TextLine, lines_of, marked
from petajalan.regulation.reading.pdf_tables import SNAP, Box, Ruled
from petajalan.regulation.reading.pieces import Rest

DOUBT = 3.0  # points by which the right edge may be misjudged
TOP_ROWS = 4  # a row may go on below a header that is repeated
FIGURE = re.compile(r"[-–]?\d|[-–]+$")


def rest_of_row(above: Ruled, below: Ruled, cuts: Cuts) -> Rest | None:
    """The row of `below` that goes on with the last row of `above`, a table ruled at the same places across."""
    foot = {above.columns.at(cell[0]): cell for cell in above.cells if abs(cell[3] - above.bottom) <= SNAP}
    padding = above.padding()
    for number, top in enumerate(_tops(below)[:TOP_ROWS]):
        head = {below.columns.at(cell[0]): cell for cell in below.cells if abs(cell[1] - top) <= SNAP}
        filled = {column for column, cell in head.items() if below.words.get(cell)}
        written = {column for column, cell in foot.items() if above.words.get(cell)}
        if not filled or not filled < written:
            continue
        joins: dict[int, str] = {}
        for column in filled:
            lines = lines_of(above.words[foot[column]])[-1], lines_of(below.words[head[column]])[0]
            join = _join(lines, foot[column], padding, cuts)
            if join is not None:
                joins[column] = join
        if len(joins) == len(filled):
            return Rest(number, joins)
    return None


def _tops(table: Ruled) -> list[float]:
    tops: list[float] = []
    for top in sorted(cell[1] for cell in table.cells):
        if not tops or top - tops[-1] > SNAP:
            tops.append(top)
    return tops


def _join(lines: tuple[TextLine, TextLine], cell: Box, padding: float, cuts: Cuts) -> str | None:
    """What stands between the halves of a cell: nothing in a word, else a space; `None` when the cell ended."""
    last, first = lines
    if FIGURE.match(first.text) or marked(first.text):
        return None
    left, right = cell[0] + padding, cell[2] - padding
    if cuts.within([last, first], right):
        return ""
    return " " if Column(left, right, justified=False, pitch=1.2, doubt=DOUBT).runs_on(last, first) else None
