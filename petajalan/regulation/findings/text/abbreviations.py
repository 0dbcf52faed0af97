"""Abbreviations that are spelled out nowhere, and one phrase abbreviated in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import BlockKind, Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.numerals import value
from petajalan.regulation.findings.text.passages import Passage, in_order, passages
from petajalan.regulation.findings.text.slips import is_name_slip, slip
from petajalan.regulation.findings.wording import listed, quoted
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

ABBREVIATION_UNDEFINED = Code(
    "abbreviation_undefined",
    Severity.NOTE,
    Words(
        "Singkatan dipakai tanpa pernah dijelaskan kepanjangannya.",
        "An abbreviation is used and spelled out nowhere.",
    ),
    Words("“KPRBN” tanpa kepanjangan.", "“KPRBN” without its full name."),
)
ABBREVIATION_CONFLICT = Code(
    "abbreviation_conflict",
    Severity.WARNING,
    Words("Satu nama disingkat dengan dua cara.", "One name is abbreviated in two ways."),
    Words("“Kader Pembangunan (IPM)” dan “Kader Pembangunan (KPM)”.", "“Kader Pembangunan (IPM)” and “(KPM)”."),
)
_SHORT = re.compile(r"(?<![\w.@/-])[A-Z](?:[A-Z]|\d(?=[A-Z])){1,9}(?![\w@-]|\.[A-Z\d])")
_BRACKETED = re.compile(r"\((?P<short>[A-Z][\w-]{1,11})\)")
_BEFORE = re.compile(r"[^\W\d_][\w/-]*")
_ORDINARY = re.compile(r"\b[A-Za-z]?[a-z]{2,}\b")
_SPELLED_BEHIND = re.compile(r"(?P<short>\b[A-Z][A-Z\d-]{1,11})\s*\((?P<full>[A-Za-z][^()]{6,})\)")
_ROMAN = re.compile(r"[IVXLC]+$")
_CAPITALS = re.compile(r"(?:\b[A-Z]{4,}\b\W+){2,}\b[A-Z]{4,}\b|\b[A-Z]{3,}\s+[A-Z]{4,}\b")
# Letters every reader of an Indonesian regulation knows, and titles behind names.
_EVERYDAY = frozenset(
    "RI UU PP UUD NIP SH MH SE MM KTP KK PT CV SK RT RW TV IT ID SDM KPK BPK APBD APBN ASN BAB NO PD OPD".split()
)
_NAMED = 40


def abbreviation_undefined(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    used: dict[str, list[Place]] = defaultdict(list)
    defined: set[str] = set()
    ordinary: set[str] = set()
    for passage in passages(data.document):
        defined.update(_defined_in(passage))
        ordinary.update(word.casefold() for word in _ORDINARY.findall(passage.text))
        if not _is_shouted(passage):
            for short, place in _used_in(passage):
                used[short].append(place)
    defined |= _EVERYDAY | _known(data, reference)
    unknown = {
        short: places
        for short, places in used.items()
        if short not in defined
        and short.casefold() not in ordinary
        and not any(is_name_slip(short, other) for other in (*used, *defined) if len(used.get(other, ())) != 1)
    }
    if not unknown:
        return
    names = listed(sorted(unknown)[:_NAMED])
    yield ABBREVIATION_UNDEFINED.found(
        Words(
            f"{len(unknown)} singkatan tidak dijelaskan: {names.id}.",
            f"{len(unknown)} abbreviations are not spelled out: {names.en}.",
        ),
        Words(
            "Tulis kepanjangannya pada pemakaian pertama, atau tambahkan daftar singkatan.",
            "Spell each out where it is first used, or add a list of abbreviations.",
        ),
        in_order([places[0] for places in unknown.values()]),
    )


def _known(data: RegulationData, reference: Reference) -> set[str]:
    """The short names of the register whose full name the document prints, and the grades of scales."""
    text = f" {plain(' '.join(passage.text for passage in passages(data.document)))} "
    names = {
        short
        for entry in reference.aliases
        if any(f" {plain(name)} " in text for name in (entry.full, *entry.short) if len(name.split()) > 1)
        for short in entry.short
    }
    grades = {level for scale in reference.scales for level in scale.levels}
    letters = {
        band.letter
        for scale in reference.scales
        for table in scale.classifications
        for band in table.bands
        if band.letter
    }
    return names | grades | letters


def _used_in(passage: Passage) -> Iterator[tuple[str, Place]]:
    shouted = [match.span() for match in _CAPITALS.finditer(passage.text)]
    for match in _SHORT.finditer(passage.text):
        inside = any(start <= match.start() < end for start, end in shouted)
        if not inside and not _ROMAN.match(match.group()) and not value(match.group().removeprefix("KE")):
            yield match.group(), passage.at(match.group())


def _defined_in(passage: Passage) -> Iterator[str]:
    for bracketed in _bracketed(passage.text):
        if _explains(bracketed):
            yield bracketed.short
    for match in _SPELLED_BEHIND.finditer(passage.text):
        if len(match["full"].split()) > 1:
            yield match["short"]


def _explains(bracketed: Bracketed) -> bool:
    """Half of the letters are initials of the words before; a long one may be of syllables of capitalised words."""
    initials = {word[0].casefold() for word in bracketed.before}
    letters = [letter for letter in bracketed.short.casefold() if letter.isalpha()]
    if 2 * sum(letter in initials for letter in letters) >= len(letters):
        return True
    return len(letters) > 5 and all(word[0].isupper() for word in bracketed.before[-2:])


@dataclass(frozen=True, slots=True)
class Bracketed:
    """ "Mal Pelayanan Publik (MPP)": the words before the bracket, at most two more than it has letters."""

    short: str
    before: tuple[str, ...]
    printed: str


def _bracketed(text: str) -> Iterator[Bracketed]:
    for match in _BRACKETED.finditer(text):
        before = list(_BEFORE.finditer(text, max(0, match.start() - 160), match.start()))[-len(match["short"]) - 2 :]
        if before:
            words = tuple(word.group() for word in before)
            yield Bracketed(match["short"], words, text[before[0].start() : match.end()])


def _is_shouted(passage: Passage) -> bool:
    """A heading or name all in capitals. A short word alone in a cell ("BKD") is an abbreviation, in a list a name; the
    header of a table may print every word so ("JABATAN")."""
    text = passage.text
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    name = len(text.split()) > 1 or len(text) > 8 or passage.kind != BlockKind.TABLE or passage.place.row == 0
    return capitals > 0.8 * len(letters) and name


def abbreviation_conflict(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """Only near twins ("IPM", "KPM"): different names may well be described by the same words."""
    by_phrase: dict[str, dict[str, Place]] = defaultdict(dict)
    for passage in passages(data.document):
        for bracketed in _bracketed(passage.text):
            letters = len(bracketed.short)
            words = bracketed.before[-letters:]
            if letters == len(words) > 2:
                by_phrase[plain(" ".join(words))].setdefault(bracketed.short, passage.at(bracketed.printed))
    for phrase, shorts in by_phrase.items():
        twins = [one for one in shorts if any(len(one) == len(other) and slip(one, other) for other in shorts)]
        if len(twins) > 1:
            names = listed(quoted(short) for short in twins)
            yield ABBREVIATION_CONFLICT.found(
                Words(
                    f"{quoted(phrase)} disingkat {names.id}.",
                    f"{quoted(phrase)} is abbreviated as {names.en}.",
                ),
                Words("Pakai satu singkatan.", "Use one abbreviation."),
                in_order(shorts[short] for short in twins),
            )


RULES = (
    Rule(abbreviation_undefined, (ABBREVIATION_UNDEFINED,)),
    Rule(abbreviation_conflict, (ABBREVIATION_CONFLICT,)),
)
