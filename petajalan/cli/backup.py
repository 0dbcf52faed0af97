"""`petajalan backup` and `petajalan restore`: the whole installation into one archive, and back."""

from __future__ import annotations

import argparse
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from petajalan.cli.database import load_django, open_database
from petajalan.cli.failure import Failure
from petajalan.cli.language import gettext as _
from petajalan.cli.progress import Progress

if TYPE_CHECKING:
    from petajalan.common.backup import Manifest


def backup(given: argparse.Namespace) -> int:
    file = Path(given.file)
    if not file.name or not file.absolute().parent.is_dir():
        raise Failure(_("Folder %(folder)s tidak ada. Buat dahulu, atau sebutkan yang lain.") % {"folder": file.parent})
    open_database()
    from petajalan.common.audit import SYSTEM
    from petajalan.common.backup import create_backup

    with sentences(), Progress(_("Menyalin:"), "MB") as progress:
        made = create_backup(file, by=SYSTEM, at=datetime.now(UTC), count=megabytes(progress))
    print(_("Cadangan %(file)s dibuat dan sudah diperiksa: %(what)s.") % {"file": file, "what": told(made.manifest)})
    if made.missing:
        raise Failure(
            _("Cadangan tersimpan, tetapi %(count)d berkas yang disebut basis data tidak ada: %(names)s.")
            % {"count": len(made.missing), "names": ", ".join(made.missing[:3])},
            1,
        )
    return 0


def restore(given: argparse.Namespace) -> int:
    file = Path(given.file)
    load_django()
    from petajalan.common.audit import SYSTEM
    from petajalan.common.backup import restore_backup, verified

    with sentences(), Progress(_("Memeriksa dan memulihkan:"), "MB") as progress:
        count = megabytes(progress)
        with verified(file, count) as archive:
            if given.check:
                print(_("Arsip %(file)s utuh: %(what)s.") % {"file": file, "what": told(archive[1])})
                return 0
            open_database()
            done = restore_backup(
                archive, force=given.force, source=file.name, by=SYSTEM, at=datetime.now(UTC), count=count
            )
    print(_("Instalasi dipulihkan dari %(file)s: %(what)s.") % {"file": file, "what": told(done.manifest)})
    if done.aside:
        print(_("Yang lama disimpan di %(folder)s.") % {"folder": done.aside})
    if done.schema:
        print(_("Basis data yang lama disimpan sebagai skema %(schema)s.") % {"schema": done.schema})
    if not done.key_is_known:
        print(
            _(
                "Kunci rahasia di sini lain daripada di instalasi asal: verifikasi dua langkah tidak akan dikenali. "
                "Isi PETAJALAN_OLD_SECRET_KEYS dengan kunci yang lama."
            )
        )
    return 0


def told(manifest: Manifest) -> str:
    return _("%(rows)d baris, %(files)d berkas, versi %(version)s, %(at)s UTC") % {
        "rows": sum(manifest.tables.values()),
        "files": len(manifest.files),
        "version": manifest.version,
        "at": f"{manifest.created_at:%Y-%m-%d %H:%M}",
    }


def megabytes(progress: Progress) -> Callable[[int], None]:
    """How far a piece of work of unknown length has come."""
    seen = 0

    def count(length: int) -> None:
        nonlocal seen
        seen += length
        progress(seen // 1_000_000)

    return count


@contextmanager
def sentences() -> Iterator[None]:
    from petajalan.common.backup import Refusal, UnusableArchive

    try:
        yield
    except Refusal as refusal:
        raise Failure(str(refusal), 1) from refusal
    except UnusableArchive as unusable:
        raise Failure(str(unusable)) from unusable
    except sqlite3.Error as error:
        why = " ".join(str(error).split())
        raise Failure(_("Basis data tidak dapat ditulis: %(why)s. Tidak ada yang berubah.") % {"why": why}) from error
