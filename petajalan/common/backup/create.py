"""Writing an archive while the server runs: one moment of the database, then the files that it names."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _

from petajalan.common import audit
from petajalan.common.backup.archive import Count, Writer, blocks, nobody
from petajalan.common.backup.manifest import FILES, FORMAT, ROWS, Manifest, Refusal, key_mark
from petajalan.common.backup.rows import kept_models, written_rows
from petajalan.common.backup.verify import odd, verified


@dataclass(frozen=True, slots=True)
class Backup:
    """What was written. `missing` are files that rows name and the folder of files does not hold."""

    manifest: Manifest
    size: int
    missing: list[str]


def create_backup(file: Path, *, by: audit.Actor, at: datetime, count: Count = nobody) -> Backup:
    """The archive appears under its name only after it was read back and found right."""
    if file.exists():
        raise Refusal(_("%(file)s sudah ada. Pilih nama lain; cadangan tidak pernah ditimpa.") % {"file": file})
    with growing(file) as partial:
        manifest, missing = write(partial, at, count)
        partial.flush()
        os.fsync(partial.fileno())
        with verified(Path(partial.name), count):
            pass
        # Linking fails where something came under that name meanwhile.
        os.link(partial.name, file)
        keep_name(file.parent)
    size = file.stat().st_size
    with transaction.atomic():
        after = {"filename": file.name, "size": size, "rows": sum(manifest.tables.values())}
        after["files"] = len(manifest.files)
        audit.record_installation(by=by, action="installation_backed_up", after=after, at=at)
    return Backup(manifest, size, missing)


@contextmanager
def growing(file: Path) -> Iterator[IO[bytes]]:
    """A file beside the final one, readable by its owner only, gone at the end."""
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.") as partial:
        yield partial


def keep_name(folder: Path) -> None:
    """The name, too, has to survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write(target: IO[bytes], at: datetime, count: Count) -> tuple[Manifest, list[str]]:
    archive = Writer(target, at)
    with one_moment():
        migrations = sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())
        for model in kept_models(apps):
            count(archive.add(f"{ROWS}{model._meta.label_lower}.jsonl", written_rows(model), table=True).size)
        named = named_files()
    # Later than the rows: a file is there before the row that names it, so none of the named ones can be missing.
    for path in stored_files():
        try:
            with path.open("rb") as source:
                archive.add(f"{FILES}{path.relative_to(settings.MEDIA_ROOT).as_posix()}", blocks(source, count))
        except FileNotFoundError:
            continue  # taken away meanwhile; told below when a row names it
    manifest = Manifest(
        format=FORMAT,
        version=version("petajalan"),
        engine=connection.vendor,
        created_at=at,
        migrations=migrations,
        key=key_mark(),
        members=archive.members,
    )
    archive.close(manifest)
    return manifest, sorted(named - {member.name.removeprefix(FILES) for member in manifest.files})


@contextmanager
def one_moment() -> Iterator[None]:
    """All reads inside see the database as it was at the first one. Nobody who writes has to wait."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        # Not `atomic`: that begins IMMEDIATE, which would keep all writers waiting.
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def named_files() -> set[str]:
    """Every path that a row holds in a file field."""
    fields = [
        (model, field.attname)
        for model in kept_models(apps)
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.FileField)
    ]
    return {
        name
        for model, column in fields
        for name in model._base_manager.values_list(column, flat=True).iterator()
        if name
    }


def stored_files() -> list[Path]:
    """Regular files only; a link could lead anywhere. What has no name of ours was not put there by us."""
    root = Path(settings.MEDIA_ROOT)
    found = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in found if not odd(str(path.relative_to(root))))
