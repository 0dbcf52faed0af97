"""Reads a regulation from DOCX by walking the body in its order: paragraphs, tables, content controls.

Headers and footers are left out: they repeat. Pages are counted by the breaks that Word last rendered, or by explicit
breaks in a file that Word never laid out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from petajalan.regulation.document import Document, Place
from petajalan.regulation.reading.docx_tables import read_table
from petajalan.regulation.reading.docx_text import LINE, PAGE, Texts, boxes
from petajalan.regulation.reading.flow import assemble
from petajalan.regulation.reading.limits import Watch
from petajalan.regulation.reading.pieces import Line, Piece
from petajalan.regulation.reading.refusals import refuse
from petajalan.regulation.reading.words import capitals, fold

BLOCK_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:moveTo"), qn("w:smartTag")}


def read_docx(data: bytes, watch: Watch) -> Document:
    """The document in a DOCX file; raises `UnusableFile` when it holds no text."""
    main = docx.Document(io.BytesIO(data)).part
    texts = Texts(_related(main, RELATIONSHIP_TYPE.STYLES), _related(main, RELATIONSHIP_TYPE.NUMBERING))
    walk = _Walk(texts, main.element.body, watch)
    walk.walk(main.element.body)
    walk.footnotes(_related(main, RELATIONSHIP_TYPE.FOOTNOTES))
    document = assemble("docx", walk.pieces)
    if not document.blocks:
        raise refuse("no_text")
    watch.done(1, 1)
    return document


def _related(part: Any, kind: str) -> Any:
    try:
        return parse_xml(part.part_related_by(kind).blob)
    except KeyError:
        return None


class _Walk:
    """One pass over the body; `pieces` grows, `page` counts."""

    def __init__(self, texts: Texts, body: Any, watch: Watch) -> None:
        self.texts = texts
        self.watch = watch
        self.pieces: list[Piece] = []
        self.page = 1
        self._rendered = next(body.iter(qn("w:lastRenderedPageBreak")), None) is not None
        self._blank = True  # an empty paragraph, or a page, stands above

    def walk(self, parent: Any) -> None:
        for element in parent:
            self.watch.tick()
            if element.tag == qn("w:p"):
                self._paragraph(element)
            elif element.tag == qn("w:tbl"):
                self._table(element)
            elif element.tag in BLOCK_WRAPPERS:
                self.walk(element)

    def footnotes(self, root: Any) -> None:
        """Footnotes stand at the end, as paragraphs: asterisks in tables refer to such words."""
        if root is None:
            return
        for note in root.findall(qn("w:footnote")):
            if note.get(qn("w:type")) in (None, "normal"):
                self.walk(note)

    def _paragraph(self, paragraph: Any) -> None:
        properties = paragraph.find(qn("w:pPr"))
        if not self._rendered and properties is not None and properties.find(qn("w:pageBreakBefore")) is not None:
            self._turn()
        text = self.texts.text(paragraph)
        self.watch.characters(len(text))
        heading = self.texts.heading(paragraph)
        gap = True
        for line, runs_on in self._lines(text):
            folded = fold(line)
            if not folded:
                self._blank = self._blank or not runs_on
                continue
            self.pieces.append(
                Line(
                    folded,
                    Place(page=self.page, printed=folded),
                    gap and not self._continues_a_title(folded),
                    runs_on,
                    heading,
                )
            )
            gap = self._blank = False
        if not text.strip():
            self._blank = True
        for box in boxes(paragraph):
            self.walk(box)
        if not self._rendered and properties is not None and _starts_page(properties.find(qn("w:sectPr"))):
            self._turn()

    def _lines(self, text: str) -> Iterator[tuple[str, bool]]:
        """Lines of a paragraph, and whether the next one carries it on after a page break; turns the pages."""
        for number, page in enumerate(text.split(PAGE)):
            if number:
                self._turn()
            lines = page.split(LINE)
            for line in lines[:-1]:
                yield line, False
            yield lines[-1], number < text.count(PAGE)

    def _continues_a_title(self, text: str) -> bool:
        """Title pages are set line by line in capitals; an empty paragraph parts their blocks."""
        before = self.pieces[-1] if self.pieces else None
        return not self._blank and isinstance(before, Line) and capitals(before.text) and capitals(text)

    def _table(self, table: Any) -> None:
        read = read_table(table, self.texts, self.page, self.watch)
        if read is not None:
            self.pieces.append(read)
        breaks = sum(1 for _ in table.iter(qn("w:lastRenderedPageBreak"))) if self._rendered else 0
        self.page += breaks
        self._blank = True

    def _turn(self) -> None:
        self.page += 1
        self._blank = True


def _starts_page(section: Any) -> bool:
    if section is None:
        return False
    kind = section.find(qn("w:type"))
    return kind is None or kind.get(qn("w:val")) in (None, "nextPage", "oddPage", "evenPage")
