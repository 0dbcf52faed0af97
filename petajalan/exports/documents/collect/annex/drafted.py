"""The annex of a draft or an amendment: the agency's own text, and the tables as the plan has them now."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from petajalan.exports.documents.collect.annex.composed import PARTS, Tables
from petajalan.exports.documents.collect.annex.standing import standing_of
from petajalan.exports.documents.collect.annex.text import blocks_of, heading_of
from petajalan.exports.documents.tree import Block, Item, Paragraph, Table
from petajalan.planning.choices import IssueLevel
from petajalan.planning.models import Condition, RoadMap, SectionText, StrategicIssue
from petajalan.planning.queries.stated import stated_of
from petajalan.regulation.recognise.names import plain

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
LEVELS = {
    IssueLevel.UPSTREAM: "Isu strategis di tingkat hulu:",
    IssueLevel.DOWNSTREAM: "Isu strategis di tingkat hilir:",
}
CLOSING = "penutup"


def drafted_blocks(road_map: RoadMap) -> tuple[Block, ...]:
    return tuple(_Draft(road_map).blocks())


def drafted_tables(road_map: RoadMap) -> dict[str, Table]:
    """The tables of its annex by their kind ("goals", "key_activities")."""
    draft = _Draft(road_map)
    for _block in draft.blocks():
        pass
    return draft.made


class _Draft:
    def __init__(self, road_map: RoadMap) -> None:
        self.road_map = road_map
        of = {"agency": road_map.agency_id, "road_map": road_map}
        self.sections = list(SectionText.objects.filter(**of, current=True).order_by("position"))
        self.said = plain(" ".join(one.body for one in self.sections))
        self.issues = [one for one in StrategicIssue.objects.filter(**of) if not self._is_said(one.title)]
        self.conditions = [one for one in Condition.objects.filter(**of) if not self._is_said(one.text or one.title)]
        self.tables = Tables(stated_of(road_map, printed=False).data, title_of(road_map))
        self.left = [name for _part, names in PARTS for name in names if self.tables.has(name)]
        self.standing = standing_of(road_map)
        self.chapter = 0
        self.made: dict[str, Table] = {}

    def _is_said(self, words: str) -> bool:
        """Whether the text holds these words already: an import takes issues out of the text."""
        return plain(words.rstrip(" …")) in self.said

    def blocks(self) -> Iterator[Block]:
        parts = {part.value: names for part, names in PARTS}
        waiting: list[str] = []
        for at, section in enumerate(self.sections):
            if section.level == 1:
                if plain(section.title) == CLOSING:
                    yield from self._tables(self.left)
                self.chapter = _chapter(section.number, self.chapter + 1)
            yield heading_of(section)
            yield from blocks_of(section.body)
            if section.part == "issues":
                yield from self._context()
            yield from self._tables(self._held_by(section))
            waiting += [one for one in parts.get(section.part, ()) if one in self.left and one not in waiting]
            # A chapter without words of its own has its tables below the first of its sections.
            following = self.sections[at + 1] if at + 1 < len(self.sections) else None
            if section.level == 1 and not section.body and following is not None and following.level > 1:
                continue
            yield from self._tables([one for one in waiting if one not in self.standing.sections])
            waiting = []
        yield from self._tables(self.left)

    def _held_by(self, section: SectionText) -> list[str]:
        """The tables that the print has in this section."""
        here = (section.number, section.title)
        return [name for name in self.left if self.standing.sections.get(name) == here]

    def _tables(self, names: list[str]) -> Iterator[Block]:
        for name in list(names):
            self.left.remove(name)
            self.made[name] = self.tables.make(name, self._number(name))
            yield self.made[name]

    def _number(self, name: str) -> str:
        """As printed, else the next one of the chapter that no table has."""
        taken = {*self.standing.numbers.values(), *(one.number for one in self.made.values())}
        numbers = (f"{self.chapter or 1}.{at}" for at in count(1))
        return self.standing.numbers.get(name) or next(one for one in numbers if one not in taken)

    def _context(self) -> Iterator[Block]:
        """Issues and conditions that the plan lists and its text does not tell."""
        for level, words in LEVELS.items():
            found = [one for one in self.issues if one.level == level]
            if found:
                yield Paragraph(words)
            for at, issue in enumerate(found, start=1):
                yield Item(". ".join(one for one in (issue.title.rstrip("."), issue.text) if one), f"{at}.")
        for at, condition in enumerate(self.conditions, start=1):
            if at == 1:
                yield Paragraph("Kondisi awal:")
            yield Item(". ".join(one for one in (condition.title.rstrip("."), condition.text) if one), f"{at}.")


def title_of(road_map: RoadMap) -> str:
    """What ends a caption: "Kota Pasuruan Tahun 2023-2024"."""
    if road_map.period_start is None:
        return road_map.agency.name
    return f"{road_map.agency.name} Tahun {road_map.period_start}-{road_map.period_end}"


def _chapter(number: str, otherwise: int) -> int:
    if number.isdigit():
        return int(number)
    if not number or set(number) - set(ROMAN):
        return otherwise
    values = [ROMAN[sign] for sign in number]
    return sum(-one if one < max(values[at:], default=0) else one for at, one in enumerate(values))
