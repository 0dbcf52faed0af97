"""Edges of drawn tables: positions that lie so close together that they are meant as one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Columns:
    """Edges in ascending order, gathered where they lie within `slack` of each other.

    Serves columns (from left to right) and rows (from top to bottom) alike, in whatever unit the format counts.
    """

    def __init__(self, positions: Iterable[float], slack: float) -> None:
        self.edges: list[float] = []
        last: float | None = None
        for position in sorted(positions):
            if last is None or position - last > slack:
                self.edges.append(position)
            last = position
        self._slack = slack

    def at(self, position: float) -> int:
        """Index of the edge at this position."""
        return max(bisect_right(self.edges, position + self._slack / 2) - 1, 0)

    def __len__(self) -> int:
        return max(len(self.edges) - 1, 0)
