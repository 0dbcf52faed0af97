"""What the tables state: a figure for an indicator, of a period, as a result or as a target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from petajalan.calc.numbers import State
from petajalan.regulation.data import Figure, IndicatorRow, Printed, RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.tables.indicators import Indicators
from petajalan.regulation.recognise.names import plain

_ABSENT = (State.NOT_SET, State.NOT_AVAILABLE)


@dataclass(frozen=True, slots=True)
class Value:
    """kind  "actual" (a baseline or the result of a year) or "target"; `period` as in `IndicatorRow.targets`"""

    kind: str
    period: str
    figure: Figure

    @property
    def year(self) -> int | None:
        return year_of(self.period)

    @property
    def is_number(self) -> bool:
        """A number or a range, whatever stands beside it."""
        reading = self.figure.reading
        return reading.value is not None or reading.low is not None


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one row in the order of their periods, results before targets."""

    key: str
    name: str
    place: Place  # of the row
    values: tuple[Value, ...]
    row: IndicatorRow | None  # `None` for a row of the interim results


def year_of(period: str) -> int | None:
    found = re.match(r"\d{4}", period)
    return int(found.group()) if found else None


def is_yearly(period: str) -> bool:
    return re.fullmatch(r"\d{4}", period) is not None


def is_absent(figure: Figure | None) -> bool:
    """Whether nothing is stated: no cell, "-", empty or "n.a"."""
    return figure is None or figure.reading.state in _ABSENT


def is_blank(printed: Printed | None) -> bool:
    """Whether a cell of words holds none: empty, or "-"."""
    return printed is None or not plain(printed.text)


def is_stated(figure: Figure | None) -> bool:
    """Whether a number, a range or a grade is stated."""
    return figure is not None and figure.reading.state is State.SET


def series_of(row: IndicatorRow, indicators: Indicators) -> Series:
    name = row.name.text if row.name else ""
    return Series(indicators.key(name), name, row.name.place if row.name else row.place, tuple(_values(row)), row)


def all_series(data: RegulationData, indicators: Indicators) -> Iterator[Series]:
    """Every row of the road map that names an indicator: interim results first, then the other tables."""
    for result in data.road_map.interim_results:
        name = result.name.text
        values = tuple(Value("actual", str(year), figure) for year, figure in sorted(result.values.items()))
        yield Series(indicators.key(name), name, result.name.place, values, None)
    for row in data.road_map.indicators():
        if row.name:
            yield series_of(row, indicators)


def _values(row: IndicatorRow) -> Iterator[Value]:
    for period, figure in sorted(row.actuals.items()):
        yield Value("actual", period, figure)
    if row.baseline:
        yield Value("actual", str(row.baseline_year) if row.baseline_year else "baseline", row.baseline)
    for period, figure in sorted(row.targets.items()):
        yield Value("target", period, figure)
