"""The worksheet as one page: sections and items in their order, three parties side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from petajalan.calc.index import Index, Item, ItemScore, Section, SectionScore
from petajalan.evaluation.choices import ItemState, Party
from petajalan.evaluation.display.worksheet.words import (
    SHORT,
    SLUGS,
    GradeShown,
    grade_shown,
    points,
    range_words,
    raw_words,
    reason_words,
    so_far,
    why_unknown,
)
from petajalan.evaluation.models import WorksheetScore
from petajalan.evaluation.queries.worksheet.index import Sheet


@dataclass(frozen=True)
class Cell:
    """What one party says of one item. `error` and `typed` are of an entry that was refused."""

    place: int
    item: Item
    party: Party
    row: WorksheetScore | None
    score: ItemScore
    writes: bool
    error: str = ""
    typed: str = ""

    @property
    def slug(self) -> str:
        return SLUGS[self.party]

    @property
    def name(self) -> str:
        return str(self.party.label)

    @property
    def short(self) -> str:
        return str(SHORT[self.party])

    @property
    def raw(self) -> str:
        return raw_words(self.row)

    @property
    def shown(self) -> str:
        """In the field: what was typed, else what is kept."""
        return self.typed or self.raw

    @property
    def version(self) -> int:
        return self.row.version if self.row else 0

    @property
    def excluded(self) -> bool:
        return self.row is not None and self.row.state == ItemState.EXCLUDED

    @property
    def carried_from(self) -> int | None:
        return self.row.carried_from if self.row else None

    @property
    def points(self) -> str:
        return points(self.score.score)

    @property
    def known(self) -> bool:
        return self.score.score is not None

    @property
    def reason(self) -> str:
        """Why an item that has a value has no score."""
        return reason_words(self.score) if self.row is not None else ""


@dataclass(frozen=True)
class Total:
    """One section as one party scores it."""

    place: int
    party: Party
    one: SectionScore
    begun: bool

    @property
    def short(self) -> str:
        return str(SHORT[self.party])

    @property
    def points(self) -> str:
        return points(self.one.known)


@dataclass(frozen=True)
class Line:
    """A section (`totals`) or an item (`cells`). `level`: how deep a section lies, from 1."""

    place: int
    part: Section | Item
    level: int = 0
    totals: Sequence[Total] = ()
    cells: Sequence[Cell] = ()

    @property
    def item(self) -> Item:
        assert isinstance(self.part, Item)
        return self.part

    @property
    def range(self) -> str:
        return range_words(self.item)


@dataclass(frozen=True)
class PartyShown:
    """The result by the scores of one party. `why`: what keeps the index unknown."""

    party: Party
    index: Index
    grade: GradeShown | None
    begun: bool
    so_far: str
    why: str

    @property
    def slug(self) -> str:
        return SLUGS[self.party]

    @property
    def name(self) -> str:
        return str(self.party.label)

    @property
    def short(self) -> str:
        return str(SHORT[self.party])

    @property
    def known(self) -> bool:
        return self.index.index is not None


@dataclass(frozen=True)
class WorksheetPage:
    sheet: Sheet
    lines: Sequence[Line]
    parties: Sequence[PartyShown]
    writes: Mapping[Party, frozenset[str]] = field(default_factory=dict)

    @property
    def lead(self) -> str:
        """The page in a sentence, by the party that has scored most."""
        best = max(self.parties, key=lambda one: (one.known, one.index.section(self._general).counted))
        if not any(one.begun for one in self.parties):
            return _("Belum ada butir yang dinilai. Mulai dari butir yang nilainya sudah diketahui.")
        if best.known and best.grade is not None:
            told = {"index": points(best.index.index), "letter": best.grade.letter, "party": best.name.lower()}
            return _("Perkiraan indeks %(index)s (%(letter)s) menurut %(party)s.") % told
        return _("%(party)s: %(so_far)s.") % {"party": best.name, "so_far": best.so_far}

    @property
    def _general(self) -> str:
        return self.sheet.instrument.general.code

    def cell(self, code: str, party: str) -> Cell:
        return next(
            cell for line in self.lines for cell in line.cells if cell.item.code == code and cell.party == party
        )


def page_of(
    sheet: Sheet, writes: Mapping[Party, frozenset[str]] | None = None, refused: tuple[str, str, str, str] | None = None
) -> WorksheetPage:
    """`writes`: codes of the items that the person may score, by party; `refused`: code, party, sentence and what was
    typed of an entry that was not kept."""
    writes = writes or {}
    indices = {party: sheet.index(party) for party in Party}
    scores = {party: {one.item.code: one for one in index.items} for party, index in indices.items()}
    totals = {party: {one.section.code: one for one in index.sections} for party, index in indices.items()}
    lines: list[Line] = []

    def add(part: Section | Item, level: int) -> None:
        place = len(lines) + 1
        if isinstance(part, Section):
            of = [Total(place, party, totals[party][part.code], sheet.begun(party)) for party in Party]
            lines.append(Line(place, part, level, totals=of))
            for inner in part.parts:
                add(inner, level + 1)
            return
        cells = []
        for party in Party:
            told = refused[2:] if refused and refused[:2] == (part.code, party) else ("", "")
            may = part.code in writes.get(party, ())
            row = sheet.score(part.code, party)
            cells.append(Cell(place, part, party, row, scores[party][part.code], may, *told))
        lines.append(Line(place, part, cells=cells))

    for root in sheet.instrument.roots:
        add(root, 1)
    return WorksheetPage(sheet, lines, [party_shown(sheet, party) for party in Party], writes)


def party_shown(sheet: Sheet, party: Party) -> PartyShown:
    index = sheet.index(party)
    sections = [index.section(root.code) for root in sheet.instrument.roots]
    whole = SectionScore(
        sections[0].section, None, sum((one.known for one in sections), Decimal(0)), None,
        sum(one.counted for one in sections), sum(one.total for one in sections),
        sum((one.weighed for one in sections), Decimal(0)),
    )  # fmt: skip
    return PartyShown(
        party, index, grade_shown(sheet.grade(party)), sheet.begun(party), so_far(whole), why_unknown(index)
    )
