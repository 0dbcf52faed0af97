"""What an uploaded file is, told by what it holds, and where it is kept. Its name is never trusted."""

from __future__ import annotations

import errno
import os
import re
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePath

import filetype
from django.conf import settings
from django.core.files.base import File
from django.utils.translation import gettext as _

from petajalan.planning.services.files import clean_filename
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Evidence
from petajalan.reporting.models.measurement import evidence_path

OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
TEXT = "text/plain"
# What is accepted, with the ending under which it is handed out.
ENDINGS: Mapping[str, str] = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/heic": ".heic",
    f"{OFFICE}wordprocessingml.document": ".docx",
    f"{OFFICE}spreadsheetml.sheet": ".xlsx",
    f"{OFFICE}presentationml.presentation": ".pptx",
    "application/msword": ".doc",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.ms-powerpoint": ".ppt",
    f"{OPEN_DOCUMENT}text": ".odt",
    f"{OPEN_DOCUMENT}spreadsheet": ".ods",
    f"{OPEN_DOCUMENT}presentation": ".odp",
    TEXT: ".txt",
}
_PACKAGES = {
    "word/": f"{OFFICE}wordprocessingml.document",
    "xl/": f"{OFFICE}spreadsheetml.sheet",
    "ppt/": f"{OFFICE}presentationml.presentation",
}
_ALSO = {TEXT: ".csv", "image/jpeg": ".jpeg"}
_OLD_OFFICE = frozenset({"application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"})
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_PAGES = ("<!doctype", "<html", "<svg", "<?xml", "<script")  # a browser might run these
_BINARY = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


def kind_of(file: File[bytes]) -> str:
    """The kind of file by its content. Raises `Refused` for what is not accepted."""
    file.seek(0)
    head = file.read(8192)
    file.seek(0)
    guessed = filetype.guess(head)
    kind = guessed.mime if guessed else TEXT if _is_text(file) else ""
    if kind.startswith("application/zip") or kind.startswith((OFFICE, OPEN_DOCUMENT)):
        kind = _package(file, kind)
    if kind in _OLD_OFFICE and _MACROS in file.read():
        raise Refused(macros())
    if kind not in ENDINGS:
        raise Refused(
            _("Berkas jenis ini tidak diterima. Unggah PDF, gambar, Word, Excel, PowerPoint, ODF, CSV, atau teks.")
        )
    return str(kind)


def digest_of(file: File[bytes]) -> tuple[str, int]:
    """SHA-256 and size, read piece by piece. Raises `Refused` for an empty or too large file."""
    limit = settings.UPLOAD_MAX_BYTES
    digest, size = sha256(), 0
    file.seek(0)
    for piece in file.chunks():
        size += len(piece)
        if size > limit:
            raise Refused(_("Berkas ini lebih besar dari %(limit)d MB.") % {"limit": limit // (1024 * 1024)})
        digest.update(piece)
    if not size:
        raise Refused(_("Berkas ini kosong."))
    return digest.hexdigest(), size


def keep(evidence: Evidence, file: File[bytes]) -> None:
    """Write the file to where its digest says, unless it lies there already, and name it in the row.

    It gets that name only once it is whole: a full disk must not leave half a file there for the next upload to find.
    """
    storage, path = evidence.content.storage, evidence_path(evidence, "")
    if not storage.exists(path):
        file.seek(0)
        draft = storage.save(f"{path}.part", file)
        try:
            if storage.size(draft) != evidence.size:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.replace(storage.path(draft), storage.path(path))
        finally:
            storage.delete(draft)
    evidence.content.name = path


def shown_name(name: str, kind: str) -> str:
    """What the file is called, with the ending of what it is. A table in a text file keeps its own."""
    cleaned = PurePath(clean_filename(name))
    ending = cleaned.suffix.lower()
    if ending in {ENDINGS[kind], _ALSO.get(kind)}:
        return cleaned.name
    stem = cleaned.stem if 1 < len(ending) <= 5 else cleaned.name
    return f"{stem}{ENDINGS[kind]}"


def macros() -> str:
    return _("Berkas ini memuat makro. Simpan tanpa makro atau sebagai PDF, lalu unggah lagi.")


def _package(file: File[bytes], kind: str) -> str:
    """A document that is an archive of its parts; with macros in it, it is none that is accepted."""
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return ""
    finally:
        file.seek(0)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused(macros())
    if kind.startswith(OPEN_DOCUMENT):
        return kind
    found = [of for start, of in _PACKAGES.items() if any(name.startswith(start) for name in names)]
    return found[0] if len(found) == 1 and "[Content_Types].xml" in names else ""


def _is_text(file: File[bytes]) -> bool:
    """Readable text throughout, that no browser would take for a page."""
    file.seek(0)
    try:
        text = file.read(settings.UPLOAD_MAX_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    finally:
        file.seek(0)
    if text.lstrip().lower().startswith(_PAGES):
        return False
    return _BINARY.search(text) is None
