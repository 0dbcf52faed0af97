"""Reads a regulation from a ruled, born-digital PDF.

Running heads, feet and page numbers are left out; text between tables becomes lines whose shape tells paragraphs
apart (`pdf_lines`); tables come from ruling lines (`pdf_tables`). A table without ruling lines cannot be told from
text that happens to stand in columns: its caption then draws a notice.
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from petajalan.regulation.document import Document, Notice, Place
from petajalan.regulation.reading.flow import assemble
from petajalan.regulation.reading.limits import Watch
from petajalan.regulation.reading.notices import notice
from petajalan.regulation.reading.patterns import CATCHWORD, PAGE_NUMBER
from petajalan.regulation.reading.pdf_breaks import Cuts, words_in
from petajalan.regulation.reading.pdf_hyphens import Hyphens
from petajalan.regulation.reading.pdf_lines import Column, TextLine, lines_of, marked, type_area
from petajalan.regulation.reading.pdf_page import Page, Word, read_page
from petajalan.regulation.reading.pdf_rows import rest_of_row
from petajalan.regulation.reading.pdf_streams import check_streams
from petajalan.regulation.reading.pdf_tables import Ruled, ruled_tables, same_columns
from petajalan.regulation.reading.pieces import Line, Piece, grid
from petajalan.regulation.reading.refusals import refuse
from petajalan.regulation.reading.words import capitals, closed, item_over

MARGIN_LINES = 3  # running heads and feet are looked for in so many lines at either end of a page
PDFIUM = threading.Lock()  # PDFium must not be entered by two threads at once


@dataclass(slots=True)
class Sheet:
    """A page with its words given to tables and lines."""

    number: int
    width: float
    height: float
    lines: list[TextLine]
    tables: list[Ruled]
    column: Column = field(default_factory=lambda: Column(0, 0, False, 1.2))

    def all_lines(self) -> list[list[Word]]:
        """The words of the page, line by line, those of its tables after those of its text."""
        return [line.words for line in self.lines] + [words for table in self.tables for words in table.lines()]

    def in_order(self) -> list[TextLine | Ruled]:
        """Lines and tables from top to bottom."""
        items: list[TextLine | Ruled] = [*self.lines, *self.tables]
        return sorted(items, key=lambda item: item.top)


def read_pdf(data: bytes, watch: Watch) -> Document:
    """The document in a PDF; raises `UnusableFile` when it is locked, damaged or a scan without text."""
    check_streams(data, watch)
    with PDFIUM:
        sheets, notices = _sheets(data, watch)
    if not any(sheet.lines or sheet.tables for sheet in sheets):
        raise refuse("no_text")
    _drop_running_lines(sheets)
    for width in {round(sheet.width) for sheet in sheets}:
        alike = [sheet for sheet in sheets if round(sheet.width) == width]
        column = type_area([sheet.lines for sheet in alike], width)
        for sheet in alike:
            sheet.column = column
    document = assemble("pdf", _pieces(sheets, watch), notices)
    if not document.blocks:
        raise refuse("no_text")
    return document


def _sheets(data: bytes, watch: Watch) -> tuple[list[Sheet], list[Notice]]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        raise refuse("encrypted" if locked else "damaged") from error
    try:
        count = len(document)
        watch.pages(count)
        sheets: list[Sheet] = []
        notices: list[Notice] = []
        for index in range(count):
            page = read_page(document, index)
            watch.characters(sum(len(word.text) + 1 for word in page.words))
            if page.has_pictures and not page.words:
                notices.append(notice("page_without_text", Place(page=page.number), page=page.number))
            sheets.append(_sheet(page, watch))
            watch.done(index + 1, count)
        return sheets, notices
    finally:
        document.close()


def _sheet(page: Page, watch: Watch) -> Sheet:
    tables = ruled_tables(page)
    watch.tick()
    outside = [word for word in page.words if not any(table.take(word) for table in tables)]
    filled = [table for table in tables if table.words]
    return Sheet(page.number, page.width, page.height, lines_of(outside), filled)


def _drop_running_lines(sheets: Sequence[Sheet]) -> None:
    """Takes away what repeats at the head or foot of pages, and page numbers."""
    seen = Counter(key for sheet in sheets for key in {_running_key(line, sheet) for line in _margin(sheet)})
    often = max(3, len(sheets) // 3)
    for sheet in sheets:
        ends = _margin(sheet)
        repeats = [line for line in ends if seen[_running_key(line, sheet)] >= often]
        running = {id(line) for line in repeats if not CATCHWORD.match(line.text)}
        kept = [line for line in sheet.lines if id(line) not in running]
        while kept and PAGE_NUMBER.match(kept[0].text):
            kept.pop(0)
        while kept and PAGE_NUMBER.match(kept[-1].text):
            kept.pop()
        sheet.lines = kept


def _margin(sheet: Sheet) -> list[TextLine]:
    """The outermost lines of a page, tables counted as its inside."""
    first = min((table.top for table in sheet.tables), default=float("inf"))
    last = max((table.bottom for table in sheet.tables), default=0.0)
    head = [line for line in sheet.lines[:MARGIN_LINES] if line.middle < first]
    foot = [line for line in sheet.lines[-MARGIN_LINES:] if line.middle > last]
    return head + [line for line in foot if line not in head]


def _running_key(line: TextLine, sheet: Sheet) -> tuple[str, int]:
    """Its words, and how far it stands from the nearer edge: a page turned sideways has another height."""
    from_edge = line.middle if line.middle < sheet.height / 2 else line.middle - sheet.height
    return re.sub(r"\d+", "#", line.text.casefold()), round(from_edge / 6)


def _pieces(sheets: Sequence[Sheet], watch: Watch) -> list[Piece]:
    pieces: list[Piece] = []
    hyphens = Hyphens(words for sheet in sheets for words in sheet.all_lines())
    before: tuple[Sheet, TextLine] | None = None  # the last line, where no table stands after it
    table_before: Ruled | None = None  # the last table, where nothing stands after it
    first = True  # whether `before` begins its paragraph
    tables = [table for sheet in sheets for table in sheet.tables]
    known = words_in(line for sheet in sheets for line in sheet.lines)
    known |= words_in(line for table in tables for line in table.whole_words())
    cuts = Cuts(known, (cell for table in tables for cell in table.cells_with_lines()))
    for sheet in sheets:
        watch.tick()
        for item in sheet.in_order():
            if isinstance(item, Ruled):
                spots, rows = item.spots(hyphens, cuts)
                watch.cells(rows * len(item.columns))
                carries_on = table_before is not None and same_columns(table_before, item)
                drawn = grid(spots, [Place(page=sheet.number)] * rows, carries_on=carries_on)
                if drawn is not None:
                    rest = rest_of_row(table_before, item, cuts) if table_before is not None and carries_on else None
                    pieces.append(replace(drawn, rest=rest))
                    table_before, before = item, None
                continue
            table_before = None
            place = Place(page=sheet.number, printed=item.text)
            if item is sheet.lines[-1] and CATCHWORD.match(item.text):
                pieces.append(Line(item.text, place))
                continue
            gap = True
            if before is not None:
                gap, first = _set_off(before, (sheet, item), first)
                if before[0].column.runs_on(before[1], item):
                    _mark(pieces, hyphens, before[1], item)
            pieces.append(Line(item.text, place, gap))
            before, first = (sheet, item), first or gap
    return pieces


def _set_off(before: tuple[Sheet, TextLine], now: tuple[Sheet, TextLine], first: bool) -> tuple[bool, bool]:
    """Whether white space, or a page, parts this line from the one before; whether it begins a paragraph."""
    sheet, line = before
    full = sheet.column.runs_on(line, now[1])
    anew = sheet.column.begins_anew(line, now[1], first)
    if sheet is now[0]:
        on_purpose = not full and not (capitals(line.text) and capitals(now[1].text))
        gap = sheet.column.apart(line, now[1]) or on_purpose or (full and anew)
    else:
        # Unless lines are justified, a full line that ends a sentence at the foot may well end its paragraph.
        ended = closed(line.text) and (marked(now[1].text) or not sheet.column.justified)
        gap = not full or anew or ended or (item_over(line.text) and marked(now[1].text))
    return gap, gap or not full


def _mark(pieces: list[Piece], hyphens: Hyphens, line: TextLine, following: TextLine) -> None:
    """Sets `runs_on` on the last line that is no catchword."""
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if isinstance(piece, Line) and (index == len(pieces) - 1 or not CATCHWORD.match(piece.text)):
            text, glued = hyphens.joined(piece.text, line.words[-1], following.words[0])
            pieces[index] = replace(piece, text=text, place=piece.place.showing(text), runs_on=True, glued=glued)
            return
