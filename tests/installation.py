"""An installation of its own, outside the test process: a data folder and a database, worked by the real command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

COMMAND = str(Path(sys.executable).parent / "petajalan")
ROOT = Path(__file__).resolve().parent.parent
ENGINES = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True)
class Installation:
    folder: Path
    database: str  # as DATABASE_URL

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in {"PORT", "PETAJALAN_SECRET_KEY"}}
        return {
            **kept,
            "LC_ALL": "id_ID.UTF-8",
            "PETAJALAN_DATA_DIR": str(self.folder),
            "DATABASE_URL": self.database,
            "DJANGO_SETTINGS_MODULE": "petajalan.settings",
            "PYTHONPATH": str(ROOT),
        }

    def run(self, *arguments: str | Path, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
        """`petajalan` with these arguments. `before` is called in the new process, to take something from it."""
        return subprocess.run(
            [COMMAND, *map(str, arguments)],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            preexec_fn=before,
        )

    def python(self, code: str, *arguments: str) -> subprocess.Popen[str]:
        """A program of ours beside it, with Django set up."""
        start = "import sys, os, django; django.setup()\n"
        return subprocess.Popen(
            [sys.executable, "-c", start + code, *arguments],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def asked(self, code: str) -> str:
        shown, _told = self.python(code).communicate()
        return shown.strip()


@contextmanager
def installed(folder: Path, engine: str) -> Iterator[Installation]:
    """An empty one. On PostgreSQL it has a database of its own, dropped at the end."""
    if engine == "sqlite":
        yield Installation(folder, "")
        return
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        pytest.skip("TEST_DATABASE_URL names no PostgreSQL server")
    name = f"petajalan_{os.getpid()}_{abs(hash(str(folder))) % 10**8}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield Installation(folder, urlsplit(server)._replace(path=f"/{name}").geturl())
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
