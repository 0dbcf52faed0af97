"""Indicators written several ways in tables and text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from petajalan.regulation.data import Printed, RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Finding, Rule, Words
from petajalan.regulation.findings.text.passages import Passage, passages
from petajalan.regulation.findings.text.slips import Slip, slip
from petajalan.regulation.findings.text.variants import NAME_VARIANTS, Form, variants
from petajalan.regulation.reference import Reference

_KIND = Words("Satu indikator", "One indicator")
_WORD = re.compile(r"[^\W\d_]+")
_GENERIC = frozenset("nilai survei indeks tingkat capaian persentase jumlah angka hasil rata".split())
_LEAST = 7  # letters of the word in which two names may differ


def indicator_names(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """A name of two words or more is looked for everywhere with one of its words mistyped."""
    groups: dict[tuple[str, ...], dict[tuple[str, ...], Form]] = {}
    names = _names(data)
    texts = [(passage, list(_WORD.finditer(passage.text))) for passage in passages(data.document)]
    starts: dict[str, list[tuple[Passage, list[re.Match[str]], int]]] = defaultdict(list)
    for passage, words in texts:
        for at, word in enumerate(words):
            starts[word.group().casefold()].append((passage, words, at))
    for name in names:
        for other, printed, place in _mistyped(name, starts):
            if other in names and names[other] > names[name]:
                continue
            group = groups.setdefault(name, {name: Form(_as_printed(name, starts), _places(name, starts))})
            group.setdefault(other, Form(printed, [], wrong=True)).places.append(place)
    told: set[frozenset[tuple[str, ...]]] = set()
    for group in groups.values():
        if frozenset(group) not in told and not any(set(group) < set(larger) for larger in groups.values()):
            told.add(frozenset(group))
            yield variants(_KIND, list(group.values()))


def _names(data: RegulationData) -> dict[tuple[str, ...], int]:
    """The telling words of every indicator, and how often a table prints them."""
    found: dict[tuple[str, ...], int] = defaultdict(int)
    for printed in _printed(data):
        words = tuple(word.casefold() for word in _WORD.findall(re.sub(r"\([^)]*\)", " ", printed.text)))
        while words and words[0] in _GENERIC:
            words = words[1:]
        if 2 <= len(words) <= 5:
            found[words] += 1
    return found


def _printed(data: RegulationData) -> Iterator[Printed]:
    for row in data.road_map.indicators():
        yield from (name for name in (row.name, row.national_indicator) if name is not None)


Starts = dict[str, list[tuple[Passage, list[re.Match[str]], int]]]


def _mistyped(name: tuple[str, ...], starts: Starts) -> Iterator[tuple[tuple[str, ...], str, Place]]:
    """Where all words of a name but one stand in order."""
    for anchor, word in enumerate(name):
        other_words = [at for at in range(len(name)) if at != anchor]
        for passage, words, at in starts.get(word, ()):
            first = at - anchor
            window = words[first : first + len(name)] if first >= 0 else []
            if len(window) != len(name):
                continue
            folded = tuple(match.group().casefold() for match in window)
            wrong = [position for position in other_words if folded[position] != name[position]]
            if len(wrong) == 1 and anchor == (0 if wrong[0] else 1) and _is_slip(name[wrong[0]], folded[wrong[0]]):
                printed = passage.text[window[0].start() : window[-1].end()]
                yield folded, printed, passage.at(printed)


def _is_slip(usual: str, other: str) -> bool:
    found = slip(usual, other)
    if found is None or min(len(usual), len(other)) < _LEAST or usual[0] != other[0]:
        return False
    # A letter more or less at the end makes another form of the word, not a slip.
    return found != Slip.DROPPED or (usual[:-1] != other and other[:-1] != usual)


def _places(name: tuple[str, ...], starts: Starts) -> list[Place]:
    return [place for _, place in _exact(name, starts)]


def _as_printed(name: tuple[str, ...], starts: Starts) -> str:
    return next((printed for printed, _ in _exact(name, starts)), " ".join(name))


def _exact(name: tuple[str, ...], starts: Starts) -> Iterator[tuple[str, Place]]:
    for passage, words, at in starts.get(name[0], ()):
        window = words[at : at + len(name)]
        if tuple(match.group().casefold() for match in window) == name:
            printed = passage.text[window[0].start() : window[-1].end()]
            yield printed, passage.at(printed)


RULES = (Rule(indicator_names, (NAME_VARIANTS,)),)
