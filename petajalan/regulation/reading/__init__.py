"""Reading a regulation from a file: one function for all four formats."""

from __future__ import annotations

import logging
import zlib

from petajalan.regulation.document import Document, UnusableFile
from petajalan.regulation.reading.container import check_parts, has_macros, open_container
from petajalan.regulation.reading.limits import MEGABYTE, Limits, Progress, Watch
from petajalan.regulation.reading.refusals import refuse
from petajalan.regulation.reading.text import read_text

__all__ = ["Limits", "Progress", "read_document"]

DEFAULT = Limits()
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
# Pictures, archives, RTF and HTML: things people upload that hold no readable regulation.
OTHERS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")

logger = logging.getLogger(__name__)


def read_document(data: bytes, filename: str, limits: Limits = DEFAULT, progress: Progress | None = None) -> Document:
    """The regulation in this file. What the file holds decides how it is read; its name is only for the log.

    Raises `UnusableFile` with a sentence that says what to do. The library of a format is imported when a file needs
    it, so that text is read without any.
    """
    if len(data) > limits.bytes:
        raise refuse("too_large", size=len(data) // MEGABYTE, limit=limits.bytes // MEGABYTE)
    if not data.strip(b"\x00 \t\r\n"):
        raise refuse("empty")
    watch = Watch(limits, progress)
    try:
        return _read(data, watch)
    except UnusableFile:
        raise
    except (Exception, RecursionError, zlib.error) as error:
        # A broken file fails in ways that its library does not foresee. The person is told; who wants to know more
        # lowers the log level, so that a command never prints a traceback.
        logger.debug("Cannot read %r", filename, exc_info=error)
        raise refuse("damaged") from error


def _read(data: bytes, watch: Watch) -> Document:
    if b"%PDF-" in data[:1024]:
        from petajalan.regulation.reading.pdf import read_pdf

        return read_pdf(data, watch)
    if data.startswith(b"PK"):
        return _read_container(data, watch)
    if data.startswith(OLD_OFFICE):
        raise refuse("encrypted" if ENCRYPTED_PACKAGE in data else "old_office")
    start = data[:512].lstrip().lower()
    if data.startswith(OTHERS) or start.startswith((b"<!doctype html", b"<html")):
        raise refuse("unknown_format")
    return read_text(data, watch)


def _read_container(data: bytes, watch: Watch) -> Document:
    with open_container(data, watch.limits) as container:
        names = set(container.namelist())
        check_parts(container, watch)
        if any(name.startswith("word/document") for name in names):
            if has_macros(container):
                raise refuse("macros")
            from petajalan.regulation.reading.docx import read_docx

            return read_docx(data, watch)
        if "xl/workbook.xml" in names:
            from petajalan.regulation.reading.xlsx import read_xlsx

            return read_xlsx(data, container, watch)
    raise refuse("unknown_format")
