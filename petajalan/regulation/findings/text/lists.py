"""The numbered and lettered lists of the running text, each with its own items only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from petajalan.regulation.document import BlockKind, Document
from petajalan.regulation.reading.levels import read_marker


@dataclass(slots=True)
class Item:
    """`number` is the position its marker prints: 3 for "3." and "c)", 0 for a bullet."""

    block: int
    number: int


@dataclass(slots=True)
class ItemList:
    style: str  # "1.", "a)", "(1)", "-"
    items: list[Item]


def item_lists(document: Document) -> Iterator[ItemList]:
    """Lists in the order in which they end. A list ends at the next heading at the latest."""
    open_lists: list[ItemList] = []
    last: dict[str, int] = {}
    for index, block in enumerate(document.blocks):
        if block.kind == BlockKind.HEADING:
            yield from open_lists
            open_lists, last = [], {}
        if block.kind != BlockKind.ITEM:
            continue
        style, number = read_marker(block.marker, last)
        last[style] = number
        depth = max(block.level, 1)
        yield from open_lists[depth:]
        del open_lists[depth:]
        if len(open_lists) == depth and _goes_on(open_lists[-1], style, number):
            open_lists[-1].items.append(Item(index, number))
            continue
        yield from open_lists[depth - 1 :]
        del open_lists[depth - 1 :]
        open_lists.append(ItemList(style, [Item(index, number)]))
    yield from open_lists


def _goes_on(listed: ItemList, style: str, number: int) -> bool:
    return listed.style == style and (number == 0 or number > listed.items[-1].number)
