"""Text of Word paragraphs as a reader sees it: deletions gone, insertions kept, numbering rendered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from petajalan.regulation.reading.docx_numbering import Numbering, read_numbering

LINE, PAGE = "\n", "\f"
SKIPPED = {
    qn(tag)
    for tag in (
        "w:del",
        "w:moveFrom",
        "w:instrText",
        "w:delText",
        "w:delInstrText",
        "w:rPr",
        "w:pPr",
        "w:sdtPr",
        "w:tbl",
    )
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
BOX = qn("w:txbxContent")
PLAIN = {
    qn("w:tab"): " ",
    qn("w:ptab"): " ",
    qn("w:cr"): LINE,
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
}


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style hands down: depth of its heading (0 none), list and depth in it."""

    heading: int = 0
    number_id: str = ""
    depth: int = 0


class Texts:
    """Reads paragraphs in document order, which automatic numbering depends on."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        self._numbering: Numbering = read_numbering(numbering)
        self._styles = _styles(styles)

    def heading(self, paragraph: Any) -> int:
        """Depth of the heading that the style declares, 0 when it declares none."""
        properties = paragraph.find(qn("w:pPr"))
        outline = _value(properties, "w:outlineLvl")
        if outline.isdigit():
            return int(outline) + 1 if int(outline) < 9 else 0
        return self._style(properties).heading

    def text(self, paragraph: Any) -> str:
        """The paragraph with its marker; line and page breaks as `LINE` and `PAGE`. "" when it is empty."""
        text = "".join(_parts(paragraph))
        if not text.strip():
            return text
        marker = self._marker(paragraph.find(qn("w:pPr")))
        return f"{marker} {text}" if marker else text

    def marker_alone(self, paragraph: Any) -> str:
        """The number of a paragraph without text: tables number their rows so."""
        return self._marker(paragraph.find(qn("w:pPr")))

    def _marker(self, properties: Any) -> str:
        style = self._style(properties)
        number_id, depth = style.number_id, style.depth
        own = properties.find(qn("w:numPr")) if properties is not None else None
        if own is not None:
            number_id = _value(own, "w:numId") or number_id
            level = _value(own, "w:ilvl")
            depth = int(level) if level.isdigit() else depth
        return self._numbering.marker(number_id, depth) if number_id and number_id != "0" else ""

    def _style(self, properties: Any) -> Style:
        return self._styles.get(_value(properties, "w:pStyle"), Style())


def boxes(paragraph: Any) -> Iterator[Any]:
    """Text boxes anchored in a paragraph, the fallback copies that Word writes for old readers left out."""
    for element in paragraph.iter(BOX):
        if not any(ancestor.tag in SKIPPED for ancestor in element.iterancestors()):
            yield element


def _parts(element: Any) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in SKIPPED or tag == BOX:
            continue
        if tag == qn("w:t"):
            yield child.text or ""
        elif tag == qn("w:br"):
            yield PAGE if child.get(qn("w:type")) == "page" else LINE
        elif tag == qn("w:lastRenderedPageBreak"):
            yield PAGE
        elif tag == qn("w:r"):
            if not _hidden(child):
                yield from _parts(child)
        elif tag in PLAIN:
            yield PLAIN[tag]
        elif isinstance(tag, str):
            yield from _parts(child)


def _hidden(run: Any) -> bool:
    properties = run.find(qn("w:rPr"))
    vanish = properties.find(qn("w:vanish")) if properties is not None else None
    return vanish is not None and vanish.get(qn("w:val"), "true") not in ("0", "false", "off")


def _value(element: Any, tag: str) -> str:
    found = element.find(qn(tag)) if element is not None else None
    return str(found.get(qn("w:val"), "")) if found is not None else ""


def _styles(root: Any) -> dict[str, Style]:
    if root is None:
        return {}
    elements = {item.get(qn("w:styleId")): item for item in root.findall(qn("w:style"))}
    return {name: _resolved(name, elements) for name in elements}


def _resolved(name: str, elements: dict[str, Any]) -> Style:
    """A style with what it takes over from those it is based on."""
    heading, number_id, depth = 0, "", 0
    seen: set[str] = set()
    while name in elements and name not in seen:
        seen.add(name)
        element = elements[name]
        properties = element.find(qn("w:pPr"))
        outline = _value(properties, "w:outlineLvl")
        if not heading and outline.isdigit() and int(outline) < 9:
            heading = int(outline) + 1
        own = properties.find(qn("w:numPr")) if properties is not None else None
        if own is not None and not number_id:
            number_id = _value(own, "w:numId")
            level = _value(own, "w:ilvl")
            depth = int(level) if level.isdigit() else 0
        name = _value(element, "w:basedOn")
    return Style(heading, number_id, depth)
