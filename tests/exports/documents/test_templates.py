"""Templates of an agency: what they hold, what is refused and how it is told, and what comes out."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT

from petajalan.exports.documents.choice import Format
from petajalan.exports.documents.formats.docx.template import check_template, starter
from petajalan.exports.documents.placeholders import LARGEST, BrokenTemplate
from petajalan.exports.documents.sample import sample
from petajalan.exports.documents.tree import Letterhead
from petajalan.exports.documents.write import CannotWrite, write
from petajalan.regulation.reading import read_document
from tests.exports.documents.whole import READ, WHOLE

HEAD = Letterhead(("PEMERINTAH KOTA MELATI",))
SAMPLE = sample("Kota Melati", HEAD, date(2025, 5, 5))


def template(*lines: str, change: Callable[[Any], None] | None = None) -> bytes:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    if change:
        change(made)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    buffer = BytesIO(template("{{ isi }}"))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def texts(content: bytes) -> list[str]:
    return [one.text for one in docx.Document(BytesIO(content)).paragraphs if one.text]


def refused(content: bytes) -> str:
    with pytest.raises(BrokenTemplate) as caught:
        check_template(content, SAMPLE)
    return str(caught.value)


def test_the_template_to_start_from_takes_the_whole_document() -> None:
    poured = write(WHOLE, Format.DOCX, starter(HEAD, "Kota Melati"))
    table = read_document(poured, "uji.docx").table("3.1")
    assert table is not None
    assert [[cell.text for cell in row] for row in table.rows] == READ
    assert texts(poured)[:5] == [
        "Rancangan: belum ditetapkan. Data simulasi kota contoh.",
        "PEMERINTAH KOTA MELATI",
        "KEPUTUSAN WALI KOTA MELATI\nTENTANG\nROAD MAP",
        "NOMOR 188/12/2025",
        "Perihal\t:\tUji coba",
    ]
    sections = docx.Document(BytesIO(poured)).sections
    assert [one.orientation for one in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]


def test_what_the_template_has_no_place_for_stands_above_the_content() -> None:
    poured = texts(check_template(template("Pembuka", "{{ isi }}", "Penutup <&>"), SAMPLE))
    assert poured[:5] == ["Pembuka", "Contoh, bukan dokumen resmi.", "CONTOH DOKUMEN", "KOTA MELATI", "NOMOR 000/1"]
    assert poured[-1] == "Penutup <&>"


def test_placeholders_are_filled_in_pages_too_and_conditions_hide_what_is_empty() -> None:
    def header(made: Any) -> None:
        made.sections[0].header.paragraphs[0].text = "{{ instansi }}, {{ tanggal }}"

    lines = ("{% if nomor %}No. {{ nomor }}{% endif %}{% if not nomor %}belum bernomor{% endif %}", "{{ isi }}")
    content = template(*lines, change=header)
    made = docx.Document(BytesIO(check_template(content, SAMPLE)))
    assert made.sections[0].header.paragraphs[0].text == "Kota Melati, 5 Mei 2025"
    assert made.paragraphs[0].text == "No. 000/1"


def test_a_style_of_the_template_stays_as_it_is() -> None:
    def larger(made: Any) -> None:
        made.styles["Heading 1"].font.size = 444_500

    poured = docx.Document(BytesIO(check_template(template("{{ isi }}", change=larger), SAMPLE)))
    size: Any = poured.styles["Heading 1"]
    assert size.font.size == 444_500
    assert "Isi Tabel" in poured.styles


def test_a_value_of_the_document_is_never_read_as_markup() -> None:
    from dataclasses import replace

    odd = replace(SAMPLE, title=("<w:p/> {{ nomor }} & {% if %}",))
    assert "<w:p/> {{ nomor }} & {% if %}" in texts(write(odd, Format.DOCX, template("{{ judul }}", "{{ isi }}")))


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (("tanpa isian",), "Templat tidak berisi {{ isi }}. Tulis {{ isi }} sendirian pada satu baris"),
        (("{{ isi }}", "{{ isi }}"), "Templat berisi {{ isi }} lebih dari sekali"),
        (("Isi: {{ isi }}",), "{{ isi }} harus sendirian pada barisnya"),
        (("{{ isi }}", "{{ nomer }}"), "Isian {{ nomer }} tidak dikenal. Yang ada: isi, judul, nomor, tanggal"),
        (("{{ isi }}", "{{ nomor"), "Tanda isian tidak lengkap di dekat “{{ nomor”"),
        (("{{ isi }}", "{% if nomor %}x"), "Tanda isian tidak lengkap di dekat “{% if nomor %}x”"),
        (("{{ isi }}", "{{ nomor.__class__ }}"), "Templat memakai perintah yang tidak dikenal di dekat “{{ nomor.__"),
        (("{{ isi }}", "{{ nomor['x'] }}"), "Templat memakai perintah yang tidak dikenal"),
        (("{{ isi }}", "{{ nomor|upper }}"), "Templat memakai perintah yang tidak dikenal"),
        (("{{ isi }}", "{{ judul() }}"), "Templat memakai perintah yang tidak dikenal"),
        (("{{ isi }}", "{{ 9 ** 9 }}"), "Templat memakai perintah yang tidak dikenal"),
        (("{{ isi }}", "{% for x in judul %}a{% endfor %}"), "Templat memakai perintah yang tidak dikenal"),
        (("{{ isi }}", "{% set nomor = 1 %}"), "Templat memakai perintah yang tidak dikenal"),
        (("{{ isi }}", '{% include "x" %}'), "Templat memakai perintah yang tidak dikenal"),
        (("{{ isi }}", "{{ cycler }}"), "Isian {{ cycler }} tidak dikenal"),
    ],
)
def test_what_is_broken_is_named(lines: tuple[str, ...], sentence: str) -> None:
    assert refused(template(*lines)).startswith(sentence)


def test_the_content_stands_neither_in_a_table_nor_in_the_head_of_a_page() -> None:
    def in_table(made: Any) -> None:
        made.add_table(1, 1).cell(0, 0).text = "{{ isi }}"

    def in_header(made: Any) -> None:
        made.sections[0].header.paragraphs[0].text = "{{ isi }}"

    assert refused(template(change=in_table)).startswith("{{ isi }} harus sendirian pada barisnya, di luar tabel")
    assert refused(template("{{ isi }}", change=in_header)).startswith("Templat berisi {{ isi }} lebih dari sekali")


def test_files_that_are_no_templates() -> None:
    assert refused(b"") == refused(b"%PDF-1.7") == refused(write(SAMPLE, Format.XLSX))
    assert refused(b"").startswith("Berkas ini bukan DOCX.")
    assert refused(template("{{ isi }}")[:2000]).startswith("Berkas DOCX ini rusak")
    assert refused(b"PK" + b"x" * LARGEST).startswith("Berkas ini lebih besar dari 2 MB.")
    assert refused(with_part("word/vbaProject.bin", b"x")).startswith("Templat berisi makro.")
    assert refused(with_part("word/embeddings/oleObject1.bin", b"x")).startswith("Templat berisi objek")
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert refused(with_part("word/lain.xml", entity)).startswith("Berkas DOCX ini rusak")
    assert refused(with_part("word/besar.xml", b"0" * 30_000_000)).startswith("Berkas DOCX ini rusak")


def test_nothing_is_fetched_from_outside_of_the_file() -> None:
    def linked(made: Any) -> None:
        made.part.relate_to("https://contoh.example/x.dotx", "http://x/attachedTemplate", is_external=True)

    def hyperlink(made: Any) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        made.part.relate_to("https://melati.example", kind, is_external=True)

    assert refused(template("{{ isi }}", change=linked)).startswith("Templat mengambil sesuatu dari luar berkas.")
    assert check_template(template("{{ isi }}", change=hyperlink), SAMPLE)


def test_a_template_that_broke_later_is_told_when_a_document_is_made() -> None:
    with pytest.raises(CannotWrite, match="tidak berisi"):
        write(WHOLE, Format.DOCX, template("kosong"))
