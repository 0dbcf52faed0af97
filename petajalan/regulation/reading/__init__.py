"""Reading a regulation from a file: one function for all four formats."""

from __future__ import annotations

from petajalan.regulation.document import Document
from petajalan.regulation.reading.limits import MEGABYTE, Limits, Progress, Watch
from petajalan.regulation.reading.refusals import refuse

__all__ = ["Limits", "Progress", "read_document"]

DEFAULT = Limits()


def read_document(data: bytes, filename: str, limits: Limits = DEFAULT, progress: Progress | None = None) -> Document:
    """The regulation in this file. What the file holds decides how it is read, not its name.

    Raises `UnusableFile` with a sentence that says what to do. Libraries are imported by the format that needs them.
    """
    watch = Watch(limits, progress)
    if len(data) > limits.bytes:
        raise refuse("too_large", size=len(data) // MEGABYTE, limit=limits.bytes // MEGABYTE)
    if not data.strip():
        raise refuse("empty")
    from petajalan.regulation.reading.text import read_text

    return read_text(data, watch)
