"""A restore that is killed leaves the old installation whole, or the new one; a second attempt succeeds."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.backup.conftest import archived, contents
from tests.backup.test_round_trip import ADD_A_UNIT
from tests.installation import ENGINES, Installation

# The interpreter itself tells of each file that is renamed or removed; at the named one the process ends.
KILLED = """
import signal
event, word, *arguments = sys.argv[1:]
def stop(happening, given):
    if happening == event and any(word in str(one) for one in given):
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(stop)
from petajalan.cli import main
sys.exit(main(arguments))
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_killed_before_the_databases_changed_places(
    engine: str, archive: Path, place: Callable[..., Installation], tmp_path: Path
) -> None:
    old = place(engine)
    assert old.run("restore", archive).returncode == 0
    assert old.asked(ADD_A_UNIT) == "1"
    before = archived(old, tmp_path / "sebelum.zip")
    # Not yet there, so that the new file is moved to its place: after the new database is complete, before it counts.
    (upload,) = (path for path in old.folder.glob("files/**/*") if path.is_file())
    text = upload.read_bytes()
    upload.unlink()
    killed = old.python(KILLED, "os.rename", "restoring", "restore", "--force", str(archive))
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    upload.write_bytes(text)
    assert archived(old, tmp_path / "tetap.zip") == before
    assert old.run("restore", "--force", archive).returncode == 0
    assert archived(old, tmp_path / "sesudah.zip") == contents(archive)
    assert not (old.folder / "restoring").exists()


@pytest.mark.parametrize("engine", ENGINES)
def test_killed_after_the_databases_changed_places(
    engine: str, archive: Path, place: Callable[..., Installation], tmp_path: Path
) -> None:
    old = place(engine)
    assert old.run("restore", archive).returncode == 0
    assert old.asked(ADD_A_UNIT) == "1"
    (old.folder / "files" / "lain.txt").write_text("berkas lama")
    killed = old.python(KILLED, "os.remove", "lain.txt", "restore", "--force", str(archive))
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    new = archived(old, tmp_path / "baru.zip")
    assert new.pop("files/lain.txt")
    assert new == contents(archive)
    (aside,) = old.folder.glob("before-restore-*")
    assert (aside / "files" / "lain.txt").read_text() == "berkas lama"
