"""Who is reminded of what on a day. Somebody who owes nothing gets nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.calc.calendar import WorkCalendar
from petajalan.reporting.queries.calendar import calendar_of, settings_of
from petajalan.reporting.queries.owed import Owed, owed
from petajalan.reporting.queries.whom import Person, Whom, people_on

BEFORE = (5, 1)  # working days before it is due
LATE = (1, 3, 5)  # working days after it; then every fifth
COORDINATOR_FROM, SECRETARIAT_FROM = 3, 5
SECRETARIAT = Whom(roles=frozenset({Role.SECRETARIAT}))


@dataclass(frozen=True, slots=True)
class Reminding:
    """One thing in a digest, which has a due day. `days`: working days until it; 0 that day, below 0 when it is
    overdue."""

    thing: Owed
    due: datetime
    days: int

    @property
    def stage(self) -> str:
        return "before" if self.days > 0 else "due" if self.days == 0 else "overdue"


@dataclass(frozen=True, slots=True)
class Digest:
    user: User
    items: tuple[Reminding, ...]


def work_calendar(agency: Agency, day: date) -> WorkCalendar:
    return calendar_of(day.year, settings_of(agency, day.year))


def working_days_until(day: date, due: date, calendar: WorkCalendar) -> int:
    """Working days from `day` to `due`; below 0 when it lies behind."""
    if due < day:
        return -working_days_until(due, day, calendar)
    return sum(calendar.is_working(day + timedelta(days=ahead + 1)) for ahead in range((due - day).days))


def speaks(days: int) -> bool:
    """Whether something is said that day: on most days a reminder would only be noise."""
    late = -days
    return days == 0 or days in BEFORE or late in LATE or (late > LATE[-1] and late % LATE[-1] == 0)


def digests(agency: Agency, day: date) -> list[Digest]:
    """One for each person, the most urgent first. Nobody is reminded on a day that is none of work."""
    calendar = work_calendar(agency, day)
    if not calendar.is_working(day):
        return []
    start = datetime.combine(day, time(0), ZoneInfo(agency.time_zone))
    rows = [
        Reminding(one, one.due, working_days_until(day, one.due.date(), calendar))
        for one in owed(agency, start)
        if one.due is not None
    ]
    rows = [one for one in rows if speaks(one.days)]
    if not rows:
        return []
    people = people_on(agency, day)
    gets: dict[User, list[Reminding]] = defaultdict(list)
    for one in rows:
        for user in told(one, people):
            gets[user].append(one)
    ordered = sorted(gets.items(), key=lambda pair: (pair[0].full_name, pair[0].pk))
    return [Digest(user, tuple(sorted(items, key=_urgency))) for user, items in ordered]


def _urgency(one: Reminding) -> tuple[int, str, str, str]:
    return one.days, one.thing.kind, one.thing.period, one.thing.about


def told(one: Reminding, people: Mapping[User, Person]) -> set[User]:
    """Before the due day those who prepare it, then everybody whose duty it is; late, those who coordinate; then the
    secretariat."""

    def among(whom: Whom) -> set[User]:
        return {user for user, person in people.items() if whom.includes(person)}

    thing, late = one.thing, -one.days
    found = among(thing.first) if thing.first is not None and late < 0 else set()
    if not found:
        found = among(thing.doers)
    if late >= COORDINATOR_FROM:
        found |= among(Whom(heads=thing.coordinators))
    if late >= SECRETARIAT_FROM:
        found |= among(SECRETARIAT)
    return found
