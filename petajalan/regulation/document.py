"""The document model: what any of the four formats becomes before its meaning is looked for.

Nothing here knows what a road map is. Every piece of text keeps the place it was printed at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is printed.

    line    1-based line of a text file; `None` in other formats
    page    1-based page of a PDF, sheet of a workbook, page of a DOCX as far as its page breaks tell; else `None`
    table   printed number of the table ("3.3"), "#2" for the second table when it has none; `None` outside tables
    row     1-based row among the body rows of the stitched table; 0 in its header
    column  1-based column
    printed the text that stands there
    """

    line: int | None = None
    page: int | None = None
    table: str | None = None
    row: int | None = None
    column: int | None = None
    printed: str = ""

    def as_json(self) -> dict[str, object]:
        return {
            "line": self.line,
            "page": self.page,
            "table": self.table,
            "row": self.row,
            "column": self.column,
            "printed": self.printed,
        }

    def showing(self, printed: str) -> Place:
        """The same place with only the words that matter."""
        return Place(self.line, self.page, self.table, self.row, self.column, printed)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. Merged cells stand once, where they start; the cells they cover are `covered`, text ""."""

    text: str  # emphasis marks and tags removed, white space folded, paragraphs joined by "\n"
    place: Place
    row_span: int = 1
    column_span: int = 1
    covered: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n")) if self.text else ()


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table, its parts on several pages stitched together.

    index     position among the document's tables, from 0
    number    as printed in the caption, without spaces ("3.3"); `None` when the table has no numbered caption
    caption   the words after the number; "" when there is none
    headers   per column the header texts from top to bottom, joined by " / " ("Target / 2023"); "" when empty
    header_rows  the header as printed (first part only)
    rows      body rows, all with as many cells as there are columns; rows of column numbers ("1 2 3 4 5 6=(3+4+5)")
              and repeated headers are not among them
    column_formulas  per column what the row of column numbers prints ("6=(3+4+5)"); () when there is no such row
    source    the text of the "Sumber: ..." line below, or `None`
    """

    index: int
    number: str | None
    caption: str
    caption_place: Place | None
    headers: tuple[str, ...]
    header_rows: tuple[Row, ...]
    rows: tuple[Row, ...]
    column_formulas: tuple[str, ...] = ()
    source: str | None = None
    source_place: Place | None = None

    @property
    def name(self) -> str:
        """How places name this table."""
        return self.number or f"#{self.index + 1}"

    def cells(self) -> Iterator[Cell]:
        for row in self.rows:
            yield from row


class BlockKind(StrEnum):
    HEADING = "heading"  # BAB, numbered section, Pasal, LAMPIRAN
    PARAGRAPH = "paragraph"
    ITEM = "item"  # a list item; `marker` holds "1.", "a.", "(1)", "1)" or "-"
    CAPTION = "caption"  # "Tabel 3. 3 ...", "Gambar 1. 1 ..."
    SOURCE = "source"  # "Sumber: ..."
    TABLE = "table"  # a table stands here; `table` holds its index
    CATCHWORD = "catchword"  # "MEMUTUSKAN: ..." at the foot of a page, announcing the next one; says nothing new


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of running text, or the spot where a table stands.

    A paragraph that a page break cut in two is one block again; `places` then lists both parts.
    """

    kind: BlockKind
    text: str  # without the marker, emphasis removed, white space folded
    place: Place
    marker: str = ""
    level: int = 0  # depth of a heading (1 BAB, 2 "1.1", 3 "2.1.1") or of an item's indentation
    table: int | None = None
    places: tuple[Place, ...] = ()

    def place_of(self, words: str) -> Place:
        """The place of `words` inside this block, showing just them (the part after a page break has its own line)."""
        for place in self.places:
            if words in place.printed:
                return place.showing(words)
        return self.place.showing(words)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reading wants a person to know: a part that could not be placed, a doubtful stitch."""

    code: str
    message_id: str
    message_en: str
    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    """A regulation as read from a file, in printed order."""

    format: str  # "text", "docx", "pdf", "xlsx"
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    notices: tuple[Notice, ...] = field(default=())

    def table(self, number: str) -> Table | None:
        return next((table for table in self.tables if table.number == number), None)


class UnusableFile(Exception):
    """The file cannot be read. `message_id` / `message_en` are whole sentences that say what to do."""

    def __init__(self, code: str, message_id: str, message_en: str) -> None:
        super().__init__(message_en)
        self.code = code
        self.message_id = message_id
        self.message_en = message_en
