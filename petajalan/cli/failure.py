"""Ends of a command that a person has to read: a sentence, never a traceback."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from petajalan.cli.language import gettext as _


class Failure(Exception):
    """Stops the command with this sentence."""

    def __init__(self, sentence: str, code: int = 2) -> None:
        super().__init__(sentence)
        self.code = code


def foreseen(error: Exception) -> str | None:
    """The sentence for what a machine does to any program, `None` for an error of this one."""
    databases = sys.modules.get("django.db")
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _("Tidak ada ruang lagi untuk menulis (%(why)s). Kosongkan tempat, lalu ulangi perintahnya.") % {
            "why": os.strerror(error.errno)
        }
    if isinstance(error, PermissionError | IsADirectoryError) and error.filename:
        return _("%(file)s tidak dapat dipakai: %(why)s.") % {"file": error.filename, "why": error.strerror}
    if databases and isinstance(error, databases.OperationalError):
        return _(
            "Basis data tidak dapat dipakai: %(why)s. Tidak ada yang berubah; perbaiki sebabnya, lalu ulangi "
            "perintahnya."
        ) % {"why": " ".join(str(error).split())}
    return None


def unexpected(error: Exception) -> str:
    """Write the traceback into a log for whoever mends the program, and say where it is."""
    try:
        folder = Path(os.environ.get("PETAJALAN_DATA_DIR") or "data")
        folder.mkdir(parents=True, exist_ok=True)
        log = written(folder / "petajalan.log", error)
    except OSError:
        log = written(Path(tempfile.mkdtemp(prefix="petajalan-")) / "petajalan.log", error)
    return _(
        "Perintah ini berhenti karena kesalahan di dalam program (%(kind)s). Rinciannya ada di %(log)s; sertakan "
        "berkas itu bila Anda melaporkannya."
    ) % {"kind": type(error).__name__, "log": log}


def written(log: Path, error: Exception) -> Path:
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} petajalan\n")
        file.writelines(traceback.format_exception(error))
    return log
