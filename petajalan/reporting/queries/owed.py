"""What is owed to an agency on a day: the one place that tells who still has to report, repair or review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.db.models import Q

from petajalan.accounts.models import Agency, Unit
from petajalan.calc.deadlines import ZONES
from petajalan.reporting.choices import DeadlineKind, ReportStatus
from petajalan.reporting.models import Deadline, LockException, ProgressReport
from petajalan.reporting.queries.calendar import ZONE_CODES, Dates
from petajalan.reporting.queries.obligations import by_unit
from petajalan.reporting.queries.reports import waiting_lines


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that a unit still has to do.

    dates         of the obligation; `due` is that of the repair when a report was sent back
    repair        its report was sent back
    coordinators  keys of the units that lead the actions concerned: the next to be told
    secretariat   the secretariat reviews it, because the unit reported its own actions
    """

    unit: Unit
    dates: Dates
    repair: bool
    coordinators: frozenset[int]
    secretariat: bool = False

    @property
    def is_review(self) -> bool:
        return self.dates.kind == DeadlineKind.ACCEPTANCE


def owed(agency: Agency, day: date) -> list[Owed]:
    """Reports of months that have begun, and reviews that wait, as long as they may still be entered; by due date.

    As many queries for one unit as for forty; three more for each month that is still open.
    """
    zone = ZONES[ZONE_CODES[agency.time_zone]]
    start = datetime.combine(day, time(0), zone)
    begun = f"{day.year}-{day.month:02}"
    found = Deadline.objects.filter(
        agency=agency, kind__in=[DeadlineKind.MONTHLY_PROGRESS, DeadlineKind.ACCEPTANCE], period__lte=begun
    )
    excepted = {
        (one.unit_id, one.kind, one.period)
        for one in LockException.objects.filter(agency=agency, revoked_at=None, expires_at__gte=start)
    }
    dates = {
        (row.kind, row.period): Dates(row.kind, row.period, row.due.astimezone(zone), row.closed.astimezone(zone))
        for row in found.filter(Q(closed__gte=start) | Q(period__in={period for _unit, _kind, period in excepted}))
    }

    def may_enter(unit: Unit, one: Dates) -> bool:
        return one.closed >= start or (unit.pk, one.kind, one.period) in excepted

    things = [*_reports(agency, dates), *_reviews(agency, dates)]
    things = [one for one in things if may_enter(one.unit, one.dates)]
    return sorted(things, key=lambda one: (one.dates.due, one.unit.name, one.dates.kind))


def _reports(agency: Agency, dates: dict[tuple[str, str], Dates]) -> Iterator[Owed]:
    months = [one for (kind, _period), one in dates.items() if kind == DeadlineKind.MONTHLY_PROGRESS]
    reports = {
        (report.unit_id, report.period): report
        for report in ProgressReport.objects.filter(agency=agency, year__in={int(one.period[:4]) for one in months})
    }
    units = list(Unit.objects.filter(agency=agency).order_by("name"))
    for one in months:
        actions = by_unit(agency, int(one.period[:4]), int(one.period[5:]), units)
        for unit in units:
            report = reports.get((unit.pk, one.period))
            if not actions[unit.pk] or (report is not None and not report.is_open):
                continue
            repair = report is not None and report.status == ReportStatus.SENT_BACK
            due = report.repair_due if report is not None and repair else None
            shown = replace(one, due=due.astimezone(one.due.tzinfo)) if due else one
            yield Owed(unit, shown, repair, frozenset(action.plan.coordinator_id for action in actions[unit.pk]))


def _reviews(agency: Agency, dates: dict[tuple[str, str], Dates]) -> Iterator[Owed]:
    """Units that lead an action whose line in a submitted report nobody has looked at; see `duties.may_review`."""
    found = waiting_lines(agency).values_list(
        "action__plan__coordinator", "report__unit", "report__year", "report__month"
    )
    waiting = {(unit, reporter == unit, year, month) for unit, reporter, year, month in found.order_by()}
    units = Unit.objects.filter(agency=agency).in_bulk({unit for unit, _own, _year, _month in waiting})
    for key, own, year, month in waiting:
        one = dates.get((DeadlineKind.ACCEPTANCE, f"{year}-{month:02}"))
        if one:
            yield Owed(units[key], one, False, frozenset({key}), secretariat=own)
