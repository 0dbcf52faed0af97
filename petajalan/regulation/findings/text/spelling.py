"""Ordinary words that the document spells in more than one way: slips of the pen and foreign spellings, as one note.

There is no dictionary here: a word is suspect only beside a near twin in the same document that stands in the same
company ("nilai capain RB", "nilai capaian RB"), or that sounds the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import BlockKind
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.slips import Slip, slip, sound
from petajalan.regulation.findings.text.spacing import WORD_SPACING, word_spacing
from petajalan.regulation.findings.text.vocabulary import Spelled, Twins, one_place_of_each, twins, vocabulary
from petajalan.regulation.findings.wording import listed
from petajalan.regulation.reference import Reference

TYPING_ERRORS = Code(
    "typing_errors",
    Severity.NOTE,
    Words("Kata yang sama dieja dengan lebih dari satu cara.", "The same word is spelled in more than one way."),
    Words("“capaian” 41 kali dan “capain” 3 kali.", "“capaian” 41 times and “capain” 3 times."),
)
# Letters that Indonesian spellings waver between; any other letter makes another word.
_CONFUSED = tuple(set(pair) for pair in ("ei", "ae", "gk", "dt", "bp", "pv", "fp"))
_MOST_NAMED = 8  # in the sentence; the places show up to 25
_LABELS = ("menimbang", "mengingat", "memperhatikan", "memutuskan", "menetapkan", "ditetapkan", "diundangkan")
_LABEL = re.compile(r"([^\W\d_]{8,16})(?=\s*:|\s+di\s)")


def spelling(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    words = vocabulary(data)
    yield from typing_errors(data, words)
    yield from word_spacing(data, words)


def typing_errors(data: RegulationData, words: dict[str, Spelled]) -> Iterator[Finding]:
    found = [*_labels(data), *_same_sound(words), *_slips(words), *_reduplicated(words)]
    if not found:
        return
    named, others = [str(one) for one in found[:_MOST_NAMED]], len(found) - _MOST_NAMED
    names = listed(named)
    if others > 0:
        names = Words(listed([*named, f"{others} lainnya"]).id, listed([*named, f"{others} more"]).en)
    yield TYPING_ERRORS.found(
        Words(
            f"{len(found)} kata dieja lebih dari satu cara: {names.id}.",
            f"{len(found)} words are spelled in more than one way: {names.en}.",
        ),
        Words(
            "Periksa tiap kata dan seragamkan menurut ejaan bahasa Indonesia yang baku.",
            "Check each word and use the standard Indonesian spelling throughout.",
        ),
        one_place_of_each(found),
    )


def _labels(data: RegulationData) -> Iterator[Twins]:
    """The words over the parts of every regulation: "Menirnbang" is "Menimbang"."""
    for block in data.document.blocks:
        label = _LABEL.match(block.text) if block.kind == BlockKind.PARAGRAPH else None
        if label and label.group(1).casefold() not in _LABELS and label.group(1)[:2].casefold() in ("me", "di"):
            close = get_close_matches(label.group(1).casefold(), _LABELS, 1, 0.8)
            if close:
                usual = close[0].upper() if label.group(1).isupper() else close[0].capitalize()
                yield Twins(usual, None, label.group(1), (block.place_of(label.group(1)),))


def _same_sound(words: dict[str, Spelled]) -> Iterator[Twins]:
    groups: dict[str, list[Spelled]] = defaultdict(list)
    for word, spelled in words.items():
        if len(word) > 4 and "-" not in word:
            groups[sound(word)].append(spelled)
    for group in groups.values():
        usual = max(group, key=lambda spelled: (spelled.count, spelled.word == sound(spelled.word)))
        for other in group:
            company = set().union(*(spelled.company for spelled in group if spelled is not other))
            sure = len(other.word) > 5 or usual.count >= 3 * other.count or company & other.company
            if other is not usual and sure and slip(usual.word, other.word):
                yield twins(usual, other)


def _slips(words: dict[str, Spelled]) -> Iterator[Twins]:
    taken: set[str] = set()
    for one, other in _near(words):
        usual, rare = sorted((words[one], words[other]), key=lambda spelled: spelled.count, reverse=True)
        if rare.word not in taken and _is_slip(usual, rare):
            taken.add(rare.word)
            yield twins(usual, rare)


def _near(words: dict[str, Spelled]) -> Iterator[tuple[str, str]]:
    """Pairs of words that differ in one letter: those that are equal once a letter is left out of one or both."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) > 3 and "-" not in word:
            for key in sorted({word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}):
                buckets[key].append(word)
    seen: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        for at, one in enumerate(bucket):
            for other in bucket[at + 1 :]:
                if (one, other) not in seen and one[0] == other[0]:
                    seen.add((one, other))
                    yield one, other


def _is_slip(usual: Spelled, rare: Spelled) -> bool:
    found = slip(usual.word, rare.word)
    length = min(len(usual.word), len(rare.word))
    shared = bool(usual.company & rare.company)
    if found is None or found == Slip.SOUND or usual.word[:-1] == rare.word or rare.word[:-1] == usual.word:
        return False
    short, long = sorted((usual.word, rare.word), key=len)
    if long == f"{short[:-2]}kan" and short.endswith("an") and not long.startswith(("pen", "pem", "peng", "pel")):
        return False  # "tingkatan" and "tingkatkan" are two words, "peningkatkan" is none
    if found == Slip.REPLACED:
        letters = {letter for a, b in zip(usual.word, rare.word, strict=True) if a != b for letter in (a, b)}
        often = letters == {"e", "i"} and length > 6 and usual.count >= 5 * rare.count
        return often or (letters in _CONFUSED and length > 5 and shared)
    if length < 6:
        return shared and usual.count >= 20 * rare.count
    return shared or (length > 9 and usual.count >= 6 * rare.count)


def _reduplicated(words: dict[str, Spelled]) -> Iterator[Twins]:
    """ "perundangan-undangan" beside "perundang-undangan"."""
    compounds = [spelled for word, spelled in words.items() if word.count("-") == 1]
    for usual in compounds:
        head, tail = usual.word.split("-")
        for rare in compounds:
            other, same = rare.word.split("-")
            if same == tail and len(head) > 5 and other != head and rare.count < usual.count and other.startswith(head):
                yield twins(usual, rare)


RULES = (Rule(spelling, (TYPING_ERRORS, WORD_SPACING)),)
