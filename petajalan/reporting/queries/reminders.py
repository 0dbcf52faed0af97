"""Who is reminded of what on a day. Somebody who owes nothing gets nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from petajalan.accounts.models import Agency, Holding, User
from petajalan.calc.calendar import WorkCalendar
from petajalan.reporting.queries.calendar import calendar_of, settings_of
from petajalan.reporting.queries.owed import Owed, owed

BEFORE = (5, 1)  # working days before it is due
LATE = (1, 3, 5)  # working days after it; then every fifth
COORDINATOR_FROM, SECRETARIAT_FROM = 3, 5


@dataclass(frozen=True, slots=True)
class Reminding:
    """One thing in a digest. `days`: working days until it is due; 0 that day, below 0 when it is overdue."""

    thing: Owed
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
    rows = [Reminding(one, working_days_until(day, one.dates.due.date(), calendar)) for one in owed(agency, day)]
    rows = [one for one in rows if speaks(one.days)]
    if not rows:
        return []
    people = _People(agency, day)
    gets: dict[User, list[Reminding]] = defaultdict(list)
    for one in rows:
        for user in people.told(one):
            gets[user].append(one)
    ordered = sorted(gets.items(), key=lambda pair: (pair[0].full_name, pair[0].pk))
    return [Digest(user, tuple(sorted(items, key=_urgency))) for user, items in ordered]


def _urgency(one: Reminding) -> tuple[int, str, str]:
    return one.days, one.thing.unit.name, one.thing.dates.kind


class _People:
    """Holders of positions that day, in one query."""

    def __init__(self, agency: Agency, day: date) -> None:
        self.staff: dict[int, set[User]] = defaultdict(set)
        self.heads: dict[int, set[User]] = defaultdict(set)
        self.secretariat: set[User] = set()
        found = Holding.objects.filter(agency=agency, user__is_active=True).held_on(day).with_teams_on(day)
        for holding in found.select_related("position", "user"):
            position = holding.position
            if position.unit_id is not None:
                (self.heads if position.is_head else self.staff)[position.unit_id].add(holding.user)
            if holding.keeps_secretariat:
                self.secretariat.add(holding.user)

    def told(self, one: Reminding) -> set[User]:
        """Those who prepare; from the due day on their head; then who coordinates; then the secretariat. A review is
        the head's alone, or the secretariat's."""
        unit, late = one.thing.unit.pk, -one.days
        if one.thing.secretariat:
            return set(self.secretariat)
        told = set() if one.thing.is_review else set(self.staff[unit])
        if late >= 0 or not told:
            told |= self.heads[unit]
        if late >= COORDINATOR_FROM:
            told |= self._all(self.heads, one.thing.coordinators)
        if late >= SECRETARIAT_FROM:
            told |= self.secretariat
        return told

    @staticmethod
    def _all(people: dict[int, set[User]], units: Iterable[int]) -> set[User]:
        return set().union(*(people[unit] for unit in units))
