"""Pages of a DOCX: paper, margins, orientation, page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Emu

A4 = (21.0, 29.7)
TWIP = 635  # English metric units


def set_pages(docx: Document, notices: Sequence[str]) -> None:
    """The first page has no number, every other one has it in the middle at the top: "- 2 -"."""
    section = docx.sections[0]
    section.page_width, section.page_height = Cm(A4[0]), Cm(A4[1])
    section.left_margin, section.right_margin = Cm(2.5), Cm(2.0)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.0)
    section.header_distance = Cm(1.2)
    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.style = docx.styles["Nomor Halaman"]
    line.add_run("- ")
    _field(line, "PAGE")
    line.add_run(" -")
    if notices:
        section.header.add_paragraph(" ".join(notices), style="Pemberitahuan Halaman")


def turned(properties: Any, *, landscape: bool) -> Any:
    """A copy of the properties of a section for pages of this orientation; margins turn with the paper."""
    copy = deepcopy(properties)
    section = Section(copy, None)  # type: ignore[arg-type]
    width, height = section.page_width or Cm(A4[0]), section.page_height or Cm(A4[1])
    if landscape != (width > height):
        section.page_width, section.page_height = Emu(height), Emu(width)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.start_type = WD_SECTION.NEW_PAGE
    return copy


def text_width(properties: Any) -> int:
    """Between the margins, in twentieths of a point."""
    section = Section(properties, None)  # type: ignore[arg-type]
    width = (section.page_width or Cm(A4[0])) - (section.left_margin or Cm(2)) - (section.right_margin or Cm(2))
    return int(width / TWIP)


def without_first_page(properties: Any) -> None:
    """Only the document's own first page goes without a number."""
    for mark in properties.findall(qn("w:titlePg")):
        properties.remove(mark)


def _field(paragraph: Any, name: str) -> None:
    for kind, text in (("begin", ""), ("", name), ("separate", ""), ("", "2"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif text == name:
            words = OxmlElement("w:instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = f" {text} "
            run._r.append(words)
        else:
            run.text = text
