"""The text of a section as blocks, from the words that the database keeps of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from petajalan.exports.documents.tree import Align, Block, Heading, Item, Paragraph
from petajalan.planning.models import SectionText
from petajalan.regulation.document import Block as Read
from petajalan.regulation.document import BlockKind
from petajalan.regulation.reading.levels import levels
from petajalan.regulation.reading.patterns import shapes


def heading_of(section: SectionText) -> Heading:
    if section.level == 1 and section.number:
        return Heading(section.title, 1, f"BAB {section.number}")
    return Heading(section.title, section.level, section.number)


def blocks_of(body: str) -> Iterator[Block]:
    """Paragraphs stand apart by an empty line, entries of one list line by line."""
    shaped = [shapes(line)[-1] for line in body.split("\n") if line.strip()]
    markers = [one.marker for one in shaped]
    introduced = [
        at > 0 and shaped[at - 1].kind is BlockKind.ITEM and (one.marker == "-" or shaped[at - 1].text.endswith(":"))
        for at, one in enumerate(shaped)
    ]
    items = [at for at, one in enumerate(shaped) if one.kind is BlockKind.ITEM]
    depths = dict(zip(items, levels([markers[at] for at in items], [introduced[at] for at in items]), strict=True))
    for at, one in enumerate(shaped):
        if at in depths:
            yield Item(one.text, one.marker, max(depths[at] - 1, 0))
        else:
            yield Paragraph(one.text)


def read_blocks(read: Sequence[Read]) -> Iterator[tuple[Read, Block | None]]:
    """Blocks of a document that was read, each beside itself as it is printed again; `None` for a table."""
    for block in read:
        match block.kind:
            case BlockKind.TABLE | BlockKind.CATCHWORD:
                yield block, None
            case BlockKind.ITEM:
                yield block, Item(block.text, block.marker, max(block.level - 1, 0))
            case BlockKind.CAPTION | BlockKind.SOURCE:
                yield block, Paragraph(block.text, Align.CENTER)
            case _:
                yield block, Paragraph(block.text)
