"""When reports are due, when their period closes, and whether one came in time.

Only the monthly evaluation has a source (the regional regulation: first week of the next month); the other rules are
house rules that an agency can change, because rules are data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from itertools import islice
from zoneinfo import ZoneInfo

from petajalan.calc.calendar import ONE_DAY, Period, PeriodKind, WorkCalendar, month_end, months_after


class Due(StrEnum):
    """How a rule finds its day in the month it points at."""

    ON_OR_BEFORE_DAY = "on_or_before_day"  # the day of the month, or the last working day of the month before it
    WORKING_DAY = "working_day"  # the n-th working day of the month
    LAST_WORKING_DAY = "last_working_day"  # the last working day of the month


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One obligation.

    months  which month holds the due day, counted from the last month of the period (0 is that month itself)
    number  the day of the month, or the n-th working day; unused for the last working day
    opening the report looks at a plan, which is complete when its year begins: months count from the December before
    """

    code: str
    period: PeriodKind
    due: Due
    months: int
    source: str
    number: int = 1
    opening: bool = False
    house: bool = True


RULES: tuple[DeadlineRule, ...] = (
    DeadlineRule("monthly_progress", PeriodKind.MONTH, Due.LAST_WORKING_DAY, 0, "Aturan aplikasi"),
    DeadlineRule("acceptance", PeriodKind.MONTH, Due.WORKING_DAY, 1, "Aturan aplikasi", number=2),
    DeadlineRule(
        "monthly_evaluation",
        PeriodKind.MONTH,
        Due.ON_OR_BEFORE_DAY,
        1,
        "Peraturan kepala daerah: minggu pertama bulan berikutnya",
        number=7,
        house=False,
    ),
    DeadlineRule("quarterly_measurement", PeriodKind.QUARTER, Due.ON_OR_BEFORE_DAY, 1, "Aturan aplikasi", number=10),
    DeadlineRule("quarterly_forum", PeriodKind.QUARTER, Due.ON_OR_BEFORE_DAY, 1, "Aturan aplikasi", number=15),
    DeadlineRule("ex_ante", PeriodKind.YEAR, Due.ON_OR_BEFORE_DAY, 3, "Aturan aplikasi", number=31, opening=True),
    DeadlineRule("yearly_evaluation", PeriodKind.YEAR, Due.ON_OR_BEFORE_DAY, 3, "Aturan aplikasi", number=31),
)

ZONES: Mapping[str, ZoneInfo] = {
    "WIB": ZoneInfo("Asia/Jakarta"),
    "WITA": ZoneInfo("Asia/Makassar"),
    "WIT": ZoneInfo("Asia/Jayapura"),
}


def period_end(rule: DeadlineRule, period: Period) -> date:
    """The last day of what the report is about: of the period, or of the year before for a look at its plan."""
    return period.first_day - ONE_DAY if rule.opening else period.last_day


def due_day(rule: DeadlineRule, period: Period, days: WorkCalendar) -> date:
    """The working day on which a report for `period` is due. Raises `ValueError` for a period of another kind.

    A month whose days up to the wanted one hold no working day gives the first working day after it (Idulfitri 2025:
    the evaluation of March is due on 8 April).
    """
    if period.kind is not rule.period:
        raise ValueError(f"{rule.code} is due by {rule.period}, not by {period.kind}")
    first = months_after(period_end(rule, period), rule.months)
    if rule.due is Due.WORKING_DAY:
        return next(islice(days.working_days(first), rule.number - 1, None))
    last = month_end(first)
    if rule.due is Due.ON_OR_BEFORE_DAY:
        last = min(last, first.replace(day=min(rule.number, last.day)))
    return days.last_working_day(first, last) or next(days.working_days(last))


def closing_day(rule: DeadlineRule, period: Period, days: WorkCalendar) -> date:
    """The day after which entry is locked: the last working day of the month after the period.

    What is due later than that (a yearly evaluation) stays open for the month after its due day.
    """
    closing = _end_of_next_month(period_end(rule, period), days)
    due = due_day(rule, period, days)
    return closing if closing > due else _end_of_next_month(due, days)


def _end_of_next_month(day: date, days: WorkCalendar) -> date:
    first = months_after(day, 1)
    last = month_end(first)
    return days.last_working_day(first, last) or next(days.working_days(last))


def moment(day: date, zone: str) -> datetime:
    """The last second of a day in the agency's zone: "WIB", "WITA" or "WIT"."""
    return datetime.combine(day, time(23, 59, 59), ZONES[zone])


class Timeliness(StrEnum):
    """Derived from dates, never stored."""

    NOT_YET_DUE = "not_yet_due"
    DUE = "due"
    ON_TIME = "on_time"
    LATE = "late"  # submitted after it was due
    OVERDUE = "overdue"  # not submitted, still open
    LOCKED = "locked"  # not submitted, closed


def timeliness(
    *, period_end: date, due: datetime, closed: datetime, first_submitted: datetime | None, now: datetime
) -> Timeliness:
    """Where a report stands. Only its first submission counts; a repair that was sent back has its own due date.

    It is "due" from the day after its period ends, and at the latest on the due day itself.
    """
    if first_submitted is not None:
        return Timeliness.ON_TIME if first_submitted <= due else Timeliness.LATE
    if now > closed:
        return Timeliness.LOCKED
    if now > due:
        return Timeliness.OVERDUE
    opens = min(due.date(), period_end + ONE_DAY)
    return Timeliness.DUE if now.astimezone(due.tzinfo).date() >= opens else Timeliness.NOT_YET_DUE
