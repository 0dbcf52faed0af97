"""Guards against PDF streams that swell beyond reason when they are unpacked."""

from __future__ import annotations

import re
import zlib

from petajalan.regulation.reading.limits import MEGABYTE, Watch
from petajalan.regulation.reading.refusals import refuse

STREAM = re.compile(rb"stream\r?\n")
DICTIONARY = 600  # bytes before a stream in which its dictionary is looked at


def check_streams(data: bytes, watch: Watch) -> None:
    """Unpacks each compressed stream that is no picture, no further than the limit, and throws it away."""
    unpacked = 0
    for found in STREAM.finditer(data):
        start = found.end()
        head = data[max(0, found.start() - DICTIONARY) : found.start()]
        dictionary = head[head.rfind(b"obj") :]
        if (
            b"FlateDecode" not in dictionary
            or b"/Image" in dictionary
            or data[found.start() - 3 : found.start()] == b"end"
        ):
            continue
        watch.tick()
        room = watch.limits.unpacked_bytes - unpacked
        unpacked += _size(data, start, room)
        if unpacked > watch.limits.unpacked_bytes:
            raise refuse("unpacks_too_large")


def _size(data: bytes, start: int, room: int) -> int:
    """Bytes that a stream unpacks to, counted in steps and no further than `room`."""
    unpacker = zlib.decompressobj()
    size = 0
    position = start
    pending = b""
    try:
        while not unpacker.eof and size <= room:
            if not pending:
                pending = data[position : position + MEGABYTE]
                position += len(pending)
                if not pending:
                    break
            size += len(unpacker.decompress(pending, MEGABYTE))
            pending = unpacker.unconsumed_tail
    except zlib.error:
        return size  # damaged, or other filters stand before: the reader will find out
    return size
