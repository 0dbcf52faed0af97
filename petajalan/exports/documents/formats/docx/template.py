"""A document poured into a DOCX of the agency: its letterhead, its styles, its page numbers."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from django.utils.translation import gettext as _
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from petajalan.exports.documents.formats.docx.body import Body
from petajalan.exports.documents.formats.docx.pages import text_width
from petajalan.exports.documents.formats.docx.sandbox import Placeholders
from petajalan.exports.documents.formats.docx.styles import prepare
from petajalan.exports.documents.formats.docx.writer import new_document, pour, saved
from petajalan.exports.documents.formats.parts import parts_of
from petajalan.exports.documents.placeholders import CONTENT, LARGEST, BrokenTemplate
from petajalan.exports.documents.tree import Letterhead, OfficialDocument
from petajalan.exports.documents.wording import day, number_line
from petajalan.regulation.document import UnusableFile
from petajalan.regulation.reading.container import check_parts, has_macros, open_container
from petajalan.regulation.reading.limits import MEGABYTE, Limits, Watch

MARK = "\ue000isi\ue001"  # of the private use area: no document holds it
LIMITS = Limits(bytes=LARGEST, unpacked_bytes=20 * MEGABYTE, seconds=10)
LINKS = b"/relationships/hyperlink"


def into_template(document: OfficialDocument, content: bytes) -> bytes:
    """Raises `BrokenTemplate` where the file cannot take a document."""
    made, seen = _filled(document, content)
    place = _place_of_content(made)
    body = made.element.body
    if body.sectPr is None:
        body.append(OxmlElement("w:sectPr"))
    prepare(made, language=document.language, own=False)
    before, after = len(body) - 1, _following(place)
    pages = deepcopy(body.sectPr)
    _said_above(Body(made), document, seen)
    pour(made, document)
    if after and document.parts and parts_of(document)[-1].landscape:  # what follows in the template stays upright
        _close(made, pages)
    for element in list(body)[before:-1]:
        place.addprevious(element)
    body.remove(place)
    return saved(made)


def check_template(content: bytes, sample: OfficialDocument) -> bytes:
    """The sample as the template prints it, once everything about the file is in order. Raises `BrokenTemplate`."""
    if len(content) > LARGEST:
        raise BrokenTemplate(
            _("Berkas ini lebih besar dari %(limit)d MB. Kecilkan gambarnya, lalu unggah lagi.")
            % {"limit": LARGEST // MEGABYTE}
        )
    if not content.startswith(b"PK"):
        raise BrokenTemplate(_not_docx())
    try:
        with open_container(content, LIMITS) as container:
            check_parts(container, Watch(LIMITS))
            _check_container(container)
    except UnusableFile as error:
        raise BrokenTemplate(_damaged()) from error
    return into_template(sample, content)


def starter(head: Letterhead, agency: str) -> bytes:
    """A template to start from: the letterhead as it is now, our styles, every placeholder."""
    made = new_document(OfficialDocument("template", agency, (agency,), ()))
    body = Body(made)
    body.width = text_width(made.sections[0]._sectPr)
    body.add("{% if pemberitahuan %}{{ pemberitahuan }}{% endif %}", "Pemberitahuan")
    body.letterhead(head)
    body.add("{{ judul }}", "Title")
    body.add("{% if nomor %}NOMOR {{ nomor }}{% endif %}", "Subtitle")
    body.add("{{ " + CONTENT + " }}", "Isi")
    return saved(made)


def _check_container(container: ZipFile) -> None:
    names = container.namelist()
    if "word/document.xml" not in names:
        raise BrokenTemplate(_not_docx())
    if has_macros(container) or b"macroEnabled" in container.read("[Content_Types].xml"):
        raise BrokenTemplate(_("Templat berisi makro. Simpan sebagai DOCX biasa (tanpa makro), lalu unggah lagi."))
    if any("/embeddings/" in name or "/activeX/" in name for name in names):
        raise BrokenTemplate(_("Templat berisi objek yang disematkan. Hapus objeknya, lalu unggah lagi."))
    for name in names:
        if name.endswith(".rels"):
            outside = [part for part in container.read(name).split(b"<Relationship ") if b'"External"' in part]
            if any(LINKS not in part for part in outside):
                raise BrokenTemplate(
                    _("Templat mengambil sesuatu dari luar berkas. Sisipkan ke dalam berkas, lalu unggah lagi.")
                )


def _filled(document: OfficialDocument, content: bytes) -> tuple[Document, set[str]]:
    """The template with every placeholder but the content in place, and the placeholders it has."""
    environment = Placeholders()
    values = {
        CONTENT: MARK,
        "judul": "\n".join(document.title),
        "nomor": document.number,
        "tanggal": day(document.dated) if document.dated else "",
        "instansi": document.agency,
        "pemberitahuan": " ".join(document.notices),
    }
    buffer = BytesIO()
    try:
        template = DocxTemplate(BytesIO(content))
        template.render(values, environment, autoescape=True)
        template.save(buffer)
        made = docx.Document(buffer)
    except BrokenTemplate:
        raise
    except Exception as error:  # a library meets a broken file in ways that it does not foresee
        raise BrokenTemplate(_damaged()) from error
    return made, environment.seen


def _place_of_content(made: Document) -> Any:
    found = [one for one in made.element.body.iter(qn("w:p")) if MARK in _text(one)]
    elsewhere = any(MARK.encode() in part.blob for part in made.part.package.iter_parts() if part is not made.part)
    if len(found) != 1 or elsewhere:
        raise BrokenTemplate(
            _("Templat tidak berisi {{ isi }}. Tulis {{ isi }} sendirian pada satu baris, di tempat isi dokumen.")
            if not found and not elsewhere
            else _(
                "Templat berisi {{ isi }} lebih dari sekali, atau di kepala atau kaki halaman. Sisakan satu di badan."
            )
        )
    if _text(found[0]).strip() != MARK or found[0].getparent() is not made.element.body:
        raise BrokenTemplate(
            _("{{ isi }} harus sendirian pada barisnya, di luar tabel dan kotak teks. Pindahkan, lalu unggah lagi.")
        )
    return found[0]


def _said_above(body: Body, document: OfficialDocument, seen: set[str]) -> None:
    """What the template has no place for stands above the content."""
    if "pemberitahuan" not in seen:
        for notice in document.notices:
            body.add(notice, "Pemberitahuan")
    for line in document.head:
        body.add(line, "Kepala Lampiran")
    if "judul" not in seen:
        for line in document.title:
            body.add(line, "Title")
    if "nomor" not in seen and document.number:
        body.add(number_line(document), "Subtitle")


def _following(place: Any) -> list[Any]:
    """What stands below in the template, but for its properties."""
    return [one for one in place.itersiblings() if one.tag != qn("w:sectPr")]


def _close(made: Document, pages: Any) -> None:
    """Ends the landscape pages, so that the pages of the template go on after them."""
    body = made.element.body
    end = OxmlElement("w:p")
    last = body.sectPr
    body.replace(last, pages)
    end.get_or_add_pPr().append(last)
    body.insert(len(body) - 1, end)


def _text(paragraph: Any) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))


def _not_docx() -> str:
    return _("Berkas ini bukan DOCX. Simpan dari pengolah kata sebagai DOCX, lalu unggah lagi.")


def _damaged() -> str:
    return _("Berkas DOCX ini rusak atau tidak dapat dibaca. Buka dan simpan ulang di pengolah kata, lalu unggah lagi.")
