"""A document with every table as a workbook of its own, for who has to hand the tables in one by one: headings in the
first row and nothing above them, as a program that imports the table wants it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from petajalan.exports.documents.collect.notices import SIMULATED
from petajalan.exports.documents.formats.docx.writer import to_docx
from petajalan.exports.documents.placing import headings
from petajalan.exports.documents.tree import Cell, OfficialDocument, Table
from petajalan.exports.documents.wording import caption_of
from petajalan.exports.xlsx import Cell as Value
from petajalan.exports.xlsx import Column, workbook

EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a ZIP knows: the same document is the same bytes
BROAD = 5  # share of the table from which a column holds sentences


def to_zip(document: OfficialDocument) -> bytes:
    """The tables of the first part belong to the document itself, where it has another."""
    buffer = BytesIO()
    # No cell is touched to mark made-up figures: names of file and sheet say it.
    simulated = SIMULATED in document.notices
    with ZipFile(buffer, "w", ZIP_DEFLATED) as bundle:
        bundle.writestr(_entry(f"00-{_words(document.kind)}.docx"), to_docx(document))
        for number, table in enumerate(_handed_in(document), start=1):
            name = f"{number:02d}-{_words(caption_of(table)) or 'tabel'}{'-data-simulasi' if simulated else ''}.xlsx"
            bundle.writestr(_entry(name), _workbook(table, "Data simulasi" if simulated else "Data"))
    return buffer.getvalue()


def _handed_in(document: OfficialDocument) -> Iterator[Table]:
    for part in document.parts[1:] or document.parts:
        yield from (block for block in part.blocks if isinstance(block, Table))


def _workbook(table: Table, name: str) -> bytes:
    broad = [column.width > BROAD for column in table.columns]
    columns = [
        Column(heading, 36 if wide else 16, wrap=wide) for heading, wide in zip(headings(table), broad, strict=True)
    ]
    return workbook(name, columns, ([_value(cell) for cell in row] for row in table.rows))


def _value(cell: Cell) -> Value:
    """The number where it is one; a day stays as it is printed."""
    return cell.value if isinstance(cell.value, Decimal) else cell.text or None


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EARLIEST)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _words(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-")
