"""The styles of a document. A template of the agency keeps its own where it has one of the same name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

JUSTIFY, LEFT = WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT
CENTER, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
FONT = "Bookman Old Style"
SIZE = 12
TABLE_STYLE = "Tabel Dokumen"
INDENT = 0.75  # cm that each level of a list hangs deeper
DEEPEST = 4

# Where the words of a decree begin: after its catchword, its colon and the letter of the point.
COLON, LETTER, WORDS = 3.3, 3.8, 4.6


@dataclass(frozen=True, slots=True)
class Look:
    """Measures of a paragraph style: points but for the indents, which are centimetres."""

    base: str = "Normal"
    size: float = SIZE
    bold: bool = False
    italic: bool = False
    align: WD_ALIGN_PARAGRAPH = JUSTIFY
    before: float = 0
    after: float = 6
    left: float = 0
    hang: float = 0
    tabs: tuple[float, ...] = ()
    keep: bool = False
    line: float = 1.15
    color: str = "000000"
    outline: int | None = None


def _list(level: int) -> Look:
    return Look(left=INDENT * (level + 1), hang=INDENT, tabs=(INDENT * (level + 1),), after=4)


LOOKS: dict[str, Look] = {
    "Title": Look(size=13, bold=True, align=CENTER, after=0, keep=True),
    "Subtitle": Look(align=CENTER, after=0),
    "Heading 1": Look(bold=True, align=CENTER, before=18, after=10, keep=True),
    "Heading 2": Look(bold=True, align=LEFT, before=12, after=6, keep=True),
    "Heading 3": Look(bold=True, align=LEFT, before=10, after=4, keep=True),
    "Heading 4": Look(bold=True, italic=True, align=LEFT, before=8, after=4, keep=True),
    "Caption": Look(size=11, bold=True, align=CENTER, before=8, after=4, keep=True, line=1),
    "Isi": Look(),
    "Kop Instansi": Look(size=14, bold=True, align=CENTER, after=0, line=1),
    "Kop Unit": Look(size=16, bold=True, align=CENTER, after=0, line=1),
    "Kop Alamat": Look(size=10, align=CENTER, after=0, line=1),
    "Kop Garis": Look(size=4, align=CENTER, after=14, line=1),
    "Kepala Lampiran": Look(size=11, align=LEFT, left=8, after=0, line=1),
    "Pemberitahuan": Look(size=10, bold=True, align=LEFT, after=8, line=1, color="9A3412"),
    "Fakta": Look(align=LEFT, left=5.3, hang=5.3, tabs=(5, 5.3), after=2),
    "Klausul": Look(left=WORDS, hang=WORDS, tabs=(COLON, LETTER, WORDS), after=4),
    "Klausul Lanjutan": Look(left=WORDS, hang=WORDS - LETTER, tabs=(WORDS,), after=4),
    "Diktum": Look(left=LETTER, hang=LETTER, tabs=(COLON, LETTER), after=6),
    **{f"Daftar {level + 1}": _list(level) for level in range(DEEPEST)},
    "Isi Tabel": Look(size=9, align=LEFT, before=1, after=1, line=1),
    "Isi Tabel Tengah": Look(base="Isi Tabel", size=9, align=CENTER, before=1, after=1, line=1),
    "Isi Tabel Kanan": Look(base="Isi Tabel", size=9, align=RIGHT, before=1, after=1, line=1),
    "Kepala Tabel": Look(base="Isi Tabel", size=9, bold=True, align=CENTER, before=1, after=1, line=1, keep=True),
    "Sumber Tabel": Look(size=9, italic=True, align=LEFT, before=2, after=4, line=1),
    "Catatan Tabel": Look(size=9, align=LEFT, before=2, after=10, line=1),
    "Tanda Tangan": Look(align=LEFT, left=8.5, after=0, keep=True, line=1),
    "Nama Penanda Tangan": Look(bold=True, align=LEFT, left=8.5, after=0, keep=True, line=1),
    "NIP Penanda Tangan": Look(align=LEFT, left=8.5, after=0, line=1),
    "Nomor Halaman": Look(size=11, align=CENTER, after=0, line=1),
    "Pemberitahuan Halaman": Look(size=8, align=CENTER, after=0, line=1, color="9A3412"),
}
OF_TABLES = {"left": "Isi Tabel", "center": "Isi Tabel Tengah", "right": "Isi Tabel Kanan"}


def prepare(docx: Document, *, language: str, own: bool) -> None:
    """Adds the styles that are missing; `own` also sets those that an empty document already has."""
    if own:
        _normal(docx, language)
    for name, look in LOOKS.items():
        present = name in docx.styles
        if present and not own:
            continue
        style = docx.styles[name] if present else docx.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _set(docx, style, look, present=present)
    if TABLE_STYLE not in docx.styles:
        docx.styles.element.append(_table_style())


def _normal(docx: Document, language: str) -> None:
    normal: Any = docx.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    normal.element.rPr.rFonts.set(qn("w:cs"), FONT)
    words = OxmlElement("w:lang")
    words.set(qn("w:val"), "en-GB" if language == "en" else "id-ID")
    normal.element.rPr.append(words)


def _set(docx: Document, style: Any, look: Look, *, present: bool) -> None:
    if not present:
        style.base_style = docx.styles[look.base]
    if present:
        for part in style.element.findall(qn("w:rPr")) + style.element.findall(qn("w:pPr")):
            kept = part.find(qn("w:outlineLvl"))
            for child in list(part):
                if child is not kept:
                    part.remove(child)
    style.hidden, style.quick_style = False, True
    font, shape = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(look.size), look.bold, look.italic
    font.color.rgb = RGBColor.from_string(look.color)
    shape.alignment = look.align
    shape.space_before, shape.space_after, shape.line_spacing = Pt(look.before), Pt(look.after), look.line
    shape.left_indent, shape.first_line_indent = Cm(look.left), Cm(-look.hang)
    shape.keep_with_next, shape.keep_together, shape.widow_control = look.keep, look.keep, True
    for stop in look.tabs:
        shape.tab_stops.add_tab_stop(Cm(stop), WD_TAB_ALIGNMENT.LEFT)


def _table_style() -> Any:
    """Thin lines around every cell."""
    style = OxmlElement("w:style")
    style.set(qn("w:type"), "table")
    style.set(qn("w:customStyle"), "1")
    style.set(qn("w:styleId"), "TabelDokumen")
    name = OxmlElement("w:name")
    name.set(qn("w:val"), TABLE_STYLE)
    properties, borders, margins = OxmlElement("w:tblPr"), OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "70")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.extend((borders, margins))
    style.extend((name, properties))
    return style
