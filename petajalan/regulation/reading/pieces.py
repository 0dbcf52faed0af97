"""What every format reader hands over: lines of running text and grids of cells, in printed order, nothing joined yet.

Joining lines to paragraphs (`flow`), grids to tables (`stitch`) and lists to levels (`levels`) is done once for all
formats, so that one regulation gives one document whatever file it came in.
"""

from __future__ import annotations

from dataclasses import dataclass

from petajalan.regulation.document import Cell, Place, Row


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print, or a whole paragraph where the format keeps paragraphs together.

    gap      white space stands above it (a blank line, a new paragraph)
    runs_on  `True` when its shape says that the next line carries on (the next word had no room left)
    marker   list marker that the format keeps apart from the text (automatic numbering)
    heading  depth of a heading that the format itself declares, 0 when it declares none
    """

    text: str
    place: Place
    gap: bool = True
    runs_on: bool = False
    marker: str = ""
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or the part of one that stands on one page. All rows have as many cells as there are columns.

    carries_on  `True` when geometry says that it continues the grid before it (same columns, top of the next page)
    """

    rows: tuple[Row, ...]
    place: Place
    carries_on: bool = False

    @property
    def columns(self) -> int:
        return len(self.rows[0]) if self.rows else 0


Piece = Line | Grid


def cell(text: str, *, line: int | None = None, page: int | None = None, column: int) -> Cell:
    """A cell that covers nothing but itself; its table and row are known only once the table is stitched."""
    return Cell(text, Place(line=line, page=page, column=column, printed=text))
