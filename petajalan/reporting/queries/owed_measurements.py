"""The duty of the quarter: coordinators measure their indicators once it is over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import IntegerField, Q, UUIDField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Agency
from petajalan.calc.calendar import Period, PeriodKind
from petajalan.planning.agreement import ABSENT
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import AdoptedFigure
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.models import Measurement
from petajalan.reporting.queries.measuring import Duty, led_by_year
from petajalan.reporting.queries.owed import Asked, Owed, State
from petajalan.reporting.queries.whom import Whom

KIND = DeadlineKind.QUARTERLY_MEASUREMENT


def measurements_owed(asked: Asked) -> Iterator[Owed]:
    """By the people of each coordinator, from the day after the quarter until it closes, for indicators that have a
    target. Two queries beside those of `Asked`, however many years have an open quarter."""
    if asked.person is not None and not asked.person.units:
        return
    reopened = {period for _unit, kind, period in asked.exceptions if kind == KIND}
    dates = [one for one in asked.begun(KIND) if one.closed >= asked.at or one.period in reopened]
    dates = [one for one in dates if _last_day(one.period) < asked.today]
    names = {unit.pk: unit.name for unit in asked.units} if dates else {}
    by_year = led_by_year(asked.agency, sorted({int(one.period[:4]) for one in dates}))
    known = _read(asked.agency, by_year)
    for one in dates:
        year, quarter = int(one.period[:4]), int(one.period[6:])
        for unit, led in _by_unit(by_year[year], names).items():
            missing = [each for each in led if known.lacks(each, unit, year, quarter)]
            if not missing or not asked.may_enter(unit, one):
                continue
            yield Owed(
                kind=KIND, period=one.period, about=names[unit], words=_("Pengukuran indikator"),
                url=reverse("measurements", args=(asked.agency.slug, year, quarter, unit)),
                due=one.due, closed=one.closed, lines=len(missing),
                state=State.TO_DO if len(missing) == len(led) else State.BEGUN,
                doers=Whom(people=frozenset({unit})), first=Whom(staff=frozenset({unit})),
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Known:
    """targets   key of the indicator and period
    measured  keys of coordinator and indicator, year and quarter"""

    targets: set[tuple[int, str]]
    measured: set[tuple[int, UUID, int, int]]

    def lacks(self, one: Duty, unit: int, year: int, quarter: int) -> bool:
        """Whether the unit still has to measure it: without a target it is not assessed this year."""
        periods = (str(year), f"{year}-Q{quarter}")
        assessed = any((one.indicator, period) in self.targets for period in periods)
        return assessed and not any((unit, key, year, quarter) in self.measured for key in one.keys)


def _by_unit(duties: list[Duty], units: Collection[int]) -> dict[int, list[Duty]]:
    """By unit, those of `units`."""
    found: dict[int, list[Duty]] = defaultdict(list)
    for one in duties:
        for unit in one.units:
            if unit in units:
                found[unit].append(one)
    return found


def _read(agency: Agency, by_year: Mapping[int, list[Duty]]) -> _Known:
    """Targets and what was measured, in one query: a row is a figure, or a measurement with its key."""
    known = _Known(set(), set())
    indicators = {one.indicator for duties in by_year.values() for one in duties}
    if not indicators:
        return known
    of_years = reduce(or_, (Q(period__startswith=str(year)) for year in by_year))
    targets = AdoptedFigure.objects.filter(of_years, agency=agency, indicator__in=indicators, role=FigureRole.TARGET)
    no_key, zero = Cast(Value(None), UUIDField()), Value(0, IntegerField())
    figures = targets.exclude(state__in=ABSENT).order_by().annotate(no_key=no_key, zero=zero)
    measured = Measurement.objects.filter(agency=agency, year__in=by_year).order_by()
    rows = figures.values_list("no_key", "indicator", "period", "zero", "zero").union(
        measured.annotate(no_text=Value("")).values_list("indicator_key", "coordinator", "no_text", "year", "quarter"),
        all=True,
    )
    for key, number, period, year, quarter in rows:
        if key is None:
            known.targets.add((number, period))
        else:
            known.measured.add((number, key, year, quarter))
    return known


def _last_day(period: str) -> date:
    return Period(int(period[:4]), PeriodKind.QUARTER, int(period[6:])).last_day
