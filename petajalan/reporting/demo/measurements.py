"""What the coordinators of the demonstration measured, quarter by quarter: some indices are not released yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from petajalan.accounts.models import Unit
from petajalan.calc.measuring import doubts
from petajalan.calc.measuring import plain as plain_figure
from petajalan.calc.numbers import read_value
from petajalan.planning.demo.actions import YEAR
from petajalan.regulation.recognise.names import plain
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.demo.reports import City
from petajalan.reporting.demo.stories import measured_figures
from petajalan.reporting.models import Deadline, Measurement
from petajalan.reporting.queries.measured import Measured, figure_of, measured
from petajalan.reporting.queries.measuring import led_in
from petajalan.reporting.services.measured_figures import figure_columns
from petajalan.reporting.values import FigureValues

MEASURED = date(2025, 1, 3)  # what of the last quarter was entered so far


@dataclass(frozen=True, slots=True)
class DemoFigure:
    """One row of the file."""

    row: dict[str, Any]

    def in_quarter(self, quarter: int) -> FigureValues | None:
        """What is typed into the form; `None` where nothing is measured."""
        released = quarter not in self.row.get("unreleased", ())
        outside = {} if released else {"issuer": self.row["issuer"], "expected_month": self.row["month"]}
        told = {"released": released, "source": f"{self.row['source']} TW {quarter} {YEAR} (data simulasi)", **outside}
        if "share" in self.row:
            numerator, denominator = (Decimal(part) for part in self.row["share"][quarter - 1])
            return FigureValues(numerator=numerator, denominator=denominator, **told)
        text = self.row["figures"][quarter - 1]
        return None if text is None else FigureValues(figure=read_value(text), **told)


def measure(city: City) -> int:
    """Quarter after quarter, because a figure is held against the one before it. Returns how many."""
    wanted = {plain(row["indicator"]): DemoFigure(row) for row in measured_figures()}
    units = {unit.pk: unit for unit in city.units}
    led = led_in(city.agency, YEAR)
    of_units = {key: [one for one in led if key in one.units] for key in units}
    count = 0
    for quarter in (1, 2, 3, 4):
        rows = [
            row
            for key, of in of_units.items()
            if of
            for row in _of_unit(city, units[key], measured(units[key], of, YEAR, quarter), wanted)
        ]
        count += len(Measurement.objects.bulk_create(rows))
    return count


def _of_unit(
    city: City, unit: Unit, indicators: list[Measured], wanted: dict[str, DemoFigure]
) -> Iterator[Measurement]:
    for seen in indicators:
        known = wanted.get(plain(seen.indicator.name))
        values = known.in_quarter(seen.quarter) if known else None
        if values is None:
            continue
        row = Measurement(
            agency=city.agency, indicator_key=seen.indicator.key, coordinator=unit, year=YEAR, quarter=seen.quarter,
            issuer=values.issuer, expected_month=values.expected_month, simulated=True,
            measured_by=city.heads.get(unit.pk), measured_at=city.moment(_day(city, seen.quarter), unit.pk % 6),
            **figure_columns(values, seen.indicator, seen),
        )  # fmt: skip
        figure = plain_figure(figure_of(row, seen.indicator))
        if known and figure is not None and doubts(figure, seen.ground):
            row.confirmation = known.row.get("confirmation", "")
        yield row


def _day(city: City, quarter: int) -> date:
    if quarter == 4:
        return MEASURED
    due = Deadline.objects.get(
        agency=city.agency, kind=DeadlineKind.QUARTERLY_MEASUREMENT, period=f"{YEAR}-Q{quarter}"
    ).due.astimezone(city.zone)
    return city.working_day(due.date() - timedelta(days=4), 0)
