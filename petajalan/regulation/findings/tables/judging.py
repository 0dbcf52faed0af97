"""Comparing the values of one row: which is better, and on what scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from petajalan.calc.scales import Scale, rank_of
from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.tables.directions import direction_of
from petajalan.regulation.findings.tables.indicators import Indicators
from petajalan.regulation.findings.tables.values import Series, Value, series_of


@dataclass(frozen=True, slots=True)
class Judge:
    """What is needed to compare the values of one row."""

    series: Series
    scale: Scale | None
    direction: str | None

    def worse(self, later: Value, earlier: Value) -> bool:
        """Whether the later value is worse; never when that cannot be told."""
        a, b = later.figure.reading, earlier.figure.reading
        if a.unit and b.unit and a.unit != b.unit:
            return False
        if a.value is not None and b.value is not None:
            return (
                (a.value < b.value) if self.direction == "higher" else self.direction == "lower" and a.value > b.value
            )
        if self.scale and a.level and b.level:
            after, before = rank_of(self.scale, a.level, later.year), rank_of(self.scale, b.level, earlier.year)
            return after is not None and before is not None and after < before
        return False


def judges(data: RegulationData, indicators: Indicators) -> Iterator[Judge]:
    for row in data.road_map.indicators():
        if row.name:
            series = series_of(row, indicators)
            yield Judge(series, indicators.scale(series.name), direction_of(series.name, indicators))
