"""What is owed to an agency at a moment, and by whom: the one rule behind "Tugas saya", the home page, reminders and
the calendar of a person.

Each kind of duty comes from a source: a function that answers for everybody at once, with a fixed number of queries.
An app adds its own in the `ready` of its `apps.py`:

    from petajalan.reporting.queries.owed import add_source
    from petajalan.evaluation.queries.owed import evaluations_owed
    add_source(evaluations_owed)

where `evaluations_owed(asked: Asked) -> Iterable[Owed]` reads the stored dates from `asked`, not anew, and says in
`doers` whose duty each one is. When `asked.person` is somebody, it may leave out what is not theirs, to ask less.
`queries/owed_reports.py` is an example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import BigIntegerField, Value

from petajalan.accounts.models import Agency, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.calc.deadlines import ZONES
from petajalan.reporting.models import Deadline, LockException
from petajalan.reporting.queries.calendar import ZONE_CODES, Dates
from petajalan.reporting.queries.whom import NOBODY, Person, Whom, person_of
from petajalan.reporting.words import period_words

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

SOON = 7  # days


class State(Enum):
    TO_DO = "to_do"
    BEGUN = "begun"
    SENT_BACK = "sent_back"
    REVIEW = "review"  # somebody else's work waits for this person's yes or no


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One thing that waits for somebody.

    kind, period  what, in codes: a `DeadlineKind` or one of the source's own; "2025-03", "2025-Q1", "2025" or ""
    words         what, in words, before the period ("Laporan kemajuan" Maret 2025)
    about         whose or which: a unit, a subject
    url           its page; `begin`, where there is nothing yet to open: the address whose POST begins it
    due           null without a date of its own; `closed` null where nothing closes: late is then only late
    lines         how many rows of it wait
    doers         whose duty it is; `first` are those of them who are reminded before the due day, where there are any
    coordinators  keys of the units whose heads are told when it is late
    """

    kind: str
    words: _StrPromise | str
    url: str
    doers: Whom
    due: datetime | None
    closed: datetime | None = None
    period: str = ""
    about: str = ""
    begin: str = ""
    state: State = State.TO_DO
    lines: int = 0
    first: Whom | None = None
    coordinators: frozenset[int] = NOBODY

    @property
    def title(self) -> str:
        return f"{self.words} {period_words(self.period)}".strip() if self.period else str(self.words)

    def when(self, today: date) -> str:
        """ "overdue", "today", "soon" (within a week) or "later"."""
        if self.due is None:
            return "later"
        left = (self.due.date() - today).days
        return "overdue" if left < 0 else "today" if left == 0 else "soon" if left <= SOON else "later"


class Asked:
    """What is asked of every source, with what they share, read once.

    at      the moment; `person`: whose duties are asked for, null when everybody's are
    dates   the stored dates of all years, by kind and period, in the agency's zone
    """

    def __init__(self, agency: Agency, at: datetime, person: Person | None = None, own: Sequence[Unit] = ()) -> None:
        self.agency, self.at, self.person, self._own = agency, at, person, own
        self.zone = ZONES[ZONE_CODES[agency.time_zone]]
        self.today = at.astimezone(self.zone).date()

    @cached_property
    def units(self) -> list[Unit]:
        """Those of the person, or all."""
        if self.person is not None:
            return list(self._own)
        return list(Unit.objects.filter(agency=self.agency).order_by("name"))

    @cached_property
    def _calendar(self) -> list[tuple[str, str, datetime, datetime, int | None]]:
        """Dates, and exceptions that hold, which name their unit: in one query, because every page of tasks asks."""
        nobody = Value(None, output_field=BigIntegerField())
        dates = Deadline.objects.filter(agency=self.agency).order_by()
        excepted = LockException.objects.filter(agency=self.agency, revoked_at=None, expires_at__gte=self.at).order_by()
        rows = dates.values_list("kind", "period", "due", "closed", nobody).union(
            excepted.values_list("kind", "period", "granted_at", "expires_at", "unit"), all=True
        )
        return list(rows)

    @cached_property
    def dates(self) -> dict[tuple[str, str], Dates]:
        found = [
            Dates(kind, period, due.astimezone(self.zone), closed.astimezone(self.zone))
            for kind, period, due, closed, unit in self._calendar
            if unit is None
        ]
        return {(one.kind, one.period): one for one in sorted(found, key=lambda one: (one.due, one.kind, one.period))}

    @cached_property
    def exceptions(self) -> set[tuple[int, str, str]]:
        """Unit, kind and period of what is open again for one unit alone."""
        return {(unit, kind, period) for kind, period, _from, _until, unit in self._calendar if unit is not None}

    def begun(self, kind: str) -> list[Dates]:
        """The dates of the periods that have begun, by due date."""
        return [one for one in self.dates.values() if one.kind == kind and _first_day(one.period) <= self.today]

    def concerns(self, doers: Whom) -> bool:
        """Whether the duty of those is asked for: what is not need not be worded, nor its address be found."""
        return self.person is None or doers.includes(self.person)

    def may_enter(self, unit: int, one: Dates) -> bool:
        """Whether the calendar lets that unit write in the period."""
        return one.closed >= self.at or (unit, one.kind, one.period) in self.exceptions


Source = Callable[[Asked], Iterable[Owed]]

_sources: list[Source] = []


def add_source(source: Source) -> None:
    if source not in _sources:
        _sources.append(source)


def owed(agency: Agency, at: datetime) -> list[Owed]:
    """By everybody, by due date."""
    return _answers(Asked(agency, at))


def tasks_of(user: User, agency: Agency, *, at: datetime) -> list[Owed]:
    """By one person, by due date."""
    person = person_of(user, agency)
    asked = Asked(agency, at, person, units_of(user, agency))
    return [one for one in _answers(asked) if one.doers.includes(person)]


def _answers(asked: Asked) -> list[Owed]:
    found = [one for source in _sources for one in source(asked)]
    return sorted(found, key=lambda one: (one.due is None, one.due or asked.at, one.kind, one.about))


def _first_day(period: str) -> date:
    year, _dash, part = period.partition("-")
    return date(int(year), int(part[1:]) * 3 - 2 if part.startswith("Q") else int(part or 1), 1)
