"""Forums as their pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from petajalan.accounts.choices import TeamKind
from petajalan.accounts.models import Agency, Position, TeamMember, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.reporting.choices import DeadlineKind, DecisionState, ForumStatus, Presence
from petajalan.reporting.models import Deadline, ForumAttendance, ForumDecision, ForumItem, ReviewForum
from petajalan.reporting.queries.calendar import Dates, deadline_of

OWNED = ("owner_unit", "owner_position__unit", "reported_by", "checked_by")
OPEN_STATES = [DecisionState.OPEN, DecisionState.REPORTED]


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """A quarter of a year, its forum if there is one, and its dates if the calendar is open."""

    quarter: int
    forum: ReviewForum | None
    deadline: Deadline | None
    late: bool


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision with what this person may do about it."""

    decision: ForumDecision
    late: bool
    may_report: bool
    may_check: bool


@dataclass(frozen=True, slots=True)
class ItemRow:
    """earlier  the decision of a forum before this one that the point asks about"""

    item: ForumItem
    number: int  # as it is counted in the meeting
    decisions: tuple[DecisionRow, ...]
    earlier: DecisionRow | None


@dataclass(frozen=True, slots=True)
class ForumPage:
    """dropped  points that are not discussed, with the reason; loose  decisions that belong to no point"""

    forum: ReviewForum
    dates: Dates | None
    items: tuple[ItemRow, ...]
    dropped: tuple[ForumItem, ...]
    attendances: tuple[ForumAttendance, ...]
    decisions: tuple[DecisionRow, ...]
    may_prepare: bool
    may_close: bool

    @property
    def runs(self) -> bool:
        return self.forum.status == ForumStatus.RUNNING

    @property
    def prepares(self) -> bool:
        return self.forum.status == ForumStatus.PREPARING

    @property
    def loose(self) -> tuple[DecisionRow, ...]:
        return tuple(row for row in self.decisions if row.decision.item_id is None)

    @property
    def came(self) -> int:
        return sum(one.presence in {Presence.PRESENT, Presence.REPRESENTED} for one in self.attendances)

    @property
    def unmarked(self) -> int:
        return sum(one.presence == Presence.INVITED for one in self.attendances)

    @property
    def without_minutes(self) -> int:
        return sum(not row.item.minutes for row in self.items)

    @property
    def still_open(self) -> int:
        return sum(row.decision.is_open for row in self.decisions)


def forums_of(user: User, agency: Agency, year: int, *, at: datetime) -> list[QuarterRow]:
    """The four quarters. A forum counts as late when it was not held by its due date."""
    found = (
        ReviewForum.objects.visible_to(user)
        .filter(agency=agency, year=year)
        .annotate(
            points=Count("items", filter=Q(items__drop_reason=""), distinct=True),
            decided=Count("decisions", distinct=True),
            left=Count("decisions", filter=Q(decisions__state__in=OPEN_STATES), distinct=True),
        )
    )
    forums = {one.quarter: one for one in found}
    dates = {
        row.period: row for row in Deadline.objects.filter(agency=agency, kind=DeadlineKind.QUARTERLY_FORUM, year=year)
    }
    rows = []
    for quarter in (1, 2, 3, 4):
        forum, deadline = forums.get(quarter), dates.get(f"{year}-Q{quarter}")
        held = forum.opened_at if forum else None
        rows.append(QuarterRow(quarter, forum, deadline, bool(deadline and (held or at) > deadline.due)))
    return rows


def forum_page(forum: ReviewForum, user: User, today: date, *, may_prepare: bool, may_close: bool) -> ForumPage:
    """Four queries beside the one for the forum."""
    agency = forum.agency
    mine = {one.pk for one in units_of(user, agency)}
    held = {one.position_id for one in user.current_holdings if one.agency_id == agency.pk}

    def row(one: ForumDecision) -> DecisionRow:
        own = owns(one, mine, held)
        return DecisionRow(
            decision=one,
            late=one.is_open and one.due < today,
            may_report=own and one.state == DecisionState.OPEN,
            may_check=may_close and not own and one.is_open,
        )

    decisions = tuple(map(row, forum.decisions.select_related(*OWNED)))
    earlier = (f"earlier__{name}" for name in ("forum", *OWNED))
    items = list(forum.items.select_related("action__plan", "unit", *earlier))
    on = [one for one in items if not one.drop_reason]
    return ForumPage(
        forum=forum,
        dates=deadline_of(agency, DeadlineKind.QUARTERLY_FORUM, forum.period),
        items=tuple(
            ItemRow(
                one,
                number,
                tuple(made for made in decisions if made.decision.item_id == one.pk),
                row(one.earlier) if one.earlier else None,
            )
            for number, one in enumerate(on, start=1)
        ),
        dropped=tuple(one for one in items if one.drop_reason),
        attendances=tuple(forum.attendances.select_related("position__unit", "unit")),
        decisions=decisions,
        may_prepare=may_prepare,
        may_close=may_close,
    )


def owns(decision: ForumDecision, units: set[int], positions: set[int]) -> bool:
    """Whether somebody of these units, or holding these positions, has to see to the decision."""
    return decision.owner_unit_id in units or decision.owner_position_id in positions


def invited(agency: Agency, day: date) -> list[tuple[Position | None, Unit | None]]:
    """Who sits in the secretariat and in the teams of the reform that day: the regulation holds the forum together
    with the secretariat (STU). Each once, the secretariat first."""
    order = [TeamKind.SECRETARIAT, TeamKind.GENERAL, TeamKind.THEMATIC, TeamKind.EVALUATION]
    seats = list(
        TeamMember.objects.of_teams_on(day)
        .filter(agency=agency, team__kind__in=order)
        .select_related("team", "position__unit", "unit")
        .order_by("team_id", "order")
    )
    seats.sort(key=lambda one: order.index(TeamKind(one.team.kind)))
    found: dict[tuple[int | None, int | None], tuple[Position | None, Unit | None]] = {}
    for seat in seats:
        if seat.position or seat.unit:
            found.setdefault((seat.position_id, seat.unit_id), (seat.position, seat.unit))
    return list(found.values())


def owner_names(agency: Agency, day: date) -> dict[str, Unit | Position]:
    """Units and positions by the names under which a decision may name its owner."""
    units = Unit.objects.filter(agency=agency).active_on(day).order_by("name")
    positions = Position.objects.filter(agency=agency).open_on(day).select_related("unit").order_by("name")
    found: dict[str, Unit | Position] = {one.full_name: one for one in positions}
    return {**found, **{one.name: one for one in units}}
