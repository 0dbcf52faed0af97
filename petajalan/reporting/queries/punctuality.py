"""Whether the units reported in time: units by months, by the first time that each report was sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import (
    BigIntegerField,
    BooleanField,
    CharField,
    DateTimeField,
    F,
    PositiveSmallIntegerField,
    QuerySet,
    Value,
)

from petajalan.accounts.models import Agency, Unit
from petajalan.calc.calendar import month_end
from petajalan.calc.deadlines import ZONES, Timeliness, timeliness
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.models import Deadline, LockException, ProgressReport
from petajalan.reporting.queries.calendar import ZONE_CODES, Dates
from petajalan.reporting.queries.obligations import owing_months

KIND = DeadlineKind.MONTHLY_PROGRESS
MONTHS = tuple(range(1, 13))


class Cell(StrEnum):
    """What one unit's month is. Those of `COUNTED` were due by now."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"  # due, not sent
    EXCEPTION = "exception"  # due, not sent, and opened again for this unit
    NOT_DUE = "not_due"
    NOTHING_OWED = "nothing_owed"
    NO_DATE = "no_date"  # the calendar of the year has not been opened


@dataclass(frozen=True, slots=True)
class Month:
    """`sent` is the first time; `until` the end of an exception that holds; `late` the days after the due day."""

    number: int
    cell: Cell
    dates: Dates | None
    sent: datetime | None
    until: datetime | None
    simulated: bool

    @property
    def late(self) -> int:
        if self.cell is not Cell.LATE or self.dates is None or self.sent is None:
            return 0
        return (self.sent.astimezone(self.dates.due.tzinfo).date() - self.dates.due.date()).days


@dataclass(frozen=True, slots=True)
class UnitMonths:
    unit: Unit
    months: tuple[Month, ...]

    def count(self, cell: str) -> int:
        return sum(one.cell == cell for one in self.months)

    @property
    def due(self) -> int:
        return sum(one.cell in COUNTED for one in self.months)

    @property
    def on_time(self) -> int:
        return self.count(Cell.ON_TIME)


COUNTED = (Cell.ON_TIME, Cell.LATE, Cell.MISSING, Cell.EXCEPTION)


@dataclass(frozen=True, slots=True)
class Punctuality:
    """Units that owe at least one report in the year, or sent one."""

    agency: Agency
    year: int
    dates: Mapping[int, Dates]
    rows: tuple[UnitMonths, ...]

    @property
    def counts(self) -> Counter[Cell]:
        return Counter(month.cell for row in self.rows for month in row.months)

    @property
    def due(self) -> int:
        return sum(row.due for row in self.rows)


def punctuality(
    agency: Agency, year: int, *, at: datetime, months: Iterable[int] = MONTHS, units: Iterable[Unit] | None = None
) -> Punctuality:
    """Three queries, however many units and months; two where the units of the agency are known already."""
    chosen = tuple(months)
    zone = ZONES[ZONE_CODES[agency.time_zone]]
    facts = list(_facts(agency, year, at))
    dates = {
        int(one.period[5:]): Dates(KIND, one.period, one.first.astimezone(zone), one.second.astimezone(zone))
        for one in facts
        if one.tag == "deadline" and one.second is not None
    }
    reports = {(one.unit, one.month): one for one in facts if one.tag == "report"}
    until = {(one.unit, one.period): one.first for one in facts if one.tag == "exception"}
    listed = sorted(units, key=lambda one: one.name) if units is not None else _units(agency)
    owing = owing_months(agency, listed, [(year, month) for month in chosen])
    rows = []
    for unit in listed:
        cells = tuple(
            _month(
                month,
                dates.get(month),
                reports.get((unit.pk, month)),
                (unit.pk, year, month) in owing,
                until.get((unit.pk, f"{year}-{month:02}")),
                at,
            )
            for month in chosen
        )
        if any(one.cell is not Cell.NOTHING_OWED for one in cells):
            rows.append(UnitMonths(unit, cells))
    return Punctuality(agency, year, dates, tuple(rows))


def _units(agency: Agency) -> list[Unit]:
    return list(Unit.objects.filter(agency=agency).order_by("name"))


class _Fact(NamedTuple):
    """A deadline (due, closed), a report (first sent), or an exception that holds (its end)."""

    tag: str
    unit: int | None
    month: int
    period: str
    first: datetime
    second: datetime | None
    simulated: bool


def _facts(agency: Agency, year: int, at: datetime) -> Iterator[_Fact]:
    """All that is known of the year, in one query."""
    no_unit = Value(None, output_field=BigIntegerField())
    no_month, no_period = Value(0, output_field=PositiveSmallIntegerField()), Value("", output_field=CharField())
    real, no_moment = Value(False, output_field=BooleanField()), Value(None, output_field=DateTimeField())

    def of(rows: QuerySet[Any], tag: str, *columns: Any) -> QuerySet[Any]:
        names = ("a_tag", "a_unit", "a_month", "a_period", "a_first", "a_second", "a_simulated")
        said = (Value(tag, output_field=CharField()), *columns)
        return rows.order_by().annotate(**dict(zip(names, said, strict=True))).values_list(*names)

    deadlines = Deadline.objects.filter(agency=agency, kind=KIND, year=year)
    reports = ProgressReport.objects.filter(agency=agency, year=year, first_submitted_at__isnull=False)
    exceptions = LockException.objects.filter(
        agency=agency, kind=KIND, period__startswith=f"{year}-", revoked_at=None, expires_at__gte=at
    )
    sent, ends = F("first_submitted_at"), F("expires_at")
    found = of(deadlines, "deadline", no_unit, no_month, F("period"), F("due"), F("closed"), real).union(
        of(reports, "report", F("unit_id"), F("month"), no_period, sent, no_moment, F("simulated")),
        of(exceptions, "exception", F("unit_id"), no_month, F("period"), ends, no_moment, real),
        all=True,
    )
    return (_Fact(*row) for row in found)


def _month(
    number: int, dates: Dates | None, report: _Fact | None, owes: bool, until: datetime | None, at: datetime
) -> Month:
    sent = report.first if report else None
    simulated = report is not None and report.simulated
    if sent is None and not owes:
        cell = Cell.NOTHING_OWED
    elif dates is None:
        cell = Cell.NO_DATE
    else:
        year, month = (int(part) for part in dates.period.split("-"))
        stands = timeliness(
            period_end=month_end(date(year, month, 1)), due=dates.due, closed=dates.closed, first_submitted=sent, now=at
        )
        cell = _CELLS[stands]
        if cell is Cell.MISSING and until is not None:
            cell = Cell.EXCEPTION
    return Month(number, cell, dates, sent, until, simulated)


_CELLS = {
    Timeliness.ON_TIME: Cell.ON_TIME,
    Timeliness.LATE: Cell.LATE,
    Timeliness.OVERDUE: Cell.MISSING,
    Timeliness.LOCKED: Cell.MISSING,
    Timeliness.DUE: Cell.NOT_DUE,
    Timeliness.NOT_YET_DUE: Cell.NOT_DUE,
}
