"""An official document before it has a format: what it says, in order, with the layout that its law or custom asks for.

`kinds` names the documents there are; each collects its tree once. A page, the API and the writers of DOCX, PDF, XLSX
and Markdown all read the same tree, so that a figure cannot differ between a screen and a signed file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is a chapter ("BAB I"), 2 a section ("1.1"), 3 below it. `marker` is its number as printed."""

    text: str
    level: int = 1
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    align: Align = Align.LEFT
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list, with its marker as printed ("1.", "a.", "-")."""

    text: str
    marker: str = "-"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """A line "label : value", as at the head of a report."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a decree under its catchword: "Menimbang : a. bahwa ...", "KESATU : ...". The marker of
    an item is "" where the catchword is the only number."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    text     what a person reads, as printed: an enacted "28%" stays "28%"
    value    what a workbook holds instead, `None` when the text is not a number or a date
    rows, columns  how many it covers; a covered cell is left out of its row
    """

    text: str
    value: Decimal | date | None = None
    rows: int = 1
    columns: int = 1
    align: Align = Align.LEFT
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is its share of the table: a column of 2 is twice as wide as one of 1."""

    width: Decimal | int = 1
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """`head` repeats on every page.

    number   as a caption numbers it ("3.1" is printed as "Tabel 3.1"), "" for a table without
    caption  the words after the number
    source   stands below after "Sumber:", and below it `note`
    """

    columns: tuple[Column, ...]
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    number: str = ""
    caption: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, at the foot: `lead` stands above the position ("a.n. WALI KOTA"), `name` may still be unknown."""

    position: str
    name: str = ""
    lead: str = ""
    number: str = ""  # NIP
    place_and_date: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Side by side, the first at the left; a single one stands at the right."""

    signers: tuple[Signature, ...]


Block = Heading | Paragraph | Item | Fact | Clause | Table | Signatures


@dataclass(frozen=True, slots=True)
class Part:
    """Pages of one orientation; each part begins a new page. `head` stands at the upper right of the first of them
    ("LAMPIRAN KEPUTUSAN WALI KOTA ...")."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the agency's letters: the lines from the largest body to the unit, then how to reach it."""

    lines: tuple[str, ...]
    address: str = ""
    logo: bytes | None = field(default=None, repr=False)  # PNG or JPEG


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """A whole document.

    kind      code of its kind ("annex", "monthly_evaluation")
    title     the lines of the title, as printed in the middle at the top
    head      what an annex prints at its upper right instead of a letterhead ("LAMPIRAN PERATURAN WALI KOTA ...")
    number, dated   of the letter; "" and `None` while it has none
    notices   sentences that say what is not certain about it: "Perkiraan", "Data simulasi", "Rancangan"
    language  of its sentences, "id" or "en"
    """

    kind: str
    agency: str
    title: tuple[str, ...]
    parts: tuple[Part, ...]
    letterhead: Letterhead | None = None
    head: tuple[str, ...] = ()
    number: str = ""
    dated: date | None = None
    notices: tuple[str, ...] = ()
    language: str = "id"

    def blocks(self) -> Iterator[Block]:
        for part in self.parts:
            yield from part.blocks

    def tables(self) -> Iterator[Table]:
        for block in self.blocks():
            if isinstance(block, Table):
                yield block
