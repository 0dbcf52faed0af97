"""A package: each table of the document as a workbook of its own, its headings in the first row, beside the document."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from petajalan.exports.documents.tree import Cell, OfficialDocument, Table
from petajalan.exports.documents.wording import caption_of
from petajalan.exports.xlsx import Column, workbook

MOMENT = datetime(2000, 1, 1)  # the same package is the same bytes
LONGEST = 100


def to_zip(document: OfficialDocument, cover: bytes) -> bytes:
    """`cover`: the first part as DOCX. The tables of the other parts are what is handed over."""
    buffer = BytesIO()
    tables = [block for part in document.parts[1:] for block in part.blocks if isinstance(block, Table)]
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        _add(archive, "00 Pengantar.docx", cover)
        for at, table in enumerate(tables, start=1):
            _add(archive, f"{at:02} {_name(table)}.xlsx", _workbook(table))
    return buffer.getvalue()


def cover_of(document: OfficialDocument) -> OfficialDocument:
    return replace(document, parts=document.parts[:1])


def _add(archive: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, MOMENT.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    archive.writestr(entry, content)


def _name(table: Table) -> str:
    return " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", caption_of(table)).split())[:LONGEST].strip()


def _workbook(table: Table) -> bytes:
    columns = [
        Column(cell.text, 36 if column.width > 4 else 16, wrap=column.width > 4)
        for cell, column in zip(table.head[-1], table.columns, strict=True)
    ]
    return workbook("Portal", columns, ([_value(cell) for cell in row] for row in table.rows))


def _value(cell: Cell) -> object:
    return cell.value if cell.value is not None else cell.text or None
