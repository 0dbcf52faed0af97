"""The reform index as everybody reads it: the latest value, whether it is official, and the years behind it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from petajalan.evaluation.display.index_chart import IndexChart, index_chart
from petajalan.evaluation.display.indices import PRINTED, PROVISIONAL, FigureView, rows_of
from petajalan.evaluation.queries.index_register import IndexEntry


@dataclass(frozen=True, slots=True)
class IndexYear:
    view: FigureView
    mark: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """`years` the latest first, one for each year: the weightiest that is said of it."""

    entry: IndexEntry
    years: tuple[IndexYear, ...]
    chart: IndexChart | None

    @property
    def last(self) -> IndexYear:
        return self.years[0]

    @property
    def simulated(self) -> bool:
        return any(one.view.one.simulated for one in self.years)


def index_view(entry: IndexEntry) -> IndexView:
    years = tuple(IndexYear(row.view, mark_of(row.view)) for row in rows_of(entry) if row.first)
    return IndexView(entry, years, index_chart(entry))


def mark_of(view: FigureView) -> str:
    if view.state == PROVISIONAL:
        return gettext("perkiraan, belum resmi")
    return gettext("tercetak di road map") if view.state == PRINTED else gettext("resmi")
