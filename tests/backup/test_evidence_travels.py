"""Evidence is a row and a file: both go into an archive and come out of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.backup.conftest import manifest
from tests.installation import Installation

PROVE = """
from datetime import UTC, datetime
from django.core.files.base import ContentFile
from petajalan.accounts.models import Unit, User
from petajalan.reporting.models import Evidence
from petajalan.reporting.services.evidence_files import digest_of, keep
unit = Unit.objects.order_by("pk").first()
file = ContentFile(b"%PDF-1.7 notula")
one = Evidence(agency=unit.agency, unit=unit, name="notula.pdf", kind="application/pdf",
               added_by=User.objects.first(), added_at=datetime.now(UTC))
one.sha256, one.size = digest_of(file)
keep(one, file)
one.save()
print(one.content.name)
"""
READ = """
from petajalan.reporting.models import Evidence
one = Evidence.objects.get(name="notula.pdf")
with one.content.open("rb") as file:
    print(file.read().decode())
"""


def test_a_file_of_evidence_comes_back_with_its_row(
    archive: Path, place: Callable[..., Installation], tmp_path: Path
) -> None:
    first, second = place("sqlite"), place("sqlite", "kedua")
    assert first.run("restore", archive).returncode == 0
    name = first.asked(PROVE)
    file = tmp_path / "bukti.zip"
    done = first.run("backup", file)
    assert (done.returncode, done.stderr) == (0, "")
    members = manifest(file)["members"]
    assert f"files/{name}" in {one["name"] for one in members}  # type: ignore[attr-defined]
    assert second.run("restore", file).returncode == 0
    assert second.asked(READ) == "%PDF-1.7 notula"


def test_a_file_of_evidence_that_is_gone_is_named(
    archive: Path, place: Callable[..., Installation], tmp_path: Path
) -> None:
    city = place("sqlite")
    assert city.run("restore", archive).returncode == 0
    name = city.asked(PROVE)
    (city.folder / "files" / name).unlink()
    done = city.run("backup", tmp_path / "bukti.zip")
    assert name in done.stdout + done.stderr
