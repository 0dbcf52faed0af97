"""Articles, chapters and sections, with the blocks that are their own text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from petajalan.regulation.data import Article, Section
from petajalan.regulation.document import Block, BlockKind, Document

_ARTICLE = re.compile(r"Pasal\s+(\d+[A-Z]?)\.?$", re.IGNORECASE)
_CHAPTER = re.compile(r"BAB\s+([IVXLC]+|\d+)\b[\s.:–-]*(.*)", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d+(?:\.\s?\d+)+|[A-Z](?=\.\s))\.?\s+(.*)")
_CLOSING = re.compile(r"Agar setiap orang|Ditetapkan di\b|Salinan sesuai dengan asli", re.IGNORECASE)
# Whoever enacts it signs below: "WALI KOTA PASURUAN,".
_SIGNATURE = re.compile(r"(WALI\s?KOTA|BUPATI|GUBERNUR|MENTERI|KEPALA)\b[^a-z,]*,.{0,80}$")


def articles(document: Document) -> tuple[Article, ...]:
    """An article ends at the next one, at any other heading, and at the closing formula or the signature."""
    return tuple(
        Article(part.number, part.head.place, tuple(part.blocks))
        for part in _parts(document)
        if part.level == 0 and part.number
    )


def sections(document: Document) -> tuple[Section, ...]:
    return tuple(
        Section(part.number, part.title, part.head.place, part.level, tuple(part.blocks))
        for part in _parts(document)
        if part.level > 0
    )


def body_of(blocks: Iterable[Block]) -> str:
    """The text of a section: paragraphs and list items, an empty line between paragraphs. Tables and captions are not
    in it."""
    pieces: list[str] = []
    item_before = False
    for block in blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        is_item = block.kind is BlockKind.ITEM
        text = f"{block.marker} {block.text}".strip() if is_item else block.text
        if pieces:
            pieces.append("\n" if is_item and item_before else "\n\n")
        pieces.append(text)
        item_before = is_item
    return "".join(pieces)


def is_closing(block: Block) -> bool:
    """Whether the text of an article or a chapter ends here: what follows is who enacted it, and when."""
    return bool(_CLOSING.match(block.text) or _SIGNATURE.match(block.text))


@dataclass(slots=True)
class _Part:
    """level 0: an article, or (without a number) text that belongs to no section"""

    head: Block
    number: str
    title: str
    level: int
    blocks: list[int] = field(default_factory=list)


def _parts(document: Document) -> Iterator[_Part]:
    current: _Part | None = None
    for at, block in enumerate(document.blocks):
        begun = _begun(block)
        if begun is None:
            if current is not None:
                current.blocks.append(at)
            continue
        if current is not None:
            yield current
        current = begun
    if current is not None:
        yield current


def _begun(block: Block) -> _Part | None:
    if block.kind is not BlockKind.HEADING:
        return _Part(block, "", "", 0) if is_closing(block) else None
    if article := _ARTICLE.match(block.text):
        return _Part(block, article.group(1), "", 0)
    if chapter := _CHAPTER.match(block.text):
        return _Part(block, chapter.group(1).upper(), chapter.group(2), 1)
    if numbered := _NUMBERED.match(block.text):
        number = numbered.group(1).replace(" ", "")
        return _Part(block, number, numbered.group(2), number.count(".") + 1 if number[0].isdigit() else 2)
    if re.match(r"LAMPIRAN\b", block.text, re.IGNORECASE):
        return _Part(block, "", "", 0)
    return _Part(block, "", block.text, max(block.level, 1))
