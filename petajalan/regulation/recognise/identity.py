"""What a regulation says it is: number, year, title and period, at each place that states them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from petajalan.regulation.data import Identity
from petajalan.regulation.document import Block, BlockKind, Document
from petajalan.regulation.recognise.dates import first_date, period_in

_OFFICE = r"DAERAH|WALI\s?KOTA|BUPATI|GUBERNUR|MENTERI|KEPALA|BADAN|LEMBAGA|SEKRETARIS"
_HEAD = re.compile(rf"(?:PERATURAN|KEPUTUSAN|INSTRUKSI)\s+(?:{_OFFICE})\b", re.IGNORECASE)
_ANNEX = re.compile(r"LAMPIRAN\b(?:\s+[IVX\d]+)?\s*:?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"NOMOR\s*:?\s*([\w./-]+?)(?:\s+TAHUN\s+(\d{4})|(?=\s|$))", re.IGNORECASE)
_TITLE = re.compile(r"\bTENTANG\b\s*:?\s*(.+)", re.IGNORECASE | re.DOTALL)
_SETS = re.compile(r"Menetapkan\s*:?", re.IGNORECASE)
_GAZETTE = re.compile(r"(?:BERITA|LEMBARAN)\s+DAERAH\s+.{3,80}?TAHUN\s+(\d{4})\s+NOMOR\s*:?\s*(\w+)\s*$", re.IGNORECASE)
_ENDS_IN_YEAR = re.compile(r"\b\d{4}\.?$")
_OVER = re.compile(r"DENGAN RAHMAT|Menimbang|Menirnbang|BAB\b|Tanggal\b", re.IGNORECASE)
_LINES_OF_A_HEAD = 14


def identities(document: Document) -> tuple[Identity, ...]:
    """In printed order; what a statement does not print is `None`."""
    return tuple(_statements(document.blocks))


def enacted_on(document: Document) -> date | None:
    """The date after "Ditetapkan di ..."."""
    texts = [block.text for block in document.blocks]
    for at, text in enumerate(texts):
        if re.match(r"Ditetapkan di\b", text, re.IGNORECASE):
            return first_date(" ".join(texts[at : at + 2]))
    return None


def _statements(blocks: Sequence[Block]) -> Iterator[Identity]:
    body = annex = article = False
    for at, block in enumerate(blocks):
        text = block.text
        if _ANNEX.match(text) and (block.kind is BlockKind.HEADING or text.isupper() or _HEAD.search(text)):
            annex = True
            if found := _head(blocks, at).identity("annex"):
                yield found
        elif not (body or annex or article) and _HEAD.match(text) and text.isupper():
            found = _head(blocks, at).identity("body")
            body = found is not None
            if found is not None:
                yield found
        elif not article and _SETS.match(text):
            found = _article(blocks, at)
            article = found is not None
            if found is not None:
                yield found
        elif found_gazette := _GAZETTE.match(text):
            year, number = found_gazette.groups()
            yield Identity("gazette", number, int(year), None, None, block.place)


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines of a title page or of an annex head."""

    blocks: tuple[Block, ...]

    def identity(self, part: str) -> Identity | None:
        text = " ".join(block.text for block in self.blocks)
        number = _NUMBER.search(text)
        title = _TITLE.search(text)
        if number is None and title is None:
            return None
        words = title.group(1).strip(" .:") if title else None
        year = int(number.group(2)) if number and number.group(2) else None
        stated = next((block for block in self.blocks if _NUMBER.search(block.text)), self.blocks[0])
        found = _NUMBER.search(stated.text)
        return Identity(
            part=part,
            number=number.group(1) if number else None,
            year=year,
            title=words,
            period=period_in(words) if words else None,
            place=stated.place_of(found.group(0).strip()) if found else stated.place,
        )


def _head(blocks: Sequence[Block], start: int) -> _Head:
    """From the line that begins it to the end of its title: the year of the period, an invocation, or a chapter."""
    lines: list[Block] = []
    titled = False
    for block in blocks[start : start + _LINES_OF_A_HEAD]:
        over = _OVER.match(block.text) is not None or block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        if lines and (over or (block.kind is BlockKind.HEADING and titled)):
            break
        lines.append(block)
        titled = titled or re.search(r"\bTENTANG\b", block.text, re.IGNORECASE) is not None
        if titled and _ENDS_IN_YEAR.search(block.text) and not re.match(r"NOMOR\b", block.text, re.IGNORECASE):
            break
    return _Head(tuple(lines))


def _article(blocks: Sequence[Block], at: int) -> Identity | None:
    """The clause after "Menetapkan", which names the regulation without a number."""
    text = " ".join(block.text for block in blocks[at : at + 2]) if ":" in blocks[at].text[-2:] else blocks[at].text
    title = _TITLE.search(text)
    if title is None:
        return None
    words = title.group(1).strip(" .")
    return Identity("article", None, None, words, period_in(words), blocks[at].place.showing(words))
