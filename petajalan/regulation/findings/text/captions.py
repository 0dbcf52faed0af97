"""Figures and tables that the text announces and that have no caption."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import RegulationData, TableKind
from petajalan.regulation.document import Block, BlockKind, Document, Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.passages import prose
from petajalan.regulation.findings.wording import table_named
from petajalan.regulation.reading.patterns import CAPTION
from petajalan.regulation.reference import Reference

CAPTION_MISSING = Code(
    "caption_missing",
    Severity.WARNING,
    Words(
        "Gambar atau tabel diumumkan dalam teks, tetapi tidak ada judul bernomor di bawahnya.",
        "The text announces a figure or table, but no numbered caption follows.",
    ),
    Words(
        "“disajikan pada gambar berikut:” lalu hanya baris sumber.",
        "“shown in the following figure:”, then only a source.",
    ),
)
_ANNOUNCED = re.compile(
    r"\b(?P<what>gambar|tabel|table|grafik|diagram|bagan)\s+(?:di\s*bawah(?:\s+ini)?|berikut(?:\s+ini)?|sebagai\s+berikut)\b",
    re.IGNORECASE,
)
_TABLES = ("tabel", "table")
_PICTURES = {"gambar": "figure", "grafik": "chart", "diagram": "diagram", "bagan": "chart"}
_REACH = 4  # blocks that may stand between the announcement and the caption


def caption_missing(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    yield from _announced(data.document)
    yield from _tables(data)


def _announced(document: Document) -> Iterator[Finding]:
    for passage in prose(document):
        for match in _ANNOUNCED.finditer(passage.text):
            if passage.index is None:
                continue
            what = match["what"].casefold()
            source = _source_instead(document, passage.index, what in _TABLES)
            if source is None:
                continue
            shown = what if what not in _TABLES else "tabel"
            english = _PICTURES.get(what, "table")
            yield CAPTION_MISSING.found(
                Words(
                    f"“{match.group()}” mengumumkan {shown}, tetapi tidak ada judul {shown} di bawahnya.",
                    f"“{match.group()}” announces a {english}, but no caption of one follows.",
                ),
                Words(
                    "Tambahkan judul bernomor (dan gambar atau tabelnya bila tertinggal), lalu rujuk nomornya.",
                    "Add a numbered caption (and the figure or table if it was left out) and refer to its number.",
                ),
                [passage.at(match.group()), *source],
            )


def _source_instead(document: Document, index: int, wants_table: bool) -> list[Place] | None:
    """`None` when a fitting caption or table follows; else the source line that stands in its place, if any."""
    following = [block for block in document.blocks[index + 1 :] if block.kind != BlockKind.CATCHWORD]
    for block in following[:_REACH]:
        if block.kind == BlockKind.HEADING:
            break
        if _fits(block, wants_table):
            return None
        if block.kind == BlockKind.SOURCE:
            return [block.place]
    return []


def _fits(block: Block, wants_table: bool) -> bool:
    if block.kind == BlockKind.TABLE:
        return wants_table
    found = CAPTION.match(block.text) if block.kind == BlockKind.CAPTION else None
    return found is not None and (found["what"].casefold() == "tabel") == wants_table


def _tables(data: RegulationData) -> Iterator[Finding]:
    """A table of the road map without a number, where others have one."""
    tables = data.document.tables
    if not any(table.number for table in tables):
        return
    known = {meaning.table for meaning in data.meanings if meaning.kind != TableKind.UNKNOWN}
    for table in tables:
        if table.number is None and table.index in known and table.header_rows:
            name = table_named(table.name)
            yield CAPTION_MISSING.found(
                Words(f"{name.id.capitalize()} tidak bernomor.", f"{name.en.capitalize()} has no number."),
                Words("Beri nomor dan judul tabel.", "Give the table a number and a caption."),
                [table.header_rows[0][0].place],
                Severity.NOTE,
            )


RULES = (Rule(caption_missing, (CAPTION_MISSING,)),)
