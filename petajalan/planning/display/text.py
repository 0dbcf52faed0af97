"""The running text by chapter, each piece with its place and the findings that point at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language, gettext

from petajalan.planning.display import words
from petajalan.planning.display.findings import Entry, entries, gravest_first
from petajalan.planning.display.outline import Outline, section_title
from petajalan.planning.readings import RegulationRead
from petajalan.regulation.document import BlockKind


@dataclass(frozen=True, slots=True)
class TextPart:
    """`kind` is a `BlockKind`; `depth` 1 to 3 for headings and the indentation of items; `table` counts from 1."""

    kind: str
    text: str
    marker: str
    depth: int
    place: str
    gutter: str  # the line or page, where it differs from that of the part before
    findings: tuple[Entry, ...]
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    anchor: str
    title: str
    sections: tuple[tuple[str, str], ...]  # anchor and title
    parts: tuple[tuple[str, TextPart], ...]  # anchor (or "") and part


def chapters(read: RegulationRead) -> Sequence[Chapter]:
    return _chapters(read, get_language())


@lru_cache(maxsize=4)
def _chapters(read: RegulationRead, _language: str | None) -> tuple[Chapter, ...]:
    """What stands before the first chapter comes first, under a title of ours. Kept for each language."""
    outline = Outline(read.data)
    about: dict[int, dict[int, Entry]] = defaultdict(dict)
    for entry in entries(read):
        for place in entry.finding.places:
            if outline.table(place) is None and (block := outline.block(place)) is not None:
                about[block][entry.number] = entry
    starts = {outline.start_of(section): section for section in outline.data.sections}
    groups: list[tuple[str, str, list[int]]] = [("batang-tubuh", gettext("Judul dan batang tubuh"), [])]
    for index in range(len(outline.blocks)):
        section = starts.get(index)
        if section is not None and section.level == 1:
            groups.append((f"bagian-{index}", section_title(section), []))
        groups[-1][2].append(index)
    result = []
    for anchor, title, indexes in groups:
        inner = [(f"bagian-{index}", starts[index]) for index in indexes if index in starts and starts[index].level > 1]
        parts = tuple(
            (f"bagian-{index}" if index in starts else "", _part(outline, index, list(about[index].values())))
            for index in indexes
            if outline.blocks[index].kind is not BlockKind.CATCHWORD
        )
        result.append(Chapter(anchor, title, tuple((key, section_title(one)) for key, one in inner), parts))
    return tuple(chapter for chapter in result if chapter.parts)


def _part(outline: Outline, index: int, found: Sequence[Entry]) -> TextPart:
    block = outline.blocks[index]
    table = None
    text = block.text
    if block.kind is BlockKind.TABLE and block.table is not None:
        table = block.table + 1
        text = words.table_name(outline.data.document.tables[block.table].name)
    return TextPart(
        kind=block.kind.value,
        text=text,
        marker=block.marker,
        depth=block.level,
        place=words.file_place(block.place),
        gutter=""
        if index and number_of(outline, index - 1) == number_of(outline, index)
        else number_of(outline, index),
        findings=tuple(gravest_first(found)),
        table=table,
    )


def number_of(outline: Outline, index: int) -> str:
    place = outline.blocks[index].place
    return str(place.page or place.line or "")


def numbered_by(outline: Outline) -> str:
    """ "page", "line" or "": what the numbers beside the text count."""
    places = [block.place for block in outline.blocks]
    return "page" if any(at.page for at in places) else "line" if any(at.line for at in places) else ""
