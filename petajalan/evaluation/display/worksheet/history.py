"""All years as one page: a group for each scheme, in it a row for each year and each who says something of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petajalan.calc.scales import Scale, classification_in
from petajalan.catalogue.display.words import is_unconfirmed
from petajalan.catalogue.display.words import years as years_words
from petajalan.common.templatetags.petajalan import num
from petajalan.evaluation.choices import Party
from petajalan.evaluation.display.index_chart import IndexChart, index_chart, schemes, sentence
from petajalan.evaluation.display.worksheet.differences import signed
from petajalan.evaluation.display.worksheet.words import GradeShown, grade_shown, so_far, why_unknown
from petajalan.evaluation.queries.index_register import IndexEntry
from petajalan.evaluation.queries.worksheet.history import History, Year

OFFICIAL = "official"
WHO = {
    OFFICIAL: gettext_lazy("Resmi"),
    Party.NATIONAL: gettext_lazy("Dihitung dari nilai resmi tiap butir"),
    Party.INTERNAL: gettext_lazy("Perkiraan evaluator internal"),
    Party.SELF: gettext_lazy("Perkiraan mandiri"),
}
PLACES = 2


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """What one of `WHO` says of one year.

    level   the class as printed, of an official figure without a number
    change  from the year before it that has the same row, within the scheme; `None` where there is none
    why     what keeps an estimate unknown
    """

    year: int
    who: str
    index: Decimal | None
    level: str
    grade: GradeShown | None
    general: Decimal | None
    thematic: Decimal | None
    change: Decimal | None
    document: str
    provisional: bool
    why: str
    simulated: bool
    has_sheet: bool
    first: bool = True

    @property
    def name(self) -> str:
        return str(WHO[self.who])

    @property
    def official(self) -> bool:
        return self.who == OFFICIAL

    @property
    def shown(self) -> str:
        return num(self.index, PLACES) if self.index is not None else self.level

    @property
    def changed(self) -> str:
        return "" if self.change is None else signed(self.change, PLACES)

    @property
    def mood(self) -> str:
        return "" if not self.change else "good" if self.change > 0 else "bad"


@dataclass(frozen=True, slots=True)
class Scheme:
    """Years that may be compared. `rows` from the newest year."""

    years: str
    source: str
    unconfirmed: str  # the mark of its table, where that was not confirmed
    rows: Sequence[HistoryRow]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    history: History
    schemes: Sequence[Scheme]
    entry: IndexEntry
    chart: IndexChart | None
    lead: str

    @property
    def simulated(self) -> bool:
        return any(one.simulated for one in self.history.years)


def history_page(history: History) -> HistoryPage:
    entry = history.entry()
    groups = list(_schemes(history))
    placed = schemes(entry)
    said = sentence(entry, placed) if placed else _("Belum ada indeks yang diketahui.")
    return HistoryPage(history, groups[::-1], entry, index_chart(entry), said)


def _schemes(history: History) -> Iterator[Scheme]:
    group: list[Year] = []
    for one in history.years:
        if group and not history.comparable(group[-1], one):
            yield _scheme(history, group)
            group = []
        group.append(one)
    if group:
        yield _scheme(history, group)


def _scheme(history: History, group: Sequence[Year]) -> Scheme:
    table = classification_in(history.scale, group[-1].year) if history.scale else None
    last: dict[str, Decimal] = {}
    rows: list[list[HistoryRow]] = []
    for one in group:
        of_year = []
        for row in _of_year(one, history.scale, last):
            of_year.append(row)
            if row.index is not None:
                last[row.who] = row.index
        rows.append(of_year[:1] + [replace(row, first=False) for row in of_year[1:]])
    flat = [row for of_year in reversed(rows) for row in of_year]
    if table is None:
        return Scheme(years_words(group[0].year, group[-1].year), "", "", flat)
    mark = table.confidence if is_unconfirmed(table.confidence) else ""
    return Scheme(years_words(table.first_year, table.last_year), table.source, mark, flat)


def _of_year(one: Year, scale: Scale | None, last: dict[str, Decimal]) -> Iterator[HistoryRow]:
    official, printed = one.official, one.printed
    if official is not None or printed is not None:
        index = official.value if official is not None else printed.index if printed is not None else None
        yield HistoryRow(
            year=one.year, who=OFFICIAL, index=index, level=_level(one), grade=_official_grade(one, scale),
            general=printed.general if printed else None, thematic=printed.thematic if printed else None,
            change=_change(index, last.get(OFFICIAL)), document=_document(one),
            provisional=official is not None and official.provisional, why="", simulated=one.simulated,
            has_sheet=one.sheet is not None,
        )  # fmt: skip
    for party in (Party.NATIONAL, Party.INTERNAL, Party.SELF):
        found = one.index(party)
        if found is None:
            continue
        yield HistoryRow(
            year=one.year, who=party, index=found.index, level="", grade=grade_shown(one.grade(party)),
            general=found.adjusted, thematic=found.thematic if found.instrument.thematic else None,
            change=_change(found.index, last.get(party)), document=found.instrument.name, provisional=True,
            why="" if found.index is not None else f"{so_far(found.section(found.instrument.general.code))}; "
            f"{why_unknown(found)}", simulated=one.simulated, has_sheet=True,
        )  # fmt: skip


def _change(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    return None if now is None or before is None else now - before


def _level(one: Year) -> str:
    if one.official is not None:
        return one.official.level
    return one.printed.grade if one.printed is not None else ""


def _official_grade(one: Year, scale: Scale | None) -> GradeShown | None:
    """As the issuer prints it, else by the table of that year."""
    found = one.official.classified(scale) if one.official is not None else None
    said = _level(one) or (one.printed.grade if one.printed is not None else "")
    if found is not None and (not said or found.band.is_named(said)):
        mark = is_unconfirmed(found.classification.confidence)
        letter = "" if said.casefold() == found.band.label.casefold() else said
        return GradeShown(letter or found.band.letter or "", found.band.label, found.band.colour or "mute", "", mark)
    return GradeShown(said, "", "mute", "", False) if said else None


def _document(one: Year) -> str:
    if one.official is not None:
        return one.official.document or _("tercetak dalam peraturan")
    return one.printed.source if one.printed is not None else ""
