"""Words printed together and apart ("dilingkungan", "di lingkungan"), and words printed twice in a row, as one note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Code, Finding, Severity, Words
from petajalan.regulation.findings.text.passages import passages
from petajalan.regulation.findings.text.vocabulary import FUNCTION, Spelled, Twins, one_place_of_each
from petajalan.regulation.findings.wording import listed

WORD_SPACING = Code(
    "word_spacing",
    Severity.NOTE,
    Words(
        "Kata yang sama ditulis serangkai dan terpisah, atau tercetak dua kali berturut-turut.",
        "The same words are printed together and apart, or a word is printed twice in a row.",
    ),
    Words("“di lingkungan” 7 kali dan “dilingkungan” 3 kali.", "“di lingkungan” 7 times and “dilingkungan” 3 times."),
)
_DOUBLED = re.compile(rf"\b({'|'.join(sorted(FUNCTION))}|di|ke)\s+\1\b", re.IGNORECASE)
_PREFIX = re.compile(r"(di|ke)([a-z]{4,})$")


def word_spacing(data: RegulationData, words: dict[str, Spelled]) -> Iterator[Finding]:
    found = [*_prefixes(words), *_hyphens(words), *_doubled(data)]
    if not found:
        return
    names = listed(str(one) for one in found)
    yield WORD_SPACING.found(
        Words(
            f"{len(found)} penulisan serangkai dan terpisah atau kata ganda: {names.id}.",
            f"{len(found)} words are printed together and apart, or twice: {names.en}.",
        ),
        Words(
            "Pisahkan kata depan “di” dan “ke”, rangkaikan awalan “di-”, dan hapus kata yang tercetak dua kali.",
            "Print the prepositions “di” and “ke” apart, the prefix “di-” together, and delete doubled words.",
        ),
        one_place_of_each(found),
    )


def _prefixes(words: dict[str, Spelled]) -> Iterator[Twins]:
    for word, spelled in words.items():
        joined = _PREFIX.match(word)
        if joined:
            yield from _rarer(spelled, words.get(joined.group(2)), f"{joined.group(1)} {joined.group(2)}")


def _hyphens(words: dict[str, Spelled]) -> Iterator[Twins]:
    """ "masing masing" beside "masing-masing"."""
    for word, together in words.items():
        one, _, other = word.partition("-")
        if one == other:
            yield from _rarer(together, words.get(one), f"{one} {one}")


def _rarer(together: Spelled, inside: Spelled | None, apart: str) -> Iterator[Twins]:
    """Where the rarer of the two ways of printing a word stands."""
    if inside is None:
        return
    pattern = re.compile(rf"\b{apart}\b", re.IGNORECASE)
    places = tuple(
        passage.at(match.group()) for passage in inside.passages() for match in pattern.finditer(passage.text)
    )
    if len(places) >= together.count:
        yield Twins(apart, len(places), together.word, tuple(together.places()))
    elif places:
        yield Twins(together.word, together.count, apart, places)


def _doubled(data: RegulationData) -> Iterator[Twins]:
    for passage in passages(data.document):
        for match in _DOUBLED.finditer(passage.text):
            yield Twins(match.group(1).casefold(), None, match.group(), (passage.at(match.group()),))
