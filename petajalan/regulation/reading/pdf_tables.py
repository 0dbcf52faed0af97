"""Ruled tables of a PDF page: cells from ruling lines, their text with its own line breaks."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pdfplumber import table as plumber

from petajalan.regulation.reading.columns import Columns
from petajalan.regulation.reading.pdf_breaks import Cuts
from petajalan.regulation.reading.pdf_hyphens import Hyphens
from petajalan.regulation.reading.pdf_lines import Column, TextLine, lines_of
from petajalan.regulation.reading.pdf_page import Edge, Page, Word
from petajalan.regulation.reading.pieces import Spot
from petajalan.regulation.reading.words import cell_text

SNAP = 3.0  # points: lines nearer than this are one line drawn twice
MOST_EDGES = 6_000  # more strokes than this on a page are a drawing
FIGURE = re.compile(r"\d[\d.,]*%?$")
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(slots=True)
class Ruled:
    """A table as it is drawn: its cells, and the words in each."""

    cells: list[Box]
    words: dict[Box, list[Word]] = field(default_factory=lambda: defaultdict(list))

    @property
    def top(self) -> float:
        return min(top for _, top, _, _ in self.cells)

    @property
    def bottom(self) -> float:
        return max(bottom for _, _, _, bottom in self.cells)

    @property
    def columns(self) -> Columns:
        return Columns([x for left, _, right, _ in self.cells for x in (left, right)], SNAP)

    def take(self, word: Word) -> bool:
        """Whether the word stands inside this table; it is then kept with its cell."""
        x, y = (word.x0 + word.x1) / 2, word.middle
        for cell in self.cells:
            if cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]:
                self.words[cell].append(word)
                return True
        left, right = min(cell[0] for cell in self.cells), max(cell[2] for cell in self.cells)
        if left <= x <= right and self.top <= y <= self.bottom:
            self.words[min(self.cells, key=lambda cell: _distance(cell, x, y))].append(word)
            return True
        return False

    def spots(self, hyphens: Hyphens, cuts: Cuts) -> tuple[list[Spot], int]:
        """The cells by row and column, and the number of rows."""
        columns = self.columns
        rows = Columns([y for _, top, _, bottom in self.cells for y in (top, bottom)], SNAP)
        padding = self.padding()
        spots = [
            Spot(
                rows.at(top),
                columns.at(left),
                _text(self.words.get((left, top, right, bottom), []), left + padding, right - padding, hyphens, cuts),
                max(rows.at(bottom) - rows.at(top), 1),
                max(columns.at(right) - columns.at(left), 1),
            )
            for left, top, right, bottom in self.cells
        ]
        return spots, len(rows)

    def whole_words(self) -> list[TextLine]:
        """Lines of words that no cell has cut: a cut leaves one piece alone on a line that is not the last."""
        lines = [lines_of(words) for words in self.words.values()]
        return [
            TextLine(line.words[0 if number == 0 or len(cell[number - 1].words) > 1 else 1 :])
            for cell in lines
            for number, line in enumerate(cell)
            if len(line.words) > 1 or number == len(cell) - 1
        ]

    def cells_with_lines(self) -> list[tuple[list[TextLine], float]]:
        """The lines of each cell, and where they must end."""
        padding = self.padding()
        return [(lines_of(words), cell[2] - padding) for cell, words in self.words.items() if words]

    def lines(self) -> list[list[Word]]:
        """The words of the cells, line by line."""
        return [line.words for words in self.words.values() for line in lines_of(words)]

    def padding(self) -> float:
        """Space between ruling and text: the commonest on the left, which is that of the cells set flush left."""
        spaces = Counter(
            round(2 * (min(word.x0 for word in words) - cell[0])) / 2 for cell, words in self.words.items() if words
        )
        return min(max(spaces.most_common(1)[0][0], 1.0), 12.0) if spaces else 4.0


def ruled_tables(page: Page) -> list[Ruled]:
    """The tables of a page from top to bottom, words not yet given to them."""
    if not 4 <= len(page.edges) <= MOST_EDGES:
        return []
    edges = plumber.merge_edges([_edge(edge) for edge in _closed(page.edges)], SNAP, SNAP, SNAP, SNAP)
    cells = plumber.intersections_to_cells(plumber.edges_to_intersections(edges, SNAP, SNAP))
    tables = [Ruled([_box(cell) for cell in group]) for group in plumber.cells_to_tables(cells)]
    return sorted(tables, key=lambda table: table.top)


def _edge(edge: Edge) -> dict[str, object]:
    return {
        "x0": edge.x0,
        "x1": edge.x1,
        "top": edge.top,
        "bottom": edge.bottom,
        "width": edge.x1 - edge.x0,
        "height": edge.bottom - edge.top,
        "orientation": "v" if edge.upright else "h",
    }


def _box(cell: Sequence[float]) -> Box:
    return (cell[0], cell[1], cell[2], cell[3])


def _closed(edges: Iterable[Edge]) -> list[Edge]:
    """The edges, and the outer sides of tables that are ruled inside but left open at the sides."""
    edges = list(edges)
    level: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge in edges:
        if not edge.upright:
            level[(round(edge.x0 / SNAP), round(edge.x1 / SNAP))].append(edge)
    sides: list[Edge] = []
    for group in level.values():
        group.sort(key=lambda edge: edge.top)
        for upper, lower in itertools.pairwise(group):
            inside = any(
                edge.upright
                and upper.x0 < edge.x0 < upper.x1
                and edge.top <= upper.top + SNAP
                and edge.bottom >= lower.top - SNAP
                for edge in edges
            )
            if inside:
                sides.append(Edge(upper.x0, upper.top, upper.x0, lower.top))
                sides.append(Edge(upper.x1, upper.top, upper.x1, lower.top))
    return edges + sides


def _distance(cell: Box, x: float, y: float) -> float:
    across = max(cell[0] - x, x - cell[2], 0.0)
    along = max(cell[1] - y, y - cell[3], 0.0)
    return across + along


def _text(words: Sequence[Word], left: float, right: float, hyphens: Hyphens, cuts: Cuts) -> str:
    """The words of a cell; a line break is kept where the next word would have had room."""
    lines = lines_of(words)
    if not lines:
        return ""
    column = Column(left, right, justified=False, pitch=_pitch(lines))
    cut = cuts.within(lines, right)
    paragraphs = [lines[0].text]
    for number, (line, following) in enumerate(itertools.pairwise(lines)):
        if number in cut:
            paragraphs[-1] += following.text
        elif FIGURE.match(line.words[-1].text) and FIGURE.match(following.words[0].text):
            paragraphs.append(following.text)  # two figures, one over the other
        elif column.runs_on(line, following) and not column.apart(line, following):
            text, glued = hyphens.joined(paragraphs[-1], line.words[-1], following.words[0])
            paragraphs[-1] = text + following.text if glued else f"{text} {following.text}"
        else:
            paragraphs.append(following.text)
    return cell_text(paragraphs)


def _pitch(lines: Sequence[TextLine]) -> float:
    pitches = [
        (following.middle - line.middle) / max(line.size, following.size)
        for line, following in itertools.pairwise(lines)
    ]
    return max(min(pitches, default=1.2), 0.8)


def same_columns(first: Ruled, second: Ruled) -> bool:
    """Whether two tables are ruled at the same places across."""
    above, below = first.columns.edges, second.columns.edges
    return len(above) == len(below) and all(abs(a - b) <= 2 * SNAP for a, b in zip(above, below, strict=True))
