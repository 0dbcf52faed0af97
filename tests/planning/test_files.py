import errno
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from petajalan.planning.models import Regulation
from petajalan.planning.services.files import clean_filename, fingerprint, keep_file

CONTENT = b"PERATURAN WALI KOTA TELAGA BIRU"


class FullDisk(FileSystemStorage):
    """Writes the first half and says nothing, as a disk without room may."""

    def save(self, name: str, content: ContentFile, max_length: int | None = None) -> str:  # type: ignore[override]
        whole = content.read()
        return super().save(name, ContentFile(whole[: len(whole) // 2]), max_length)


def regulation(folder: Path, storage: type[FileSystemStorage] = FileSystemStorage, name: str = "a.md") -> Regulation:
    one = Regulation(agency_id=7, filename=name, sha256=fingerprint(CONTENT), uploaded_at=datetime.now(UTC))
    one.file.storage = storage(location=folder)
    return one


def kept(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_file_is_kept_once_under_its_fingerprint(tmp_path: Path) -> None:
    name = f"regulations/7/{fingerprint(CONTENT)}.md"
    for _ in range(2):
        one = regulation(tmp_path)
        keep_file(one, CONTENT)
        assert (one.file.name, kept(tmp_path)) == (name, [name])
    assert (tmp_path / name).read_bytes() == CONTENT


def test_half_a_file_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left") as full:
        keep_file(regulation(tmp_path, FullDisk), CONTENT)
    assert full.value.errno == errno.ENOSPC
    assert kept(tmp_path) == []


@pytest.mark.parametrize("name", ["peraturan", "a." + "仲" * 190, "a.php", "a.md.", "a.\u202emd"])
def test_endings_that_say_nothing_are_not_kept(name: str, tmp_path: Path) -> None:
    keep_file(regulation(tmp_path, name=name), CONTENT)
    assert kept(tmp_path) == [f"regulations/7/{fingerprint(CONTENT)}.bin"]


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("perwali.docx", "perwali.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Dokumen\\perwali.pdf", "perwali.pdf"),
        ("a\x00b\x1b[31m.md", "ab[31m.md"),
        ("perwali\u202excod.exe", "perwalixcod.exe"),
        ("\n", "peraturan"),
        ("x" * 300 + ".docx", "x" * 195 + ".docx"),
    ],
)
def test_names_are_cleaned(given: str, cleaned: str) -> None:
    assert clean_filename(given) == cleaned
