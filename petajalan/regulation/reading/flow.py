"""From lines and grids to blocks: paragraphs that page breaks cut are one again, headings get their titles, captions
their second line, tables their parts on other pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from petajalan.regulation.document import Block, BlockKind, Document, Notice, Place
from petajalan.regulation.reading.layout import unfold
from petajalan.regulation.reading.levels import levels, read_marker
from petajalan.regulation.reading.patterns import (
    CATCHWORD,
    CHAPTER,
    PAGE_NUMBER,
    Shape,
    caption,
    heading_level,
    shapes,
)
from petajalan.regulation.reading.pieces import Grid, Line, Piece
from petajalan.regulation.reading.stitch import Stitcher
from petajalan.regulation.reading.words import capitals, closed, expects_more, item_over, key, like_a_title

LONG = 120  # a line that fills more than this ran into the foot of the page rather than to its own end
OPEN_LINE = 40  # a line shorter than this ended on purpose, unless the next begins in lower case
CAPTION_LINES = 3
IN_LINE = re.compile(r"(?<!\S)\(?(?:\d{1,2}|[a-z])\)(?=\s)")
TITLE = 160  # titles and second lines of captions are shorter


@dataclass(slots=True)
class Draft:
    """A block while it may still grow."""

    kind: BlockKind
    text: str
    places: list[Place] = field(default_factory=list)
    marker: str = ""
    level: int = 0
    runs_on: bool = False
    glued: bool = False
    grid: Grid | None = None

    def add(self, line: Line) -> None:
        """Takes a line as the rest of this block; lines on one page share a place."""
        self.text = join(self.text, line.text, self.glued)
        last = self.places[-1]
        if last.line is None and last.page == line.place.page:
            self.places[-1] = last.showing(join(last.printed, line.text, self.glued))
        else:
            self.places.append(line.place)
        self.runs_on, self.glued = line.runs_on, line.glued

    def block(self, table: int | None = None) -> Block:
        return Block(
            self.kind,
            self.text,
            self.places[0],
            marker=self.marker,
            level=self.level,
            table=table,
            places=tuple(self.places) if len(self.places) > 1 else (),
        )


def join(first: str, second: str, glued: bool = False) -> str:
    return first + second if glued else f"{first} {second}".strip()


def assemble(format: str, pieces: Sequence[Piece], notices: Sequence[Notice] = ()) -> Document:
    """The document made of these pieces."""
    drafts = _captions(_drafts(_without_page_numbers(unfold(pieces))))
    _sections_by_letter(drafts)
    _set_levels(drafts)
    stitcher = Stitcher()
    blocks: list[Block] = []
    for draft in drafts:
        if draft.grid is not None:
            index = stitcher.add(draft.grid)
            if index is not None:
                blocks.append(draft.block(table=index))
            continue
        stitcher.pass_text(draft.kind, draft.text, draft.places[0])
        blocks.append(draft.block())
    return Document(format, tuple(blocks), stitcher.tables(), (*notices, *stitcher.notices))


def _set_levels(drafts: Sequence[Draft]) -> None:
    """Depths of the list items; a heading ends every list."""
    items: list[Draft] = []
    introduced: list[bool] = []
    before: Draft | None = None
    for draft in (*drafts, Draft(BlockKind.HEADING, "")):
        if draft.kind == BlockKind.ITEM:
            items.append(draft)
            introduced.append(
                before is not None
                and before.kind == BlockKind.ITEM
                and (draft.marker == "-" or before.text.endswith(":"))
            )
        elif draft.kind == BlockKind.HEADING:
            for item, level in zip(items, levels([item.marker for item in items], introduced), strict=True):
                item.level = level
            items, introduced = [], []
        if draft.kind != BlockKind.CATCHWORD:
            before = draft


def _without_page_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for position, piece in enumerate(pieces):
        if isinstance(piece, Line) and piece.gap and PAGE_NUMBER.match(piece.text):
            following = pieces[position + 1] if position + 1 < len(pieces) else None
            if not isinstance(following, Line) or following.gap:
                continue
        kept.append(piece)
    return kept


def _drafts(pieces: Sequence[Piece]) -> list[Draft]:
    drafts: list[Draft] = []
    last_capital = ""
    for position, piece in enumerate(pieces):
        if isinstance(piece, Grid):
            drafts.append(Draft(BlockKind.TABLE, "", [piece.place], grid=piece))
            continue
        if _is_catchword(piece, pieces, position):
            drafts.append(Draft(BlockKind.CATCHWORD, piece.text, [piece.place]))
            continue
        previous = _previous_text(drafts)
        parts = shapes(piece.text, piece.heading)
        parts, last_capital = _checked_capitals(parts, piece, last_capital)
        if len(parts) == 1 and previous is not None and _carries_on(previous, piece, parts[0]):
            previous.add(piece)
            continue
        for part in parts:
            drafts.append(
                Draft(
                    part.kind,
                    part.text,
                    [piece.place],
                    part.marker,
                    part.level,
                    runs_on=piece.runs_on,
                    glued=piece.glued,
                )
            )
    return drafts


def _previous_text(drafts: list[Draft]) -> Draft | None:
    """The text that the next line may carry on: catchwords stand between the halves of a sentence."""
    for draft in reversed(drafts):
        if draft.kind != BlockKind.CATCHWORD:
            return draft if draft.grid is None else None
    return None


def _is_catchword(line: Line, pieces: Sequence[Piece], position: int) -> bool:
    found = CATCHWORD.match(line.text)
    if not found:
        return False
    announced = key(found["words"])
    following = [piece for piece in pieces[position + 1 : position + 4] if isinstance(piece, Line)]
    return bool(announced) and any(key(line.text).startswith(announced) for line in following)


def _checked_capitals(parts: tuple[Shape, ...], line: Line, last: str) -> tuple[tuple[Shape, ...], str]:
    """Keeps "A." as a marker only in a list that begins with A: "H. Ahmad" is a name."""
    shape = parts[-1]
    core = shape.marker.strip("().")
    if shape.kind != BlockKind.ITEM or not core.isupper():
        return parts, last
    expected = {"A", "I"} | ({chr(ord(last) + 1)} if len(last) == 1 else set())
    if len(core) > 1 or core in expected:
        return parts, core
    return (*parts[:-1], Shape(BlockKind.PARAGRAPH, line.text)), last


def _carries_on(previous: Draft, line: Line, shape: Shape) -> bool:
    """Whether this line belongs to the block before it."""
    if previous.runs_on and not line.gap and shape.kind != BlockKind.SOURCE:
        if _lists_in_line(previous, shape):
            return True
        return shape.kind == BlockKind.PARAGRAPH or not (item_over(previous.text) or _is_next_item(previous, shape))
    if previous.kind == BlockKind.HEADING:
        return _is_title(previous, line, shape)
    if shape.kind != BlockKind.PARAGRAPH:
        return False
    if previous.kind == BlockKind.SOURCE:
        return not line.gap and line.text[:1].islower()
    if previous.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or closed(previous.text):
        return False
    if capitals(previous.text) or capitals(line.text):
        return False
    if line.text[:1].islower() or expects_more(previous.text):
        return True
    return len(previous.text) >= (LONG if line.gap else OPEN_LINE) and not like_a_title(previous.text)


def _is_next_item(previous: Draft, shape: Shape) -> bool:
    """Whether the line is the item after this one: "b." after "a."."""
    if previous.kind != BlockKind.ITEM or shape.kind != BlockKind.ITEM:
        return False
    (style, number), (next_style, following) = read_marker(previous.marker), read_marker(shape.marker)
    return style == next_style and following in (number + 1, 0)


def _lists_in_line(previous: Draft, shape: Shape) -> bool:
    """Whether the line begins with the next of "a) ..., b) ..., dan c) ..." that the paragraph before lists."""
    if previous.kind != BlockKind.PARAGRAPH or shape.kind != BlockKind.ITEM or not shape.marker.endswith(")"):
        return False
    style, number = read_marker(shape.marker)
    return (style, number - 1) in {read_marker(marker) for marker in IN_LINE.findall(previous.text)}


def _is_title(heading: Draft, line: Line, shape: Shape) -> bool:
    """Whether the line is the title of "BAB I", or carries a heading on."""
    chapter = CHAPTER.match(heading.text)
    declared = shape.kind == BlockKind.HEADING and not heading_level(line.text)
    if declared and chapter and not chapter["title"]:
        return True
    if shape.kind != BlockKind.PARAGRAPH or len(line.text) > TITLE:
        return False
    if chapter and not chapter["title"]:
        return capitals(line.text) or (like_a_title(line.text) and not closed(line.text))
    if chapter:
        return not line.gap and capitals(line.text) and capitals(heading.text)
    return not line.gap and line.text[:1].islower()


def _captions(drafts: list[Draft]) -> list[Draft]:
    """Joins the further lines of a caption: what stands alone between a caption and its table or source."""
    kept: list[Draft] = []
    position = 0
    while position < len(drafts):
        draft = drafts[position]
        kept.append(draft)
        position += 1
        if draft.kind != BlockKind.CAPTION:
            continue
        for more in drafts[position : position + _further_lines(draft.text, drafts[position:])]:
            draft.text = join(draft.text, more.text)
            draft.places.extend(more.places)
            position += 1
    return kept


def _further_lines(text: str, following: Sequence[Draft]) -> int:
    """How many of the following drafts belong to this caption."""
    found = caption(text)
    of_table = found is not None and found["what"].casefold() == "tabel"
    most = CAPTION_LINES if of_table else 1
    for count, draft in enumerate(following[: most + 1]):
        if draft.grid is not None if of_table else draft.kind == BlockKind.SOURCE:
            return count
        if draft.kind != BlockKind.PARAGRAPH or len(draft.text) > TITLE or closed(draft.text):
            break
    return 1 if found and not found["title"] and following and following[0].kind == BlockKind.PARAGRAPH else 0


def _sections_by_letter(drafts: Sequence[Draft]) -> None:
    """ "A. Latar Belakang" with text below it is a section's heading; "A. ... B. ..." without is a list."""
    in_chapter = False
    for position, draft in enumerate(drafts):
        if draft.kind == BlockKind.HEADING:
            in_chapter = in_chapter or bool(CHAPTER.match(draft.text))
            continue
        following = drafts[position + 1] if position + 1 < len(drafts) else None
        if (
            in_chapter
            and re.fullmatch(r"[A-Z]\.", draft.marker)
            and len(draft.text) <= 100
            and like_a_title(draft.text)
            and not closed(draft.text)
            and following is not None
            and not re.fullmatch(r"[A-Z]\.", following.marker)
        ):
            draft.kind, draft.level = BlockKind.HEADING, 2
            draft.text, draft.marker = join(draft.marker, draft.text), ""
