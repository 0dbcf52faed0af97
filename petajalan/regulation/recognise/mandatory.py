"""Whether key activities are mandatory or the region's own initiative, from the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from petajalan.regulation.data import Printed
from petajalan.regulation.document import Block, BlockKind, Document
from petajalan.regulation.recognise.names import plain

_MANDATORY = re.compile(r"\b(mandatory|mandatori|wajib)\b", re.IGNORECASE)
_INITIATIVE = re.compile(r"\b(non[ -]?mandator[yi]|inisiatif|tidak wajib|pilihan)\b", re.IGNORECASE)
_ANNOUNCES = re.compile(r"\btab(?:el|le)\b|\bberikut\b", re.IGNORECASE)
_YES = {"ya", "v", "x", "m", "1", "✓", "√", "✔"}
_NO = {"tidak", "bukan", "i", "0", "-"}


def says_mandatory(text: str) -> bool | None:
    """`True` for mandatory, `False` for the region's own initiative, `None` when the words say neither or both."""
    initiative = _INITIATIVE.search(text) is not None
    mandatory = _MANDATORY.search(_INITIATIVE.sub(" ", text)) is not None
    return None if mandatory is initiative else mandatory


def marks_mandatory(header: str, cell: str) -> bool | None:
    """What a cell of a "Mandatory" column says, by words or by a mark."""
    said = says_mandatory(cell)
    if said is not None:
        return said
    mark = plain(cell) or cell.strip()
    yes = _MANDATORY.search(header) is not None or _INITIATIVE.search(header) is None
    return yes if mark in _YES else not yes if mark in _NO else None


def announcements(document: Document) -> dict[int, Printed]:
    """By table: the words in its caption, or in the sentence that announces it, that say what sort its rows are."""
    found: dict[int, Printed] = {}
    for at, block in enumerate(document.blocks):
        if block.table is None:
            continue
        for words in _words_before(document.blocks, at):
            said = says_mandatory(words.text)
            pattern = _MANDATORY if said else _INITIATIVE
            if said is not None and (match := pattern.search(words.text)):
                found[block.table] = Printed(match.group(0), words.place_of(match.group(0)))
                break
    return found


def _words_before(blocks: Sequence[Block], at: int) -> list[Block]:
    """The caption and the last paragraph before the table, when that paragraph announces it."""
    found = []
    for block in (blocks[before] for before in range(at - 1, -1, -1)):
        if block.kind is BlockKind.CAPTION:
            found.append(block)
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            return [*found, block] if _ANNOUNCES.search(block.text) else found
        elif block.kind in (BlockKind.HEADING, BlockKind.TABLE):
            return found
    return found
