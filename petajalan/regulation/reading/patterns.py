"""How the parts of a regulation are printed: headings, list markers, captions, sources, catchwords, page numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from petajalan.regulation.document import BlockKind
from petajalan.regulation.reading.words import capitals, closed, fold, like_a_title

CHAPTER = re.compile(r"BAB\s+[IVXLC]+\b\s*[.:–-]?\s*(?P<title>.*)$")
SECTION = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?P<title>[A-Z“\"(].*)$")
ARTICLE = re.compile(r"Pasal\s+\d+\s?[A-Z]?$")
PART = re.compile(r"(Bagian\s+Ke\w+|Paragraf\s+\d+)$")
ANNEX = re.compile(r"(LAMPIRAN|Lampiran)(\s+([IVX]+|\d+))?$|LAMPIRAN\b[^a-z]*$")
CAPTION = re.compile(
    r"(?P<what>Tabel|Gambar|Grafik|Diagram|Bagan|Peta)\s*"
    r"(?P<number>(?:\d+|[IVXLC]+|[A-Z])(?:\s*[.–-]\s*\d+)*)(?![\w/])\s*[.:]?\s*(?P<title>.*)$",
    re.IGNORECASE,
)
SOURCE = re.compile(r"Sumber(?:\s+[Dd]ata)?\s*:\s*\S")
MARKER = re.compile(
    r"(?P<marker>\(\d{1,3}\)|\([a-z]{1,2}\)|\d{1,3}\)\.?|\d{1,3}\.(?=\s|[A-Za-z])|[a-z]\)\.?(?=\s)|[a-z]\.(?=\s)"
    r"|[A-Z][.)](?=\s)|[ivx]{2,4}[.)](?=\s)|[IVX]{2,4}[.)](?=\s))\s*(?P<text>\S.*)$"
)
BULLET = re.compile(r"[-•●▪■◦○➢➤✓*–\uf0b7\uf0a7\uf0d8\uf0fc]\s+(?P<text>\S.*)$")
LABEL = re.compile(r"(?P<label>(?:Men|Meng|Mem)[a-z]{4,12}\s*:)\s*(?P<text>(?:a|1|\(?1\)?)[.)]\s*\S.*|bahwa\s.*)$")
LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{0,3}$|…{2,}\s*\d{0,3}$")  # the dots of a table of contents
CATCHWORD = re.compile(r"(?P<words>\S.{0,80}?)\s*(?:\.{3,}|…|(?:\.\s){2,}\.)$")
PAGE_NUMBER = re.compile(r"[-–—]?\s*\d{1,3}\s*[-–—]?$|(?:Halaman|Hal\.?)\s+\d+(?:\s+(?:dari|/)\s+\d+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a line looks like taken alone. `text` is without the marker."""

    kind: BlockKind
    text: str
    marker: str = ""
    level: int = 0


def shapes(text: str, heading: int = 0) -> tuple[Shape, ...]:
    """The parts of a line: one as a rule, two where a label and the first item of its list share it
    ("Menimbang : a. bahwa ...")."""
    bullet = BULLET.match(text)
    inner = bullet["text"] if bullet else text
    label = LABEL.match(inner)
    if label:
        return (Shape(BlockKind.PARAGRAPH, fold(label["label"])), _shape(label["text"]))
    shape = _shape(inner)
    if bullet and shape.kind == BlockKind.PARAGRAPH:
        return (Shape(BlockKind.ITEM, inner, "-"),)
    if heading and shape.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and not capitals(inner):
        return (Shape(BlockKind.HEADING, inner, level=heading),)
    return (shape,)


def _shape(text: str) -> Shape:
    level = heading_level(text)
    if level:
        return Shape(BlockKind.HEADING, text, level=level)
    if caption(text):
        return Shape(BlockKind.CAPTION, text)
    if SOURCE.match(text):
        return Shape(BlockKind.SOURCE, text)
    item = MARKER.match(text)
    if item:
        return Shape(BlockKind.ITEM, item["text"], item["marker"])
    return Shape(BlockKind.PARAGRAPH, text)


def heading_level(text: str) -> int:
    """Depth of a heading recognised by its words, 0 for anything else."""
    if len(text) > 250 or LEADER.search(text):
        return 0
    chapter = CHAPTER.match(text)
    if chapter:
        title = chapter["title"]
        return 1 if not title or capitals(title) or (like_a_title(title) and not closed(title)) else 0
    if ANNEX.match(text):
        return 1
    if ARTICLE.match(text) or PART.match(text):
        return 2
    section = SECTION.match(text)
    if section and not text.endswith((".", ";", ",")):
        return section["number"].count(".") + 1
    return 0


def caption(text: str) -> re.Match[str] | None:
    """A caption, not a sentence about a table ("Tabel 3.3 menunjukkan ...")."""
    found = CAPTION.match(text)
    if not found or not found["what"][0].isupper() or len(text) > 300 or LEADER.search(text):
        return None
    title = found["title"]
    return None if title[:1].islower() or title.startswith((",", ";")) else found


def caption_number(found: re.Match[str]) -> str:
    return re.sub(r"\s+", "", found["number"]).replace("–", "-")
