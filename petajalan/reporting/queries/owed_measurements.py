"""The duty of the quarter: coordinators measure their indicators once it is over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Unit
from petajalan.calc.calendar import Period, PeriodKind
from petajalan.planning.agreement import ABSENT
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import AdoptedFigure
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.models import Measurement
from petajalan.reporting.queries.measuring import Led, led_in
from petajalan.reporting.queries.owed import Asked, Owed, State
from petajalan.reporting.queries.whom import Whom

KIND = DeadlineKind.QUARTERLY_MEASUREMENT


def measurements_owed(asked: Asked) -> Iterator[Owed]:
    """By the people of each coordinator, from the day after the quarter until it closes, for indicators that have a
    target. One query, and three more for each year that has an open quarter."""
    if asked.person is not None and not asked.person.units:
        return
    reopened = {period for _unit, kind, period in asked.exceptions if kind == KIND}
    dates = [one for one in asked.begun(KIND) if one.closed >= asked.at or one.period in reopened]
    dates = [one for one in dates if _last_day(one.period) < asked.today]
    names = dict(Unit.objects.filter(agency=asked.agency).values_list("pk", "name")) if dates else {}
    years = {year: _Year(asked, year) for year in sorted({int(one.period[:4]) for one in dates})}
    for one in dates:
        year, quarter = int(one.period[:4]), int(one.period[6:])
        for unit, led in years[year].by_unit.items():
            missing = [each for each in led if years[year].lacks(each, unit, quarter)]
            if not missing or not asked.may_enter(unit, one):
                continue
            yield Owed(
                kind=KIND, period=one.period, about=names[unit], words=_("Pengukuran indikator"),
                url=reverse("measurements", args=(asked.agency.slug, year, quarter, unit)),
                due=one.due, closed=one.closed, lines=len(missing),
                state=State.TO_DO if len(missing) == len(led) else State.BEGUN,
                doers=Whom(people=frozenset({unit})), first=Whom(staff=frozenset({unit})),
            )  # fmt: skip


class _Year:
    """What each coordinator measures in a year, and what has been measured."""

    def __init__(self, asked: Asked, year: int) -> None:
        listed = led_in(asked.agency, year)
        targets = AdoptedFigure.objects.filter(
            agency=asked.agency, indicator__in=[one.indicator.pk for one in listed], role=FigureRole.TARGET
        ).exclude(state__in=ABSENT)
        rows = targets.filter(period__startswith=str(year)).values_list("indicator", "period")
        self.targets = {(indicator, period) for indicator, period in rows}
        self.year = year
        kept = Measurement.objects.filter(agency=asked.agency, year=year).order_by()
        self.kept = set(kept.values_list("coordinator", "indicator_key", "quarter"))
        self.by_unit: dict[int, list[Led]] = defaultdict(list)
        for one in listed:
            for unit in one.units:
                if asked.person is None or unit in asked.person.units:
                    self.by_unit[unit].append(one)

    def lacks(self, one: Led, unit: int, quarter: int) -> bool:
        """Whether the unit still has to measure it: without a target it is not assessed this year."""
        periods = (str(self.year), f"{self.year}-Q{quarter}")
        assessed = any((one.indicator.pk, period) in self.targets for period in periods)
        return assessed and not any((unit, key, quarter) in self.kept for key in one.keys)


def _last_day(period: str) -> date:
    return Period(int(period[:4]), PeriodKind.QUARTER, int(period[6:])).last_day
