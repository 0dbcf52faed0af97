"""`petajalan export` as a person or another program calls it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from petajalan.accounts.models import Unit
from petajalan.cli import main
from petajalan.cli.language import use
from petajalan.exports.documents.kinds import KINDS
from petajalan.regulation.reading import read_document
from tests.cast import Cast
from tests.exports.documents.test_templates import template
from tests.exports.test_letterhead_page import AT


@pytest.fixture(autouse=True)
def as_found(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    monkeypatch.setenv("LANGUAGE", "id")
    before = translation.get_language()
    yield
    use("id")
    translation.activate(before or "id")


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["export", *arguments])
    return code, capsys.readouterr().err.removeprefix("petajalan: ").rstrip()


def decree(file: Path, *more: str) -> list[str]:
    return ["export", "team_decree", "--agency", "kota-melati", "-o", str(file), *more]


@pytest.mark.parametrize("format", ["docx", "pdf", "xlsx", "md"])
def test_a_document_is_written_in_each_format(cast: Cast, tmp_path: Path, format: str) -> None:
    file = tmp_path / f"sk.{format}"
    assert main(decree(file)) == 0
    assert any("TIM REFORMASI BIROKRASI" in block.text for block in read_document(file.read_bytes(), "sk").blocks)
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


def test_the_format_may_be_named(cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "sk"
    assert main(decree(file, "--format", "pdf")) == 0
    assert file.read_bytes().startswith(b"%PDF-")
    assert capsys.readouterr().out == f"Keputusan tim reformasi birokrasi tersimpan di {file}.\n"


def test_word_takes_the_template_of_the_agency(cast: Cast, tmp_path: Path) -> None:
    from petajalan.exports.services.letterhead import upload_template

    content = template("Dari templat", "{{ isi }}")
    upload_template(agency=cast.agency, kind="", filename="a.docx", content=content, by=cast.wati, at=AT)
    assert main(decree(tmp_path / "sk.docx")) == 0
    assert read_document((tmp_path / "sk.docx").read_bytes(), "sk").blocks[0].text == "Dari templat"


def test_a_file_that_is_there_is_replaced_only_when_asked(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "sk.md"
    file.write_text("disunting")
    assert main(decree(file)) == 1
    assert "sudah ada. Pilih nama lain, atau tambahkan --force." in capsys.readouterr().err
    assert file.read_text() == "disunting"
    assert main(decree(file, "--force")) == 0
    assert file.read_text() != "disunting"


def test_the_list_names_every_kind_with_what_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--list", "--json"]) == 0
    listed = {one["kind"]: one for one in json.loads(capsys.readouterr().out)}
    assert list(listed) == list(KINDS)
    assert listed["team_decree"]["needs"] == []
    assert listed["annex"]["may_take"] == ["road_map"]
    assert (listed["forum_minutes"]["needs"], listed["forum_minutes"]["formats"]) == (
        ["year", "quarter"],
        ["docx", "pdf", "xlsx", "md"],
    )
    assert main(["export", "--list"]) == 0
    assert "forum_minutes         Berita acara forum monev  --year --quarter\n" in capsys.readouterr().out


def test_refusals_say_what_to_do(cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, melati = str(tmp_path / "a.md"), ("--agency", "kota-melati")
    assert refused(capsys) == (2, "Sebutkan jenis dokumennya. Daftarnya: petajalan export --list.")
    code, sentence = refused(capsys, "surat", *melati, "-o", file)
    assert code == 2
    assert sentence.startswith("Jenis dokumen surat tidak dikenal. Yang ada: annex, ")
    assert refused(capsys, "worksheet", *melati, "-o", file) == (1, "Lembar kerja evaluasi (LKE) memerlukan --year.")
    assert refused(capsys, "forum_minutes", *melati, "-o", file, "--year", "2024", "--quarter", "5") == (
        1,
        "--quarter diisi 1 sampai 4.",
    )
    assert refused(capsys, "team_decree", *melati) == (
        2,
        "Sebutkan berkas hasilnya dengan -o, misalnya -o dokumen.docx.",
    )
    assert refused(capsys, "team_decree", *melati, "-o", str(tmp_path)) == (
        2,
        "Keputusan tim reformasi birokrasi tidak ada dalam format “”. Pilih --format: docx, pdf, xlsx, md.",
    )
    assert refused(capsys, "team_decree", *melati, "-o", str(tmp_path), "--format", "md") == (
        2,
        f"{tmp_path} adalah folder. Sebutkan nama berkasnya.",
    )
    assert refused(capsys, "team_decree", *melati, "-o", str(tmp_path / "tidak" / "a.md")) == (
        2,
        f"Folder {tmp_path / 'tidak'} tidak ada. Buat dahulu, atau sebutkan yang lain.",
    )
    assert refused(capsys, "team_decree", "--agency", "kota-lain", "-o", file) == (
        2,
        "Instansi kota-lain tidak dikenal. Periksa alamatnya.",
    )
    assert refused(capsys, "action_plan", *melati, "-o", file, "--year", "2024", "--unit", "Dinas Bulan") == (
        1,
        "Unit “Dinas Bulan” tidak dikenal di Kota Melati. Tulis nama lengkap atau singkatannya.",
    )
    assert refused(capsys, "annex", *melati, "-o", file, "--road-map", "9") == (
        1,
        "Kota Melati tidak mempunyai road map versi 9.",
    )
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_write_is_no_file(cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unit = Unit.objects.filter(agency=cast.agency).first()
    assert unit is not None
    file = tmp_path / "a.docx"
    arguments = ("action_plan", "--agency", "kota-melati", "-o", str(file), "--year", "2024", "--unit", unit.name)
    code, sentence = refused(capsys, *arguments)
    assert (code, sentence.endswith(".")) == (1, True)
    assert not file.exists()
