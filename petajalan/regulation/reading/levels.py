"""How deep each list item stands, told by the order of its markers: indentation differs between formats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


@dataclass(slots=True)
class OpenList:
    """`inner` holds the styles of the lists that stood inside it so far."""

    style: str
    last: int
    inner: set[str] = field(default_factory=set)


def levels(markers: Sequence[str], introduced: Sequence[bool]) -> list[int]:
    """Depth, from 1, of each of the items that stand between two headings.

    An item goes on in the innermost open list whose next number it is. A list that begins stands inside the item
    that introduces it ("... yaitu:", told by `introduced`), inside lists that still go on after it, and inside those
    that held such a list before; the other open lists have ended.
    """
    read = _read(markers)
    open_lists: list[OpenList] = []
    depths: list[int] = []
    for position, (style, number) in enumerate(read):
        depth = _continued(open_lists, style, number)
        if depth:
            del open_lists[depth:]
            open_lists[-1].last = number
        else:
            if not introduced[position]:
                following = read[position:]
                open_lists = [listed for listed in open_lists if style in listed.inner or _goes_on(listed, following)]
            if open_lists:
                open_lists[-1].inner.add(style)
            open_lists.append(OpenList(style, number))
        depths.append(len(open_lists))
    return depths


def _goes_on(listed: OpenList, following: Sequence[tuple[str, int]]) -> bool:
    """Whether one of the following items continues the list, lists of the same style inside it counted apart."""
    inner: list[int] = []
    for style, number in following:
        if style != listed.style:
            continue
        if number == 1:
            inner.append(1)
            continue
        while inner and inner[-1] + 1 != number:
            inner.pop()
        if inner:
            inner[-1] = number
        elif number == listed.last + 1:
            return True
    return False


def _continued(open_lists: Sequence[OpenList], style: str, number: int) -> int:
    """Depth of the open list that an item belongs to, 0 when it begins one."""
    if number == 1:
        return 0
    same = [depth for depth, listed in enumerate(open_lists, start=1) if listed.style == style]
    if number == 0:
        return same[-1] if same else 0
    successors = [depth for depth in same if open_lists[depth - 1].last + 1 == number]
    later = [depth for depth in same if open_lists[depth - 1].last < number]
    return successors[-1] if successors else later[-1] if later else 0


def _read(markers: Sequence[str]) -> list[tuple[str, int]]:
    read: list[tuple[str, int]] = []
    last: dict[str, int] = {}
    for marker in markers:
        style, number = read_marker(marker, last)
        last[style] = number
        read.append((style, number))
    return read


def read_marker(marker: str, last: dict[str, int] | None = None) -> tuple[str, int]:
    """Style ("1.", "a)", "-") and position of a marker. Bullets have no position: 0.

    `last` holds the last position by style: "i." after "h." is a letter, elsewhere a Roman number.
    """
    core = re.sub(r"[().]", "", marker)
    frame = re.sub(r"[^().]", "", marker).replace(").", ")")
    if core.isdigit():
        return f"1{frame}", int(core)
    if not core.isalpha():
        return "-", 0
    letters, roman = ("a", "i") if core.islower() else ("A", "I")
    number = ROMAN.get(core.casefold())
    if len(core) > 1:
        return f"{roman}{frame}", number or 0
    position = ord(core.casefold()) - ord("a") + 1
    before = last or {}
    if number and before.get(f"{letters}{frame}", 0) != position - 1:
        follows = before.get(f"{roman}{frame}", 0) == number - 1
        if follows:
            return f"{roman}{frame}", number
    return f"{letters}{frame}", position
