"""The figures of an indicator year by year: the table behind its drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from petajalan.dashboard.display.public.indicators import actual_text, slot_text
from petajalan.dashboard.queries.public.actuals import Actual
from petajalan.planning.queries.register import Entry
from petajalan.reporting.queries.achievement import shown
from petajalan.reporting.words import percent_words, period_words


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year of the baseline or of a target (`period` is the year), or a quarter with its figure."""

    period: str
    baseline: str
    target: str
    actual: str
    reached: str
    provisional: bool
    simulated: bool


def rows_of_years(entry: Entry, years: Sequence[str], actuals: Sequence[Actual]) -> list[YearRow]:
    """In time order: the baseline, then the target of each year before the quarters that were measured in it."""
    rows: list[tuple[tuple[int, int], YearRow]] = []
    base = slot_text(entry.baseline)
    if base:
        year = entry.indicator.baseline_year
        rows.append(((year or 0, 0), YearRow(str(year or ""), base, "", "", "", False, False)))
    for one in years:
        if target := slot_text(entry.target(one)):
            rows.append(((int(one), 0), YearRow(one, "", target, "", "", False, False)))
    for one_actual in actuals:
        percent = shown(one_actual.percent, entry.indicator)
        rows.append(
            (
                (one_actual.year, one_actual.quarter),
                YearRow(
                    period_words(one_actual.period), "", "", actual_text(one_actual, entry),
                    percent_words(percent) if percent is not None else "", one_actual.provisional, one_actual.simulated,
                ),
            )
        )  # fmt: skip
    return [row for _when, row in sorted(rows, key=lambda pair: pair[0])]
