"""The demonstration city, archived once from SQLite for all tests of this folder."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.installation import Installation, installed

Entries = dict[str, bytes]
Change = Callable[[Entries, dict[str, Any]], None]

# Written by the backup and by the restore themselves.
OWN_TRACES = frozenset({"rows/common.auditentry.jsonl"})
# Written by the worker of a running server: the reminders of the day and their mail.
WORKER_TRACES = frozenset({"rows/reporting.reminder.jsonl", "rows/common.outboxmail.jsonl"})


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Only read and archived, never changed."""
    with installed(tmp_path_factory.mktemp("city"), "sqlite") as city:
        assert city.run("demo", "--no-serve").returncode == 0
        yield city


@pytest.fixture(scope="session")
def archive(city: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("archive") / "kota.zip"
    done = city.run("backup", file)
    assert (done.returncode, done.stderr) == (0, "")
    return file


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Callable[..., Installation]]:
    """Makes empty installations: `place("sqlite")`, `place("postgresql", "kedua")`."""
    opened = []

    def made(engine: str, name: str = "data") -> Installation:
        opened.append(installed(tmp_path / name, engine))
        return opened[-1].__enter__()

    yield made
    for one in opened:
        one.__exit__(None, None, None)


def manifest(file: Path) -> dict[str, object]:
    with zipfile.ZipFile(file) as archive:
        return json.loads(archive.read("manifest.json"))


def contents(file: Path) -> dict[str, str]:
    """Digest of each member, the traces of backups and restores apart."""
    members = manifest(file)["members"]
    assert isinstance(members, list)
    return {one["name"]: one["sha256"] for one in members if one["name"] not in OWN_TRACES}


def archived(installation: Installation, file: Path) -> dict[str, str]:
    done = installation.run("backup", file)
    assert (done.returncode, done.stderr) == (0, "")
    return contents(file)


def changed(archive: Path, target: Path, change: Change) -> Path:
    """The same archive with another content, wrapped as carefully as by somebody who knows the format."""
    with zipfile.ZipFile(archive) as source:
        entries = {about.filename: source.read(about) for about in source.infolist()}
    manifest = json.loads(entries.pop("manifest.json"))
    change(entries, manifest)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name, content in entries.items():
            copy.writestr(name, content)
        copy.writestr("manifest.json", json.dumps(manifest))
    return target
