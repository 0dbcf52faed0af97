"""Ends of a command that a person has to read: a sentence, never a traceback."""

from __future__ import annotations

import os
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
