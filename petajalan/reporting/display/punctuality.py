"""The cells of the punctuality table: an icon, a few signs, and the same in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Unit
from petajalan.reporting.queries.calendar import Dates
from petajalan.reporting.queries.punctuality import COUNTED, MONTHS, Cell, Month, Punctuality

WORDS: Mapping[Cell, Any] = {
    Cell.ON_TIME: _("tepat waktu"),
    Cell.LATE: _("terlambat"),
    Cell.MISSING: _("belum dikirim"),
    Cell.EXCEPTION: _("belum dikirim, ada pengecualian"),
    Cell.NOT_DUE: _("belum jatuh tempo"),
    Cell.NOTHING_OWED: _("tidak wajib melapor"),
    Cell.NO_DATE: _("belum ada tenggat"),
}
ICONS: Mapping[Cell, str] = {
    Cell.ON_TIME: "check-circle-fill",
    Cell.LATE: "exclamation-triangle-fill",
    Cell.MISSING: "exclamation-octagon-fill",
    Cell.EXCEPTION: "unlock",
    Cell.NOT_DUE: "clock",
    Cell.NOTHING_OWED: "dash-circle",
    Cell.NO_DATE: "question-circle",
}


@dataclass(frozen=True, slots=True)
class Head:
    short: str
    name: str
    dates: Dates | None


@dataclass(frozen=True, slots=True)
class CellView:
    """`sample` stands in the cell: the day it was sent, or how many days late. `sent`: whether there is a report."""

    number: int
    cell: Cell
    sent: bool
    short: str
    name: str
    icon: str
    sample: str
    words: str


@dataclass(frozen=True, slots=True)
class RowView:
    unit: Unit
    cells: list[CellView]
    due: int
    on_time: int


@dataclass(frozen=True, slots=True)
class Sign:
    cell: Cell
    icon: str
    sample: str
    words: str
    count: int | None


def heads_of(found: Punctuality) -> list[Head]:
    return [Head(_short(month), _name(month), found.dates.get(month)) for month in MONTHS]


def rows_of(found: Punctuality) -> list[RowView]:
    """Units by months. Months that say the same are worded once: of hundreds of cells most do."""
    heads = heads_of(found)
    worded: dict[tuple[object, ...], CellView] = {}
    rows = []
    for row in found.rows:
        cells = []
        for month in row.months:
            sent = _local(month, month.sent).date() if month.sent else None
            key = (month.number, month.cell, sent, month.until)
            if key not in worded:
                worded[key] = _cell(month, heads[month.number - 1])
            cells.append(worded[key])
        rows.append(RowView(row.unit, cells, row.due, row.on_time))
    return rows


def legend_of(found: Punctuality) -> list[Sign]:
    """The signs that stand in the table, with how often."""
    samples, counts = {Cell.ON_TIME: "28", Cell.LATE: "+3"}, found.counts
    return [
        Sign(cell, ICONS[cell], samples.get(cell, ""), str(WORDS[cell]), counts[cell] if cell in COUNTED else None)
        for cell in Cell
        if counts[cell]
    ]


def _cell(month: Month, head: Head) -> CellView:
    return CellView(
        month.number, month.cell, month.sent is not None, head.short, head.name, ICONS[month.cell], sample_of(month),
        words_of(month),
    )  # fmt: skip


def sample_of(month: Month) -> str:
    if month.cell is Cell.LATE:
        return f"+{month.late}"
    return str(_local(month, month.sent).day) if month.sent else ""


def words_of(month: Month) -> str:
    """ "terlambat 3 hari, dikirim 3 Februari 2025", "belum dikirim; ditutup 28 Februari 2025"."""
    words = str(WORDS[month.cell])
    if month.sent is not None:
        sent = _day(_local(month, month.sent).date(), get_language())
        if month.cell is Cell.LATE:
            late = ngettext("terlambat %(days)d hari", "terlambat %(days)d hari", month.late) % {"days": month.late}
            return gettext("%(words)s, dikirim %(sent)s") % {"words": late, "sent": sent}
        return gettext("%(words)s, dikirim %(sent)s") % {"words": words, "sent": sent}
    if month.cell is Cell.EXCEPTION and month.until is not None:
        until = _day(_local(month, month.until).date(), get_language())
        return gettext("%(words)s sampai %(until)s") % {"words": words, "until": until}
    if month.dates is not None and month.cell in (Cell.MISSING, Cell.NOT_DUE):
        told = {
            "words": words,
            "due": _day(month.dates.due.date(), get_language()),
            "closed": _day(month.dates.closed.date(), get_language()),
        }
        return gettext("%(words)s; tenggat %(due)s, ditutup %(closed)s") % told
    return words


@lru_cache(maxsize=1024)
def _day(day: date, _language: str | None) -> str:
    return date_format(day, "j F Y")


def _local(month: Month, moment: datetime) -> datetime:
    return moment.astimezone(month.dates.due.tzinfo) if month.dates else moment


def _short(month: int) -> str:
    return date_format(date(2001, month, 1), "M")


def _name(month: int) -> str:
    return date_format(date(2001, month, 1), "F")
