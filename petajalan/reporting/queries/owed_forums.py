"""The duties around the quarterly forum: hold it, see to what it decided, check what was seen to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import BigIntegerField, DateField, IntegerField, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Holding
from petajalan.calc.calendar import month_end
from petajalan.reporting.choices import DeadlineKind, DecisionState, ForumStatus
from petajalan.reporting.models import ForumDecision, ReviewForum
from petajalan.reporting.queries.calendar import Dates
from petajalan.reporting.queries.owed import Asked, Owed, State
from petajalan.reporting.queries.whom import Whom

KIND = DeadlineKind.QUARTERLY_FORUM
_NOTHING = {
    "zero": Value(0, IntegerField()),
    "no_text": Value(""),
    "no_key": Cast(Value(None), BigIntegerField()),
    "no_day": Cast(Value(None), DateField()),
}
KEEPERS = frozenset({Role.SECRETARIAT, Role.ADMINISTRATOR})


def forums_owed(asked: Asked) -> Iterator[Owed]:
    """Forums, and what they decided. One query beside those of `Asked`."""
    keeps = asked.person is None or bool(asked.person.roles & KEEPERS)
    dates = [one for one in asked.begun(KIND) if one.closed >= asked.at and _ended(one) < asked.today] if keeps else []
    known = _read(asked, {int(one.period[:4]) for one in dates})
    yield from _forums(asked, dates, known.forums)
    yield from _decisions(asked, known)


def _forums(asked: Asked, dates: list[Dates], forums: Mapping[str, str]) -> Iterator[Owed]:
    """By the secretariat and the administrator, from the end of the quarter until its minutes are closed, or until the
    calendar closes the quarter."""
    for one in dates:
        status = forums.get(one.period)
        if status == ForumStatus.CLOSED:
            continue
        at = (asked.agency.slug, int(one.period[:4]), int(one.period[-1]))
        yield Owed(
            kind=KIND, period=one.period, words=_("Forum monev"), url=reverse("forum", args=at),
            begin="" if status else reverse("forum_prepare", args=at), due=one.due, closed=one.closed,
            state=State.BEGUN if status else State.TO_DO, doers=Whom(roles=KEEPERS),
        )  # fmt: skip


def _decisions(asked: Asked, known: _Known) -> Iterator[Owed]:
    """Open decisions by their owners, reported ones by the secretariat. Nothing closes them."""
    for one in known.decisions:
        owner = Whom(
            people=frozenset() if one.unit is None else frozenset({one.unit}),
            users=frozenset(known.holders[one.position]),
        )
        checkers = Whom(roles=frozenset({Role.SECRETARIAT}), but=owner.people)
        if not asked.concerns(owner if one.state == DecisionState.OPEN else checkers):
            continue
        place = reverse("forum", args=(asked.agency.slug, one.year, one.quarter)) + f"#k{one.key}"
        if one.state == DecisionState.OPEN:
            yield Owed(
                kind="forum_decision", words=_("Keputusan forum"), period=one.period, about=one.text[:120], url=place,
                doers=owner, due=datetime.combine(one.due, time(23, 59, 59), asked.zone),
                state=State.SENT_BACK if one.verdict else State.TO_DO,
            )  # fmt: skip
        else:
            yield Owed(
                kind="forum_check", words=_("Periksa tindak lanjut keputusan forum"), period=one.period,
                about=one.text[:120], url=place, doers=checkers, due=None, state=State.REVIEW,
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Decision:
    """One that is not done. Units and positions by their keys; `due` is that of its owner."""

    key: int
    year: int
    quarter: int
    state: str
    text: str
    verdict: str
    unit: int | None
    position: int | None
    due: date

    @property
    def period(self) -> str:
        return f"{self.year}-Q{self.quarter}"


@dataclass(frozen=True, slots=True)
class _Known:
    """forums   how each stands, by period
    holders  who holds a position today, by the key of the position"""

    forums: dict[str, str]
    decisions: list[_Decision]
    holders: Mapping[int | None, set[int]]


def _read(asked: Asked, years: set[int]) -> _Known:
    """Forums of the years, open decisions, and who holds the positions that own them: in one query, because every page
    of tasks asks."""
    forums: dict[str, str] = {}
    decisions: list[_Decision] = []
    holders: dict[int | None, set[int]] = defaultdict(set)
    found = ForumDecision.objects.filter(agency=asked.agency, forum__status=ForumStatus.CLOSED).order_by()
    found = found.filter(state__in=[DecisionState.OPEN, DecisionState.REPORTED])
    held = Holding.objects.held_on(asked.today).filter(position__in=found.values("owner_position")).order_by()
    others = [_of_holders(held)]
    if years:
        others.append(_of_forums(ReviewForum.objects.filter(agency=asked.agency, year__in=years)))
    for what, *row in _of_decisions(found).union(*others, all=True):
        if what == "decision":
            decisions.append(_Decision(*row))
        elif what == "holder":
            holders[row[7]].add(row[0])
        else:
            forums[f"{row[1]}-Q{row[2]}"] = row[3]
    return _Known(forums, sorted(decisions, key=lambda one: (one.due, one.key)), holders)


# The three have the same columns: what, key, year, quarter, state, text, verdict, unit, position, day.
def _of_decisions(found: QuerySet[ForumDecision]) -> QuerySet[Any, Any]:
    return found.annotate(what=Value("decision")).values_list(
        "what", "pk", "forum__year", "forum__quarter", "state", "text", "verdict", "owner_unit", "owner_position", "due"
    )  # fmt: skip


def _of_holders(found: QuerySet[Holding]) -> QuerySet[Any, Any]:
    return found.annotate(what=Value("holder"), **_NOTHING).values_list(
        "what", "user", "zero", "zero", "no_text", "no_text", "no_text", "no_key", "position", "no_day"
    )  # fmt: skip


def _of_forums(found: QuerySet[ReviewForum]) -> QuerySet[Any, Any]:
    return found.order_by().annotate(what=Value("forum"), **_NOTHING).values_list(
        "what", "pk", "year", "quarter", "status", "no_text", "no_text", "no_key", "no_key", "no_day"
    )  # fmt: skip


def _ended(one: Dates) -> date:
    """The last day of the quarter."""
    return month_end(date(int(one.period[:4]), int(one.period[-1]) * 3, 1))
