"""A document with every table as a workbook of its own, for who has to hand the tables in one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from petajalan.exports.documents.formats.docx import to_docx
from petajalan.exports.documents.formats.xlsx import tables_only
from petajalan.exports.documents.tree import OfficialDocument, Part, Table
from petajalan.exports.documents.wording import caption_of

EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a ZIP knows: the same document is the same bytes


def to_zip(document: OfficialDocument) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as bundle:
        bundle.writestr(_entry(f"{_words(document.kind)}.docx"), to_docx(document))
        for name, one in _tables(document):
            bundle.writestr(_entry(name), tables_only(one))
    return buffer.getvalue()


def _tables(document: OfficialDocument) -> Iterator[tuple[str, OfficialDocument]]:
    number = 0
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Table):
                number += 1
                name = f"{number:02d}-{_words(caption_of(block)) or 'tabel'}.xlsx"
                yield name, replace(document, parts=(Part((block,), part.landscape),))


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EARLIEST)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _words(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-")
