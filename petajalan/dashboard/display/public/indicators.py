"""Indicators as everybody reads them: where one began, where it should go, where it stands, how good its figure is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from petajalan.calc.scales import Scale
from petajalan.dashboard.queries.public.actuals import Actual
from petajalan.planning.display.figures import figure
from petajalan.planning.queries.register import Entry, Slot
from petajalan.reporting.display.totals import band_words
from petajalan.reporting.queries.achievement import band_of, shown
from petajalan.reporting.words import figure_text, percent_words, period_words


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator as a row. Figures are "" where they are not known; the page says so in words.

    actual  at the end of `period`; `reached` is "96,3% dari target" with the class `band` and its `mood`
    """

    entry: Entry
    baseline: str
    target: str
    actual: str
    period: str
    reached: str
    band: str
    mood: str
    provisional: bool
    simulated: bool

    @property
    def name(self) -> str:
        return self.entry.indicator.name

    @property
    def key(self) -> str:
        return str(self.entry.indicator.key)


def line_of(entry: Entry, year: str, actuals: Sequence[Actual], scale: Scale | None) -> Line:
    """`scale` gives an achievement its class."""
    last = actuals[-1] if actuals else None
    percent = shown(last.percent, entry.indicator) if last else None
    band = band_of(scale, last.percent, last.year) if last else None
    return Line(
        entry=entry,
        baseline=slot_text(entry.baseline),
        target=slot_text(entry.target(year)),
        actual=actual_text(last, entry) if last else "",
        period=period_words(last.period) if last else "",
        reached=reached_words(percent_words(percent)) if percent is not None else "",
        band=band_words(band),
        mood=(band.colour or "") if band else "",
        provisional=bool(last and last.provisional),
        simulated=bool(last and last.simulated),
    )


def slot_text(slot: Slot) -> str:
    return figure(slot.reading) if slot.is_known else ""


def actual_text(one: Actual, entry: Entry) -> str:
    return one.level or figure_text(one.value, entry.indicator)


def reached_words(percent: str) -> str:
    return gettext("%(percent)s dari target") % {"percent": percent}


def quality_notes(entry: Entry, last: Actual | None, source: str) -> list[str]:
    """What to know before using the figure, in sentences; none where nothing stands against it."""
    notes = []
    if last is not None and last.simulated:
        notes.append(gettext("Realisasinya data simulasi untuk mencoba aplikasi, bukan angka sebenarnya."))
    if last is not None and last.provisional:
        notes.append(gettext("Realisasinya angka sementara: perkiraan sendiri, nilai resminya belum terbit."))
    if last is not None and last.known < last.parts:
        told = {"known": last.known, "parts": last.parts}
        notes.append(gettext("Baru %(known)d dari %(parts)d unit yang bertanggung jawab sudah mengukurnya.") % told)
    if not entry.baseline.is_known:
        notes.append(gettext("Angka awalnya belum ada, jadi perubahannya belum dapat dibaca."))
    if entry.conflicts:
        notes.append(gettext("Road map menyebut lebih dari satu angka untuk indikator ini."))
    if not source:
        notes.append(gettext("Sumber datanya belum disebut."))
    if not entry.indicator.definition:
        notes.append(gettext("Definisi operasionalnya belum ditulis."))
    return notes


def unknown_count(lines: Iterable[Line]) -> int:
    return sum(1 for one in lines if not one.actual)
