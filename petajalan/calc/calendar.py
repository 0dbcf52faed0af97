"""Periods and working days. The non-working days are an input; a date once generated is stored, never recomputed."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SATURDAY, SUNDAY = 5, 6
ONE_DAY = timedelta(days=1)
_SIGHT = 366  # days; a calendar without one working day in a year is a mistake


class PeriodKind(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"  # tribulan
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A month (1..12), quarter (1..4) or year (number 1)."""

    year: int
    kind: PeriodKind
    number: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.YEAR: 1}[self.kind]:
            raise ValueError(f"there is no {self.kind} {self.number} in a year")

    @classmethod
    def month(cls, year: int, number: int) -> Period:
        return cls(year, PeriodKind.MONTH, number)

    @classmethod
    def quarter(cls, year: int, number: int) -> Period:
        return cls(year, PeriodKind.QUARTER, number)

    @classmethod
    def whole_year(cls, year: int) -> Period:
        return cls(year, PeriodKind.YEAR)

    @property
    def _months(self) -> int:
        return {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12}[self.kind]

    @property
    def first_day(self) -> date:
        return date(self.year, (self.number - 1) * self._months + 1, 1)

    @property
    def last_day(self) -> date:
        return month_end(date(self.year, self.number * self._months, 1))


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_after(day: date, months: int) -> date:
    """The first day of the month that lies `months` after the month of `day`."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Monday to Friday, or to Saturday by agency, without the days given (public holidays, joint leave, own days)."""

    non_working: frozenset[date] = frozenset()
    saturday: bool = False

    def is_working(self, day: date) -> bool:
        weekend = day.weekday() == SUNDAY or (day.weekday() == SATURDAY and not self.saturday)
        return not weekend and day not in self.non_working

    def working_days(self, start: date) -> Iterator[date]:
        """Working days from `start` (included) on. Raises `ValueError` when none is in sight."""
        day, missed = start, 0
        while missed <= _SIGHT:
            if self.is_working(day):
                missed = 0
                yield day
            missed += 1
            day += ONE_DAY
        raise ValueError(f"no working day within a year before {day.isoformat()}: the non-working days are wrong")

    def last_working_day(self, first: date, last: date) -> date | None:
        """The last working day within first..last, or `None` when that span holds none."""
        day = last
        while day >= first:
            if self.is_working(day):
                return day
            day -= ONE_DAY
        return None
