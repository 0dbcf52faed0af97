"""The blocks of a document as paragraphs and tables, each added at the end of the DOCX."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt
from docx.text.paragraph import Paragraph as DocxParagraph

from petajalan.exports.documents.formats.docx.pages import TWIP
from petajalan.exports.documents.formats.docx.styles import DEEPEST
from petajalan.exports.documents.formats.docx.tables import table_element
from petajalan.exports.documents.tree import (
    Align,
    Block,
    Clause,
    Fact,
    Heading,
    Item,
    Letterhead,
    Paragraph,
    Signature,
    Signatures,
    Table,
)
from petajalan.exports.documents.wording import caption_of, heading_lines, source_of

ALIGNED = {Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER, Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT}
ROOM_TO_SIGN = 4  # empty lines
ABOVE_SIGNATURE = Pt(24)
UPRIGHT = 11_000  # no upright page of A4 has wider text


class Body:
    def __init__(self, docx: Document) -> None:
        self.docx = docx
        self.width = 0  # of the text on the page, in twentieths of a point

    def add(self, text: str, style: str) -> DocxParagraph:
        """A "\\n" breaks the line, a "\\t" goes to the next stop of the style."""
        return self.docx.add_paragraph(text, style=style)

    def block(self, block: Block) -> None:
        match block:
            case Heading():
                self.add("\n".join(heading_lines(block)), f"Heading {min(block.level, 4)}")
            case Paragraph():
                self._paragraph(block)
            case Item():
                self.add(f"{block.marker}\t{block.text}", f"Daftar {min(block.level, DEEPEST - 1) + 1}")
            case Fact():
                self.add(f"{block.label}\t:\t{block.value}", "Fakta")
            case Clause():
                self._clause(block)
            case Table():
                self._table(block)
            case Signatures():
                self._signatures(block)

    def _paragraph(self, block: Paragraph) -> None:
        paragraph = self.add("", "Isi")
        paragraph.add_run(block.text).bold = True if block.bold else None
        if block.align in ALIGNED:
            paragraph.alignment = ALIGNED[block.align]

    def _clause(self, clause: Clause) -> None:
        for number, item in enumerate(clause.items):
            if not item.marker:
                self.add(f"{clause.label if not number else ''}\t{'' if number else ':'}\t{item.text}", "Diktum")
            elif number:
                self.add(f"{item.marker}\t{item.text}", "Klausul Lanjutan")
            else:
                self.add(f"{clause.label}\t:\t{item.marker}\t{item.text}", "Klausul")

    def _table(self, table: Table) -> None:
        if caption := caption_of(table):
            self.add(caption, "Caption")
        self.append(table_element(self.docx, table, self.width))
        if table.source:
            self.add(source_of(table), "Sumber Tabel")
        self.add(table.note, "Catatan Tabel")  # also what keeps two tables apart

    def append(self, element: Any) -> None:
        body = self.docx.element.body
        body.insert(len(body) - 1, element)  # the last child holds the properties of the last pages

    def _signatures(self, block: Signatures) -> None:
        """All lines of a signature stay on one page; side by side, the names stand on one line."""
        self._keep_with_next()
        if len(block.signers) == 1:
            signer = block.signers[0]
            lines = _office(self.docx, signer)
            lines[0].paragraph_format.space_before = ABOVE_SIGNATURE
            lines += _named(self.docx, signer)
            if self.width > UPRIGHT:  # the style is measured for upright pages
                for line in lines:
                    line.paragraph_format.left_indent = Emu(self.width * TWIP * 55 // 100)
            return
        table = self.docx.add_table(rows=2, cols=len(block.signers))
        table.autofit = False
        width = Emu(self.width * TWIP // len(block.signers))
        for column, signer in enumerate(block.signers):
            table.columns[column].width = width
            for row, write in zip(table.rows, (_office, _named), strict=True):
                cell = row.cells[column]
                cell.width = width
                cell._tc.remove(cell.paragraphs[0]._p)
                for paragraph in write(cell, signer):
                    paragraph.paragraph_format.left_indent = Cm(0)
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            table.rows[0].cells[column].paragraphs[0].paragraph_format.space_before = ABOVE_SIGNATURE
        for row in table.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        self.add("", "Catatan Tabel")

    def _keep_with_next(self) -> None:
        """What stands last so far goes to the next page with a signature that has no room: none stands alone."""
        body = self.docx.element.body
        for element in reversed(body[:-1]):
            paragraphs = (
                [element] if element.tag == qn("w:p") else list(list(element.iter(qn("w:tr")))[-1].iter(qn("w:p")))
            )
            for paragraph in paragraphs:
                DocxParagraph(paragraph, self.docx).paragraph_format.keep_with_next = True
            if any(one.text for one in element.iter(qn("w:t"))):
                return

    def letterhead(self, head: Letterhead) -> None:
        if head.logo is None:
            self._head_lines(self.docx, head)
        else:
            self._head_with_logo(head, head.logo)
        _ruled(self.add("", "Kop Garis"))

    def _head_lines(self, place: Any, head: Letterhead) -> None:
        for number, line in enumerate(head.lines):
            largest = number == len(head.lines) - 1
            place.add_paragraph(line, style="Kop Unit" if largest else "Kop Instansi")
        for line in filter(None, head.address.split("\n")):
            place.add_paragraph(line, style="Kop Alamat")

    def _head_with_logo(self, head: Letterhead, logo: bytes) -> None:
        """The logo at the left; a narrower column at the right keeps the lines in the middle of the page."""
        table = self.docx.add_table(rows=1, cols=3)
        table.autofit = False
        whole = self.width * TWIP
        widths = (Cm(2.4), Emu(whole - Cm(2.4) - Cm(1.2)), Cm(1.2))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = column.cells[0].width = width
        picture, lines, _rest = table.rows[0].cells
        paragraph = picture.paragraphs[0]
        paragraph.style = self.docx.styles["Kop Alamat"]
        shown = paragraph.add_run().add_picture(BytesIO(logo), height=Cm(2.4))
        if shown.width > Cm(2.1):
            shown.height = Emu(int(shown.height * Cm(2.1) / shown.width))
            shown.width = Cm(2.1)
        shown._inline.docPr.set("descr", head.lines[0] if head.lines else "")
        lines._tc.remove(lines.paragraphs[0]._p)
        self._head_lines(lines, head)


def _ruled(paragraph: DocxParagraph) -> None:
    """The double line under a letterhead."""
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for key, value in (("val", "thinThickSmallGap"), ("sz", "18"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr", "w:pPrChange"
    )


def _office(place: Any, signer: Signature) -> list[DocxParagraph]:
    """Where, when and as what somebody signs, with room for the signature."""
    lines = [line for line in (signer.place_and_date, signer.lead, signer.position) if line]
    return [place.add_paragraph(line, style="Tanda Tangan") for line in (*lines, *[""] * ROOM_TO_SIGN)]


def _named(place: Any, signer: Signature) -> list[DocxParagraph]:
    made = [place.add_paragraph(signer.name or "." * 30, style="Nama Penanda Tangan")]
    if signer.number:
        number = f"NIP {signer.number.removeprefix('NIP').strip()}"
        made.append(place.add_paragraph(number, style="NIP Penanda Tangan"))
    else:
        made[0].paragraph_format.keep_with_next = False
    return made
