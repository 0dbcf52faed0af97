"""A table in WordprocessingML, written row by row: a library that merges cells after the fact is slow on long ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from petajalan.exports.documents.formats.docx.styles import OF_TABLES, TABLE_STYLE
from petajalan.exports.documents.formats.widths import size_of_type, widths
from petajalan.exports.documents.placing import Placed, align_of, placed
from petajalan.exports.documents.tree import Cell, Table

HEAD_FILL = "E7EEF2"
TWENTIETHS = 20  # of a point: what widths in a DOCX are counted in
TOGETHER = 8  # most rows of one merged cell that stay on a page


def table_element(docx: Document, table: Table, width: int) -> Any:
    """`width` of the text on the page, in twentieths of a point."""
    columns = [round(one * TWENTIETHS) for one in widths(table, width / TWENTIETHS, size_of_type(table))]
    element = _made("w:tbl")
    element.append(_properties(docx, table, sum(columns)))
    grid = _made("w:tblGrid")
    grid.extend(_made("w:gridCol", w=str(one)) for one in columns)
    element.append(grid)
    writer = _Rows(docx, table, columns)
    element.extend(writer.rows(table.head, head=True))
    element.extend(writer.rows(table.rows, head=False))
    return element


class _Rows:
    def __init__(self, docx: Document, table: Table, widths: Sequence[int]) -> None:
        self.table, self.widths = table, widths
        names = (*OF_TABLES.values(), "Kepala Tabel")
        self.styles = {name: docx.styles[name].style_id for name in names}

    def rows(self, rows: Sequence[Sequence[Cell]], *, head: bool) -> list[Any]:
        starts: dict[tuple[int, int], Placed] = {}
        below: dict[tuple[int, int], Placed] = {}
        for spot in placed(rows, len(self.widths)):
            starts[spot.row, spot.column] = spot
            for row in range(spot.row + 1, spot.row + spot.cell.rows):
                below[row, spot.column] = spot
        return [self._row(number, starts, below, head=head) for number in range(len(rows))]

    def _row(
        self,
        number: int,
        starts: dict[tuple[int, int], Placed],
        below: dict[tuple[int, int], Placed],
        *,
        head: bool,
    ) -> Any:
        row = _made("w:tr")
        properties = _made("w:trPr")
        properties.append(_made("w:cantSplit"))
        if head:
            properties.append(_made("w:tblHeader"))
        row.append(properties)
        goes_on = any(
            (spot := below.get((number + 1, column))) and spot.cell.rows <= TOGETHER
            for column in range(len(self.widths))
        )
        column = 0
        while column < len(self.widths):
            start, over = starts.get((number, column)), below.get((number, column))
            spot = start or over
            if spot is None:  # a row that has fewer cells than there are columns
                spot = start = Placed(number, column, Cell(""))
            row.append(self._cell(spot, covered=start is None, head=head, keep=goes_on))
            column += spot.cell.columns
        return row

    def _cell(self, spot: Placed, *, covered: bool, head: bool, keep: bool) -> Any:
        cell = spot.cell
        element, properties = _made("w:tc"), _made("w:tcPr")
        wide = sum(self.widths[spot.column : spot.column + cell.columns])
        properties.append(_made("w:tcW", w=str(wide), type="dxa"))
        if cell.columns > 1:
            properties.append(_made("w:gridSpan", val=str(cell.columns)))
        if cell.rows > 1:
            properties.append(_made("w:vMerge") if covered else _made("w:vMerge", val="restart"))
        if head:
            properties.append(_made("w:shd", val="clear", color="auto", fill=HEAD_FILL))
            properties.append(_made("w:vAlign", val="center"))
        element.append(properties)
        style = self.styles["Kepala Tabel" if head else OF_TABLES[align_of(self.table, spot.column, cell)]]
        for line in [""] if covered else cell.text.split("\n"):
            element.append(_paragraph(line, style, bold=cell.bold and not head, keep=keep))
        return element


def _properties(docx: Document, table: Table, width: int) -> Any:
    properties = _made("w:tblPr")
    properties.append(_made("w:tblStyle", val=docx.styles[TABLE_STYLE].style_id))
    properties.append(_made("w:tblW", w=str(width), type="dxa"))
    properties.append(_made("w:jc", val="center"))
    properties.append(_made("w:tblLayout", type="fixed"))
    properties.append(_made("w:tblLook", val="0020", firstRow="1"))
    if table.caption:  # what a screen reader says before the table
        properties.append(_made("w:tblCaption", val=table.caption[:250]))
    return properties


def _paragraph(text: str, style: str, *, bold: bool, keep: bool) -> Any:
    paragraph, properties = _made("w:p"), _made("w:pPr")
    properties.append(_made("w:pStyle", val=style))
    if keep:
        properties.append(_made("w:keepNext"))
    paragraph.append(properties)
    if text:
        run = _made("w:r")
        if bold:
            shape = _made("w:rPr")
            shape.append(_made("w:b"))
            run.append(shape)
        words = OxmlElement("w:t")
        words.text = text
        words.set(qn("xml:space"), "preserve")
        run.append(words)
        paragraph.append(run)
    return paragraph


def _made(tag: str, **values: str) -> Any:
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    return element
