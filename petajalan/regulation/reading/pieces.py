"""What every format reader hands over: lines of running text and grids of cells, in printed order, nothing joined yet.

Joining lines to paragraphs (`flow`), grids to tables (`stitch`) and lists to levels (`levels`) is done once for all
formats, so that one regulation gives one document whatever file it came in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from petajalan.regulation.document import Cell, Place, Row


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print, or a whole paragraph where the format keeps paragraphs together.

    gap      white space stands above it (a blank line, a new paragraph)
    runs_on  `True` when its shape says that the next line carries on (the next word had no room left)
    heading  depth of a heading that the format itself declares, 0 when it declares none
    glued    the next line carries on without a space (broken after a hyphen or a slash)
    """

    text: str
    place: Place
    gap: bool = True
    runs_on: bool = False
    heading: int = 0
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """The rest of a row that a page break cut: its number in the grid, from 0, and per column what joins the halves."""

    row: int
    joins: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or the part of one that stands on one page. All rows have as many cells as there are columns.

    carries_on  `True` when geometry says that it continues the grid before it (same columns, top of the next page)
    rest        the row of it that goes on with the last row of the grid before it, where geometry says so
    """

    rows: tuple[Row, ...]
    place: Place
    carries_on: bool = False
    rest: Rest | None = None

    @property
    def columns(self) -> int:
        return len(self.rows[0]) if self.rows else 0


Piece = Line | Grid


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell as a format draws it: where it starts, from 0, and how many rows and columns it covers."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1


def grid(spots: Sequence[Spot], places: Sequence[Place], *, carries_on: bool = False) -> Grid | None:
    """The grid these cells make; `places` holds the place of each row. `None` when there is no text in it.

    A spot that another one already covers (broken spans) gives its text to the one that covers it.
    """
    columns = max((spot.column + spot.column_span for spot in spots), default=0)
    covered: dict[tuple[int, int], tuple[int, int]] = {}
    texts: dict[tuple[int, int], str] = {}
    sizes: dict[tuple[int, int], tuple[int, int]] = {}
    for spot in spots:
        start = (spot.row, spot.column)
        if start in covered:
            owner = covered[start]
            texts[owner] = "\n".join(part for part in (texts[owner], spot.text) if part)
            continue
        inside = [
            (row, column)
            for row in range(spot.row, min(spot.row + spot.row_span, len(places)))
            for column in range(spot.column, spot.column + spot.column_span)
        ]
        free = not any(position in covered for position in inside)
        texts[start], sizes[start] = spot.text, (spot.row_span, spot.column_span) if free else (1, 1)
        covered.update(dict.fromkeys(inside if free else [start], start))
    if not any(texts.values()):
        return None
    return Grid(
        tuple(
            tuple(_cell(place, (row, column), covered, texts, sizes) for column in range(columns))
            for row, place in enumerate(places)
        ),
        places[0],
        carries_on,
    )


def _cell(
    place: Place,
    position: tuple[int, int],
    covered: Mapping[tuple[int, int], tuple[int, int]],
    texts: Mapping[tuple[int, int], str],
    sizes: Mapping[tuple[int, int], tuple[int, int]],
) -> Cell:
    """The cell at this position; its table and row are known only once the table is stitched."""
    owner = covered.get(position, position)
    text = texts.get(position, "")
    rows, columns = sizes.get(position, (1, 1))
    printed = replace(place, column=position[1] + 1, printed=text)
    return Cell(text, printed, rows, columns, covered=owner != position)
