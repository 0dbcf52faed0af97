"""The archive itself: a ZIP file, written and read member by member in bounded memory."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import IO

import msgspec

from petajalan.common.backup.manifest import MANIFEST, Manifest, Member

BLOCK = 1024 * 1024
Count = Callable[[int], None]


def nobody(_count: int) -> None:
    """Where nobody watches how far it has come."""


class Writer:
    """Adds members and remembers what the manifest has to say about each."""

    def __init__(self, target: IO[bytes], at: datetime) -> None:
        self.zip = zipfile.ZipFile(target, "w", allowZip64=True)
        self.date = at.timetuple()[:6]
        self.members: list[Member] = []

    def add(self, name: str, blocks: Iterable[bytes], *, table: bool = False) -> Member:
        """Rows are packed. Uploaded documents are packed already, nearly all of them."""
        about = zipfile.ZipInfo(name, self.date)
        about.compress_type = zipfile.ZIP_DEFLATED if table else zipfile.ZIP_STORED
        about.external_attr = 0o600 << 16
        digest, size, lines = hashlib.sha256(), 0, -1  # the first line of a table names its columns
        with self.zip.open(about, "w", force_zip64=True) as member:
            for block in blocks:
                member.write(block)
                digest.update(block)
                size += len(block)
                lines += 1
        self.members.append(Member(name, size, digest.hexdigest(), lines if table else None))
        return self.members[-1]

    def close(self, manifest: Manifest) -> None:
        about = zipfile.ZipInfo(MANIFEST, self.date)
        about.external_attr = 0o600 << 16
        self.zip.writestr(about, msgspec.json.format(msgspec.json.encode(manifest)), zipfile.ZIP_DEFLATED)
        self.zip.close()


def blocks(source: IO[bytes], count: Count = nobody) -> Iterator[bytes]:
    while block := source.read(BLOCK):
        count(len(block))
        yield block
