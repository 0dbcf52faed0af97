"""Looks into a DOCX or XLSX before anything in it is unpacked: size, ratio, entities, macros."""

from __future__ import annotations

import io
import zipfile

from petajalan.regulation.reading.limits import MEGABYTE, Limits, Watch
from petajalan.regulation.reading.refusals import refuse

MOST_PARTS = 10_000
CHUNK = MEGABYTE
DECLARATIONS = tuple(
    mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be")
)


def open_container(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The container, once its table of contents keeps to the limits; raises `UnusableFile` otherwise."""
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise refuse("damaged") from error
    parts = container.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise refuse("encrypted")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise refuse("unpacks_too_large")
    for part in parts:
        if part.file_size > MEGABYTE and part.file_size > limits.ratio * max(part.compress_size, 1):
            raise refuse("unpacks_too_large")
    return container


def check_parts(container: zipfile.ZipFile, watch: Watch) -> None:
    """Unpacks every XML part once in small pieces: it must be whole and declare no entities.

    `zipfile` stops at the size that the table of contents states, which was checked, and then compares checksums; a
    part that lies about its size fails here.
    """
    longest = max(map(len, DECLARATIONS))
    for part in container.infolist():
        if not part.filename.endswith((".xml", ".rels")):
            continue
        before = b""
        try:
            with container.open(part) as stream:
                while chunk := stream.read(CHUNK):
                    watch.tick()
                    if any(mark in before + chunk for mark in DECLARATIONS):
                        raise refuse("unsafe_content")
                    before = chunk[-longest:]
        except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise refuse("damaged") from error


def has_macros(container: zipfile.ZipFile) -> bool:
    return any(name.endswith("vbaProject.bin") for name in container.namelist())
