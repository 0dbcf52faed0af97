"""Scales as a document prints them, beside an indicator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from petajalan.calc.numbers import read_value
from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Table
from petajalan.regulation.findings.tables.values import Series
from petajalan.regulation.findings.wording import number

_HEADER = re.compile(r"^(?:skala|rentang)\b", re.IGNORECASE)
_RANGE = re.compile(r"\d[\d.,]*\s*(?:-|–|—|sampai|hingga|s/d)\s*\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Bounds:
    low: Decimal
    high: Decimal

    @property
    def shown(self) -> str:
        return f"{number(self.low).id}–{number(self.high).id}"


def read_bounds(text: str) -> Bounds | None:
    """A printed scale: "0-100", "1,00 – 4,00"."""
    found = _RANGE.search(text)
    reading = read_value(found.group()) if found else None
    if reading is None or reading.low is None or reading.high is None:
        return None
    return Bounds(reading.low, reading.high)


def printed_scale(data: RegulationData, series: Series) -> str | None:
    """What the row prints under a "Skala" column; `None` without such a column, "" for an empty cell."""
    if series.row is None:
        results = data.road_map.interim_results
        here = (result.scale.text if result.scale else "" for result in results if result.name.place == series.place)
        return next(here, None) if any(result.scale for result in results) else None
    table = data.document.tables[series.row.table]
    column, row = scale_column(table), series.row.place.row
    if column is None or row is None or row > len(table.rows):
        return None
    return table.rows[row - 1][column].text


def scale_column(table: Table) -> int | None:
    return next((at for at, header in enumerate(table.headers) if _HEADER.match(header.split(" / ")[-1])), None)


def printed_bounds(data: RegulationData, series: Series) -> Bounds | None:
    text = printed_scale(data, series)
    return read_bounds(text) if text else None
