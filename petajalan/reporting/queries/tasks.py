"""What one person has to do, by due date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from petajalan.accounts.models import Agency, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.reporting.choices import DeadlineKind, LineState, ReportStatus
from petajalan.reporting.duties import may_review
from petajalan.reporting.models import Deadline, LockException, ProgressReport
from petajalan.reporting.queries.obligations import owing_months
from petajalan.reporting.queries.reports import today_of, waiting_lines


@dataclass(frozen=True, slots=True)
class Task:
    """kind    "report", "repair" or "review"
    report  the report, or null while nobody has begun it
    due     null where the calendar has no date
    lines   how many lines wait, of a review or a repair"""

    kind: str
    unit: Unit
    year: int
    month: int
    report: ProgressReport | None
    due: datetime | None
    closed: datetime | None
    lines: int
    state: str  # "overdue", "today", "soon" (within a week) or "later"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)


def tasks_of(user: User, agency: Agency, *, at: datetime) -> list[Task]:
    found = [*_reports(user, agency, at), *_reviews(user, agency, today_of(agency, at))]
    return sorted(found, key=lambda one: (one.due is None, one.due or at, one.kind, str(one.unit)))


def _reports(user: User, agency: Agency, at: datetime) -> list[Task]:
    """Of the person's own units, for months that have begun and may still be entered."""
    units, today = units_of(user, agency), today_of(agency, at)
    if not units:
        return []
    open_for: dict[str, set[int]] = {}
    for key, period in LockException.objects.filter(
        agency=agency, unit__in=units, kind=DeadlineKind.MONTHLY_PROGRESS, revoked_at=None, expires_at__gte=at
    ).values_list("unit", "period"):
        open_for.setdefault(period, set()).add(key)
    zone = ZoneInfo(agency.time_zone)
    reports = {
        (one.unit_id, one.period): one
        for one in ProgressReport.objects.filter(agency=agency, unit__in=units)
        .filter(Q(status__in=[ReportStatus.DRAFT, ReportStatus.SENT_BACK]) | Q(year__gte=today.year - 1))
        .annotate(back=Count("lines", filter=Q(lines__state=LineState.SENT_BACK)))
    }
    deadlines = Deadline.objects.filter(
        agency=agency, kind=DeadlineKind.MONTHLY_PROGRESS, period__lte=f"{today.year}-{today.month:02}"
    )
    repairs = {period for (_unit, period), one in reports.items() if one.repair_due and one.repair_due >= at}
    dates = {
        row.period: row
        for row in deadlines.filter(Q(closed__gte=at) | Q(period__in={*open_for, *repairs})).order_by("period")
    }
    owing = owing_months(agency, list(units), [(int(one[:4]), int(one[5:])) for one in dates])
    tasks = []
    for period, row in dates.items():
        year, month = int(period[:4]), int(period[5:])
        for unit in units:
            report = reports.get((unit.pk, period))
            repair = report is not None and report.status == ReportStatus.SENT_BACK
            mending = report is not None and report.repair_due is not None and report.repair_due >= at
            enters = row.closed >= at or unit.pk in open_for.get(period, set()) or mending
            if not enters or (unit.pk, year, month) not in owing or (report is not None and not report.is_open):
                continue
            due = report.repair_due if report is not None and repair and report.repair_due else row.due
            due = due.astimezone(zone)
            back = report.back if report is not None else 0
            kind = "repair" if repair else "report"
            closed = row.closed.astimezone(zone)
            tasks.append(Task(kind, unit, year, month, report, due, closed, back, _state(due, today)))
    return tasks


def _reviews(user: User, agency: Agency, today: date) -> list[Task]:
    waiting = waiting_lines(agency).select_related("report__unit__agency", "action__plan__coordinator")
    reports: dict[int, ProgressReport] = {}
    lines: dict[int, int] = {}
    for line in waiting:
        report = line.report
        if may_review(user, reporter=report.unit, coordinator=line.action.plan.coordinator):
            reports.setdefault(report.pk, report)
            lines[report.pk] = lines.get(report.pk, 0) + 1
    zone = ZoneInfo(agency.time_zone)
    dates = {
        row.period: row
        for row in Deadline.objects.filter(
            agency=agency, kind=DeadlineKind.ACCEPTANCE, period__in={one.period for one in reports.values()}
        )
    }
    tasks = []
    for key, report in reports.items():
        row = dates.get(report.period)
        due = row.due.astimezone(zone) if row else None
        closed = row.closed.astimezone(zone) if row else None
        tasks.append(
            Task("review", report.unit, report.year, report.month, report, due, closed, lines[key], _state(due, today))
        )
    return tasks


def _state(due: datetime | None, today: date) -> str:
    if due is None:
        return "later"
    left = (due.date() - today).days
    if left < 0:
        return "overdue"
    return "today" if left == 0 else "soon" if left <= 7 else "later"
