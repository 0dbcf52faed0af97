"""Whether the units reported in time: units by months, by the first time that each report was sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

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
    """`sent` is the first time; `late` the days after the due day, where it was late."""

    number: int
    cell: Cell
    dates: Dates | None
    sent: datetime | None
    exception: LockException | None
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


def punctuality(agency: Agency, year: int, *, at: datetime, months: Iterable[int] = MONTHS) -> Punctuality:
    """Five queries, however many units and months."""
    chosen = tuple(months)
    zone = ZONES[ZONE_CODES[agency.time_zone]]
    dates = {
        int(row.period[5:]): Dates(row.kind, row.period, row.due.astimezone(zone), row.closed.astimezone(zone))
        for row in Deadline.objects.filter(agency=agency, kind=KIND, year=year)
    }
    reports = {
        (row.unit_id, row.month): row
        for row in ProgressReport.objects.filter(agency=agency, year=year).order_by()
        if row.first_submitted_at is not None
    }
    exceptions = {
        (one.unit_id, one.period): one
        for one in LockException.objects.filter(
            agency=agency, kind=KIND, period__startswith=f"{year}-", revoked_at=None, expires_at__gte=at
        ).order_by()
    }
    units = list(Unit.objects.filter(agency=agency).order_by("name"))
    owing = owing_months(agency, units, [(year, month) for month in chosen])
    rows = []
    for unit in units:
        listed = tuple(
            _month(
                month, dates.get(month), reports.get((unit.pk, month)), (unit.pk, year, month) in owing,
                exceptions.get((unit.pk, f"{year}-{month:02}")), at,
            )
            for month in chosen
        )  # fmt: skip
        if any(one.cell is not Cell.NOTHING_OWED for one in listed):
            rows.append(UnitMonths(unit, listed))
    return Punctuality(agency, year, dates, tuple(rows))


def _month(
    number: int, dates: Dates | None, report: ProgressReport | None, owes: bool, exception: LockException | None,
    at: datetime,
) -> Month:  # fmt: skip
    sent = report.first_submitted_at if report else None
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
        if cell is Cell.MISSING and exception is not None:
            cell = Cell.EXCEPTION
    return Month(number, cell, dates, sent, exception, simulated)


_CELLS = {
    Timeliness.ON_TIME: Cell.ON_TIME,
    Timeliness.LATE: Cell.LATE,
    Timeliness.OVERDUE: Cell.MISSING,
    Timeliness.LOCKED: Cell.MISSING,
    Timeliness.DUE: Cell.NOT_DUE,
    Timeliness.NOT_YET_DUE: Cell.NOT_DUE,
}
