"""What an official document says, block by block."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from petajalan.exports.documents.choice import Format, Of
from petajalan.exports.documents.tree import (
    Block,
    Cell,
    Clause,
    Fact,
    Heading,
    Item,
    OfficialDocument,
    Paragraph,
    Signature,
    Signatures,
    Table,
)


class KindShape(msgspec.Struct):
    """A kind of document. `of` names the parameters it needs, `formats` what it can be downloaded as."""

    code: str
    name: str
    of: list[Of]
    formats: list[Format]


class CellShape(msgspec.Struct):
    """`text` as printed; `value` where it is a number, `day` where it is a date; `rows`, `columns`: how many it
    covers."""

    text: str
    value: Decimal | None
    day: date | None
    rows: int
    columns: int


class SignatureShape(msgspec.Struct):
    """Who signs."""

    position: str
    name: str | None
    lead: str | None
    number: str | None
    place_and_date: str | None


class ItemOfClause(msgspec.Struct):
    """One entry under a catchword."""

    text: str
    marker: str


class BlockShape(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One block of a document. What a kind of block does not have is left out.

    heading: text, level, marker; paragraph: text; item: text, marker, level; fact: label, text; clause: label, items;
    table: number, caption, head, rows, source, note; signatures: signers.
    """

    kind: Literal["heading", "paragraph", "item", "fact", "clause", "table", "signatures"]
    text: str = ""
    label: str = ""
    level: int = 0
    marker: str = ""
    number: str = ""
    caption: str = ""
    head: list[list[CellShape]] = []
    rows: list[list[CellShape]] = []
    source: str = ""
    note: str = ""
    items: list[ItemOfClause] = []
    signers: list[SignatureShape] = []


class PartShape(msgspec.Struct):
    """Pages of one orientation."""

    landscape: bool
    blocks: list[BlockShape]


class DocumentShape(msgspec.Struct):
    """What a document says, in order. `notices` tell what is not certain about it."""

    kind: str
    agency: str
    title: list[str]
    head: list[str]
    number: str | None
    dated: date | None
    notices: list[str]
    language: str
    parts: list[PartShape]


def document_shape(one: OfficialDocument) -> DocumentShape:
    return DocumentShape(
        one.kind, one.agency, list(one.title), list(one.head), one.number or None, one.dated, list(one.notices),
        one.language,
        [PartShape(part.landscape, [block_shape(block) for block in part.blocks]) for part in one.parts],
    )  # fmt: skip


def block_shape(block: Block) -> BlockShape:
    match block:
        case Heading():
            return BlockShape(kind="heading", text=block.text, level=block.level, marker=block.marker)
        case Item():
            return BlockShape(kind="item", text=block.text, level=block.level, marker=block.marker)
        case Fact():
            return BlockShape(kind="fact", label=block.label, text=block.value)
        case Clause():
            items = [ItemOfClause(one.text, one.marker) for one in block.items]
            return BlockShape(kind="clause", label=block.label, items=items)
        case Table():
            return BlockShape(
                kind="table", number=block.number, caption=block.caption, source=block.source, note=block.note,
                head=[_cells(row) for row in block.head], rows=[_cells(row) for row in block.rows],
            )  # fmt: skip
        case Signatures():
            return BlockShape(kind="signatures", signers=[_signature(one) for one in block.signers])
        case Paragraph():
            return BlockShape(kind="paragraph", text=block.text)


def _cells(row: tuple[Cell, ...]) -> list[CellShape]:
    return [
        CellShape(
            cell.text, cell.value if isinstance(cell.value, Decimal) else None,
            cell.value if isinstance(cell.value, date) else None, cell.rows, cell.columns,
        )
        for cell in row
    ]  # fmt: skip


def _signature(one: Signature) -> SignatureShape:
    return SignatureShape(
        one.position, one.name or None, one.lead or None, one.number or None, one.place_and_date or None
    )
