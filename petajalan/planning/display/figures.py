"""Figures of the plan in words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.utils.translation import get_language, gettext, pgettext

from petajalan.calc.numbers import Reading, State
from petajalan.planning.choices import FigureRole
from petajalan.planning.display import words
from petajalan.planning.models import Figure, Indicator
from petajalan.planning.queries.register import Entry, Slot, coordinator_of, owner_of
from petajalan.regulation.document import Place

ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def figure(read: Reading | None) -> str:
    """ "2,66", "80%", "Level 3", "2 – 4", "BB", or what is missing in words."""
    if read is None or read.state is State.NOT_SET:
        return gettext("belum ada")
    if read.state is State.NOT_AVAILABLE:
        return gettext("tidak tersedia")
    if read.state is not State.SET:
        return read.printed
    amount = _amount(read)
    if not amount:
        return read.level or read.label or read.printed
    beside = read.level or read.label
    return f"{amount} ({beside})" if beside else amount


def _amount(read: Reading) -> str:
    if read.value is None:
        if read.low is None or read.high is None:
            return ""
        return _with_unit(f"{words.number(read.low)} – {words.number(read.high)}", read.unit)
    amount = _with_unit(words.number(read.value), read.unit)
    if read.low is not None:
        return f"{'>' if read.exclusive else '≥'} {amount}"
    if read.high is not None:
        return f"{'<' if read.exclusive else '≤'} {amount}"
    return f"± {amount}" if "approximate" in read.warnings else amount


def _with_unit(amount: str, unit: str | None) -> str:
    match unit:
        case None:
            return amount
        case "percent":
            return f"{amount}%"
        case "rupiah":
            return f"Rp {amount}"
        case "level":
            return f"Level {amount}"
    return f"{amount} {unit}"


def editable(read: Reading | None) -> str:
    """The figure as somebody would type it again."""
    return read.printed if read is not None and read.state is not State.NOT_SET else ""


def slot_name(slot: Slot, indicator: Indicator) -> str:
    """ "Baseline 2022", "Target 2024", "Target nasional"."""
    return _slot_name(slot.role, slot.period, indicator.baseline_year, get_language())


@lru_cache(maxsize=512)
def _slot_name(role: str, period: str, baseline_year: int | None, _language: str | None) -> str:
    match role:
        case FigureRole.BASELINE:
            year = baseline_year
            return gettext("Baseline %(year)s") % {"year": year} if year else gettext("Baseline")
        case FigureRole.TARGET:
            return gettext("Target %(period)s") % {"period": period_words(period)}
    return gettext("Target nasional")


def period_words(period: str) -> str:
    """ "2024", "TW I 2024", "semester 1 2024"."""
    year, _dash, part = period.partition("-")
    if part[:1] == "Q":
        return gettext("TW %(quarter)s %(year)s") % {"quarter": ROMAN.get(part[1:], part[1:]), "year": year}
    if part[:1] == "S":
        return gettext("semester %(half)s %(year)s") % {"half": part[1:], "year": year}
    return period


@dataclass(frozen=True, slots=True)
class Said:
    """A printed statement: what is printed, how it was read, and where it stands."""

    figure: Figure
    text: str
    printed: str
    read: str
    about: str
    place: str
    table: str
    differs: bool
    refused: bool
    chosen: bool


@dataclass(frozen=True)
class SlotView:
    """A figure on a page. `state` is "known", "open", "missing" or "words"."""

    entry: Entry
    slot: Slot
    name: str
    text: str
    state: str

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """The statements; worked out when asked, for a list of many figures shows few of them."""
        return tuple(_said(self.entry, self.slot, one) for one in self.slot.statements)

    @property
    def alternatives(self) -> str:
        """ "66,00 atau 62,30": what the print says where nobody has decided."""
        return pgettext("antara dua angka yang bertentangan", " atau ").join(
            dict.fromkeys(_text(one) for one in self.slot.stated)
        )

    @property
    def kind(self) -> str:
        return "conflict" if self.slot.is_conflict else "unread" if self.slot.is_open else ""


def slot_view(entry: Entry, slot: Slot) -> SlotView:
    if slot.is_open:
        state = "open"
    elif not slot.is_known:
        state = "missing"
    else:
        state = "words" if slot.reading and slot.reading.state is State.TEXT else "known"
    return SlotView(
        entry=entry, slot=slot, name=slot_name(slot, entry.indicator), text=figure(slot.reading), state=state
    )


def _said(entry: Entry, slot: Slot, one: Figure) -> Said:
    reading = one.reading
    return Said(
        figure=one,
        text=_text(one),
        printed=one.printed,
        read=words.reading(reading),
        about=_about(entry, one),
        place=words.place(place_of(one)),
        table=one.place_table,
        differs=slot.reading is not None and slot.reading != reading,
        refused=reading.state is State.REFUSED,
        chosen=slot.adopted is not None and slot.adopted.statement_id == one.pk,
    )


def _text(one: Figure) -> str:
    return figure(one.reading) if one.reading.state is not State.REFUSED else one.printed


def _about(entry: Entry, one: Figure) -> str:
    """Which row states it: the goal, objective, key activity or theme that it stands under."""
    if one.interim_result is not None:
        return gettext("Hasil antara: %(name)s") % {"name": one.interim_result.name}
    row = next((row for row in entry.rows if row.pk == one.indicator_row_id), None)
    owner = owner_of(row) if row else None
    if row is None or owner is None:
        return ""
    return owner_words(owner) + (f" · {unit}" if (unit := coordinator_of(row)) else "")


def owner_words(owner: object) -> str:
    """ "Tujuan: ...", "Kegiatan utama: ..."."""
    label = str(owner._meta.verbose_name)  # type: ignore[attr-defined]
    return f"{label[0].upper()}{label[1:]}: {owner}"


def place_of(one: Figure) -> Place:
    return Place(one.place_line, one.place_page, one.place_table or None, one.place_row, one.place_column)
