"""The annex of an enacted version as its regulation printed it: every block and every cell again, errors included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from petajalan.exports.documents.collect.annex.grids import table_of
from petajalan.exports.documents.collect.annex.paging import in_parts
from petajalan.exports.documents.collect.annex.signing import head_of, office_of, signature_of
from petajalan.exports.documents.collect.annex.text import read_blocks
from petajalan.exports.documents.tree import Block, Heading, Paragraph, Part
from petajalan.planning.models import RoadMap
from petajalan.regulation.data import RegulationData, Section
from petajalan.regulation.document import Block as Read
from petajalan.regulation.document import BlockKind
from petajalan.regulation.recognise.structure import is_closing

_ANNEX = re.compile(r"LAMPIRAN\b", re.IGNORECASE)
_RULED_BY = re.compile(r"\bPERATURAN\s+([^\d\n]+?)(?=\s+NOMOR\b|$)", re.IGNORECASE)
_SIGNER = re.compile(r"(WALI\s?KOTA|BUPATI|GUBERNUR|MENTERI|KEPALA)\b[^a-z]*,?$")
_SIGNED = re.compile(r"ttd\.?$", re.IGNORECASE)


@dataclass(frozen=True)
class Printed:
    """`pictures` counts those that the print has and the database has not."""

    head: tuple[str, ...]
    parts: tuple[Part, ...]
    pictures: int = 0


def printed_annex(road_map: RoadMap, data: RegulationData) -> Printed:
    head = _head(road_map, data)
    body, closing = _body(data)
    office = _office(head) or office_of(road_map.agency)
    blocks = [*body, signature_of(road_map, office, _signer(closing))]
    pictures = sum(
        1 for one in data.document.blocks if one.kind is BlockKind.CAPTION and not one.text.startswith("Tabel")
    )
    return Printed(head, tuple(in_parts(blocks)), pictures)


def _head(road_map: RoadMap, data: RegulationData) -> tuple[str, ...]:
    """The lines of the annex's head as printed; one of our own where the file has none."""
    blocks = data.document.blocks
    first = data.sections[0].place if data.sections else None
    for at, block in enumerate(blocks):
        if not (block.kind is BlockKind.HEADING and _ANNEX.match(block.text)):
            continue
        lines = []
        for line in blocks[at:]:
            if line.place == first or line.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
                break
            lines.append(line.text)
        if len(lines) > 1:
            return tuple(lines)
    return head_of(road_map, office_of(road_map.agency), number=data.number or "", year=data.year)


def _office(head: Sequence[str]) -> str:
    found = _RULED_BY.search(" ".join(head))
    return found[1].strip().upper() if found else ""


def _body(data: RegulationData) -> tuple[list[Block], list[str]]:
    """The chapters, and the lines that close the annex below the last of them."""
    made: list[Block] = []
    closing: list[str] = []
    for section in data.sections:
        made.append(_heading(section))
        made.extend(_section(data, section))
    if data.sections:
        last = max([*data.sections[-1].blocks, _index_of(data, data.sections[-1])])
        after = data.document.blocks[last + 1 :]
        closing = [block.text for block in after] if after and is_closing(after[0]) else []
    return made, closing


def _index_of(data: RegulationData, section: Section) -> int:
    return next((at for at, block in enumerate(data.document.blocks) if block.place == section.place), 0)


def _heading(section: Section) -> Heading:
    chapter = section.level == 1 and section.number
    return Heading(section.title, section.level, f"BAB {section.number}" if chapter else section.number)


def _section(data: RegulationData, section: Section) -> Iterator[Block]:
    document = data.document
    read: list[Read] = [document.blocks[at] for at in section.blocks]
    of_tables = {place for table in document.tables for place in (table.source_place, table.caption_place) if place}
    for block, made in read_blocks(read):
        if block.kind is BlockKind.TABLE and block.table is not None:
            yield table_of(document.tables[block.table], data.meanings[block.table])
        elif block.kind in (BlockKind.SOURCE, BlockKind.CAPTION) and block.place in of_tables:
            continue
        elif made is not None and not (isinstance(made, Paragraph) and not made.text.strip()):
            yield made


def _signer(closing: Sequence[str]) -> str:
    """The name below the office, where the print has one."""
    for at, text in enumerate(closing):
        if not _SIGNER.match(text):
            continue
        for words in closing[at + 1 : at + 3]:
            if not _SIGNED.match(words):
                return words if words.isupper() else ""
    return ""
