"""How many things a sentence names after it has announced a number of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from petajalan.regulation.findings.text.numerals import WORDS, value

_NUMERAL = rf"(?<![\w.,/–-])(?:\d{{1,2}}(?![\w/–-]|[.,]\d|\s*%)(?:\s*\((?:{WORDS})\))?|(?:{WORDS}))(?=\s+[A-Za-z“\"])"
_ANNOUNCED = re.compile(_NUMERAL, re.IGNORECASE)
_OPENING = re.compile(r",?\s*(?:\b(?:yaitu|yakni|meliputi|mencakup|terdiri (?:dari|atas)|sebagai berikut)\b[\s,:]*)+")
_BRACKETED = re.compile(
    rf"(?P<numeral>{_NUMERAL})(?P<noun>(?:\s+[^\W\d_][\w/-]*){{1,6}})\s*\((?P<inside>[^()]+)\)", re.IGNORECASE
)
_INITIAL = re.compile(r"(?<!\w)(?P<count>[2-9])(?P<noun>[A-Z])\s*\((?P<inside>[^()]+)\)")  # "3T (tertinggal, ...)"
_BRACKETS = re.compile(r"\([^()]*\)")
_LAST_ITEM = re.compile(r",\s*(?:dan|serta|maupun|atau)\s")
_CONJUNCTION = re.compile(r"\s(?:dan|serta)\s")
_INLINE_MARKER = re.compile(r"(?:^|\s)\(?(?:\d{1,2}|[a-z])[).]\s+\S")
_SUBCLAUSE = re.compile(
    r",?\s(?:sehingga|di ?mana|yang|untuk|agar|karena|maka|dengan|dalam rangka|guna|atau lebih)\s|"
    r",\s(?:serta )?(?:juga|telah)\s"
)
_REFERRING = re.compile(r"\d|%|\b(?:lihat|sumber|tabel|gambar|pasal)\b", re.IGNORECASE)
_TURN = re.compile(r",\s(?:sehingga|di ?mana|agar|karena|maka|sedangkan|namun)\s")
_OPEN_ENDED = re.compile(
    r"\b(?:antara lain|di ?antaranya|misalnya|seperti|contoh\w*|dll|dsb|dst|lain-lain|sebagainya)\b", re.I
)
_STATEMENT = re.compile(
    r"\b(?:adalah|merupakan|mencapai|menjadi|sebesar|sebanyak|mengalami|terdapat|telah|akan)\b", re.I
)
_PREPOSITION = re.compile(
    r"\b(?:pada|dari|di|untuk|oleh|dengan|dan|serta|yang|kepada|terhadap|tahun|dalam|tentang)\b", re.I
)
# Spans of time, shares and people are measured, not listed.
_MEASURED = {"tahun", "bulan", "minggu", "hari", "jam", "kali", "persen", "poin", "orang", "jiwa", "besar", "triwulan"}
_MEASURED |= {"tribulan", "semester", "unit", "juta", "ribu", "miliar", "triliun", "rupiah", "kilometer", "hektar"}
_NOT_A_COUNT = re.compile(r"(?:\b(?:peringkat|ke|nomor|salah|pasal|ayat|angka|huruf|tabel|gambar|bab)\s*-?)$", re.I)


@dataclass(frozen=True, slots=True)
class Announcement:
    """A number of things announced in a sentence.

    words   as printed: "tiga Indikator Daya Saing Global"
    noun    the words after the number
    named   the things named in the same sentence; () when they follow in a list or a table
    fewest, most  how many things the words may mean: "a, b dan c dan d" can be read in several ways
    """

    words: str
    count: int
    noun: str
    named: tuple[str, ...]
    fewest: int
    most: int

    @property
    def follows(self) -> bool:
        return not self.named


def announcements(sentence: str) -> list[Announcement]:
    found = [_bracketed(match) for match in _BRACKETED.finditer(sentence)]
    found += [_initial(match) for match in _INITIAL.finditer(sentence)]
    found += [_opened(sentence, match) for match in _OPENING.finditer(sentence)]
    return [announced for announced in found if announced is not None]


def counted(clause: str, noun: str) -> Announcement | None:
    """The number of things called `noun` that a clause gives: "empat tema" for "Tema"."""
    words = r"\s+".join(map(re.escape, noun.split()))
    match = re.search(rf"(?P<numeral>{_NUMERAL})\s+(?P<noun>{words})\b", clause, re.IGNORECASE) if noun else None
    if match is None or _NOT_A_COUNT.search(clause[: match.start()]):
        return None
    return Announcement(" ".join(match.group().split()), _count(match["numeral"]), match["noun"], (), 0, 0)


def _bracketed(match: re.Match[str]) -> Announcement | None:
    noun = match["noun"].strip()
    if _is_measure(noun) or _PREPOSITION.search(noun) or _NOT_A_COUNT.search(match.string[: match.start()]):
        return None
    inside = match["inside"]
    if ("," not in inside and not _CONJUNCTION.search(inside)) or _REFERRING.search(inside):
        return None
    return _announcement(f"{match['numeral']} {noun}", _count(match["numeral"]), noun, inside)


def _initial(match: re.Match[str]) -> Announcement | None:
    if "," not in match["inside"]:
        return None
    return _announcement(match.group()[:2], int(match["count"]), match["noun"], match["inside"])


def _opened(sentence: str, opening: re.Match[str]) -> Announcement | None:
    """ "... dua kategori yaitu tingkat hulu dan hilir." """
    start = max(sentence.rfind(mark, 0, opening.start()) for mark in ".;:") + 1
    clause = _without_brackets(sentence[start : opening.start()])
    numerals = [match for match in _ANNOUNCED.finditer(clause) if not _is_measure(clause[match.end() :])]
    if len(numerals) != 1 or _NOT_A_COUNT.search(clause[: numerals[0].start()]):
        return None
    noun = clause[numerals[0].end() :].strip(" ,")
    count = _count(numerals[0].group())
    after = sentence[opening.end() :].strip()
    words = f"{numerals[0].group()} {noun}".strip()
    if not noun:
        return None
    if not after:
        return Announcement(words, count, noun, (), 0, 0) if count > 1 else None
    return _announcement(words, count, noun, after)


def _announcement(words: str, count: int, noun: str, listing: str) -> Announcement | None:
    named = _named(listing)
    if count < 2 or named is None:
        return None
    items, fewest, most = named
    return Announcement(" ".join(words.split()), count, noun, items, fewest, most)


def _named(listing: str) -> tuple[tuple[str, ...], int, int] | None:
    """The things a listing names, the fewest and the most they can be counted as; `None` when it is no plain listing.

    "a, b, dan c" is three. "a, b dan c" is two or three: "b dan c" may be one thing.
    """
    if _OPEN_ENDED.search(listing):
        return None
    markers = len(_INLINE_MARKER.findall(listing))
    if markers > 1:
        parts = [part.strip(" ;,.") for part in _INLINE_MARKER.split(listing)]
        return tuple(part for part in parts if part), markers, markers
    plain = _TURN.split(_BRACKETS.sub("", listing).strip(" .;:"))[0]
    last = _LAST_ITEM.search(plain)
    if last:
        head, tail = plain[: last.start()], plain[last.end() :].split(",")[0]
        items = [part.strip() for part in head.split(",") if part.strip()] + [tail.strip()]
        fewest, most = len(items), len(items) + len(_CONJUNCTION.findall(head))
    else:
        plain = _SUBCLAUSE.split(plain)[0]
        parts = [part.strip() for part in plain.split(",") if part.strip()]
        items = [*parts[:-1], *(_CONJUNCTION.split(parts[-1], maxsplit=1) if parts else ())]
        fewest, most = len(parts), len(parts) + len(_CONJUNCTION.findall(plain))
    if len(items) < 2 or any(_STATEMENT.search(item) or len(item.split()) > 12 for item in items):
        return None
    return tuple(items), fewest, most


def _without_brackets(text: str) -> str:
    """Brackets are blanked, unless they repeat a number in words."""
    return _BRACKETS.sub(lambda found: found.group() if value(found.group()[1:-1]) else " " * len(found.group()), text)


def _is_measure(noun: str) -> bool:
    return bool(noun.strip()) and noun.split()[0].casefold().strip(",") in _MEASURED


def _count(numeral: str) -> int:
    digits = re.match(r"\d+", numeral)
    return int(digits.group()) if digits else value(numeral) or 0


def as_phrase(words: Sequence[str]) -> str:
    """The first few words of what is announced, to look for in a caption."""
    return " ".join(word.casefold() for word in list(words)[:2])
