"""A document as a workbook: its text on the first sheet, each table on one of its own, numbers and dates as such."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from petajalan.exports.documents.formats.number_formats import date_format, number_format
from petajalan.exports.documents.placing import align_of, placed
from petajalan.exports.documents.tree import (
    Block,
    Cell,
    Clause,
    Fact,
    Heading,
    Item,
    OfficialDocument,
    Paragraph,
    Signatures,
    Table,
)
from petajalan.exports.documents.wording import (
    caption_number,
    caption_of,
    fact_line,
    heading_lines,
    item_line,
    source_of,
    title_lines,
)
from petajalan.exports.xlsx import FORBIDDEN, neutral, new_book

if TYPE_CHECKING:
    from xlsxwriter import Workbook

A4 = 9
WIDTH = 130  # characters that all columns of a table share
NARROWEST = 7
TEXT = 100  # characters in a line of the sheet of text
LINE = 15  # points
LONGEST_NAME = 31
HEADER = 255  # characters that the head of a printed page holds


def to_xlsx(document: OfficialDocument) -> bytes:
    buffer = BytesIO()
    book = new_book(buffer)
    book.set_properties({"title": " ".join(document.title), "author": document.agency})
    writer = _Writer(book, document)
    writer.text()
    before: Block | None = None
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Table):
                writer.table(block, landscape=part.landscape, announced=_announcement(before))
            before = block
    book.close()
    return buffer.getvalue()


class _Writer:
    def __init__(self, book: Workbook, document: OfficialDocument) -> None:
        self.book, self.document = book, document
        self.names: set[str] = set()
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def format(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"valign": "top", **properties})
        return self.formats[key]

    def sheet(self, name: str, *, landscape: bool) -> Any:
        """Names are unique whatever their case, and short."""
        words = " ".join(name.translate(FORBIDDEN).split()).strip("'") or _("Tabel")
        chosen, count = words[:LONGEST_NAME].strip(), 1
        while chosen.casefold() in self.names:
            count += 1
            chosen = f"{words[: LONGEST_NAME - len(str(count)) - 1].strip()} {count}"
        self.names.add(chosen.casefold())
        sheet = self.book.add_worksheet(chosen)
        sheet.set_paper(A4)
        if landscape:
            sheet.set_landscape()
        sheet.set_margins(left=0.8, right=0.8, top=0.9, bottom=0.8)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C- &P -")
        if self.document.notices:
            sheet.set_header("&L" + " ".join(self.document.notices).replace("&", "&&")[: HEADER - 2])
        return sheet

    def text(self) -> None:
        """The lines of the document without its tables."""
        sheet = self.sheet(_("Naskah"), landscape=False)
        sheet.set_column(0, 0, TEXT)
        for row, (text, properties) in enumerate(self._lines()):
            if text:
                sheet.write_string(row, 0, neutral(text), self.format(text_wrap=True, **properties))

    def _lines(self) -> Iterator[tuple[str, dict[str, Any]]]:
        document = self.document
        for notice in document.notices:
            yield notice, {"bold": True, "font_color": "#9A3412"}
        if document.notices:
            yield "", {}
        if document.letterhead:
            for line in (*document.letterhead.lines, document.letterhead.address):
                yield line, {"bold": line != document.letterhead.address, "align": "center"}
            yield "", {}
        for line in document.head:
            yield line, {}
        above, number, below = title_lines(document)
        for line in filter(None, (*above, number, *below)):
            yield line, {"bold": line != number, "font_size": 13, "align": "center"}
        before: Block | None = None
        for part in document.parts:
            for line in part.head:
                yield line, {}
            for block in part.blocks:
                if isinstance(block, Paragraph | Heading) and isinstance(before, Paragraph | Item):
                    yield "", {}  # so that it is not taken for the rest of the one above
                yield from _block(block)
                before = block

    def table(self, table: Table, *, landscape: bool, announced: str = "") -> None:
        """Everything above the body stays in sight. `announced` is the sentence of the text that leads to the table."""
        columns = len(table.columns)
        sheet = self.sheet(caption_number(table) or table.caption or _("Tabel"), landscape=landscape)
        shares = sum(Decimal(column.width) for column in table.columns)
        widths = [max(NARROWEST, round(WIDTH * Decimal(column.width) / shares)) for column in table.columns]
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        row = 0
        for notice in self.document.notices:
            sheet.write_string(row, 0, neutral(notice), self.format(bold=True, font_color="#9A3412"))
            row += 1
        row += bool(self.document.notices)
        for words, properties in ((announced, {}), (caption_of(table), {"bold": True})):
            if words:
                sheet.write_string(row, 0, neutral(words), self.format(**properties))
                row += 1
        self._cells(sheet, table, widths, row)
        body = row + len(table.head)
        sheet.freeze_panes(body, 0)
        if table.head:
            sheet.repeat_rows(row, body - 1)
        row = body + len(table.rows)
        if table.source:
            sheet.write_string(row, 0, neutral(source_of(table)), self.format(italic=True))
        if table.note:
            sheet.write_string(row + 2, 0, neutral(table.note), self.format())
        sheet.print_area(0, 0, row + 2, columns - 1)

    def _cells(self, sheet: Any, table: Table, widths: list[int], top: int) -> None:
        alone: dict[int, int] = {}
        merged: dict[int, int] = {}
        head = {"bold": True, "bg_color": "#E0F0F5", "align": "center", "valign": "vcenter"}
        for rows, first, style in ((table.head, top, head), (table.rows, top + len(table.head), {})):
            for spot in placed(rows, len(table.columns)):
                cell, row = spot.cell, first + spot.row
                properties: dict[str, Any] = {
                    "text_wrap": True,
                    "border": 1,
                    "align": str(align_of(table, spot.column, cell)),
                }
                if cell.bold:
                    properties["bold"] = True
                self._cell(sheet, row, spot.column, cell, properties | style)
                lines = _lines_of(cell.text, sum(widths[spot.column : spot.column + cell.columns]))
                counted = alone if cell.rows == cell.columns == 1 else merged
                counted[row] = max(counted.get(row, 1), -(-lines // cell.rows))
        for row, lines in merged.items():
            # A program fits the height of a row to its texts, but not to those of merged cells.
            if lines > alone.get(row, 1):
                sheet.set_row(row, lines * LINE)

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell, properties: dict[str, Any]) -> None:
        value, number = cell.value, ""
        if isinstance(value, Decimal):
            number = number_format(value, cell.text, self.document.language)
        elif isinstance(value, date):
            number = date_format(value, cell.text)
        style = self.format(**properties, **({"num_format": number} if number else {}))
        if cell.rows > 1 or cell.columns > 1:
            sheet.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, "", style)
        if not number:
            if cell.text:
                sheet.write_string(row, column, neutral(cell.text), style)
            elif cell.rows == cell.columns == 1:
                sheet.write_blank(row, column, None, style)
        elif isinstance(value, Decimal):
            sheet.write_number(row, column, float(value), style)
        else:
            sheet.write_datetime(row, column, value, style)


def _lines_of(text: str, width: int) -> int:
    return sum(1 + len(line) // max(width, 1) for line in text.split("\n"))


def _block(block: Block) -> Iterator[tuple[str, dict[str, Any]]]:
    match block:
        case Heading():
            for line in heading_lines(block):
                yield line, {"bold": True, "align": "center" if block.level == 1 else "left"}
        case Paragraph():
            yield block.text, {"align": str(block.align), "bold": block.bold}
        case Item():
            yield item_line(block), {"indent": block.level + 1}
        case Fact():
            yield fact_line(block), {}
        case Clause():
            yield block.label, {"bold": True}
            for item in block.items:
                yield item_line(item), {"indent": item.level + 1}
        case Table():
            pass
        case Signatures():
            for signer in block.signers:
                yield "", {}
                for line in (signer.place_and_date, signer.lead, signer.position, signer.name, signer.number):
                    if line:
                        yield line, {"indent": 6}


def _announcement(before: Block | None) -> str:
    """The paragraph before a table, where it ends in a colon."""
    return before.text if isinstance(before, Paragraph) and before.text.rstrip().endswith(":") else ""
