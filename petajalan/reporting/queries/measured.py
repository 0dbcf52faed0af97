"""What a coordinator measured in a quarter, beside the figures of the plan: with as many queries for one indicator as
for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from petajalan.accounts.models import Unit
from petajalan.calc.achievement import Formula, Target
from petajalan.calc.measuring import Figure, Ground, Standing, plain, standing
from petajalan.calc.numbers import Reading
from petajalan.calc.rollup import Share, TimeRule
from petajalan.calc.scales import Scale
from petajalan.planning.agreement import ABSENT
from petajalan.planning.choices import FigureRole, FormulaChoice, TimeRuleChoice, ValueKind
from petajalan.planning.models import AdoptedFigure, Indicator
from petajalan.planning.queries.national import reference_of
from petajalan.reporting.models import Measurement
from petajalan.reporting.models.measurement import MeasuredFigure
from petajalan.reporting.queries.measuring import Led, keys_of

Scales = Mapping[str, Scale]


@dataclass(frozen=True)
class Measured:
    """One indicator of a coordinator in a quarter.

    rows     its measurements of the year so far by quarter, and those of the year before
    adopted  baseline and targets of the plan by role and period
    """

    indicator: Indicator
    under: str
    year: int
    quarter: int
    rows: Mapping[tuple[int, int], Measurement]
    adopted: Mapping[tuple[str, str], AdoptedFigure]
    scale: Scale | None

    @property
    def row(self) -> Measurement | None:
        return self.rows.get((self.year, self.quarter))

    @property
    def baseline(self) -> AdoptedFigure | None:
        return self._known(FigureRole.BASELINE, "")

    @property
    def of_quarter(self) -> AdoptedFigure | None:
        return self._known(FigureRole.TARGET, f"{self.year}-Q{self.quarter}")

    @property
    def of_year(self) -> AdoptedFigure | None:
        return self._known(FigureRole.TARGET, str(self.year))

    @property
    def target(self) -> AdoptedFigure | None:
        """What it is held against: of the quarter, else of the year. `None`: it is not assessed this year."""
        return self.of_quarter or self.of_year

    @property
    def is_percent(self) -> bool:
        return self.indicator.value_kind == ValueKind.PERCENT

    @property
    def figures(self) -> list[Figure | None]:
        """Of TW I up to this quarter."""
        rows = (self.rows.get((self.year, quarter)) for quarter in range(1, self.quarter + 1))
        return [figure_of(row, self.indicator) if row else None for row in rows]

    @cached_property
    def standing(self) -> Standing:
        return standing(
            Formula(self.indicator.formula) if self.indicator.formula else None,
            TimeRule(self.indicator.time_rule) if self.indicator.time_rule else None,
            self.figures,
            of_quarter=Target.of(self.of_quarter.reading) if self.of_quarter else None,
            of_year=Target.of(self.of_year.reading) if self.of_year else Target(),
            percent=self.is_percent,
            baseline=self.baseline.value if self.baseline else None,
            cap=self.indicator.cap,
            scale=self.scale,
            year=self.year,
        )

    @property
    def ground(self) -> Ground:
        """What a new figure is judged by."""
        last = self.rows.get((self.year, self.quarter - 1) if self.quarter > 1 else (self.year - 1, 4))
        return Ground(
            formula=Formula(self.indicator.formula) if self.indicator.formula else None,
            percent=self.is_percent,
            counted=self.indicator.time_rule == TimeRuleChoice.SUM,
            scale=self.scale,
            year=self.year,
            last=plain(figure_of(last, self.indicator)) if last else None,
            baseline=stated(self.baseline.reading) if self.baseline else None,
        )

    def _known(self, role: str, period: str) -> AdoptedFigure | None:
        found = self.adopted.get((role, period))
        return found if found is not None and found.reading.state not in ABSENT else None


def figure_of(row: MeasuredFigure, indicator: Indicator) -> Figure | None:
    """The figure that counts: a percentage as what it was made of, a grade where the formula goes by grades."""
    if row.numerator is not None and row.denominator is not None:
        return Share(row.numerator, row.denominator)
    if row.level and (row.value is None or indicator.formula == FormulaChoice.LEVEL):
        return row.level
    return row.value


def stated(reading: Reading) -> Decimal | str | None:
    return reading.value if reading.value is not None else reading.level


def measured(
    unit: Unit, indicators: Iterable[Led], year: int, quarter: int, *, scales: Scales | None = None
) -> list[Measured]:
    """Each indicator with what the unit measured. Three queries; two where no scale is needed or all are known."""
    listed = list(indicators)
    if not any(one.indicator.scale_code for one in listed):
        scales = {}
    elif scales is None:
        scales = {one.code: one for one in reference_of(unit.agency).scales}
    rows = rows_of(unit, [one.indicator for one in listed], range(year - 1, year + 1))
    adopted: dict[int, dict[tuple[str, str], AdoptedFigure]] = {one.indicator.pk: {} for one in listed}
    found = AdoptedFigure.objects.filter(agency=unit.agency_id, indicator__in=adopted)
    for figure in found.select_related("statement", "decided_by").order_by("pk"):
        adopted[figure.indicator_id][figure.role, figure.period] = figure
    return [
        Measured(
            one.indicator, one.under, year, quarter, rows[one.indicator.pk], adopted[one.indicator.pk],
            scales.get(one.indicator.scale_code),
        )
        for one in listed
    ]  # fmt: skip


def rows_of(
    unit: Unit, indicators: Iterable[Indicator], years: Iterable[int]
) -> dict[int, dict[tuple[int, int], Measurement]]:
    """Measurements by indicator, year and quarter. Its own key goes before those that were joined into it."""
    listed = list(indicators)
    of_key = {key: (one.pk, place) for one in listed for place, key in enumerate(keys_of(one))}
    rows = Measurement.objects.filter(
        agency=unit.agency_id, coordinator=unit, indicator_key__in=of_key, year__in=list(years)
    ).select_related("measured_by")
    found: dict[int, dict[tuple[int, int], Measurement]] = {one.pk: {} for one in listed}
    for row in sorted(rows, key=lambda one: -of_key[one.indicator_key][1]):
        found[of_key[row.indicator_key][0]][row.year, row.quarter] = row
    return found
