"""What the citations of a document say about one law: its name, its gazettes, its last amendment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from petajalan.regulation.data import Citation, RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.text.passages import Passage, passages

_CAPITALS = {"panrb": "PANRB", "dalam": "Dalam", "dan": "dan"}
_AMENDED = re.compile(
    r"\bsebagaimana\s+(?:telah\s+)?(?:beberapa\s+kali\s+)?di\s?(?:ubah|rubah)(?:\s+beberapa\s+kali)?,?\s+"
    r"(?:yang\s+)?(?:ter?akhir\s+)?dengan\b",
    re.IGNORECASE,
)
_INSIDE_TITLE = re.compile(r"\btentang\b[^(;]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gazette:
    """A gazette statement of one law. `kind` is "lembaran negara", "tambahan lembaran negara", "berita negara" ..."""

    law: str
    kind: str
    year: int | None
    number: str
    place: Place


@dataclass(frozen=True, slots=True)
class Amendment:
    """ "... sebagaimana telah diubah terakhir dengan ...": the law, by which law, and that one's gazette as printed."""

    law: str
    by: str
    gazette: str | None
    place: Place


def law_name(citation: Citation) -> str:
    kind = " ".join(_CAPITALS.get(word, word.title()) for word in citation.kind.split())
    year = f" Tahun {citation.year}" if citation.year and str(citation.year) not in citation.number else ""
    return f"{kind} Nomor {citation.number}{year}"


def gazettes(data: RegulationData) -> Iterator[Gazette]:
    """A supplement is of the year of its law."""
    for citation in data.citations:
        for kind, year, number in citation.gazette:
            if number:
                yield Gazette(law_name(citation), kind, year or citation.year, number, citation.place)


def amendments(data: RegulationData) -> Iterator[Amendment]:
    for passage in passages(data.document):
        phrases = list(_AMENDED.finditer(passage.text))
        if not phrases:
            continue
        cited = _positions(data, passage)
        for phrase in phrases:
            laws = [citation for at, citation in cited if at < phrase.start() and not _nested(passage.text, at)]
            later = [citation for at, citation in cited if at >= phrase.end()]
            if laws and later:
                yield Amendment(law_name(laws[-1]), law_name(later[0]), _gazette(later[0]), later[0].place)


def principal(data: RegulationData, where: str) -> list[Citation]:
    """The laws of a list of legal bases, without those that amend them or stand in their titles."""
    found: list[Citation] = []
    for passage in passages(data.document):
        ends = [match.end() for match in re.finditer(";", passage.text)]
        begun = -1
        for at, citation in _positions(data, passage, where):
            part = sum(end <= at for end in ends)
            if part > begun:
                found.append(citation)
                begun = part
    return found


def _positions(data: RegulationData, passage: Passage, where: str | None = None) -> list[tuple[int, Citation]]:
    """The citations of a passage and where in its text they begin."""
    found: list[tuple[int, Citation]] = []
    start = 0
    for citation in data.citations:
        if where is not None and citation.where != where:
            continue
        words = citation.place.printed
        at = passage.text.find(words, start) if words else -1
        if at >= 0 and passage.at(words) == citation.place:
            found.append((at, citation))
            start = at + 1
    return found


def _nested(text: str, at: int) -> bool:
    """Whether a law is named inside the title of another."""
    return bool(_INSIDE_TITLE.search(text[:at]))


def _gazette(citation: Citation) -> str | None:
    for kind, year, number in citation.gazette:
        if year and number:
            return f"{kind.title()} Tahun {year} Nomor {number}"
    return None
