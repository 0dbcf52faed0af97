"""Keeping an uploaded file: once per agency and content."""

from __future__ import annotations

import errno
import os
import unicodedata
from hashlib import sha256
from pathlib import PurePath

from django.core.files.base import ContentFile

from petajalan.planning.models import Regulation
from petajalan.planning.models.regulation import regulation_path

NAME_LENGTH = 200
# Control characters, those that turn the direction of writing ("perwalixcod.exe"), and halves of characters.
UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def fingerprint(content: bytes) -> str:
    return sha256(content).hexdigest()


def clean_filename(filename: str) -> str:
    """The last part of the name, without what does not show, with its ending kept when it is too long."""
    last = PurePath(filename.replace("\\", "/")).name
    name = "".join(sign for sign in last if unicodedata.category(sign) not in UNSEEN).strip() or "peraturan"
    if len(name) <= NAME_LENGTH:
        return name
    suffix = PurePath(name).suffix[:10]
    return name[: NAME_LENGTH - len(suffix)] + suffix


def keep_file(regulation: Regulation, content: bytes) -> None:
    """Write the content to where its fingerprint says, unless it lies there already, and name it in the row.

    It gets that name only once it is whole: a full disk must not leave half a file there for the next upload to find.
    """
    storage = regulation.file.storage
    path = regulation_path(regulation, regulation.filename)
    if not storage.exists(path):
        draft = storage.save(f"{path}.part", ContentFile(content))
        try:
            if storage.size(draft) != len(content):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.replace(storage.path(draft), storage.path(path))
        finally:
            storage.delete(draft)
    regulation.file.name = path
