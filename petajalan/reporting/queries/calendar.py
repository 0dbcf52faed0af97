"""The dates of an agency: as its rules give them, as they are stored, and where the two would part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from petajalan.accounts.choices import TimeZone
from petajalan.accounts.models import Agency
from petajalan.calc import deadlines as calc
from petajalan.calc.calendar import Period, PeriodKind, WorkCalendar
from petajalan.calc.non_working_days import non_working_days
from petajalan.reporting.models import CalendarYear, Deadline, DeadlineSetting, OwnDay

ZONE_CODES: Mapping[str, str] = {TimeZone.WESTERN: "WIB", TimeZone.CENTRAL: "WITA", TimeZone.EASTERN: "WIT"}
DEFAULTS: Mapping[str, calc.DeadlineRule] = {rule.code: rule for rule in calc.RULES}


@dataclass(frozen=True, slots=True)
class Settings:
    """What makes the dates of one year: a rule for each kind, the working week, and the agency's own days."""

    rules: Mapping[str, calc.DeadlineRule] = field(default_factory=lambda: dict(DEFAULTS))
    saturday: bool = False
    own_days: Mapping[date, bool] = field(default_factory=dict)  # True: works although it is a holiday

    def with_rule(self, rule: calc.DeadlineRule) -> Settings:
        return replace(self, rules={**self.rules, rule.code: rule})

    def with_day(self, day: date, working: bool | None) -> Settings:
        """With the day as the agency's own, or (`None`) as the national calendar has it."""
        kept = {one: works for one, works in self.own_days.items() if one != day}
        return replace(self, own_days=kept if working is None else {**kept, day: working})


@dataclass(frozen=True, slots=True)
class Dates:
    """One obligation of one period; both moments in the agency's zone."""

    kind: str
    period: str
    due: datetime
    closed: datetime


@dataclass(frozen=True, slots=True)
class Move:
    before: Dates
    after: Dates


def settings_of(agency: Agency, year: int) -> Settings:
    rules = dict(DEFAULTS)
    for row in DeadlineSetting.objects.filter(agency=agency, year=year):
        rules[row.kind] = replace(
            DEFAULTS[row.kind], due=calc.Due(row.due), months=row.months, number=row.number, source=row.source
        )
    opened = CalendarYear.objects.filter(agency=agency, year=year).first()
    # A period's dates lie in the year before it (a look at a plan), in it, and in the one after.
    days = OwnDay.objects.filter(agency=agency, day__year__range=(year - 1, year + 1)).values_list("day", "working")
    return Settings(rules, opened.saturday if opened else False, dict(days))


def computed(agency: Agency, year: int, settings: Settings) -> list[Dates]:
    """All dates of the periods of a year, in order. Raises `ValueError` when no working day is left to fall on."""
    calendar = calendar_of(year, settings)
    zone = ZONE_CODES[agency.time_zone]
    found = [
        Dates(
            rule.code,
            code_of(period),
            calc.moment(calc.due_day(rule, period, calendar), zone),
            calc.moment(calc.closing_day(rule, period, calendar), zone),
        )
        for rule in settings.rules.values()
        for period in periods(year, rule.period)
    ]
    return sorted(found, key=lambda one: (one.due, one.kind, one.period))


def calendar_of(year: int, settings: Settings) -> WorkCalendar:
    """The working days around a year."""
    return WorkCalendar(
        non_working_days(
            range(year - 1, year + 3),
            add=[day for day, works in settings.own_days.items() if not works],
            remove=[day for day, works in settings.own_days.items() if works],
        ),
        saturday=settings.saturday,
    )


def stored(agency: Agency, year: int) -> list[Dates]:
    """The dates in force, in order; none while the year has not been opened."""
    zone = calc.ZONES[ZONE_CODES[agency.time_zone]]
    return [
        Dates(row.kind, row.period, row.due.astimezone(zone), row.closed.astimezone(zone))
        for row in Deadline.objects.filter(agency=agency, year=year).order_by("due", "kind", "period")
    ]


def moves(agency: Agency, year: int, settings: Settings, *, at: datetime) -> list[Move]:
    """What other settings would change. A date that has passed stays: nobody becomes late, or punctual, afterwards."""
    wanted = {(one.kind, one.period): one for one in computed(agency, year, settings)}
    return [
        Move(before, after)
        for before in stored(agency, year)
        if (after := wanted[before.kind, before.period]) != before
        if before.due > at and after.due > at
    ]


def deadline_of(agency: Agency, kind: str, period: str) -> Dates | None:
    zone = calc.ZONES[ZONE_CODES[agency.time_zone]]
    row = Deadline.objects.filter(agency=agency, kind=kind, period=period).first()
    return Dates(row.kind, row.period, row.due.astimezone(zone), row.closed.astimezone(zone)) if row else None


def periods(year: int, kind: PeriodKind) -> Iterator[Period]:
    count = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.YEAR: 1}[kind]
    return (Period(year, kind, number) for number in range(1, count + 1))


def code_of(period: Period) -> str:
    """ "2024-03", "2024-Q1" or "2024"."""
    if period.kind is PeriodKind.MONTH:
        return f"{period.year}-{period.number:02}"
    return f"{period.year}-Q{period.number}" if period.kind is PeriodKind.QUARTER else str(period.year)
