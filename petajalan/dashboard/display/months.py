"""Who reported in time: a bar for each month, units by months behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext

from petajalan.dashboard.display.bars import Stack, stack
from petajalan.reporting.display.punctuality import Head, RowView, Sign, heads_of, legend_of, rows_of
from petajalan.reporting.display.quarter import punctuality_lead
from petajalan.reporting.queries.punctuality import Cell, Punctuality


@dataclass(frozen=True, slots=True)
class Months:
    bars: tuple[Stack, ...]
    heads: tuple[Head, ...]
    rows: tuple[RowView, ...]
    legend: tuple[Sign, ...]
    sentence: str
    simulated: bool


def months_of(found: Punctuality, units: frozenset[int] | None, quarter: int) -> Months:
    """Bars of the months of the quarter; the table behind them has the whole year."""
    if units is not None:
        found = replace(found, rows=tuple(row for row in found.rows if row.unit.pk in units))
    heads = heads_of(found)
    first = quarter * 3 - 3
    return Months(
        bars=tuple(stack(heads[at].name, _counted(found, at)) for at in range(first, first + 3)),
        heads=tuple(heads),
        rows=tuple(rows_of(found)),
        legend=tuple(legend_of(found)),
        sentence=punctuality_lead(found),
        simulated=any(month.simulated for row in found.rows for month in row.months),
    )


def _counted(found: Punctuality, at: int) -> list[tuple[str, str, int]]:
    cells = [row.months[at].cell for row in found.rows]
    missing = cells.count(Cell.MISSING) + cells.count(Cell.EXCEPTION)
    return [
        ("good", gettext("tepat waktu"), cells.count(Cell.ON_TIME)),
        ("warn", gettext("terlambat"), cells.count(Cell.LATE)),
        ("bad", gettext("belum dikirim"), missing),
        ("mute", gettext("belum jatuh tempo"), cells.count(Cell.NOT_DUE)),
    ]
