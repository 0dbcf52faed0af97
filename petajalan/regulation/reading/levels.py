"""How deep each list item stands, told by its marker alone: indentation differs between formats and converters."""

from __future__ import annotations

import re
from dataclasses import dataclass

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


@dataclass(slots=True)
class Open:
    style: str
    last: int


class Levels:
    """The lists that are open at this point of the text, outermost first."""

    def __init__(self) -> None:
        self.open: list[Open] = []

    def end(self) -> None:
        """A heading ends every list."""
        self.open.clear()

    def place(self, marker: str) -> int:
        """Depth of the item with this marker, from 1."""
        style, number = read_marker(marker, self.open[-1] if self.open else None)
        for depth in range(len(self.open), 0, -1):
            listed = self.open[depth - 1]
            if listed.style == style:
                del self.open[depth:]
                listed.last = number
                return depth
        self.open.append(Open(style, number))
        return len(self.open)


def read_marker(marker: str, current: Open | None = None) -> tuple[str, int]:
    """Style ("1.", "a)", "-") and position of a marker. Bullets have no position: 0.

    "i." is the ninth letter inside a list of letters, the first Roman number elsewhere.
    """
    core = re.sub(r"[().]", "", marker)
    frame = re.sub(r"[^().]", "", marker).replace(").", ")")
    if core.isdigit():
        return f"1{frame}", int(core)
    if not core.isalpha():
        return "-", 0
    lower = core.casefold()
    case = "a" if core.islower() else "A"
    letters = f"{case}{frame}"
    if len(lower) == 1:
        position = ord(lower) - ord("a") + 1
        follows = current is not None and current.style == letters and position >= current.last
        if follows or lower not in ROMAN or (lower in "vx" and (current is None or current.style[0] not in "iI")):
            return letters, position
        if lower == "i" or (current is not None and current.style[0] in "iI"):
            return f"{'i' if case == 'a' else 'I'}{frame}", ROMAN[lower]
        return letters, position
    return f"{'i' if case == 'a' else 'I'}{frame}", ROMAN.get(lower, 0)
