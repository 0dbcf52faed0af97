"""A document as PDF: the tree as data for `document.typ`, set by a process of its own."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.utils.translation import gettext as _

from petajalan.exports.documents.formats.failures import CannotWrite
from petajalan.exports.documents.formats.parts import parts_of
from petajalan.exports.documents.formats.widths import heights, size_of_type, widths
from petajalan.exports.documents.placing import Placed, align_of, placed
from petajalan.exports.documents.tree import (
    Block,
    Clause,
    Fact,
    Heading,
    Item,
    Letterhead,
    OfficialDocument,
    Paragraph,
    Part,
    Signature,
    Signatures,
    Table,
)
from petajalan.exports.documents.wording import caption_of, heading_lines, source_of, title_lines

SECONDS = 60
TEXT_WIDTH = {False: 467.0, True: 714.0}  # points between the margins, upright and landscape
WHOLE = {False: 420.0, True: 260.0}  # points: what is higher may break over two pages

logger = logging.getLogger(__name__)


def to_pdf(document: OfficialDocument) -> bytes:
    with TemporaryDirectory(prefix="petajalan-pdf-") as name:
        folder = Path(name)
        (folder / "document.typ").write_bytes(files(__package__).joinpath("document.typ").read_bytes())
        logo = document.letterhead.logo if document.letterhead else None
        if logo is not None:
            (folder / "logo").write_bytes(logo)
        (folder / "data.json").write_text(json.dumps(_data(document), ensure_ascii=False), encoding="utf-8")
        _set(folder)
        return (folder / "document.pdf").read_bytes()


def _set(folder: Path) -> None:
    command = [sys.executable, "-m", "petajalan.exports.documents.formats.typesetting", str(folder)]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        raise CannotWrite(
            _("PDF tidak selesai dalam %(seconds)d detik. Ambil sebagai DOCX, atau pilih bagian yang lebih kecil.")
            % {"seconds": SECONDS}
        ) from error
    if done.returncode:
        logger.error("Typst: %s", done.stderr.decode(errors="replace")[-4000:])
        raise CannotWrite(_("PDF tidak dapat dibuat. Ambil sebagai DOCX, dan laporkan dokumennya kepada pengelola."))


def _data(document: OfficialDocument) -> dict[str, Any]:
    levels = _Levels()
    above, number, below = title_lines(document)
    return {
        "title": [list(above), number, list(below)],
        "name": " ".join(document.title) or document.kind,
        "agency": document.agency,
        "language": document.language,
        "head": list(document.head),
        "notices": list(document.notices),
        "letterhead": _letterhead(document.letterhead) if document.letterhead and not document.head else None,
        "parts": [_part(part, levels) for part in parts_of(document)],
    }


def _letterhead(head: Letterhead) -> dict[str, Any]:
    return {"lines": list(head.lines), "address": head.address, "logo": head.logo is not None}


class _Levels:
    """A tagged PDF may not skip a level of headings, whatever the layout shows."""

    def __init__(self) -> None:
        self.last = 0

    def next(self, level: int) -> int:
        self.last = min(level, self.last + 1)
        return self.last


def _part(part: Part, levels: _Levels) -> dict[str, Any]:
    blocks = list(_blocks(part, levels))
    for block, following in pairwise(blocks):
        if following["kind"] == "signatures":
            block["sticks"] = block["kind"] != "table" or block["height"] <= WHOLE[part.landscape]
    return {"landscape": part.landscape, "head": list(part.head), "blocks": blocks}


def _blocks(part: Part, levels: _Levels) -> Iterator[dict[str, Any]]:
    items: list[Item] = []
    for block in part.blocks:
        if isinstance(block, Item) and (not items or items[0].level == block.level):
            items.append(block)
            continue
        if items:
            yield _list(items)
        items = [block] if isinstance(block, Item) else []
        if not items:
            yield _block(block, part, levels)
    if items:
        yield _list(items)


def _list(items: Sequence[Item]) -> dict[str, Any]:
    return {
        "kind": "list",
        "level": items[0].level,
        "markers": [item.marker for item in items],
        "items": [item.text for item in items],
    }


def _block(block: Block, part: Part, levels: _Levels) -> dict[str, Any]:
    match block:
        case Heading():
            return {
                "kind": "heading",
                "level": levels.next(block.level),
                "look": min(block.level, 3),
                "lines": list(heading_lines(block)),
            }
        case Paragraph():
            return {"kind": "paragraph", "text": block.text, "align": str(block.align), "bold": block.bold}
        case Item():
            return _list([block])
        case Fact():
            return {"kind": "fact", "label": block.label, "value": block.value}
        case Clause():
            items = [{"marker": item.marker, "text": item.text} for item in block.items]
            return {"kind": "clause", "label": block.label, "items": items}
        case Table():
            return _table(block, landscape=part.landscape)
        case Signatures():
            return {"kind": "signatures", "signers": [_signer(one) for one in block.signers]}


def _signer(signer: Signature) -> dict[str, Any]:
    return {
        "lines": [line for line in (signer.place_and_date, signer.lead, signer.position) if line],
        "name": signer.name or "." * 30,
        "number": f"NIP {signer.number.removeprefix('NIP').strip()}" if signer.number else "",
    }


def _table(table: Table, *, landscape: bool) -> dict[str, Any]:
    size = size_of_type(table)
    columns = widths(table, TEXT_WIDTH[landscape], size)
    high = heights(table.rows, columns, size)
    return {
        "kind": "table",
        "caption": caption_of(table),
        "source": source_of(table),
        "note": table.note,
        "size": size,
        "widths": columns,
        "height": sum(high),
        "head": [_cell(table, spot, whole=True) for spot in placed(table.head, len(columns))],
        "rows": [
            _cell(table, spot, whole=sum(high[spot.row : spot.row + spot.cell.rows]) <= WHOLE[landscape])
            for spot in placed(table.rows, len(columns))
        ],
    }


def _cell(table: Table, spot: Placed, *, whole: bool) -> dict[str, Any]:
    """At its place, so that a row with fewer cells than columns leaves its end empty."""
    cell = spot.cell
    return {
        "x": spot.column,
        "y": spot.row,
        "text": cell.text,
        "rows": cell.rows,
        "columns": cell.columns,
        "align": str(align_of(table, spot.column, cell)),
        "bold": cell.bold,
        "whole": whole,
    }
