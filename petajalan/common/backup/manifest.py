"""What an archive says about itself, and the two ways in which it can be turned down."""

from __future__ import annotations

from datetime import datetime

import msgspec
from django.conf import settings
from django.utils.crypto import salted_hmac

FORMAT = 1  # raised when an older program could no longer read what a newer one writes
MANIFEST = "manifest.json"
ROWS = "rows/"
FILES = "files/"


class Refusal(Exception):
    """Not done, though the input can be used: somebody has to decide something first."""


class UnusableArchive(Exception):
    """Damaged, altered, foreign or too new."""


class Member(msgspec.Struct, frozen=True):
    """One file inside the archive; `rows` only where it holds a table."""

    name: str
    size: int
    sha256: str
    rows: int | None = None


class Manifest(msgspec.Struct, frozen=True):
    """
    migrations  "app.name" of each migration that had been applied
    key         tells two secret keys apart without telling either
    """

    format: int
    version: str
    engine: str
    created_at: datetime
    migrations: list[str]
    key: str
    members: list[Member]

    @property
    def tables(self) -> dict[str, int]:
        """Model label to number of rows."""
        return {
            member.name.removeprefix(ROWS).removesuffix(".jsonl"): member.rows or 0
            for member in self.members
            if member.name.startswith(ROWS)
        }

    @property
    def files(self) -> list[Member]:
        return [member for member in self.members if member.name.startswith(FILES)]


def key_mark(key: str | None = None) -> str:
    return salted_hmac(
        "petajalan.backup", "key", settings.SECRET_KEY if key is None else key, algorithm="sha256"
    ).hexdigest()[:16]


def key_is_known(manifest: Manifest) -> bool:
    """Can this installation read what the other one encrypted with its secret key?"""
    return manifest.key in {key_mark(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)}
