"""Terms and teams written several ways: coined words, defined terms, names of teams in table and text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.passages import Passage, passages
from petajalan.regulation.findings.text.register import Register
from petajalan.regulation.findings.text.slips import is_name_slip
from petajalan.regulation.findings.text.variants import NAME_VARIANTS, Form, variants
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

_TERM = Words("Satu istilah", "One term")
_TEAM = Words("Satu tim", "One team")
_WORD = re.compile(r"[^\W\d_]{5,}")
_COINED = re.compile(r"[a-z][A-Z]{3,}")
_DEFINED = re.compile(
    r"^(?P<term>[A-Z][\w/]*(?:\s+[A-Z][\w/]*){0,3})"
    r"(?:,?\s+yang\s+selanjutnya\s+(?:disebut|disingkat)\s+[\w/ ]+?)?,?\s+adalah\b"
)
_TITLE_OF_LAW = re.compile(r"\b(?:nomor|no\.?)\s*\S+\s+tahun\s+\d{4}\s+tentang\b", re.IGNORECASE)
_TEAM_NAME = re.compile(r"\bTim\s+(?P<name>[A-Z][\w]*(?:/[A-Z]?\w+)?(?:\s+[A-Z][\w/]*){0,3})")
_SAME_WORD = 0.85  # two long words of team names at least this alike are one word with a slip


def coined_words(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """ "BerAKHLAK" also printed "Berakhlak" or "BerAkhlik". Words all in capitals stand in headings."""
    uses: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages(data.document):
        for match in _WORD.finditer(passage.text):
            if not match.group().isupper():
                uses[match.group()].append(passage)
    coined = sorted((word for word in uses if _COINED.search(word)), key=lambda word: -len(uses[word]))
    told: set[str] = set()
    for usual in coined:
        folded = usual.casefold()
        others = [
            word
            for word in uses
            if word != usual and (word.casefold() == folded or is_name_slip(folded, word.casefold()))
        ]
        if usual not in told and others:
            told.update(others)
            forms = [
                Form(word, [passage.at(word) for passage in uses[word]], word.casefold() != folded)
                for word in (usual, *others)
            ]
            yield variants(_TERM, forms)


def defined_terms(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """A term that an article defines, printed by another name of the register, or with its words together or apart."""
    register = Register(reference, "term")
    for term in _defined(data):
        known = register.find(term)
        rivals = {plain(term)}
        if known is not None and known.exact:
            names = (known.entry.full, *known.entry.short)
            rivals |= {plain(name) for name in names if not any(_abbreviates(word, term) for word in name.split())}
        forms = _forms(data, rivals, term)
        if len(forms) > 1:
            yield variants(_TERM, list(forms.values()), Severity.NOTE)


def _defined(data: RegulationData) -> list[str]:
    """Terms of the first article that defines any."""
    found: list[str] = []
    for article in data.articles:
        for index in article.blocks:
            match = _DEFINED.match(data.document.blocks[index].text)
            if match:
                found.append(match["term"])
    return found


def _abbreviates(name: str, term: str) -> bool:
    return name.casefold() == "".join(word[0] for word in term.split()).casefold()


def _forms(data: RegulationData, names: set[str], term: str) -> dict[str, Form]:
    """How often each name stands in the text. Titles of other laws keep their own wording."""
    alternatives = "|".join(sorted((_loose(name, term) for name in names), key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w/-])(?:{alternatives})(?![\w/-])", re.IGNORECASE)
    found: dict[str, Form] = defaultdict(lambda: Form(""))
    for passage in passages(data.document):
        for match in pattern.finditer(passage.text):
            if match.group().isupper() and len(match.group()) > 5:
                continue  # a heading, or the name of an office over a signature
            if _TITLE_OF_LAW.search(passage.text[: match.start()]):
                continue
            form = found[plain(match.group())]
            form.printed = form.printed or match.group()
            form.places.append(passage.at(match.group()))
    return found


def _loose(name: str, term: str) -> str:
    """The words of a name; those of a one-word term may also stand apart ("Wali Kota")."""
    if name == plain(term) and " " not in name and len(name) > 6:
        return r"\s?".join(re.escape(part) for part in _syllables(name))
    return r"\s+".join(re.escape(word) for word in name.split())


def _syllables(word: str) -> tuple[str, ...]:
    """Where a compound may be printed apart: before "kota", "map", "daya" and the like."""
    for tail in ("kota", "map", "daya", "tugas", "jabat"):
        if word.endswith(tail) and len(word) > len(tail) + 2:
            return word[: -len(tail)], tail
    return (word,)


def team_names(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """A word of a team's name in the table that the text prints with a slip."""
    mentions = [
        (passage.at(match.group()), match.group())
        for passage in passages(data.document)
        for match in _TEAM_NAME.finditer(passage.text)
    ]
    for team in data.road_map.teams:
        own = plain(team.name.text).split()
        forms = {" ".join(own): Form(team.name.text, [team.name.place])}
        for place, printed in mentions:
            words = plain(printed).split()[: len(own)]
            if words == own:
                forms[" ".join(own)].places.append(place)
            elif _is_slip(own, words):
                forms.setdefault(" ".join(words), Form(printed, wrong=True)).places.append(place)
        if len(forms) > 1:
            yield variants(_TEAM, list(forms.values()))


def _is_slip(own: list[str], words: list[str]) -> bool:
    if len(own) != len(words) or len(own) < 2:
        return False
    different = [(one, other) for one, other in zip(own, words, strict=True) if one != other]
    return len(different) == 1 and all(
        min(len(one), len(other)) > 7 and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SAME_WORD
        for one, other in different
    )


RULES = (
    Rule(coined_words, (NAME_VARIANTS,)),
    Rule(defined_terms, (NAME_VARIANTS,)),
    Rule(team_names, (NAME_VARIANTS,)),
)
