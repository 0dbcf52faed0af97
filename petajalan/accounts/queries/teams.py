"""Teams with the people who sit in them today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from petajalan.accounts.choices import KINDS_OF_GROUP, TeamRole
from petajalan.accounts.models import Agency, Holding, Position, Team, TeamMember, Unit
from petajalan.accounts.open_work import OpenItem


@dataclass(frozen=True, slots=True)
class Represented:
    """Who speaks for a group of units: how many units, and how many of their heads are filled."""

    units: int
    heads: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member with the people in it today; a group has `represented` instead of their names."""

    member: TeamMember
    holders: tuple[Holding, ...]
    represented: Represented | None


@dataclass(frozen=True, slots=True)
class TeamRow:
    team: Team
    members: tuple[MemberRow, ...]

    @property
    def chair(self) -> MemberRow | None:
        return next((row for row in self.members if row.member.role == TeamRole.CHAIR), None)

    @property
    def unmatched(self) -> int:
        return sum(not row.member.is_matched for row in self.members)

    @property
    def vacant(self) -> int:
        """Members that nobody sits for."""
        return sum(row.member.is_matched and not row.holders and row.represented is None for row in self.members)


def team_rows(agency: Agency, teams: Iterable[Team], on: date) -> list[TeamRow]:
    """The teams, read with `with_members`. Two queries beside theirs, however many there are."""
    by_position: dict[int, list[Holding]] = defaultdict(list)
    by_unit: dict[int, list[Holding]] = defaultdict(list)
    held = Holding.objects.filter(agency=agency).held_on(on).select_related("user", "position")
    for holding in held.order_by("acting", "pk"):
        by_position[holding.position_id].append(holding)
        if holding.position.is_head and holding.position.unit_id:
            by_unit[holding.position.unit_id].append(holding)
    groups: dict[str, Represented] = {}
    units = list(Unit.objects.filter(agency=agency).active_on(on).values_list("pk", "kind"))
    for group, kinds in KINDS_OF_GROUP.items():
        keys = [pk for pk, kind in units if kind in kinds]
        groups[group] = Represented(len(keys), sum(pk in by_unit for pk in keys))

    def row(member: TeamMember) -> MemberRow:
        if member.position_id:
            return MemberRow(member, tuple(by_position.get(member.position_id, ())), None)
        if member.unit_id:
            return MemberRow(member, tuple(by_unit.get(member.unit_id, ())), None)
        return MemberRow(member, (), groups.get(member.group))

    return [TeamRow(team, tuple(row(member) for member in team.members.all())) for team in teams]


def with_members(teams: Iterable[Team]) -> Iterable[Team]:
    members = TeamMember.objects.select_related("position__unit", "unit").order_by("order")
    return teams.prefetch_related(Prefetch("members", members))  # type: ignore[attr-defined]


def seats_of_position(position: Position, on: date) -> list[OpenItem]:
    """For a handover: the teams in force that the position sits in, for itself or as the head of its unit."""
    seats = TeamMember.objects.of_teams_on(on).filter(agency=position.agency_id)
    mine = seats.filter(position=position)
    if position.is_head and position.unit_id:
        mine = mine | seats.filter(unit=position.unit_id)
    return [
        OpenItem(seat.team.name, seat.role_words)
        for seat in mine.select_related("team").order_by("team__name", "order")
    ]


def unit_of_position(position: Position, on: date) -> list[OpenItem]:
    """For a handover: the unit that the position heads."""
    return [OpenItem(position.unit.name)] if position.is_head and position.unit else []
