"""Whose regulation it is: the kind of agency and its name."""

from __future__ import annotations

import re
from collections import Counter

from petajalan.regulation.document import Document

_DEFINED = re.compile(
    r"Daerah adalah (?:daerah )?((Kota|Kabupaten|Provinsi|Daerah Istimewa|Daerah Khusus)\s+[A-Z][^.;,]*?)\s*[.;]?$"
)
_OFFICES = (
    (re.compile(r"WALI\s?KOTA\s+(.+)"), "city", "Kota"),
    (re.compile(r"BUPATI\s+(.+)"), "regency", "Kabupaten"),
    (re.compile(r"GUBERNUR\s+(.+)"), "province", "Provinsi"),
    (re.compile(r"DAERAH\s+KOTA\s+(.+)"), "city", "Kota"),
    (re.compile(r"DAERAH\s+KABUPATEN\s+(.+)"), "regency", "Kabupaten"),
    (re.compile(r"DAERAH\s+PROVINSI\s+(.+)"), "province", "Provinsi"),
    (re.compile(r"MENTERI\s+(.+)"), "ministry", "Kementerian"),
    (re.compile(r"(?:KEPALA\s+)?((?:BADAN|LEMBAGA|ARSIP|PERPUSTAKAAN)\s+.+)"), "agency", ""),
)
_HEAD = re.compile(r"(?:PERATURAN|KEPUTUSAN)\s+(.+?)(?:\s+NOMOR\b.*|\s+TENTANG\b.*)?$")
_KINDS = {
    "Kota": "city",
    "Kabupaten": "regency",
    "Provinsi": "province",
    "Daerah Istimewa": "province",
    "Daerah Khusus": "province",
}
_MENTION = re.compile(r"\b(Kota|Kabupaten|Provinsi)\s+((?:[A-Z][a-z]+)(?:\s[A-Z][a-z]+)?)")


def agency(document: Document) -> tuple[str | None, str | None]:
    """(kind, name), from the definition in the articles, else the title page, else the name met most often."""
    for block in document.blocks:
        if found := _DEFINED.match(block.text):
            return _KINDS[found.group(2)], found.group(1)
    for block in document.blocks:
        head = _HEAD.match(block.text)
        if head is None or not block.text.isupper():
            continue
        for office, kind, word in _OFFICES:
            if found := office.match(head.group(1)):
                return kind, _named(word, found.group(1))
    return _most_mentioned(document)


def _named(word: str, capitals: str) -> str:
    name = " ".join("dan" if part == "DAN" else part.capitalize() for part in capitals.split())
    own_word = name.startswith(("Daerah Istimewa", "Daerah Khusus"))
    return name if own_word or not word else f"{word} {name}"


def _most_mentioned(document: Document) -> tuple[str | None, str | None]:
    names = Counter(found.groups() for block in document.blocks for found in _MENTION.finditer(block.text))
    if not names:
        return None, None
    word, name = names.most_common(1)[0][0]
    return _KINDS[word], f"{word} {name}"
