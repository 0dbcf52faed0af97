"""Achievements of the four quarters: bars, the table behind them, and what they show in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from petajalan.dashboard.display.bars import Stack, stack
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.display.totals import band_words, percent_or_reason
from petajalan.reporting.queries.achievement import Achieved, Key, Quarter
from petajalan.reporting.queries.achievement_page import Sums, sums_of
from petajalan.reporting.words import ROMAN


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure, or why there is none. `band` is its class in words, `mood` the colour of that."""

    known: bool
    text: str
    band: str
    mood: str


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator or an action in the four quarters; `None` where nothing is stored."""

    name: str
    key: str
    units: tuple[str, ...]
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Quarters:
    """Bars and rows of indicators, and the same of actions."""

    bars: tuple[Stack, ...]
    rows: tuple[Row, ...]
    action_bars: tuple[Stack, ...]
    action_rows: tuple[Row, ...]
    sentence: str

    @property
    def judged(self) -> bool:
        """Whether anything is known of the indicators this year: four empty bars say less than a sentence."""
        return _judged(self.rows)

    @property
    def actions_judged(self) -> bool:
        return _judged(self.action_rows)


def quarters_of(year: Mapping[int, Quarter], chosen: int) -> Quarters:
    sums = {quarter: sums_of(found) for quarter, found in year.items()}
    return Quarters(
        bars=_bars(year, SubjectKind.INDICATOR),
        rows=_rows(year, SubjectKind.INDICATOR),
        action_bars=_bars(year, SubjectKind.ACTION),
        action_rows=_rows(year, SubjectKind.ACTION),
        sentence=_sentence(sums, chosen),
    )


def _judged(rows: tuple[Row, ...]) -> bool:
    return any(one is not None and one.known for row in rows for one in row.cells)


def _bars(year: Mapping[int, Quarter], kind: SubjectKind) -> tuple[Stack, ...]:
    return tuple(
        stack(f"TW {ROMAN[quarter - 1]}", _counted([one for one in found.kind(kind) if one.is_active]))
        for quarter, found in year.items()
    )


def _counted(found: list[Achieved]) -> list[tuple[str, str, int]]:
    colours = [one.band.colour for one in found if one.band]
    return [
        ("good", gettext("tinggi atau sangat tinggi"), colours.count("good")),
        ("warn", gettext("sedang"), colours.count("warn")),
        ("bad", gettext("rendah atau sangat rendah"), colours.count("bad")),
        ("mute", gettext("belum dinilai"), sum(not one.is_judged for one in found)),
    ]


def _rows(year: Mapping[int, Quarter], kind: SubjectKind) -> tuple[Row, ...]:
    names = {key: one for found in year.values() for key, one in found.of.items() if key[0] == kind}
    return tuple(_row(year, key, one.subject.name, one.subject.units) for key, one in names.items())


def _row(year: Mapping[int, Quarter], key: Key, name: str, units: tuple[str, ...]) -> Row:
    found = [year[quarter].of.get(key) for quarter in sorted(year)]
    return Row(name, key[1], units, tuple(_cell(one) if one else None for one in found))


def _cell(one: Achieved) -> Cell:
    text, band = percent_or_reason(one), one.band
    return Cell(one.shown is not None, text, band_words(band), (band.colour or "") if band else "")


def _sentence(sums: Mapping[int, Sums], chosen: int) -> str:
    """What became of the low ones since the quarter before."""
    now, before = sums[chosen], sums.get(chosen - 1)
    told = {"quarter": ROMAN[chosen - 1], "bad": now.bad, "judged": now.judged, "listed": now.listed}
    said = (
        gettext("Pada TW %(quarter)s %(judged)d dari %(listed)d indikator dinilai; %(bad)d di antaranya rendah.") % told
    )
    if before is None or not before.judged or not now.judged:
        return said
    more = now.bad - before.bad
    if more == 0:
        return said + " " + gettext("Jumlah yang rendah sama dengan triwulan sebelumnya.")
    words = gettext("%(count)d lebih banyak") if more > 0 else gettext("%(count)d lebih sedikit")
    change = words % {"count": abs(more)}
    return said + " " + gettext("Itu %(change)s daripada triwulan sebelumnya.") % {"change": change}
