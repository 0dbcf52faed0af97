"""What one column header says: its concept, whether it speaks of the national level, and its period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from petajalan.regulation.document import Table
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.recognise.vocabulary import CONCEPTS, NATIONAL, RESULT_OF_A_YEAR, WORDS

_RANGE_OF_YEARS = re.compile(
    r"\b(?:19|20)\d\d\s*(?:-|–|—|/|s\.?\s?d\.?|sampai(?: dengan)?)\s*(?:(?:19|20)?\d\d)\b", re.I
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_QUARTER = re.compile(r"\b(?:tw|twl|triwulan|tri wulan|tribulan|kuartal|q)[\s./-]*(iv|iii|ii|i|[1-4])\b", re.I)
_HALF = re.compile(r"\b(?:semester|smt)[\s./-]*(ii|i|[12])\b", re.I)
_NTH_YEAR = re.compile(r"\b(?:tahun|th)\s*\.?\s*(?:ke\s*-?\s*)?(iv|v|iii|ii|i|[1-9])\b", re.I)
_LAST = re.compile(r"\bakhir\b|\bakhir (?:periode|rpjmd|tahun)\b", re.I)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_PATTERNS = tuple((concept, re.compile(pattern)) for concept, pattern in CONCEPTS)
_RESULT = re.compile(RESULT_OF_A_YEAR)


@dataclass(frozen=True, slots=True)
class Header:
    """concept  one of `vocabulary.CONCEPTS`, or "" when the words are not known; "period" when only a period is named
    period   "2024", "2024-Q1", "Q1", "2024-S1", "year 2" (of the road map), "last", or `None`
    """

    text: str
    concept: str
    national: bool
    period: str | None


def read_headers(table: Table) -> tuple[Header, ...]:
    return tuple(_read(text, _leaf(table, column)) for column, text in enumerate(table.headers))


def _leaf(table: Table, column: int) -> str:
    """The lowest printed header cell of a column: the narrowest thing said about it."""
    for row in reversed(table.header_rows):
        if column < len(row) and row[column].text:
            return row[column].text
    return ""


def _read(text: str, leaf: str) -> Header:
    concept = ""
    for words in dict.fromkeys((leaf, text, text.split(" / ")[-1])):
        if concept in ("", "period"):
            concept = _concept(_BRACKETS.sub(" ", words)) or _concept(words) or concept
    if concept == "total" and _bare(text).startswith("target"):
        concept = "target"
    return Header(text, concept, bool(NATIONAL.search(plain(text))), period_of(text))


def period_of(text: str) -> str | None:
    """The period a header or a caption names; a range of years ("2020-2024") is a name, not a period."""
    text = _RANGE_OF_YEARS.sub(" ", text)
    year = _YEAR.findall(text)
    part = _part_of_year(text)
    if year:
        return f"{year[-1]}-{part}" if part else year[-1]
    if part:
        return part
    if nth := _NTH_YEAR.search(text):
        return f"year {_count(nth.group(1))}"
    return "last" if _LAST.search(text) else None


def _part_of_year(text: str) -> str | None:
    if quarter := _QUARTER.search(text):
        return f"Q{_count(quarter.group(1))}"
    if half := _HALF.search(text):
        return f"S{_count(half.group(1))}"
    return None


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _ROMAN[text.lower()]


def _concept(words: str) -> str:
    bare = _bare(words)
    for concept, pattern in _PATTERNS:
        if bare and pattern.search(bare):
            return concept
    if not bare and period_of(words):
        return "period"
    if _RESULT.search(bare) and _YEAR.search(_RANGE_OF_YEARS.sub(" ", words)):
        return "actual"
    return ""


def _bare(words: str) -> str:
    """The words without years, quarters, numbers and slips of the pen."""
    for pattern in (_RANGE_OF_YEARS, _YEAR, _QUARTER, _HALF):
        words = pattern.sub(" ", words)
    return " ".join(_corrected(word) for word in plain(words).split() if not word.isdigit())


@lru_cache(maxsize=2048)
def _corrected(word: str) -> str:
    if len(word) < 5 or word in WORDS:
        return word
    close = get_close_matches(word, WORDS, 1, 0.85)
    return close[0] if close else word
