"""Keeping an uploaded file: once per agency and content."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import PurePath

from django.core.files.base import ContentFile

from petajalan.planning.models import Regulation
from petajalan.planning.models.regulation import regulation_path

NAME_LENGTH = 200


def fingerprint(content: bytes) -> str:
    return sha256(content).hexdigest()


def clean_filename(filename: str) -> str:
    """The last part of the name, without control characters, with its ending kept when it is too long."""
    name = re.sub(r"[\x00-\x1f\x7f]", "", PurePath(filename.replace("\\", "/")).name).strip() or "peraturan"
    if len(name) <= NAME_LENGTH:
        return name
    suffix = PurePath(name).suffix[:10]
    return name[: NAME_LENGTH - len(suffix)] + suffix


def keep_file(regulation: Regulation, content: bytes) -> None:
    """Write the content to where its fingerprint says, unless it lies there already, and name it in the row."""
    storage = regulation.file.storage
    path = regulation_path(regulation, regulation.filename)
    if not storage.exists(path):
        storage.save(path, ContentFile(content))
    regulation.file.name = path
