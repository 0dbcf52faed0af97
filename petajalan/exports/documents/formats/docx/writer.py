"""A document as DOCX: on an empty one of ours, or poured into a template of the agency."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from petajalan.exports.documents.formats.docx.body import Body
from petajalan.exports.documents.formats.docx.pages import set_pages, text_width, turned, without_first_page
from petajalan.exports.documents.formats.docx.styles import prepare
from petajalan.exports.documents.formats.parts import parts_of
from petajalan.exports.documents.tree import OfficialDocument
from petajalan.exports.documents.wording import title_lines


def to_docx(document: OfficialDocument) -> bytes:
    made = new_document(document)
    body = Body(made)
    body.width = text_width(made.sections[0]._sectPr)
    _top(body, document)
    pour(made, document)
    return saved(made)


def new_document(document: OfficialDocument) -> Document:
    """Without text: styles, paper and page numbers."""
    made = docx.Document()
    _describe(made, document)
    prepare(made, language=document.language, own=True)
    set_pages(made, document.notices)
    return made


def _describe(made: Document, document: OfficialDocument) -> None:
    """What a program shows about the file; nothing of the empty document that the library brings."""
    about = made.core_properties
    for element in list(about._element):
        about._element.remove(element)
    about.title, about.author, about.language = " ".join(document.title), document.agency, document.language
    package = made.part.package
    for key in [key for key, one in package.rels.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del package.rels[key]


def pour(made: Document, document: OfficialDocument) -> None:
    """The parts at the end of the DOCX. Each ends its pages but the last, whose are the last pages of the file."""
    body = Body(made)
    last = made.element.body.sectPr
    if last is None:
        raise AssertionError("python-docx gives every document a section.")
    first_of_all, parts = True, parts_of(document)
    for number, part in enumerate(parts):
        pages = turned(last, landscape=part.landscape)
        if not first_of_all:
            without_first_page(pages)
        body.width = text_width(pages)
        head = [body.add(line, "Kepala Lampiran") for line in part.head]
        if head:
            head[-1].paragraph_format.space_after = Pt(18)
        for block in part.blocks:
            body.block(block)
        if number < len(parts) - 1:
            _end_pages(made, pages)
        else:
            made.element.body.replace(last, pages)
        first_of_all = False


def saved(made: Document) -> bytes:
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _top(body: Body, document: OfficialDocument) -> None:
    for notice in document.notices:
        body.add(notice, "Pemberitahuan")
    if document.letterhead and not document.head:
        body.letterhead(document.letterhead)
    for line in document.head:
        body.add(line, "Kepala Lampiran")
    above, number, below = title_lines(document)
    lines = [body.add(line, "Title") for line in above]
    lines += [body.add(number, "Subtitle")] if number else []
    lines += [body.add(line, "Title") for line in below]
    if lines:
        if document.head:
            lines[0].paragraph_format.space_before = Pt(18)
        lines[-1].paragraph_format.space_after = Pt(14)


def _end_pages(made: Document, pages: Any) -> None:
    """The last paragraph carries the properties of the pages that it ends; after a table an empty one does."""
    body = made.element.body
    end = body[len(body) - 2]
    if end.tag != qn("w:p") or end.find(qn("w:pPr") + "/" + qn("w:sectPr")) is not None:
        end = OxmlElement("w:p")
        body.insert(len(body) - 1, end)
    end.get_or_add_pPr().append(deepcopy(pages))
