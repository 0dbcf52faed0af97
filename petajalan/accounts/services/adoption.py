"""Taking over the teams that a regulation or decree prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.db.models import Q

from petajalan.accounts.choices import TeamKind, TeamRole
from petajalan.accounts.matching import Match, Matcher, Outcome
from petajalan.accounts.models import Agency, Team, TeamMember
from petajalan.accounts.services.teams import TeamValues, create_team
from petajalan.common import audit
from petajalan.regulation.recognise.names import fold, plain
from petajalan.regulation.reference import Aliases


@dataclass(frozen=True, slots=True)
class StatedMember:
    """A member as printed: `words` name a position, a unit or a group; `role` is a code of `regulation.data.Member`."""

    words: str
    role: str = TeamRole.MEMBER
    role_printed: str = ""


@dataclass(frozen=True, slots=True)
class StatedTeam:
    """A team as printed; `kind` is a value of `TeamKind`."""

    name: str
    kind: str
    members: tuple[StatedMember, ...]
    theme: str = ""


class TeamOutcome(StrEnum):
    CREATED = "created"
    KEPT = "kept"  # the same team of the same decree is there already: nothing was written
    REPLACED = "replaced"  # the team of an earlier decree ended the day before


@dataclass(frozen=True, slots=True)
class AdoptedMember:
    """`match` says what the words were taken for; `stored` is false for one that sits in the team already."""

    stated: StatedMember
    match: Match
    stored: bool


@dataclass(frozen=True, slots=True)
class AdoptedTeam:
    stated: StatedTeam
    team: Team
    outcome: TeamOutcome
    members: tuple[AdoptedMember, ...]

    @property
    def unmatched(self) -> tuple[AdoptedMember, ...]:
        return tuple(one for one in self.members if one.match.outcome is not Outcome.MATCHED)


def match_teams(
    *, agency: Agency, teams: Iterable[StatedTeam], aliases: Iterable[Aliases], on: date
) -> tuple[tuple[Match, ...], ...]:
    """What would be matched, team by team and member by member, without storing anything."""
    matcher = Matcher(agency, on, aliases)
    return tuple(tuple(matcher.match(member.words) for member in team.members) for team in teams)


@transaction.atomic
def adopt_teams(
    *,
    agency: Agency,
    teams: Sequence[StatedTeam],
    aliases: Iterable[Aliases],
    decree_number: str,
    decree_date: date | None,
    starts_on: date,
    by: audit.Actor,
    at: datetime,
) -> tuple[AdoptedTeam, ...]:
    """Store the teams in force from a day. A member whose words match nothing certain is stored as printed words only.

    Such a member gives nobody a role until a person matches it on the page of the team.
    """
    matcher = Matcher(agency, starts_on, aliases)
    adopted = []
    for stated in teams:
        outcome, team = _place(agency, stated, decree_number, decree_date, starts_on, by, at)
        kept = outcome is TeamOutcome.KEPT
        members = _members(team, stated, matcher, store=not kept)
        adopted.append(AdoptedTeam(stated, team, outcome, members))
        if not kept:
            who = [member.stated.words for member in members if member.stored]
            audit.record(agency=agency, by=by, action="team_adopted", about=team, after={"members": who}, at=at)
    return tuple(adopted)


def _place(
    agency: Agency,
    stated: StatedTeam,
    decree_number: str,
    decree_date: date | None,
    starts_on: date,
    by: audit.Actor,
    at: datetime,
) -> tuple[TeamOutcome, Team]:
    """The team to fill, made new unless the same one is there; an earlier one of its name ends."""
    earlier = Team.objects.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on), agency=agency, key=plain(stated.name))
    for team in earlier:
        if team.decree_number == fold(decree_number) or team.starts_on >= starts_on:
            return TeamOutcome.KEPT, team
    ended = earlier.update(ends_on=starts_on - timedelta(days=1))
    values = TeamValues(
        kind=TeamKind(stated.kind),
        name=stated.name,
        theme=stated.theme,
        decree_number=decree_number,
        decree_date=decree_date,
        starts_on=starts_on,
    )
    team = create_team(agency=agency, values=values, by=by, at=at)
    return (TeamOutcome.REPLACED if ended else TeamOutcome.CREATED), team


def _members(team: Team, stated: StatedTeam, matcher: Matcher, *, store: bool) -> tuple[AdoptedMember, ...]:
    rows: list[TeamMember] = []
    adopted = []
    taken: set[tuple[int | None, int | None, str]] = set()
    for printed in stated.members:
        match = matcher.match(printed.words)
        known = printed.role in TeamRole.values
        row = TeamMember(
            agency_id=team.agency_id,
            team=team,
            order=len(rows) + 1,
            role=printed.role if known else TeamRole.OTHER,
            role_printed="" if known and printed.role != TeamRole.OTHER else fold(printed.role_printed or printed.role),
            printed=fold(printed.words)[:300],
        )
        if match.seat:
            row.position, row.unit, row.group = match.seat.position, match.seat.unit, match.seat.group
        what = (row.position_id, row.unit_id, row.group)
        fresh = store and (not match.seat or what not in taken)
        taken.add(what)
        if fresh:
            rows.append(row)
        adopted.append(AdoptedMember(printed, match, fresh))
    TeamMember.objects.bulk_create(rows)
    return tuple(adopted)
