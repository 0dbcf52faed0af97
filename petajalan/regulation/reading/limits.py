"""How much of a file is read before it is refused, and the clock that watches it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from petajalan.regulation.reading.refusals import refuse

MEGABYTE = 1024 * 1024
Progress = Callable[[int, int], None]  # pages, sheets or parts done, of how many


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file.

    bytes           size of the file itself
    pages           pages of a PDF, sheets of a workbook
    cells           table cells, in all tables together; also cells of one sheet
    characters      characters of running text
    unpacked_bytes  size of everything packed inside a DOCX or XLSX
    ratio           unpacked size over packed size of a part of a DOCX or XLSX larger than a megabyte
    seconds         time for the whole reading
    """

    bytes: int = 50 * MEGABYTE
    pages: int = 600
    cells: int = 200_000
    characters: int = 5_000_000
    unpacked_bytes: int = 200 * MEGABYTE
    ratio: int = 200
    seconds: float = 60.0


class Watch:
    """Counts what was read against the limits; asked between pages, tables and rows."""

    def __init__(self, limits: Limits, progress: Progress | None = None) -> None:
        self.limits = limits
        self._ends = time.monotonic() + limits.seconds
        self._progress = progress
        self._cells = 0
        self._characters = 0

    def tick(self) -> None:
        if time.monotonic() > self._ends:
            raise refuse("too_slow", seconds=int(self.limits.seconds))

    def cells(self, count: int) -> None:
        self.tick()
        self._cells += count
        if self._cells > self.limits.cells:
            raise refuse("too_many_cells", cells=self.limits.cells)

    def characters(self, count: int) -> None:
        self._characters += count
        if self._characters > self.limits.characters:
            raise refuse("too_much_text", characters=self.limits.characters)

    def pages(self, count: int) -> None:
        if count > self.limits.pages:
            raise refuse("too_many_pages", pages=self.limits.pages, count=count)

    def done(self, part: int, parts: int) -> None:
        self.tick()
        if self._progress is not None:
            self._progress(part, parts)
