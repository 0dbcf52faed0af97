"""The DOCX: styles instead of formatting by hand, pages, repeated heads; it opens in LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from petajalan.exports.documents.choice import Format
from petajalan.exports.documents.write import write
from tests.exports.documents.whole import WHOLE


@pytest.fixture(scope="module")
def content() -> bytes:
    return write(WHOLE, Format.DOCX)


def test_every_paragraph_has_a_style_with_a_meaning(content: bytes) -> None:
    made = docx.Document(BytesIO(content))
    styles = [(one.style.name, one.text) for one in made.paragraphs if one.style and one.text]
    assert styles[:15] == [
        ("Pemberitahuan", "Rancangan: belum ditetapkan."),
        ("Pemberitahuan", "Data simulasi kota contoh."),
        ("Title", "KEPUTUSAN WALI KOTA MELATI"),
        ("Subtitle", "NOMOR 188/12/2025"),
        ("Title", "TENTANG"),
        ("Title", "ROAD MAP"),
        ("Fakta", "Perihal\t:\tUji coba"),
        ("Klausul", "Menimbang\t:\ta.\tbahwa satu;"),
        ("Klausul Lanjutan", "b.\tbahwa dua;"),
        ("Diktum", "KESATU\t:\tMenetapkan road map."),
        ("Heading 1", "BAB I\nPENDAHULUAN"),
        ("Heading 2", "1.1 Latar belakang"),
        ("Isi", "Paragraf *ini* <b>utuh</b> & lain."),
        ("Daftar 1", "a.\tbutir pertama:"),
        ("Daftar 2", "1)\tanak butir;"),
    ]
    assert {one.style.name for one in made.paragraphs if one.style} & {"Normal", "No Spacing"} == set()
    assert (made.core_properties.title, made.core_properties.author) == (" ".join(WHOLE.title), "Kota Melati")


def test_the_letterhead_stands_beside_the_logo(content: bytes) -> None:
    head = docx.Document(BytesIO(content)).tables[0]
    assert [cell.text for cell in head.rows[0].cells] == [
        "",
        "PEMERINTAH KOTA MELATI\nSEKRETARIAT DAERAH\nJalan Mawar 1\nMelati",
        "",
    ]
    assert len(head._tbl.findall(".//" + qn("wp:inline"))) == 1


def test_heads_repeat_and_rows_stay_whole(content: bytes) -> None:
    targets, long = docx.Document(BytesIO(content)).tables[1:3]
    assert [_marks(row) for row in targets.rows] == [{"cantSplit", "tblHeader"}] * 2 + [{"cantSplit"}] * 4
    assert [_marks(row) for row in long.rows][:2] == [{"cantSplit", "tblHeader"}, {"cantSplit"}]
    assert targets.cell(0, 2).text == targets.cell(0, 3).text == "Target"
    assert targets.cell(3, 1)._tc is targets.cell(4, 1)._tc  # one cell over two rows


def _marks(row: object) -> set[str]:
    properties = row._tr.trPr  # type: ignore[attr-defined]
    return {one.tag.rpartition("}")[2] for one in properties}


def test_pages_turn_and_only_the_first_goes_without_a_number(content: bytes) -> None:
    sections = docx.Document(BytesIO(content)).sections
    assert [one.orientation for one in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert [one.different_first_page_header_footer for one in sections] == [True, False, False]
    header = sections[1].header
    assert [one.text for one in header.paragraphs] == [
        "- 2 -",
        "Rancangan: belum ditetapkan. Data simulasi kota contoh.",
    ]
    assert "PAGE" in header._element.xml


def test_a_signature_is_held_together_with_what_stands_above(content: bytes) -> None:
    paragraphs = docx.Document(BytesIO(content)).paragraphs
    start = next(at for at, one in enumerate(paragraphs) if one.text == "Penutup.")
    block = paragraphs[start : start + 8]
    assert block[1].text == "Ditetapkan di Melati\npada tanggal 5 Mei 2025"
    assert block[-1].text == "AHMAD FULAN"
    keeps = [one.paragraph_format.keep_with_next or one.style.paragraph_format.keep_with_next for one in block[:-1]]  # type: ignore[union-attr]
    assert keeps == [True] * 7


def test_it_opens_in_libreoffice(content: bytes, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.fail("This test needs LibreOffice Writer: apt-get install libreoffice-writer-nogui.")
    (tmp_path / "uji.docx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "uji.docx"),
    ]
    done = subprocess.run(command, capture_output=True, timeout=120)
    assert (tmp_path / "uji.pdf").exists(), done.stderr.decode()
    pages = pypdfium2.PdfDocument(tmp_path / "uji.pdf")
    texts = [page.get_textpage().get_text_range() for page in pages]
    assert "Uraian panjang" in texts[1]
    assert "Uraian panjang" in texts[2]  # the head of the table, again
    assert pages[1].get_width() > pages[1].get_height()
    assert "- 2 -" in texts[1]
    assert "- 1 -" not in texts[0]
