"""Abbreviations that are spelled out nowhere, and one phrase abbreviated in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.passages import Passage, in_order, passages
from petajalan.regulation.findings.text.slips import slip
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
_IN_BRACKETS = re.compile(r"(?P<before>(?:[\w/-]+,?\s+){1,9})\((?P<short>[A-Z][\w-]{1,11})\)")
_SPELLED_BEHIND = re.compile(r"(?P<short>\b[A-Z][A-Z\d-]{1,11})\s*\((?P<full>[A-Za-z][^()]{6,})\)")
_ROMAN = re.compile(r"[IVXLC]+$")
_CAPITALS = re.compile(r"(?:\b[A-Z]{4,}\b\W+){2,}\b[A-Z]{4,}\b|\b[A-Z]{3,}\s+[A-Z]{4,}\b")
# Letters every reader of an Indonesian regulation knows, and titles behind names.
_EVERYDAY = frozenset("RI UU PP UUD NIP SH MH SE MM KTP KK PT CV SK RT RW TV IT ID".split())
_NAMED = 40


def abbreviation_undefined(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    used: dict[str, list[Place]] = defaultdict(list)
    defined: set[str] = set()
    plain_words: set[str] = set()
    for passage in passages(data.document):
        defined.update(_defined_in(passage))
        plain_words.update(word for word in re.findall(r"\b[a-z]{2,}\b", passage.text))
        if not _is_shouted(passage.text):
            for short, place in _used_in(passage):
                used[short].append(place)
    full = plain(" ".join(passage.text for passage in passages(data.document)))
    for entry in reference.aliases:
        if f" {plain(entry.full)} " in f" {full} ":
            defined.update(entry.short)
    unknown = {
        short: places
        for short, places in used.items()
        if short not in defined | _EVERYDAY and short.casefold() not in plain_words
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


def _used_in(passage: Passage) -> Iterator[tuple[str, Place]]:
    shouted = [match.span() for match in _CAPITALS.finditer(passage.text)]
    for match in _SHORT.finditer(passage.text):
        inside = any(start <= match.start() < end for start, end in shouted)
        if not inside and not _ROMAN.match(match.group()):
            yield match.group(), passage.at(match.group())


def _defined_in(passage: Passage) -> Iterator[str]:
    for match in _IN_BRACKETS.finditer(passage.text):
        words = match["before"].split()
        if words[-1].casefold() != match["short"].casefold() and not words[-1].isupper():
            yield match["short"]
    for match in _SPELLED_BEHIND.finditer(passage.text):
        if len(match["full"].split()) > 1:
            yield match["short"]


def _is_shouted(text: str) -> bool:
    """A heading or name all in capitals; single short words ("BKD" in a cell) are abbreviations."""
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return len(text.split()) > 1 and capitals > 0.8 * len(letters) or (len(text) > 8 and text.isupper())


def abbreviation_conflict(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """Only near twins ("IPM", "KPM"): different names may well be described by the same words."""
    by_phrase: dict[str, dict[str, Place]] = defaultdict(dict)
    for passage in passages(data.document):
        for match in _IN_BRACKETS.finditer(passage.text):
            words = plain(match["before"]).split()[-len(match["short"]) :]
            if len(words) == len(match["short"]) > 2:
                by_phrase[" ".join(words)].setdefault(match["short"], passage.at(match.group().strip()))
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
