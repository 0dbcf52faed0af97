"""Every printed piece of words, running text and table cells alike, in printed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from petajalan.regulation.document import Block, BlockKind, Cell, Document, Place, Table

PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of text or a cell.

    text   with its white space folded
    index  of the block in the document; of the table's block for a cell, `None` when the table has no block
    """

    text: str
    kind: BlockKind
    index: int | None
    origin: Block | Cell

    def at(self, words: str) -> Place:
        """Where these words of it stand."""
        if isinstance(self.origin, Block):
            return self.origin.place_of(words)
        return self.origin.place.showing(words)

    @property
    def place(self) -> Place:
        return self.origin.place


class _Last:
    """The document asked for last and its passages: thirty rules walk through the same one after another."""

    read: tuple[Document, tuple[Passage, ...]] | None = None


def passages(document: Document) -> tuple[Passage, ...]:
    """Everything printed but the catchwords, which repeat what follows on the next page."""
    last = _Last.read
    if last is None or last[0] is not document:
        last = _Last.read = (document, tuple(_passages(document)))
    return last[1]


def _passages(document: Document) -> Iterator[Passage]:
    shown: set[int] = set()
    for index, block in enumerate(document.blocks):
        if block.kind == BlockKind.TABLE and block.table is not None:
            shown.add(block.table)
            yield from _cells(document.tables[block.table], index)
        elif block.kind not in (BlockKind.TABLE, BlockKind.CATCHWORD) and block.text:
            yield Passage(block.text, block.kind, index, block)
    for table in document.tables:
        if table.index not in shown:
            yield from _cells(table, None)


def prose(document: Document) -> Iterator[Passage]:
    """Paragraphs and list items."""
    return (passage for passage in passages(document) if passage.kind in PROSE)


def in_order(places: Iterable[Place]) -> list[Place]:
    """Each place once, as they follow each other in print."""
    return sorted(
        dict.fromkeys(places),
        key=lambda place: (place.line or 0, place.page or 0, place.table or "", place.row or 0, place.column or 0),
    )


def _cells(table: Table, index: int | None) -> Iterator[Passage]:
    for row in (*table.header_rows, *table.rows):
        for cell in row:
            if cell.text and not cell.covered:
                yield Passage(" ".join(cell.text.split()), BlockKind.TABLE, index, cell)
