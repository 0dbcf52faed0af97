"""The register of outside indices as its pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext, ngettext

from petajalan.calc.scales import Scale, rank_of
from petajalan.catalogue.display.scales import SchemeTable
from petajalan.catalogue.display.scales import table as scheme_table
from petajalan.catalogue.display.scales import tables as scale_tables
from petajalan.evaluation.display.index_chart import Sparkline, break_words, sparkline
from petajalan.evaluation.display.index_words import (
    document_words,
    figure_words,
    issuer_unconfirmed,
    issuer_words,
    month_words,
    origin_words,
)
from petajalan.evaluation.queries.index_register import IndexEntry
from petajalan.evaluation.queries.index_values import IndexFigure, Origin
from petajalan.planning.display.grades import Grade, GradeBand
from petajalan.planning.display.words import number

OFFICIAL, PROVISIONAL, PRINTED, MEASURED = "official", "provisional", "printed", "measured"


@dataclass(frozen=True, slots=True)
class FigureView:
    """state      "official", "provisional", "printed" (in the regulation) or "measured" (by a coordinator)
    off_scale  the figure does not lie on the scale of its year
    differs    another source says something else of this year
    """

    one: IndexFigure
    text: str
    grade: Grade | None
    state: str
    origin: str
    document: str
    off_scale: bool
    differs: bool


@dataclass(frozen=True, slots=True)
class Change:
    """From one year to the next that has a value. `mood` is "good", "bad" or ""; over a break of schemes nothing is
    computed: `why` then says that in a sentence."""

    text: str
    mood: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class YearRow:
    """`first` of its year: the one that counts."""

    view: FigureView
    change: Change | None
    first: bool


@dataclass(frozen=True, slots=True)
class Awaited:
    """The next value: of which year, when, and whether that has passed. `month` is "" while nobody has said when."""

    year: int
    month: str
    passed: bool


@dataclass(frozen=True, slots=True)
class IndexLine:
    entry: IndexEntry
    issuer: str
    issuer_unconfirmed: bool
    latest: FigureView | None
    estimate: FigureView | None
    change: Change | None
    awaited: Awaited | None
    spark: Sparkline | None


def line_of(entry: IndexEntry, today: date) -> IndexLine:
    latest, estimate = entry.latest, entry.estimate
    return IndexLine(
        entry=entry,
        issuer=issuer_words(entry.issuer),
        issuer_unconfirmed=issuer_unconfirmed(entry.issuer),
        latest=view_of(entry, latest) if latest else None,
        estimate=view_of(entry, estimate) if estimate else None,
        change=last_change(entry),
        awaited=awaited(entry, today),
        spark=sparkline(entry),
    )


def view_of(entry: IndexEntry, one: IndexFigure) -> FigureView:
    return FigureView(
        one=one,
        text=figure_words(one, entry.unit),
        grade=grade_of(entry.scale, one),
        state=_state(one),
        origin=origin_words(one),
        document=document_words(one),
        off_scale=one.off_scale(entry.scale),
        differs=one.origin is not Origin.MEASUREMENT and entry.contested(one.year),
    )


def grade_of(scale: Scale | None, one: IndexFigure) -> Grade | None:
    """The class by the table of its measurement year, with the whole table."""
    found = one.classified(scale)
    if found is None or scale is None:
        return None
    band, shown = found.band, scheme_table(scale, found.classification)
    own = len(shown.bands) - 1 - found.classification.bands.index(band)
    return Grade(
        scale=scale,
        about=str(one.year),
        letter=band.letter or "",
        label=band.label if band.label != band.letter else "",
        colour=band.colour or "mute",
        table=shown,
        bands=tuple(
            GradeBand(row.letter, row.label, row.values, row.colour, (str(one.year),) if at == own else ())
            for at, row in enumerate(shown.bands)
        ),
    )


def rows_of(entry: IndexEntry) -> list[YearRow]:
    """Everything that is said of each year, the latest year first; the change stands beside the first of a year."""
    issued = entry.issued
    before = {after.year: earlier for earlier, after in pairwise(issued)}
    found = []
    for year in sorted({one.year for one in entry.figures}, reverse=True):
        said = [one for one in entry.figures if one.year == year]
        change = change_of(entry, before[year], said[0]) if year in before else None
        found += [YearRow(view_of(entry, one), change if at == 0 else None, at == 0) for at, one in enumerate(said)]
    return found


def tables_of(entry: IndexEntry) -> list[tuple[SchemeTable, tuple[GradeBand, ...]]]:
    """The tables of the scale, the newest first, with the values that stand in each class."""
    if entry.scale is None:
        return []
    found = []
    for classes, shown in zip(reversed(entry.scale.classifications), scale_tables(entry.scale), strict=True):
        holds: dict[int, list[str]] = {}
        for one in entry.issued:
            own = one.classified(entry.scale)
            if own is not None and own.classification is classes:
                at = len(shown.bands) - 1 - classes.bands.index(own.band)
                holds.setdefault(at, []).append(f"{figure_words(one, entry.unit)} ({one.year})")
        bands = tuple(
            GradeBand(row.letter, row.label, row.values, row.colour, tuple(holds.get(at, ())))
            for at, row in enumerate(shown.bands)
        )
        found.append((shown, bands))
    return found


def last_change(entry: IndexEntry) -> Change | None:
    """Between the two latest values; `None` while there are not two."""
    return change_of(entry, *entry.issued[-2:]) if len(entry.issued) > 1 else None


def change_of(entry: IndexEntry, before: IndexFigure, after: IndexFigure) -> Change:
    if not entry.comparable(before, after):
        return Change(gettext("tidak dibandingkan"), why=break_words(entry, before, after))
    if before.value is None or after.value is None:
        return _levels(entry, before, after)
    difference = after.value - before.value
    told = {"difference": number(abs(difference)), "year": before.year}
    if not difference:
        return Change(gettext("sama dengan %(year)d") % told)
    words = (
        gettext("naik %(difference)s dari %(year)d")
        if difference > 0
        else gettext("turun %(difference)s dari %(year)d")
    )
    return Change(words % told, _mood(entry, difference > 0))


def _levels(entry: IndexEntry, before: IndexFigure, after: IndexFigure) -> Change:
    ranks = [rank_of(entry.scale, one.figure, one.year) if entry.scale else None for one in (before, after)]
    if ranks[0] is None or ranks[1] is None:
        return Change(gettext("tidak dapat dibandingkan dengan %(year)d") % {"year": before.year})
    told = {"count": abs(ranks[1] - ranks[0]), "year": before.year}
    if not told["count"]:
        return Change(gettext("sama dengan %(year)d") % told)
    if ranks[1] > ranks[0]:
        words = ngettext("naik %(count)d tingkat dari %(year)d", "naik %(count)d tingkat dari %(year)d", told["count"])
        return Change(words % told, "good")
    words = ngettext("turun %(count)d tingkat dari %(year)d", "turun %(count)d tingkat dari %(year)d", told["count"])
    return Change(words % told, "bad")


def awaited(entry: IndexEntry, today: date) -> Awaited | None:
    year = entry.awaited(today)
    if year is None:
        return None
    day = entry.expected(year)
    return Awaited(year, month_words(day) if day else "", day is not None and day < today)


def lead(lines: list[IndexLine]) -> str:
    """What the list comes to, in a sentence."""
    known = sum(1 for one in lines if one.latest)
    passed = sum(1 for one in lines if one.awaited and one.awaited.passed)
    words = gettext("%(known)d dari %(all)d indeks sudah punya nilai.") % {"known": known, "all": len(lines)}
    if not passed:
        return words
    late = ngettext(
        "%(count)d indeks sudah lewat bulan terbitnya dan belum dicatat.",
        "%(count)d indeks sudah lewat bulan terbitnya dan belum dicatat.",
        passed,
    )
    return f"{words} {late % {'count': passed}}"


def _state(one: IndexFigure) -> str:
    if one.origin is Origin.REGULATION:
        return PRINTED
    if one.origin is Origin.MEASUREMENT:
        return MEASURED
    return PROVISIONAL if one.provisional else OFFICIAL


def _mood(entry: IndexEntry, rises: bool) -> str:
    if entry.direction not in ("higher", "lower"):
        return ""
    return "good" if rises == (entry.direction == "higher") else "bad"
