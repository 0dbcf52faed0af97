"""Whether an indicator can be worked with, in words: specific, measurable, achievable, relevant, bound in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from petajalan.calc.scales import Scale, in_range
from petajalan.planning.choices import Direction
from petajalan.planning.display import words
from petajalan.planning.queries.register import Entry, is_number


@dataclass(frozen=True, slots=True)
class Check:
    """`state` is "good", "warn" (something is missing) or "bad" (something is wrong)."""

    letter: str
    title: str
    state: str
    text: str


def checks(entry: Entry, years: Sequence[str], scale: Scale | None) -> tuple[Check, ...]:
    return (
        _specific(entry),
        _measurable(entry),
        _achievable(entry, years, scale),
        _relevant(entry),
        _bound_in_time(entry, years),
    )


def _specific(entry: Entry) -> Check:
    title = gettext("Spesifik")
    if entry.indicator.definition:
        return Check("S", title, "good", gettext("Definisi operasionalnya tertulis."))
    if entry.indicator.known_code:
        text = gettext("Indikator nasional yang dikenal; definisi operasional instansi belum ditulis.")
        return Check("S", title, "good", text)
    return Check(
        "S", title, "warn", gettext("Belum ada definisi operasional: tulis apa yang diukur dan cara menghitungnya.")
    )


def _measurable(entry: Entry) -> Check:
    one, title = entry.indicator, gettext("Terukur")
    lacks = [
        text
        for text, there in (
            (gettext("jenis nilai"), one.value_kind),
            (gettext("arah"), one.direction),
            (gettext("rumus capaian"), one.formula),
            (gettext("sumber data"), one.source),
        )
        if not there
    ]
    if lacks:
        return Check("M", title, "warn", gettext("Belum ditentukan: %(what)s.") % {"what": ", ".join(lacks)})
    return Check("M", title, "good", gettext("Jenis nilai, arah, rumus, dan sumber datanya jelas."))


def _achievable(entry: Entry, years: Sequence[str], scale: Scale | None) -> Check:
    title = gettext("Dapat dicapai")
    start = entry.baseline.reading
    targets = [(year, entry.target(year).reading) for year in years]
    numbers = [(year, read.value) for year, read in targets if is_number(read) and read is not None]
    for year, value in numbers:
        if scale is not None and value is not None and in_range(scale, value, int(year)) is False:
            text = gettext("Target %(year)s (%(value)s) berada di luar skalanya.")
            return Check("A", title, "bad", text % {"year": year, "value": words.number(value)})
    if not numbers:
        return Check("A", title, "warn", gettext("Belum dapat dinilai: target berupa angka belum ada."))
    if not is_number(start) or start is None or start.value is None:
        return Check("A", title, "warn", gettext("Belum dapat dinilai: baseline belum ada."))
    year, last = numbers[-1]
    if last is not None and _worse(entry.indicator.direction, start.value, last):
        text = gettext("Target %(year)s (%(value)s) lebih buruk daripada baseline (%(baseline)s).")
        told = {"year": year, "value": words.number(last), "baseline": words.number(start.value)}
        return Check("A", title, "bad", text % told)
    if last == start.value:
        return Check("A", title, "warn", gettext("Target sama dengan baseline: tidak ada yang perlu dicapai."))
    told = {"baseline": words.number(start.value), "value": words.number(last or Decimal(0)), "year": year}
    return Check("A", title, "good", gettext("Dari %(baseline)s ke %(value)s pada %(year)s.") % told)


def _worse(direction: str, start: Decimal, last: Decimal) -> bool:
    if direction == Direction.HIGHER:
        return last < start
    return last > start if direction == Direction.LOWER else False


def _relevant(entry: Entry) -> Check:
    title = gettext("Relevan")
    if not entry.rows:
        return Check("R", title, "bad", gettext("Belum dikaitkan dengan tujuan, sasaran, kegiatan utama, atau tema."))
    if any(row.key_activity_id for row in entry.rows) and not entry.coordinators:
        return Check("R", title, "warn", gettext("Belum ada unit yang mengoordinasikannya."))
    who = ", ".join(entry.coordinators)
    if who:
        return Check(
            "R", title, "good", gettext("Dikaitkan dengan rencana dan dikoordinasikan %(who)s.") % {"who": who}
        )
    return Check("R", title, "good", gettext("Dikaitkan dengan rencana."))


def _bound_in_time(entry: Entry, years: Sequence[str]) -> Check:
    title = gettext("Berbatas waktu")
    lacking = [year for year in years if not entry.target(year).is_known]
    if lacking:
        text = gettext("Belum ada target untuk %(years)s.") % {"years": ", ".join(lacking)}
        return Check("T", title, "warn", text)
    if not years:
        return Check("T", title, "warn", gettext("Periode rencana belum ditentukan."))
    return Check("T", title, "good", gettext("Setiap tahun punya target."))
