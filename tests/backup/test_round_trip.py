"""What goes into an archive comes out again, on the same engine and on the other one."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.backup.conftest import WORKER_TRACES, Entries, archived, changed, contents, manifest
from tests.installation import ENGINES, Installation

Place = Callable[..., Installation]

ADD_A_UNIT = """
from datetime import UTC, date, datetime
from petajalan.accounts.models import Agency
from petajalan.accounts.services import create_agency
create_agency(name="Kota Baru", kind="city", slug="kota-baru", by="system", at=datetime.now(UTC))
print(Agency.objects.filter(slug="kota-baru").count())
"""
TOKENS = "rows/api.apitoken.jsonl"
TRAIL = """
from petajalan.common.models import AuditEntry
entry = AuditEntry.objects.filter(object_type="installation").first()
print(entry.actor_name, entry.action, entry.after["filename"], entry.after["rows"])
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_an_archive_becomes_the_same_installation(engine: str, archive: Path, place: Place, tmp_path: Path) -> None:
    new = place(engine)
    done = new.run("restore", archive)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Instalasi dipulihkan dari {archive}" in done.stdout
    assert "Isi PETAJALAN_OLD_SECRET_KEYS dengan kunci yang lama." in done.stdout
    rows = sum(one["rows"] or 0 for one in manifest(archive)["members"])  # type: ignore[attr-defined]
    assert new.asked(TRAIL) == f"system installation_restored kota.zip {rows}"
    assert archived(new, tmp_path / "lagi.zip") == contents(archive)
    # Sequences continue after the rows that came in.
    assert new.asked(ADD_A_UNIT) == "1"


def before_the_interface(entries: Entries, manifest: dict[str, Any]) -> None:
    """As a version wrote it that had no `api` yet: its tables are made step by step, and those of `api` afterwards."""
    del entries[TOKENS]
    manifest["members"] = [one for one in manifest["members"] if one["name"] != TOKENS]
    manifest["migrations"].remove("api.0001_initial")


@pytest.mark.parametrize("engine", ENGINES)
def test_an_archive_of_an_older_version_gets_the_tables_of_this_one(
    engine: str, archive: Path, place: Place, tmp_path: Path
) -> None:
    new = place(engine)
    done = new.run("restore", changed(archive, tmp_path / "lama.zip", before_the_interface))
    assert (done.returncode, done.stderr) == (0, "")
    assert archived(new, tmp_path / "lagi.zip") == contents(archive)


def test_from_postgresql_back_to_sqlite(archive: Path, place: Place, tmp_path: Path) -> None:
    first, second = place("postgresql"), place("sqlite", "kedua")
    assert first.run("restore", archive).returncode == 0
    assert archived(first, tmp_path / "dari-postgresql.zip") == contents(archive)
    assert manifest(tmp_path / "dari-postgresql.zip")["engine"] == "postgresql"
    assert second.run("restore", tmp_path / "dari-postgresql.zip").returncode == 0
    assert archived(second, tmp_path / "dari-sqlite.zip") == contents(archive)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_installation_in_use_is_replaced_only_by_force(
    engine: str, archive: Path, place: Place, tmp_path: Path
) -> None:
    other = place(engine)
    assert other.asked(ADD_A_UNIT if other.run("restore", archive).returncode == 0 else "") == "1"
    (other.folder / "files" / "lain.txt").write_text("berkas lama")
    before = archived(other, tmp_path / "sebelum.zip")

    refused = other.run("restore", archive)
    assert refused.returncode == 1
    assert refused.stderr.startswith("petajalan: Instalasi ini sudah berisi data, jadi tidak ada yang diubah.")
    assert archived(other, tmp_path / "tetap.zip") == before != contents(archive)

    forced = other.run("restore", "--force", archive)
    assert (forced.returncode, forced.stderr) == (0, "")
    assert archived(other, tmp_path / "sesudah.zip") == contents(archive)
    (aside,) = other.folder.glob("before-restore-*")
    assert f"Yang lama disimpan di {aside}." in forced.stdout
    assert (aside / "files" / "lain.txt").read_text() == "berkas lama"
    assert not (other.folder / "files" / "lain.txt").exists()
    if engine == "sqlite":
        old = Installation(aside, "")
        assert archived(old, tmp_path / "yang-lama.zip") == before
    else:
        assert f"sebagai skema {aside.name.replace('-', '_')}." in forced.stdout


WRITE_PAIRS = """
from datetime import UTC, datetime
from itertools import count
from django.db import transaction
from petajalan.common import audit
for number in count():
    with transaction.atomic():
        for half in ("left", "right"):
            audit.record_installation(by="system", action=half, after={}, at=datetime.now(UTC))
    if number == 0:
        print("begun", flush=True)
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_a_backup_while_others_write_holds_one_moment(engine: str, archive: Path, place: Place, tmp_path: Path) -> None:
    busy = place(engine)
    assert busy.run("restore", archive).returncode == 0
    writer = busy.python(WRITE_PAIRS)
    try:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "begun\n"
        done = busy.run("backup", tmp_path / "ramai.zip")
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.communicate()
    assert (done.returncode, done.stderr) == (0, "")
    quiet = place("sqlite", "tenang")
    assert quiet.run("restore", tmp_path / "ramai.zip").returncode == 0
    counted = (
        "from petajalan.common.models import AuditEntry\n"
        "print(*(AuditEntry.objects.filter(action=half).count() for half in ('left', 'right')))"
    )
    left, right = map(int, quiet.asked(counted).split())
    assert left == right > 0
    assert int(busy.asked(counted).split()[0]) > left


def test_the_server_has_to_be_stopped_for_a_restore(archive: Path, city: Installation, tmp_path: Path) -> None:
    from tests.installation import COMMAND

    server = subprocess.Popen(
        [COMMAND, "serve", "--port", "0"], env=city.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        assert server.stdout is not None
        assert b"http://127.0.0.1" in server.stdout.readline()
        done = city.run("restore", "--force", archive)
        now, before = archived(city, tmp_path / "sambil-jalan.zip"), contents(archive)
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=60)
    assert {name for name in now.keys() | before.keys() if now.get(name) != before.get(name)} <= WORKER_TRACES
    assert done.returncode == 1
    assert done.stderr == (
        f"petajalan: Petajalan masih berjalan di folder {city.folder}. Hentikan `petajalan serve`, lalu ulangi.\n"
    )
