"""The words of the document, how often and in what company each is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import MOST_PLACES
from petajalan.regulation.findings.text.passages import Passage, in_order, passages
from petajalan.regulation.findings.text.register import name_places, place_key

FUNCTION = frozenset(
    "yang dan atau dari untuk dengan pada dalam oleh kepada serta adalah akan telah tidak juga ini itu dapat agar bagi "
    "sebagai secara para atas terhadap antara maupun sehingga karena tersebut sesuai".split()
)
_LONGEST = 40  # letters; what is longer is no word, and comparing it letter by letter would take for ever
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TITLE_OF_LAW = re.compile(r"\bNomor\s*\S+\s+Tahun\s+\d{4}\s+tentang\b.*?(?:[(;,.]|$)", re.IGNORECASE)
_COINED = re.compile(r"[a-z][A-Z]")  # names like BerAKHLAK are no ordinary words
_FOREIGN = re.compile(
    r"(?:ment|tion|ness|ship|ity|able|ible|ive|ance|ence|ile)$|^(?:new|the|of|good|core|world|public)$"
)


@dataclass(slots=True)
class Spelled:
    """One spelling of a word: where it stands and in what company."""

    word: str
    uses: list[tuple[Passage, str]] = field(default_factory=list)
    company: set[str] = field(default_factory=set)  # "<word before" and ">word after", words of substance only

    @property
    def count(self) -> int:
        return len(self.uses)

    def places(self) -> Iterator[Place]:
        return (passage.at(printed) for passage, printed in self.uses)

    def passages(self) -> Iterable[Passage]:
        return {id(passage): passage for passage, _ in self.uses}.values()


@dataclass(frozen=True, slots=True)
class Twins:
    """Two ways of printing a word, and where the other, rarer one stands. `usual_count` is `None` where
    the usual way was not counted."""

    usual: str
    usual_count: int | None
    other: str
    places: tuple[Place, ...]

    def __str__(self) -> str:
        if self.usual_count is None:
            return f"“{self.usual}” – “{self.other}”"
        return f"“{self.usual}” ({self.usual_count}) – “{self.other}” ({len(self.places)})"


def vocabulary(data: RegulationData) -> dict[str, Spelled]:
    """Every word, titles of laws, foreign phrases and cells with names of units, themes and indicators left out."""
    words: dict[str, Spelled] = {}
    names = name_places(data)
    for passage in passages(data.document):
        if place_key(passage.place) in names:
            continue
        text = _TITLE_OF_LAW.sub(lambda found: "." * len(found.group()), passage.text)
        printed = [match.group() for match in _WORD.finditer(text)]
        folded = ["", *(word.casefold() for word in printed), ""]
        for at, word in enumerate(printed, start=1):
            before, after = folded[at - 1], folded[at + 1]
            if len(word) > _LONGEST or _COINED.search(word) or _FOREIGN.search(before) or _FOREIGN.search(after):
                continue
            spelled = words.setdefault(folded[at], Spelled(folded[at]))
            spelled.uses.append((passage, word))
            spelled.company.update(
                sign + near for sign, near in (("<", before), (">", after)) if len(near) > 3 and near not in FUNCTION
            )
    return words


def twins(usual: Spelled, other: Spelled) -> Twins:
    return Twins(usual.word, usual.count, other.word, tuple(other.places()))


def one_place_of_each(found: Sequence[Twins]) -> list[Place]:
    """At most as many places as a finding shows, one of each pair before the second of any, in printed order."""
    places = [one.places[0] for one in found] + [place for one in found for place in one.places[1:]]
    return in_order(places[:MOST_PLACES])
