"""Interim results: what was measured in earlier years, with scale and source."""

from __future__ import annotations

from collections.abc import Iterator

from petajalan.regulation.data import InterimResult
from petajalan.regulation.recognise.rows import KnownTable


def interim_results(known: KnownTable) -> Iterator[InterimResult]:
    years = [period for period in known.columns("value") if period.isdigit()]
    for row in known.rows():
        name = row.printed("name")
        if name is None:
            continue
        values = {int(year): row.figure(f"value:{year}") for year in years}
        yield InterimResult(
            name=name,
            scale=row.printed("scale"),
            values={year: figure for year, figure in values.items() if figure is not None},
            source=row.printed("source"),
            number=row.printed("no"),
        )
