"""Archives that must not be believed, and places that cannot be written: a sentence each, and nothing has changed.

Where the command runs inside the test process no database is allowed: a refusal comes before anything is touched.
"""

from __future__ import annotations

import hashlib
import resource
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from petajalan.cli import main
from petajalan.cli.language import use
from tests.backup.conftest import Change, Entries, archived, changed, contents
from tests.installation import Installation

UPLOAD = "files/regulations/1/"


@pytest.fixture(autouse=True)
def indonesian(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    monkeypatch.setenv("LANGUAGE", "id")
    before = translation.get_language()
    yield
    use("id")
    translation.activate(before or "id")


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    code = main([str(one) for one in arguments])
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Traceback" not in shown.err
    assert "kesalahan di dalam program" not in shown.err
    return code, shown.err


def another_byte(entries: Entries, manifest: dict[str, Any]) -> None:
    name = next(name for name in entries if name.startswith(UPLOAD))
    entries[name] = entries[name][:-1] + b"?"


def one_row_less(entries: Entries, manifest: dict[str, Any]) -> None:
    name = "rows/accounts.user.jsonl"
    entries[name] = b"".join(entries[name].splitlines(keepends=True)[:-1])
    restate(entries, manifest, name)


def restate(entries: Entries, manifest: dict[str, Any], name: str) -> None:
    content = entries[name]
    (one,) = (one for one in manifest["members"] if one["name"] == name)
    one |= {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def one_file_more(entries: Entries, manifest: dict[str, Any]) -> None:
    entries["files/tambahan.txt"] = b"x"


def one_file_less(entries: Entries, manifest: dict[str, Any]) -> None:
    del entries[next(name for name in entries if name.startswith(UPLOAD))]


def added(name: str) -> Change:
    def add(entries: Entries, manifest: dict[str, Any]) -> None:
        entries[name] = b"x"
        manifest["members"].append({"name": name, "size": 1, "sha256": hashlib.sha256(b"x").hexdigest(), "rows": None})

    return add


def stated(**values: object) -> Change:
    return lambda entries, manifest: manifest.update(values)


def migrated_further(entries: Entries, manifest: dict[str, Any]) -> None:
    manifest["migrations"].append("planning.0999_from_the_future")


def endless(entries: Entries, manifest: dict[str, Any]) -> None:
    """One that says its size: it does not fit the disk."""
    manifest["members"][0]["size"] = 10**18


def unfolding(entries: Entries, manifest: dict[str, Any]) -> None:
    """One that hides its size: reading stops at the stated one."""
    entries["rows/accounts.user.jsonl"] = bytes(50_000_000)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (another_byte, "rusak atau berubah sejak cadangan dibuat. Pakai cadangan yang lain."),
        (one_row_less, "Bagian rows/accounts.user.jsonl rusak atau berubah sejak cadangan dibuat."),
        (one_file_more, "Isi arsip tidak sama dengan daftar isinya: ada yang hilang, ganda, atau ditambahkan."),
        (one_file_less, "Isi arsip tidak sama dengan daftar isinya: ada yang hilang, ganda, atau ditambahkan."),
        (added("files/../../keluar.txt"), "nama berkas yang tidak sah: 'files/../../keluar.txt'."),
        (added("/etc/keluar.txt"), "nama berkas yang tidak sah: '/etc/keluar.txt'."),
        (added("files//keluar.txt"), "nama berkas yang tidak sah: 'files//keluar.txt'."),
        (added("files\\..\\keluar.txt"), "nama berkas yang tidak sah"),
        (added("secret-key"), "nama berkas yang tidak sah: 'secret-key'."),
        (endless, "sedangkan ruang kosong di"),
        (unfolding, "Bagian rows/accounts.user.jsonl rusak atau berubah sejak cadangan dibuat."),
        (stated(version="99.0"), "Arsip ini dibuat Petajalan 99.0, lebih baru daripada yang terpasang"),
        (stated(format=2, version="99.0"), "Arsip ini dibuat Petajalan 99.0, lebih baru daripada yang terpasang"),
        (migrated_further, "lebih baru daripada yang terpasang"),
        (stated(members="banyak"), "Daftar isi arsip ini tidak ada atau rusak"),
        (stated(created_at="kemarin"), "Daftar isi arsip ini tidak ada atau rusak"),
    ],
)
def test_an_archive_that_is_not_as_it_was_made(
    change: Change, sentence: str, archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = told(capsys, "restore", "--force", changed(archive, tmp_path / "lain.zip", change))
    assert code == 2
    assert sentence in said


@pytest.mark.parametrize("part", [0, 0.01, 0.5, 0.999])
def test_a_truncated_archive(part: float, archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = archive.read_bytes()
    short = tmp_path / "terpotong.zip"
    short.write_bytes(whole[: int(len(whole) * part)])
    code, said = told(capsys, "restore", short)
    assert (code, said) == (
        2,
        f"petajalan: {short} bukan arsip cadangan, atau terpotong. Pakai cadangan yang lain.\n",
    )


def test_any_flipped_byte_is_noticed(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the content, that is; the times and flags in the headers of a ZIP file mean nothing here."""
    whole = archive.read_bytes()
    with zipfile.ZipFile(archive) as source:
        starts = [about.header_offset + 30 + len(about.filename) + 20 for about in source.infolist()]
    for start in starts:
        spoiled = bytearray(whole)
        spoiled[start + 2] ^= 0x55
        (tmp_path / "rusak.zip").write_bytes(spoiled)
        assert told(capsys, "restore", tmp_path / "rusak.zip")[0] == 2


def test_a_link_in_an_archive(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    linked = changed(archive, tmp_path / "tautan.zip", lambda entries, manifest: None)
    with zipfile.ZipFile(linked, "a") as copy:
        next(iter(copy.infolist())).external_attr = (stat.S_IFLNK | 0o777) << 16
        copy.comment = b"written again"
    code, said = told(capsys, "restore", linked)
    assert code == 2
    assert "nama berkas yang tidak sah" in said


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("tidak-ada.zip", "tidak ada."),
        (".", "tidak dapat dibaca: Is a directory."),
        ("kosong.txt/x.zip", "tidak ada."),
    ],
)
def test_an_archive_that_cannot_be_read(
    name: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kosong.txt").write_text("")
    code, said = told(capsys, "restore", tmp_path / name)
    assert code == 2
    assert said == f"petajalan: Arsip {tmp_path / name} {sentence}\n"


def test_checking_an_archive_changes_nothing(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", "--check", str(archive)]) == 0
    assert f"Arsip {archive} utuh: " in capsys.readouterr().out


def test_a_backup_never_overwrites(city: Installation, archive: Path) -> None:
    before = archive.read_bytes()
    done = city.run("backup", archive)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"petajalan: {archive} sudah ada. Pilih nama lain; cadangan tidak pernah ditimpa.\n"
    assert archive.read_bytes() == before


def test_a_backup_into_a_folder_that_is_not_there(city: Installation, tmp_path: Path) -> None:
    done = city.run("backup", tmp_path / "tidak-ada" / "kota.zip")
    assert done.returncode == 2
    assert done.stderr == (
        f"petajalan: Folder {tmp_path / 'tidak-ada'} tidak ada. Buat dahulu, atau sebutkan yang lain.\n"
    )


def small_disk(size: int) -> Callable[[], None]:
    """No file may grow beyond this, which a program meets as it meets a full disk."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_disk_that_is_full_while_backing_up(city: Installation, tmp_path: Path) -> None:
    done = city.run("backup", tmp_path / "kota.zip", before=small_disk(60_000))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("petajalan: Tidak ada ruang lagi untuk menulis")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_while_restoring(archive: Path, place: Callable[..., Installation], tmp_path: Path) -> None:
    old = place("sqlite")
    assert old.run("restore", archive).returncode == 0
    done = old.run("restore", "--force", archive, before=small_disk(400_000))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("petajalan: Basis data tidak dapat d")
    assert "Tidak ada yang berubah" in done.stderr
    assert archived(old, tmp_path / "tetap.zip") == contents(archive)
    assert list(old.folder.glob("*restor*")) == []


def test_a_file_that_rows_name_and_the_folder_lacks(
    archive: Path, place: Callable[..., Installation], tmp_path: Path
) -> None:
    lacking = place("sqlite")
    assert lacking.run("restore", archive).returncode == 0
    (lost,) = (path for path in lacking.folder.glob("files/**/*") if path.is_file())
    lost.unlink()
    done = lacking.run("backup", tmp_path / "kurang.zip")
    assert done.returncode == 1
    assert done.stderr == (
        "petajalan: Cadangan tersimpan, tetapi 1 berkas yang disebut basis data tidak ada: "
        f"{lost.relative_to(lacking.folder / 'files')}.\n"
    )
    assert (tmp_path / "kurang.zip").exists()
