"""Is this an archive of ours, whole and unaltered, that this version can read? Nothing is touched to find out.

Sizes are believed only as upper bounds: reading stops at the size that the manifest states, which has to fit the free
space of the disk, so that a small file cannot unfold into an endless one.
"""

from __future__ import annotations

import hashlib
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path, PurePosixPath

import msgspec
from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from petajalan.common.backup.archive import BLOCK, Count, nobody
from petajalan.common.backup.manifest import FILES, FORMAT, MANIFEST, ROWS, Manifest, Member, UnusableArchive

LARGEST_MANIFEST = 64 * 1024 * 1024
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
Archive = tuple[zipfile.ZipFile, Manifest]


@contextmanager
def verified(file: Path, count: Count = nobody) -> Iterator[Archive]:
    """The open archive with its manifest, after all of it has been read once and found right."""
    with opened(file) as archive:
        manifest = manifest_of(archive)
        refuse_newer(manifest)
        refuse_odd_names(archive, manifest)
        refuse_too_large(manifest)
        for member in manifest.members:
            compare(archive, member, count)
        yield archive, manifest


@contextmanager
def opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(file)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnusableArchive(_("Arsip %(file)s tidak ada.") % {"file": file}) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise UnusableArchive(_("Arsip %(file)s tidak dapat dibaca: %(why)s.") % {"file": file, "why": why}) from error
    except BROKEN as error:
        raise UnusableArchive(
            _("%(file)s bukan arsip cadangan, atau terpotong. Pakai cadangan yang lain.") % {"file": file}
        ) from error
    with archive:
        yield archive


def manifest_of(archive: zipfile.ZipFile) -> Manifest:
    try:
        about = archive.getinfo(MANIFEST)
        if about.file_size > LARGEST_MANIFEST:
            raise ValueError(about.file_size)
        with archive.open(about) as member:
            text = member.read(LARGEST_MANIFEST)
        known = msgspec.json.decode(text, type=dict[str, object])
        if isinstance(known.get("format"), int) and known["format"] != FORMAT:
            raise UnusableArchive(newer(str(known.get("version"))))
        return msgspec.json.decode(text, type=Manifest)
    except (KeyError, *BROKEN) as error:
        raise UnusableArchive(
            _("Daftar isi arsip ini tidak ada atau rusak: bukan cadangan Petajalan, atau sudah berubah.")
        ) from error


def newer(other: str) -> str:
    return _(
        "Arsip ini dibuat Petajalan %(other)s, lebih baru daripada yang terpasang (%(own)s). Pasang versi itu atau "
        "yang lebih baru, lalu ulangi."
    ) % {"other": other[:40], "own": version("petajalan")}


def refuse_newer(manifest: Manifest) -> None:
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if numbers(manifest.version) > numbers(version("petajalan")) or set(manifest.migrations) - known:
        raise UnusableArchive(newer(manifest.version))


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(".") if part.isdecimal()]


def refuse_odd_names(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Exactly the members that the manifest names, once each, none of which could lead out of its folder."""
    listed = [member.name for member in manifest.members]
    for name in listed:
        path = PurePosixPath(name)
        if (
            not name.startswith((ROWS, FILES))
            or path.as_posix() != name
            or ".." in path.parts
            or len(path.parts) < 2
            or odd(name)
        ):
            raise UnusableArchive(_("Arsip ini memuat nama berkas yang tidak sah: %(name)r.") % {"name": name[:100]})
    inside = [about.filename for about in archive.infolist() if about.filename != MANIFEST]
    if sorted(inside) != sorted(listed) or len(set(listed)) != len(listed):
        raise UnusableArchive(_("Isi arsip tidak sama dengan daftar isinya: ada yang hilang, ganda, atau ditambahkan."))
    for about in archive.infolist():
        kind = stat.S_IFMT(about.external_attr >> 16)
        if about.is_dir() or about.flag_bits & 1 or kind not in (0, stat.S_IFREG):
            raise UnusableArchive(
                _("Arsip ini memuat nama berkas yang tidak sah: %(name)r.") % {"name": about.filename[:100]}
            )


def odd(name: str) -> bool:
    """Characters that a file of ours never has and that another system may read as a path."""
    return "\\" in name or not name.isprintable()


def refuse_too_large(manifest: Manifest) -> None:
    if any(member.size < 0 for member in manifest.members):
        raise UnusableArchive(_("Isi arsip tidak sama dengan daftar isinya: ada yang hilang, ganda, atau ditambahkan."))
    needed = sum(member.size for member in manifest.members)
    free = shutil.disk_usage(settings.DATA_DIR).free
    if needed > free:
        raise UnusableArchive(
            _("Isi arsip ini %(needed)d MB, sedangkan ruang kosong di %(folder)s hanya %(free)d MB.")
            % {"needed": needed // 1_000_000, "folder": settings.DATA_DIR, "free": free // 1_000_000}
        )


def compare(archive: zipfile.ZipFile, member: Member, count: Count) -> None:
    digest, size, lines = hashlib.sha256(), 0, 0
    try:
        with archive.open(member.name) as source:
            while block := source.read(min(BLOCK, member.size - size + 1)):
                digest.update(block)
                size += len(block)
                lines += block.count(b"\n")
                count(len(block))
                if size > member.size:
                    break
    except (OSError, *BROKEN) as error:
        raise UnusableArchive(altered(member)) from error
    if size != member.size or digest.hexdigest() != member.sha256:
        raise UnusableArchive(altered(member))
    if member.name.startswith(ROWS) and member.rows != lines - 1:
        raise UnusableArchive(altered(member))


def altered(member: Member) -> str:
    return _("Bagian %(name)s rusak atau berubah sejak cadangan dibuat. Pakai cadangan yang lain.") % {
        "name": member.name
    }
