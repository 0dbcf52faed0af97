"""The duties around the quarterly forum: hold it, see to what it decided, check what was seen to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time

from django.db.models import Q
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
KEEPERS = frozenset({Role.SECRETARIAT, Role.ADMINISTRATOR})


def forums_owed(asked: Asked) -> Iterator[Owed]:
    """By the secretariat and the administrator, from the end of the quarter until its minutes are closed, or until the
    calendar closes the quarter. One query beside those of `Asked`."""
    if asked.person is not None and not asked.person.roles & KEEPERS:
        return
    dates = [one for one in asked.begun(KIND) if one.closed >= asked.at and _ended(one) < asked.today]
    if not dates:
        return
    forums = {one.period: one for one in ReviewForum.objects.filter(agency=asked.agency).order_by()}
    for one in dates:
        forum = forums.get(one.period)
        if forum is not None and forum.status == ForumStatus.CLOSED:
            continue
        at = (asked.agency.slug, int(one.period[:4]), int(one.period[-1]))
        yield Owed(
            kind=KIND, period=one.period, words=_("Forum monev"), url=reverse("forum", args=at),
            begin=reverse("forum_prepare", args=at) if forum is None else "", due=one.due, closed=one.closed,
            state=State.TO_DO if forum is None else State.BEGUN, doers=Whom(roles=KEEPERS),
        )  # fmt: skip


def decisions_owed(asked: Asked) -> Iterator[Owed]:
    """Open decisions by their owners, reported ones by the secretariat. Nothing closes them. Two queries."""
    found = ForumDecision.objects.filter(agency=asked.agency, forum__status=ForumStatus.CLOSED).filter(
        Q(state=DecisionState.OPEN) | Q(state=DecisionState.REPORTED)
    )
    rows = list(found.select_related("forum").order_by("due", "pk"))
    holders = _holders({one.owner_position_id for one in rows if one.owner_position_id}, asked.today)
    for one in rows:
        owner = Whom(
            people=frozenset() if one.owner_unit_id is None else frozenset({one.owner_unit_id}),
            users=frozenset(holders[one.owner_position_id]),
        )
        forum = one.forum
        place = reverse("forum", args=(asked.agency.slug, forum.year, forum.quarter)) + f"#k{one.pk}"
        if one.state == DecisionState.OPEN:
            yield Owed(
                kind="forum_decision", words=_("Keputusan forum"), period=forum.period, about=one.text[:120],
                url=place, doers=owner, due=datetime.combine(one.due, time(23, 59, 59), asked.zone),
                state=State.SENT_BACK if one.verdict else State.TO_DO,
            )  # fmt: skip
        else:
            yield Owed(
                kind="forum_check", words=_("Periksa tindak lanjut keputusan forum"), period=forum.period,
                about=one.text[:120], url=place, due=None, state=State.REVIEW,
                doers=Whom(roles=frozenset({Role.SECRETARIAT}), but=owner.people),
            )  # fmt: skip


def _ended(one: Dates) -> date:
    """The last day of the quarter."""
    return month_end(date(int(one.period[:4]), int(one.period[-1]) * 3, 1))


def _holders(positions: set[int], day: date) -> dict[int | None, set[int]]:
    """Who holds these positions that day, by position."""
    found: dict[int | None, set[int]] = defaultdict(set)
    if positions:
        for position, user in (
            Holding.objects.held_on(day).filter(position__in=positions).values_list("position", "user")
        ):
            found[position].add(user)
    return found
