"""The PDF: tagged, heads repeated, pages turned and numbered; a failure is a sentence."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from petajalan.exports.documents.choice import Format
from petajalan.exports.documents.formats import pdf
from petajalan.exports.documents.tree import Heading, Letterhead, Part
from petajalan.exports.documents.write import CannotWrite, write
from tests.exports.documents.whole import LONG, WHOLE


@pytest.fixture(scope="module")
def content() -> bytes:
    return write(WHOLE, Format.PDF)


@pytest.fixture(scope="module")
def texts(content: bytes) -> list[str]:
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pypdfium2.PdfDocument(content)]


def test_it_is_tagged_and_says_what_it_is(content: bytes) -> None:
    found = pypdfium2.PdfDocument(content)
    assert found.is_tagged()
    assert found.get_metadata_value("Title") == "KEPUTUSAN WALI KOTA MELATI TENTANG ROAD MAP"
    assert found.get_metadata_value("Author") == "Kota Melati"
    assert b"pdfuaid" in content
    assert b"/TH" in content
    assert b"/Lang (id" in content or b"/Lang(id" in content


def test_the_same_document_is_the_same_bytes(content: bytes) -> None:
    assert write(WHOLE, Format.PDF) == content


def test_heads_repeat_on_every_page_of_a_table(texts: list[str]) -> None:
    assert ["Uraian panjang" in text for text in texts] == [False, True, True, True, False]
    assert "LAMPIRAN\nKEPUTUSAN\nPenutup." in texts[-1]


def test_pages_are_turned_and_numbered(content: bytes, texts: list[str]) -> None:
    pages = list(pypdfium2.PdfDocument(content))
    assert [page.get_width() > page.get_height() for page in pages] == [False, True, True, True, False]
    assert [f"- {number} -" in text for number, text in enumerate(texts, start=1)] == [False, True, True, True, True]
    notice = "Rancangan: belum ditetapkan. Data simulasi kota contoh."
    assert [notice in " ".join(text.split()) for text in texts] == [True] * 5


def test_a_signature_does_not_stand_alone() -> None:
    """However much stands above, the page of the signature holds some of it."""
    closing = WHOLE.parts[-1].blocks
    for rows in range(30, 45):
        table = replace(LONG, rows=LONG.rows[:rows], caption="")
        document = replace(WHOLE, letterhead=None, parts=(Part((table, *closing[:2])),))
        last = list(pypdfium2.PdfDocument(write(document, Format.PDF)))[-1].get_textpage().get_text_range()
        assert "AHMAD FULAN" in last
        assert "Penutup." in last


def test_a_part_of_signatures_only_stays_on_the_page_before() -> None:
    document = replace(WHOLE, parts=(WHOLE.parts[1], Part(WHOLE.parts[-1].blocks[1:2])))
    pages = list(pypdfium2.PdfDocument(write(document, Format.PDF)))
    assert "AHMAD FULAN" in pages[-1].get_textpage().get_text_range()
    assert "Uraian kegiatan nomor 90" in pages[-1].get_textpage().get_text_range()
    assert pages[-1].get_width() > pages[-1].get_height()


def test_levels_of_headings_that_are_left_out_do_not_matter() -> None:
    document = replace(WHOLE, parts=(Part((Heading("Satu", 2, "A."), Heading("Dua", 4), Heading("Tiga", 1))),))
    assert write(document, Format.PDF).startswith(b"%PDF-")


def test_a_broken_logo_is_told_in_a_sentence() -> None:
    document = replace(WHOLE, letterhead=Letterhead(("KOTA",), logo=b"\x89PNG\r\n\x1a\nrusak"))
    with pytest.raises(CannotWrite, match=r"^PDF tidak dapat dibuat\. Ambil sebagai DOCX"):
        write(document, Format.PDF)


def test_a_hang_ends_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(command: list[str], **options: Any) -> None:
        raise subprocess.TimeoutExpired(command, options["timeout"])

    monkeypatch.setattr(pdf.subprocess, "run", hangs)
    with pytest.raises(CannotWrite, match="tidak selesai dalam 60 detik"):
        write(WHOLE, Format.PDF)
