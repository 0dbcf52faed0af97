"""When an evaluation is due, and whether it may still be entered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from petajalan.accounts.models import Agency
from petajalan.evaluation.choices import EvaluationKind
from petajalan.evaluation.independence import Units
from petajalan.evaluation.models import Evaluation
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.models import Deadline, LockException

# The regulation dates the evaluation of a month only. That of a quarter goes to the forum, and is due with it
# (aturan aplikasi). Those of a year have dates of their own in the calendar.
DUE_WITH = {
    EvaluationKind.MONTH: DeadlineKind.MONTHLY_EVALUATION,
    EvaluationKind.QUARTER: DeadlineKind.QUARTERLY_FORUM,
    EvaluationKind.EX_ANTE: DeadlineKind.EX_ANTE,
    EvaluationKind.YEAR: DeadlineKind.YEARLY_EVALUATION,
}


@dataclass(frozen=True, slots=True)
class Dates:
    """Null where the calendar of the year was not opened. `reports_due`: when the month's progress was due."""

    due: datetime | None = None
    closed: datetime | None = None
    reports_due: datetime | None = None


def dates_of(evaluation: Evaluation) -> Dates:
    """One query."""
    kind = DUE_WITH[EvaluationKind(evaluation.kind)]
    month = f"{evaluation.year}-{evaluation.last_month:02}"
    rows = {
        (row.kind, row.period): row
        for row in Deadline.objects.filter(
            agency=evaluation.agency_id, kind__in=[kind, DeadlineKind.MONTHLY_PROGRESS],
            period__in=[evaluation.period, month],
        )
    }  # fmt: skip
    zone = ZoneInfo(evaluation.agency.time_zone)
    own, reports = rows.get((kind, evaluation.period)), rows.get((DeadlineKind.MONTHLY_PROGRESS, month))
    return Dates(
        own.due.astimezone(zone) if own else None,
        own.closed.astimezone(zone) if own else None,
        reports.due.astimezone(zone) if reports else None,
    )


def is_enterable(evaluation: Evaluation, dates: Dates, units: Units, *, at: datetime) -> bool:
    """Whether people of these units may still write: the period is not closed, a repair is being made, or a unit of
    theirs has an exception."""
    if dates.closed is None or at <= dates.closed:
        return True
    if evaluation.repair_due is not None and at <= evaluation.repair_due:
        return True
    return LockException.objects.filter(
        agency=evaluation.agency_id, unit__in=units, kind=DUE_WITH[EvaluationKind(evaluation.kind)],
        period=evaluation.period, revoked_at=None, granted_at__lte=at, expires_at__gte=at,
    ).exists()  # fmt: skip


def first_day_of(agency: Agency, kind: str, year: int, number: int) -> datetime:
    """The agency's midnight on which the period begins."""
    month = number if kind == EvaluationKind.MONTH else number * 3 - 2
    return datetime(year, month, 1, tzinfo=ZoneInfo(agency.time_zone))


def first_day(evaluation: Evaluation) -> date:
    return first_day_of(evaluation.agency, evaluation.kind, evaluation.year, evaluation.number).date()
