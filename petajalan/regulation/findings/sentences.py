"""The running text as sentences, and the amounts and years that stand in a sentence.

Only words and order count: marks, page breaks and list markers do not, so every format gives the same sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from petajalan.calc.numbers import read_value
from petajalan.regulation.document import BlockKind, Document, Place

_PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_END = re.compile(r"(?<=[.!?;])\s+(?=[\"“”'‘(]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:Rp|No|Nr|Plt|Plh|Pj|Drs|Dra|Dr|Ir|Hj?|SH|MH|dsb|dll|dst|dkk|hlm|a\.n|u\.b|s\.d|[A-Za-z0-9])\.$"
)
_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
_AMOUNT = re.compile(
    rf"(?<![\w./:,-])(?P<money>Rp\.?\s*)?(?P<number>{_NUMBER})(?![\w)]|[.,:/]\d|\s?[-–]\s?\d)"
    r"(?P<unit>\s?%|\s+(?:persen|poin|jiwa|orang|ribu|juta|mili[ay]r|tril[iy]un)\b(?:\s+(?:jiwa|orang|persen|poin)\b)?)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w./,–-])(?:19|20)\d\d(?![\w/]|[.,]\d|\s?[-–]\s?\d)")
_MONTH = re.compile(
    r"\s+(?:januari|[fp]ebruari|maret|april|mei|juni|juli|agustus|september|oktober|nopember|november|desember)\b", re.I
)
_REFERENCE = re.compile(
    r"\b(?:nomor|no\.?|pasal|ayat|angka|huruf|bab|tabel|gambar|lampiran|uu|pp|perpres|tanggal|tgl\.?)\s*\(?$",
    re.IGNORECASE,
)
_PERCENT = ("%", "persen")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph or list item; `block` is the index of its block in the document."""

    text: str
    block: int
    place: Place


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a sentence that counts or measures something: no year, no number of a law, no list number.

    unit     "percent", "rupiah", or the printed word ("poin", "jiwa"); `None` without one
    start, end  where it stands in the sentence, its unit included
    """

    printed: str
    value: Decimal
    unit: str | None
    start: int
    end: int
    decimal_point: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    start: int


def sentences(document: Document) -> Iterator[Sentence]:
    """Every sentence of the running text in printed order; headings, captions and tables are left out."""
    for index, block in enumerate(document.blocks):
        if block.kind in _PROSE:
            for text in split(block.text):
                yield Sentence(text, index, block.place_of(text))


@lru_cache(maxsize=4096)
def split(text: str) -> tuple[str, ...]:
    """Cut a paragraph into sentences; an abbreviation or an initial does not end one."""
    parts: list[str] = []
    for piece in _END.split(text.strip()):
        if parts and _ABBREVIATION.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {piece}"
        else:
            parts.append(piece)
    return tuple(part for part in parts if part)


@lru_cache(maxsize=4096)
def amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of a sentence from left to right."""
    return tuple(amount for match in _AMOUNT.finditer(text) if (amount := _amount(match)) is not None)


@lru_cache(maxsize=4096)
def years(text: str) -> tuple[Year, ...]:
    """The years a sentence names from left to right."""
    return tuple(Year(int(match.group()), match.start()) for match in _YEAR.finditer(text))


def _amount(match: re.Match[str]) -> Amount | None:
    printed, unit = match.group().strip(), (match["unit"] or "").strip().lower()
    if not match["money"] and not unit and _YEAR.fullmatch(match["number"]):
        return None
    if not match["money"] and (
        _REFERENCE.search(match.string[: match.start()]) or _MONTH.match(match.string, match.end())
    ):
        return None
    reading = read_value(printed)
    if reading.value is None:
        return None
    named = "poin" if "poin" in unit else "percent" if unit.endswith(_PERCENT) else reading.unit
    decimal_point = "decimal_point" in reading.warnings
    return Amount(printed, reading.value, named, match.start(), match.end(), decimal_point)
