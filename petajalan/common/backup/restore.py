"""Putting an archive in the place of an installation: all of it or nothing.

First everything is verified; then the new database is built beside the old one and compared with the manifest; then the
files are added, the databases change places in one commit, and at last the old files are put aside. A machine that
stops before the commit leaves the old installation whole, with a few files that nobody names; one that stops after it
leaves the new one whole.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from django.apps import apps
from django.apps.registry import Apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.color import no_style
from django.core.management.sql import emit_post_migrate_signal
from django.db import DataError, IntegrityError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from petajalan.common import audit, outbox
from petajalan.common.backup.archive import BLOCK, Count, nobody
from petajalan.common.backup.create import stored_files
from petajalan.common.backup.databases import Exchange, replacing, schema_aside
from petajalan.common.backup.manifest import FILES, ROWS, Manifest, Refusal, UnusableArchive, key_is_known
from petajalan.common.backup.rows import LONGEST_LINE, kept_models, read_rows
from petajalan.common.backup.verify import Archive
from petajalan.common.management.commands.migrate import create_tables
from petajalan.common.models import AuditEntry, MailStatus, OutboxMail


@dataclass(frozen=True, slots=True)
class Restored:
    """`aside`: where the old files (and on SQLite the old database) are now; `schema`: the old PostgreSQL schema."""

    manifest: Manifest
    aside: Path | None
    schema: str
    key_is_known: bool


def restore_backup(
    archive: Archive, *, force: bool, source: str, by: audit.Actor, at: datetime, count: Count = nobody
) -> Restored:
    manifest = archive[1]
    with alone():
        in_use = is_in_use()
        if in_use and not force:
            raise Refusal(
                _(
                    "Instalasi ini sudah berisi data, jadi tidak ada yang diubah. Dengan --force isinya diganti; yang "
                    "lama disimpan di samping."
                )
            )
        with workshop_of_restore() as workshop:
            aside = folder_aside(at) if in_use else None
            exchange = Exchange()
            try:
                with replacing(workshop, aside, exchange):
                    fill(archive, count)
                    with transaction.atomic():
                        withdraw_mail()
                        after = {"filename": source, "version": manifest.version, "files": len(manifest.files)}
                        after |= {"rows": sum(manifest.tables.values()), "created_at": manifest.created_at}
                        audit.record_installation(by=by, action="installation_restored", after=after, at=at)
                    link_aside(aside)
                    later = add_files(archive, workshop)
            except BaseException:
                # As long as the old installation stands, what lies aside is only a second copy of it.
                if aside and not exchange.happened:
                    shutil.rmtree(aside, ignore_errors=True)
                raise
            for fresh, target in later:
                os.replace(fresh, target)
            if aside:
                remove_unnamed(manifest)
    old_schema = schema_aside(aside) if aside and connection.vendor == "postgresql" else ""
    return Restored(manifest, aside, old_schema, key_is_known(manifest))


@contextmanager
def alone() -> Iterator[None]:
    """Neither a server nor another restore works in this folder. `petajalan serve` holds the same lock, shared."""
    with (settings.DATA_DIR / "serve.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Refusal(
                _("Petajalan masih berjalan di folder %(folder)s. Hentikan `petajalan serve`, lalu ulangi.")
                % {"folder": settings.DATA_DIR}
            ) from error
        yield


def is_in_use() -> bool:
    return get_user_model()._base_manager.exists() or AuditEntry.objects.exists() or bool(stored_files())


@contextmanager
def workshop_of_restore() -> Iterator[Path]:
    """A folder on the same disk, gone at the end; one that an interrupted restore left is emptied."""
    workshop: Path = settings.DATA_DIR / "restoring"
    shutil.rmtree(workshop, ignore_errors=True)
    workshop.mkdir(mode=0o700)
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def folder_aside(at: datetime) -> Path:
    folder: Path = settings.DATA_DIR / f"before-restore-{at:%Y%m%d-%H%M%S}"
    folder.mkdir(mode=0o700)
    return folder


def fill(archive: Archive, count: Count) -> None:
    """The tables as the archive's version knew them, its rows, and then what this version changed since."""
    opened, manifest = archive
    kept = {model._meta.label_lower: model for model in kept_models(tables_of(manifest))}
    if set(kept) != set(manifest.tables):
        raise UnusableArchive(_("Isi tabel arsip ini tidak sesuai dengan versi yang dicatatnya."))
    try:
        with transaction.atomic():
            defer_constraints()
            for model in kept.values():
                empty(model)
            for label, model in kept.items():
                with opened.open(f"{ROWS}{label}.jsonl") as member:
                    read_rows(model, counted(member, count))
            with connection.cursor() as cursor:
                for statement in connection.ops.sequence_reset_sql(no_style(), list(kept.values())):
                    cursor.execute(statement)
            connection.check_constraints()
    except (IntegrityError, DataError) as error:
        raise UnusableArchive(
            _("Isi arsip ini ditolak basis data: %(why)s. Tidak ada yang berubah.")
            % {"why": " ".join(str(error).split()).rstrip(".")}
        ) from error
    compare_counts(kept, manifest)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    emit_post_migrate_signal(0, False, connection.alias)


def tables_of(manifest: Manifest) -> Apps:
    """Made as the archive's version knew them: at once where that is this version, else step by step up to there."""
    executor = MigrationExecutor(connection)
    known = {(app, migration) for app, _dot, migration in (name.partition(".") for name in manifest.migrations)}
    if known == set(executor.loader.graph.nodes):
        create_tables(connection)
        return apps
    targets = [node for node in sorted(known) if is_last_of_its_app(executor, node, known)]
    return executor.migrate(targets).apps


def defer_constraints() -> None:
    """Rows come in alphabetical order of their tables; migrations in this transaction made constraints immediate."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def is_last_of_its_app(executor: MigrationExecutor, node: tuple[str, str], known: set[tuple[str, str]]) -> bool:
    children = executor.loader.graph.node_map[node].children
    return not any(child.key in known and child.key[0] == node[0] for child in children)


def empty(model: type[models.Model]) -> None:
    """Of what a migration put there. The archive holds it too."""
    if model._base_manager.exists():
        model._base_manager.all()._raw_delete(connection.alias)


def counted(member: IO[bytes], count: Count) -> Iterator[bytes]:
    while line := member.readline(LONGEST_LINE):
        count(len(line))
        yield line


def compare_counts(kept: dict[str, type[models.Model]], manifest: Manifest) -> None:
    for label, expected in manifest.tables.items():
        found = kept[label]._base_manager.count()
        if found != expected:
            raise UnusableArchive(
                _("Tabel %(table)s berisi %(found)d baris, seharusnya %(expected)d. Tidak ada yang berubah.")
                % {"table": label, "found": found, "expected": expected}
            )


def withdraw_mail() -> None:
    """Mail that waited then has left since, or is not wanted from a second copy of the city."""
    for mail in OutboxMail.objects.filter(status=MailStatus.WAITING):
        outbox.withdraw(mail)
    for mail in OutboxMail.objects.filter(status=MailStatus.SENDING):
        outbox.give_up(mail)


def link_aside(aside: Path | None) -> None:
    """A second name for every old file; nothing is copied."""
    if not aside:
        return
    for path in stored_files():
        kept = aside / "files" / path.relative_to(settings.MEDIA_ROOT)
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.link(path, kept)


def add_files(archive: Archive, workshop: Path) -> list[tuple[Path, Path]]:
    """Add what is not there. Where an old file of that name differs, the new one waits until the databases changed."""
    opened, manifest = archive
    later = []
    for number, member in enumerate(manifest.files):
        target = Path(settings.MEDIA_ROOT) / member.name.removeprefix(FILES)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = workshop / str(number)
        with opened.open(member.name) as source, fresh.open("xb") as copy:
            shutil.copyfileobj(source, copy, BLOCK)
            copy.flush()
            os.fsync(copy.fileno())
        fresh.chmod(settings.FILE_UPLOAD_PERMISSIONS or 0o600)
        if target.exists():
            later.append((fresh, target))
        else:
            os.replace(fresh, target)
    return later


def remove_unnamed(manifest: Manifest) -> None:
    """Old files that the new database does not know. They lie aside."""
    wanted = {Path(settings.MEDIA_ROOT) / member.name.removeprefix(FILES) for member in manifest.files}
    for path in stored_files():
        if path not in wanted:
            path.unlink()
