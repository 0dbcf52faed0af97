"""Word tables as grids: merged cells, cells of other widths, content controls around rows, tables inside cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from petajalan.regulation.document import Place
from petajalan.regulation.reading.columns import Columns
from petajalan.regulation.reading.docx_text import LINE, PAGE, Texts
from petajalan.regulation.reading.limits import Watch
from petajalan.regulation.reading.pieces import Grid, Spot, grid
from petajalan.regulation.reading.words import cell_text

WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:moveTo")}
SLACK = 120  # twips (about 2 mm): edges nearer than this are one edge drawn twice


def read_table(table: Any, texts: Texts, page: int, watch: Watch) -> Grid | None:
    """The grid of a table that begins on this page."""
    edges = _edges(table)
    places: list[Place] = []
    raw: list[tuple[int, int, int, str, str]] = []  # row, start, end in edges, vertical merge, text
    for row in _inside(table, qn("w:tr")):
        properties = row.find(qn("w:trPr"))
        if properties is not None and properties.find(qn("w:del")) is not None:
            continue
        start = _number(properties, "w:gridBefore")
        breaks = 0
        for cell in _inside(row, qn("w:tc")):
            end = start + max(_number(cell.find(qn("w:tcPr")), "w:gridSpan"), 1)
            text, turned = _cell(cell, texts)
            breaks = max(breaks, turned)
            raw.append((len(places), start, end, _merge(cell), text))
            start = end
        places.append(Place(page=page))
        page += breaks
        watch.cells(start)
    last = max((end for _, _, end, _, _ in raw), default=0)
    edges.extend((edges[-1] if edges else 0) + 1000 * step for step in range(1, last - len(edges) + 2))
    columns = Columns([edges[at] for _, start, end, _, _ in raw for at in (start, end)], SLACK)
    return grid(list(_spots(raw, edges, columns)), places) if places else None


def _spots(raw: list[tuple[int, int, int, str, str]], edges: list[int], columns: Columns) -> Iterator[Spot]:
    """The cells, each merged one once with the rows it covers."""
    spots: dict[tuple[int, int], Spot] = {}
    heads: dict[int, tuple[int, int]] = {}  # by column: the cell that a "continue" below belongs to
    for row, start, end, merge, text in raw:
        column, until = columns.at(edges[start]), columns.at(edges[end])
        width = max(until - column, 1)
        head = heads.get(column)
        if merge == "continue" and head is not None and spots[head].column_span == width:
            spot = spots[head]
            joined = "\n".join(part for part in (spot.text, text) if part)
            spots[head] = Spot(spot.row, spot.column, joined, row - spot.row + 1, width)
            continue
        position = (row, column)
        while position in spots:  # a cell squeezed to nothing between two edges that are one
            position = (row, position[1] + 1)
        spots[position] = Spot(row, position[1], text, 1, width)
        heads.pop(column, None)
        if merge:
            heads[column] = position
    yield from spots.values()


def _cell(cell: Any, texts: Texts) -> tuple[str, int]:
    """The text of a cell, and how many pages it turns."""
    paragraphs: list[str] = []
    turned = 0
    for element in _inside(cell, qn("w:p"), qn("w:tbl")):
        if element.tag == qn("w:tbl"):
            paragraphs.extend(_flat(element, texts))
            continue
        text = texts.text(element)
        if not text.strip():
            text += texts.marker_alone(element)
        turned += text.count(PAGE)
        paragraphs.extend(text.replace(PAGE, " ").split(LINE))
    return cell_text(paragraphs), turned


def _flat(table: Any, texts: Texts) -> Iterator[str]:
    """A table inside a cell, a line per row."""
    for row in _inside(table, qn("w:tr")):
        cells = [_cell(cell, texts)[0].replace("\n", " ") for cell in _inside(row, qn("w:tc"))]
        yield " ".join(text for text in cells if text)


def _inside(parent: Any, *tags: str) -> Iterator[Any]:
    """Children of these kinds, also those that content controls and tracked insertions wrap."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in WRAPPERS:
            yield from _inside(child, *tags)


def _edges(table: Any) -> list[int]:
    """Horizontal positions of the grid's edges in twips."""
    layout = table.find(qn("w:tblGrid"))
    edges = [0]
    for column in layout.findall(qn("w:gridCol")) if layout is not None else ():
        width = column.get(qn("w:w"), "")
        edges.append(edges[-1] + (int(float(width)) if width.replace(".", "", 1).isdigit() else 1000))
    return edges


def _merge(cell: Any) -> str:
    """ "restart", "continue" or "" for a cell that takes no part in a vertical merge."""
    properties = cell.find(qn("w:tcPr"))
    merge = properties.find(qn("w:vMerge")) if properties is not None else None
    return str(merge.get(qn("w:val"), "continue")) if merge is not None else ""


def _number(properties: Any, tag: str) -> int:
    found = properties.find(qn(tag)) if properties is not None else None
    value = found.get(qn("w:val"), "0") if found is not None else "0"
    return int(value) if value.isdigit() else 0
