"""Lists inside a cell of a team table: roles, and the positions that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from petajalan.regulation.data import Printed
from petajalan.regulation.document import Cell
from petajalan.regulation.recognise.names import fold

_MARK = re.compile(r"(?:(?<=\s)|^)(\d{1,2}[.)]{1,2}|[a-z][.)]|[-•▪])\s+(?=\S)")
# Words a position begins with, where nothing else separates two positions of one line.
_HEADS = re.compile(
    r"(?<!\bdan )(?<!\batau )(?<!\bWakil )(?<!\bPara )(?<!\bSeluruh )(?<!\bselaku )(?<!\bKepala )(?<!\bpada )"
    r"(?<!/ )(?<!, )\b(?=(?:Sekretaris|Asisten|Kepala|Inspektur|Camat|Lurah|Direktur|Kabag|Kabid|Irban|Staf Ahli|"
    r"Wakil)\b)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Item:
    """number  as printed ("3."), or `None` for words without one"""

    number: str | None
    words: str

    @property
    def ordinal(self) -> int | None:
        return _ordinal(self.number) if self.number else None


def _ordinal(mark: str) -> int | None:
    """3 for "3." and for "c."; `None` for a dash."""
    sign = mark.strip(".)")
    if sign.isdigit():
        return int(sign)
    return ord(sign) - ord("a") + 1 if sign.isalpha() else None


def items(cell: Cell) -> tuple[Item, ...]:
    """The paragraphs of a cell, and the numbered points inside a paragraph, each on its own."""
    found: list[Item] = []
    for line in cell.lines:
        at, number = 0, None
        for mark in _points(line):
            found += _item(number, line[at : mark.start()])
            at, number = mark.end(), mark.group(1)
        found += _item(number, line[at:])
    return tuple(found)


def assign(roles: Sequence[Printed], cell: Cell) -> list[tuple[Printed | None, Item]]:
    """Positions in printed order under their roles: unnumbered ones lead, a numbered list belongs to the last role."""
    listed = list(items(cell))
    if len(roles) < 2:
        return [(roles[0] if roles else None, item) for item in listed]
    if len(listed) < len(roles):
        listed = [part for item in listed for part in _apart(item)]
    numbered = next((at for at, item in enumerate(listed) if item.number), len(listed))
    singles = min(numbered, len(roles) - 1) or (len(roles) - 1 if len(_lists(listed)) == 1 else 0)
    pairs: list[tuple[Printed | None, Item]] = list(zip(roles, listed[:singles], strict=False))
    rest, left = listed[singles:], roles[singles:]
    parts = _lists(rest)
    if len(parts) == len(left):
        return pairs + [(role, item) for role, part in zip(left, parts, strict=True) for item in part]
    return pairs + [(roles[-1], item) for item in rest]


def _lists(listed: Sequence[Item]) -> list[list[Item]]:
    """The lists that each begin where the numbers begin again."""
    parts: list[list[Item]] = []
    last = 0
    for item in listed:
        ordinal = item.ordinal
        if not parts or (ordinal is not None and ordinal <= last):
            parts.append([])
        parts[-1].append(item)
        last = ordinal if ordinal is not None else last
    return parts


def _apart(item: Item) -> Iterator[Item]:
    """Positions that follow each other without a sign: "Sekretaris Daerah Asisten 1 Asisten 2" are three."""
    masked = _BRACKETS.sub(lambda found: "x" * len(found.group(0)), item.words)
    starts = sorted({0, *(found.start() for found in _HEADS.finditer(masked))})
    for start, end in zip(starts, [*starts[1:], len(masked)], strict=True):
        yield Item(item.number if start == 0 else None, fold(item.words[start:end]))


def _points(line: str) -> list[re.Match[str]]:
    """Marks of a list: numbers that rise and letters in their order, so that a number inside a name is no mark."""
    rising: list[re.Match[str]] = []
    last = 0
    for mark in _MARK.finditer(line):
        ordinal = _ordinal(mark.group(1))
        skips = mark.group(1)[0].isalpha() and ordinal != last + 1
        if mark.start() > 0 and (ordinal is None or ordinal <= last or skips):
            continue
        last = ordinal or last
        rising.append(mark)
    return rising


def _item(number: str | None, words: str) -> list[Item]:
    words = fold(words).strip(" ;,")
    return [Item(number, words)] if words else []
