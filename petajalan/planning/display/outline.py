"""The parts of a document in printed order: which table or chapter something stands in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext

from petajalan.planning.display import words
from petajalan.regulation.data import RegulationData, Section
from petajalan.regulation.document import Block, BlockKind, Place, Table


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of the document under which things are listed: a table, a chapter, or what stands before the chapters.

    key    for addresses and filters: "tabel-3.3", "bab-III", "batang-tubuh"
    order  position in the document
    table  index into Document.tables, `None` outside tables
    """

    key: str
    title: str
    order: int
    table: int | None = None


class Outline:
    def __init__(self, data: RegulationData) -> None:
        self.data = data
        self.blocks = data.document.blocks

    def spot(self, place: Place) -> Spot:
        table = self.table(place)
        if table is not None:
            return self._table_spot(table)
        return self._chapter_spot(self.block(place))

    def table(self, place: Place) -> Table | None:
        if place.table is None:
            return None
        return next((table for table in self.data.document.tables if table.name == place.table), None)

    def block(self, place: Place) -> int | None:
        """Index of the block that prints this place."""
        candidates = self._by_line.get(place.line, []) if place.line is not None else range(len(self.blocks))
        first = None
        for index in candidates:
            block = self.blocks[index]
            if place.page is not None and place.page not in {at.page for at in (block.place, *block.places)}:
                continue
            if place.printed and place.printed in block.text:
                return index
            first = index if first is None and place.line is not None else first
        return first

    def chapter(self, block: int | None) -> Section | None:
        """The chapter that a block stands in; `None` before the first one."""
        found = None
        for start, section in self._chapters:
            if block is not None and start <= block:
                found = section
        return found

    def _chapter_spot(self, block: int | None) -> Spot:
        if block is None:
            return Spot("naskah", gettext("Seluruh naskah"), -1)
        for start, section in reversed(self._chapters):
            if start <= block:
                return Spot(f"bab-{section.number}-{start}", section_title(section), start * 2)
        return Spot("batang-tubuh", gettext("Judul dan batang tubuh"), 0)

    def _table_spot(self, table: Table) -> Spot:
        title = f"{words.table_name(table.name)} {table.caption}".strip()
        order = self._block_of_table.get(table.index, len(self.blocks)) * 2 + 1
        return Spot(f"tabel-{table.index + 1}", title, order, table.index)

    @cached_property
    def _by_line(self) -> dict[int | None, list[int]]:
        lines: dict[int | None, list[int]] = {}
        for index, block in enumerate(self.blocks):
            for line in {at.line for at in (block.place, *block.places)}:
                lines.setdefault(line, []).append(index)
        return lines

    @cached_property
    def _block_of_table(self) -> dict[int, int]:
        return {
            block.table: index
            for index, block in enumerate(self.blocks)
            if block.kind is BlockKind.TABLE and block.table is not None
        }

    @cached_property
    def _chapters(self) -> list[tuple[int, Section]]:
        return [(self.start_of(section), section) for section in self.data.sections if section.level == 1]

    def start_of(self, section: Section) -> int:
        """Index of the block that is the section's heading, or of its first text."""
        for index, block in enumerate(self.blocks):
            if block.kind is BlockKind.HEADING and same_spot(block, section.place):
                return index
        return min(section.blocks, default=len(self.blocks))


def same_spot(block: Block, place: Place) -> bool:
    return (block.place.line, block.place.page) == (place.line, place.page) and (
        place.line is not None or place.printed in block.text or block.text in place.printed
    )


def section_title(section: Section) -> str:
    number = gettext("BAB %(number)s") % {"number": section.number} if section.level == 1 else section.number
    return f"{number} {section.title}".strip()
