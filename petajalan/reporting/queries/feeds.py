"""Which dates a person's calendar shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import roles_of
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.models import CalendarFeed
from petajalan.reporting.queries.calendar import Dates, stored
from petajalan.reporting.queries.owed import Owed, State, tasks_of
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.words import period_words

_REPORTS = {DeadlineKind.MONTHLY_PROGRESS}
_EVALUATIONS = {DeadlineKind.MONTHLY_EVALUATION, DeadlineKind.EX_ANTE, DeadlineKind.YEARLY_EVALUATION}
_HEADS = {DeadlineKind.ACCEPTANCE, DeadlineKind.QUARTERLY_MEASUREMENT, DeadlineKind.QUARTERLY_FORUM}
KINDS = {
    Role.OPERATOR: _REPORTS,
    Role.UNIT_HEAD: _REPORTS | _HEADS,
    Role.COORDINATOR: _HEADS,
    Role.EVALUATOR: _EVALUATIONS,
    Role.SECRETARIAT: {*DeadlineKind},
    Role.ADMINISTRATOR: {*DeadlineKind},
    Role.LEADER: {DeadlineKind.QUARTERLY_FORUM, DeadlineKind.YEARLY_EVALUATION},
}


def digest_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def feed_behind(secret: str) -> CalendarFeed | None:
    """The feed with that secret, as long as its owner still belongs to the agency."""
    found = CalendarFeed.objects.select_related("user", "agency").filter(digest=digest_of(secret)).first()
    if found is None or not found.user.is_active:
        return None
    belongs = found.user.is_superuser or found.agency_id in found.user.visible_agencies
    return found if belongs else None


@dataclass(frozen=True, slots=True)
class DayOf:
    """What falls on a day: `key` stays the same when the day moves; `about` whose or which things."""

    key: str
    title: str
    about: tuple[str, ...]
    due: datetime
    closed: datetime | None


def dates_for(user: User, agency: Agency, *, at: datetime) -> list[DayOf]:
    """What the person owes, and the dates of the person's roles for periods of this year and of the one before it."""
    owed: dict[tuple[str, str, datetime], list[Owed]] = {}
    for one in tasks_of(user, agency, at=at):
        if one.due is not None:
            owed.setdefault((one.kind, one.period, one.due), []).append(one)
    days = [_owed_day(things) for things in owed.values()]
    known = {(kind, period) for kind, period, _due in owed}
    days += [_day(one) for one in _of_roles(user, agency, at) if (one.kind, one.period) not in known]
    return sorted(days, key=lambda one: (one.due, one.key))


def _of_roles(user: User, agency: Agency, at: datetime) -> Iterator[Dates]:
    kinds: set[DeadlineKind] = set().union(*(KINDS.get(role, set()) for role in roles_of(user, agency)))
    if user.is_superuser:
        kinds = {*DeadlineKind}
    year = today_of(agency, at).year
    yield from (one for of in (year - 1, year) for one in stored(agency, of) if one.kind in kinds)


def _owed_day(things: list[Owed]) -> DayOf:
    """Several that fall together, such as the reports of a month that wait for one reviewer, make one day."""
    first = things[0]
    key = f"{first.kind}-{first.period}" + ("-sent-back" if first.state is State.SENT_BACK else "")
    if not first.period:
        key = f"{first.kind}-{first.due:%Y%m%d}"
    assert first.due is not None
    return DayOf(key, first.title, tuple(one.about for one in things if one.about), first.due, first.closed)


def _day(one: Dates) -> DayOf:
    closed = None if one.kind == DeadlineKind.ACCEPTANCE else one.closed
    title = f"{DeadlineKind(one.kind).label} {period_words(one.period)}"
    return DayOf(f"{one.kind}-{one.period}", title, (), one.due, closed)
