"""Twelve months of reports of the demonstration city, written at once. A test holds them against the services."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import islice
from zoneinfo import ZoneInfo

from petajalan.accounts.models import Agency, Unit, User
from petajalan.calc import progress
from petajalan.calc.calendar import WorkCalendar
from petajalan.calc.quarters import FigureRule
from petajalan.planning.demo.actions import YEAR
from petajalan.planning.models import Action
from petajalan.reporting.choices import DeadlineKind, LineState, ReportStatus
from petajalan.reporting.demo.figures import ZERO, Course
from petajalan.reporting.demo.stories import UnitStory, action_stories, unit_stories
from petajalan.reporting.models import Deadline, ProgressLine, ProgressReport
from petajalan.reporting.queries.calendar import calendar_of, settings_of
from petajalan.reporting.queries.obligations import by_unit

MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Written:
    report: ProgressReport
    lines: list[ProgressLine]


@dataclass(frozen=True)
class City:
    """What the reports are made from. actions: those of the demonstration, by their code; heads: who heads a unit, by
    its key, of the few units that have somebody; secretary: reviews what units report of their own actions"""

    agency: Agency
    actions: dict[str, Action]
    heads: dict[int, User]
    secretary: User | None

    @cached_property
    def units(self) -> list[Unit]:
        return list(Unit.objects.filter(agency=self.agency).order_by("name"))

    @cached_property
    def codes(self) -> dict[int, str]:
        return {action.pk: code for code, action in self.actions.items()}

    @cached_property
    def due(self) -> dict[int, datetime]:
        rows = Deadline.objects.filter(agency=self.agency, kind=DeadlineKind.MONTHLY_PROGRESS, year=YEAR)
        return {int(row.period[5:]): row.due.astimezone(self.zone) for row in rows}

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.agency.time_zone)

    @cached_property
    def owed(self) -> dict[int, dict[int, list[Action]]]:
        """By month and unit: the actions that a report has lines for."""
        return {month: by_unit(self.agency, YEAR, month, self.units) for month in MONTHS}

    @cached_property
    def doers(self) -> dict[int, int]:
        """Among how many units the budget of an action is shared."""
        count: dict[int, set[int]] = {}
        for of_units in self.owed.values():
            for unit, actions in of_units.items():
                for action in actions:
                    count.setdefault(action.pk, set()).add(unit)
        return {action: len(units) for action, units in count.items()}

    def working_day(self, start: date, number: int) -> date:
        """The n-th working day from a day on; that day itself is number 0 when it is one."""
        return next(islice(self.calendar.working_days(start), number, None))

    def moment(self, day: date, order: int = 0) -> datetime:
        """In office hours, not all at the same minute."""
        return datetime.combine(day, time(9 + order % 6, order * 17 % 60), self.zone)

    @cached_property
    def calendar(self) -> WorkCalendar:
        return calendar_of(YEAR, settings_of(self.agency, YEAR))


def story_of(unit: Unit) -> UnitStory:
    stories = unit_stories()
    return stories.get(unit.name) or stories.get(unit.short_name) or UnitStory()


def written(city: City, month: int) -> Iterator[Written]:
    """The reports of a month as the units sent them; nobody has looked at them yet."""
    for order, unit in enumerate(city.units):
        actions, story = city.owed[month][unit.pk], story_of(unit)
        if not actions or month in story.missing:
            continue
        report = ProgressReport(agency=city.agency, unit=unit, year=YEAR, month=month, simulated=True)
        report.nil = month in story.nil
        lines = [_line(city, report, action, story, order) for action in actions]
        if month not in story.draft:
            send(city, report, _sent_at(city, month, story, order))
        yield Written(report, lines)


def send(city: City, report: ProgressReport, at: datetime) -> None:
    report.status = ReportStatus.SUBMITTED
    report.first_submitted_at = report.first_submitted_at or at
    report.submitted_at, report.submitted_by = at, city.heads.get(report.unit_id)


def accept(city: City, one: Written, line: ProgressLine, at: datetime) -> None:
    """The report is accepted with its last line."""
    coordinator = line.action.plan.coordinator_id
    line.state, line.reviewed_at = LineState.ACCEPTED, at
    own = coordinator == one.report.unit_id
    line.reviewed_by = city.secretary if own else city.heads.get(coordinator)
    if all(row.state == LineState.ACCEPTED for row in one.lines):
        one.report.status, one.report.accepted_at = ReportStatus.ACCEPTED, at


def accept_all(city: City, one: Written, order: int) -> None:
    """By the coordinators, on the first or second working day after it was sent."""
    assert one.report.submitted_at is not None  # only what was sent is accepted
    sent = one.report.submitted_at.astimezone(city.zone).date()
    day = city.working_day(sent + timedelta(days=1), order % 2)
    for number, line in enumerate(one.lines):
        accept(city, one, line, city.moment(day, number))
    one.report.accepted_at = max(line.reviewed_at for line in one.lines if line.reviewed_at)


def _sent_at(city: City, month: int, story: UnitStory, order: int) -> datetime:
    due = city.due[month].date()
    if month in story.late:
        return city.moment(city.working_day(due + timedelta(days=story.late[month]), 0), order)
    days = [day for day in islice(city.calendar.working_days(due - timedelta(days=12)), 12) if day <= due]
    return city.moment(days[-1 - order % 4], order)


def _line(city: City, report: ProgressReport, action: Action, story: UnitStory, order: int) -> ProgressLine:
    tale, month = action_stories()[city.codes[action.pk]], report.month
    doers = city.doers[action.pk]
    slow = frozenset(tale.slow) if doers == 1 else story.slow & frozenset(tale.slow)
    course = Course(action, tale, slow, order, doers)
    line = ProgressLine(agency=city.agency, report=report, action=action, nil=report.nil)
    if line.nil:
        goes_on = progress.counts_on(FigureRule(action.figure_rule), month)
        line.realised_output = course.output(month - 1) if goes_on else ZERO
        line.budget_absorbed = course.budget(month - 1) if goes_on else ZERO
        return line
    line.realised_output, line.budget_absorbed = course.output(month), course.budget(month)
    behind = progress.is_behind(line.realised_output, action.targets[report.quarter - 1], month)
    line.narrative = tale.words[1 if behind else (month - 1) % 3]
    if behind:
        line.obstacle, line.solution = tale.obstacle, tale.solution
    return line
