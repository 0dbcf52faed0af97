"""The numbered and lettered lists of the running text, each with its own items only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    """Lists in the order in which they end. A list ends at the next heading at the latest.

    A number printed twice ("1., 2., 2., 3.") belongs to the list that printed it first, however deep it seems to stand.
    """
    open_lists: list[ItemList] = []
    last: dict[str, int] = {}
    announced = False  # whether a paragraph has announced another list since the last item
    for index, block in enumerate(document.blocks):
        if block.kind == BlockKind.HEADING:
            yield from open_lists
            open_lists, last = [], {}
        if block.kind != BlockKind.ITEM:
            announced = announced or (block.kind == BlockKind.PARAGRAPH and block.text.rstrip().endswith(":"))
            continue
        style, number = read_marker(block.marker, last)
        last[style] = number
        depth = max(block.level, 1)
        again = 0
        if not announced and not _continues(open_lists, depth, style, number):
            again = _printed_again(open_lists[:depth], style, number)
        announced = False
        depth = again or depth
        yield from open_lists[depth:]
        del open_lists[depth:]
        if again or _continues(open_lists, depth, style, number):
            open_lists[-1].items.append(Item(index, number))
            continue
        yield from open_lists[depth - 1 :]
        del open_lists[depth - 1 :]
        open_lists.append(ItemList(style, [Item(index, number)]))
    yield from open_lists


def _continues(open_lists: Sequence[ItemList], depth: int, style: str, number: int) -> bool:
    return len(open_lists) >= depth and _goes_on(open_lists[depth - 1], style, number)


def _goes_on(listed: ItemList, style: str, number: int) -> bool:
    return listed.style == style and (number == 0 or number > listed.items[-1].number)


def _printed_again(open_lists: Sequence[ItemList], style: str, number: int) -> int:
    """Depth of the innermost list whose last number this is again, or that it continues after such a number; else 0."""
    for depth in range(len(open_lists), 0, -1):
        listed = open_lists[depth - 1]
        repeats = len(listed.items) > 1 and listed.items[-1].number == listed.items[-2].number
        if listed.style == style and number > 1:
            before = listed.items[-1].number
            return depth if before == number or (repeats and before + 1 == number) else 0
    return 0
