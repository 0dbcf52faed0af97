"""The demonstration cast and city. What is there stays as it is, whatever people did with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from petajalan.accounts.choices import TeamRole
from petajalan.accounts.demo import CAST, OTHER_AGENCY, STAFF, CastMember
from petajalan.accounts.demo_city import (
    DECREE,
    EVALUATION_TEAM,
    LEADERSHIP,
    SECRETARIAT_TEAM,
    SINCE,
    TEAMS,
    UNITS,
    DemoSeat,
    DemoTeam,
    DemoUnit,
)
from petajalan.accounts.models import Agency, Holding, Membership, Position, Team, TeamMember, Unit, User
from petajalan.accounts.names import UnitNames
from petajalan.accounts.services.agencies import create_agency
from petajalan.accounts.services.people import find_or_create_person
from petajalan.accounts.services.positions import create_position, hand_over
from petajalan.accounts.services.teams import TeamValues, create_team
from petajalan.accounts.services.units import UnitValues, create_unit
from petajalan.common import audit
from petajalan.regulation.recognise.names import plain


@transaction.atomic
def create_demo_city(*, agency: Agency, by: audit.Actor, at: datetime) -> None:
    """All units, positions and teams of the demonstration city, once: not again when somebody removed some of them."""
    if Unit.objects.filter(agency=agency).exists():
        return
    _units(agency, UNITS, by, at)
    for name in LEADERSHIP:
        create_position(agency=agency, unit=None, name=name, is_head=name == LEADERSHIP[0], by=by, at=at)
    _teams(agency, TEAMS, by, at)


@transaction.atomic
def create_demo_people(*, agency: Agency, password: str, by: audit.Actor, at: datetime) -> None:
    """The demonstration cast in this agency, and Dewi in another one. Their roles follow from positions and teams.

    Units, positions and teams that they need and that are not there are made. `queries.demo_people()` lists the cast.
    """
    other = Agency.objects.filter(slug=OTHER_AGENCY["slug"]).first()
    other = other or create_agency(**OTHER_AGENCY, demonstration=True, by=by, at=at)
    if not Unit.objects.filter(agency=agency).exists():
        needed = {member.position[0] for member in CAST if member.position}
        _units(agency, [unit for unit in UNITS if unit.name in needed], by, at)
        create_position(agency=agency, unit=None, name=LEADERSHIP[0], is_head=True, by=by, at=at)
        _teams(agency, (SECRETARIAT_TEAM, EVALUATION_TEAM), by, at)
    for member in CAST:
        _place(member, other if member.elsewhere else agency, password, by, at)


def _units(agency: Agency, units: Iterable[DemoUnit], by: audit.Actor, at: datetime) -> None:
    names = UnitNames(agency)
    made: dict[str, Unit] = {}
    for unit in units:
        values = UnitValues(unit.kind, unit.name, unit.short_name, made.get(unit.parent), aliases=unit.aliases)
        made[unit.name] = create_unit(
            agency=agency,
            values=values,
            head=unit.head_name,
            simulated=unit.simulated,
            names=names,
            by=by,
            at=at,
        )
        for name in unit.positions:
            create_position(agency=agency, unit=made[unit.name], name=name, by=by, at=at)
        if staff := STAFF.get(unit.name):
            create_position(agency=agency, unit=made[unit.name], name=staff, shared=True, by=by, at=at)


def _teams(agency: Agency, teams: Iterable[DemoTeam], by: audit.Actor, at: datetime) -> None:
    units = {unit.name: unit for unit in Unit.objects.filter(agency=agency)}
    positions = list(Position.objects.filter(agency=agency).select_related("unit"))
    heads = {one.unit.name: one for one in positions if one.is_head and one.unit}
    named = {one.name: one for one in positions}

    def row(team: Team, order: int, seat: DemoSeat) -> TeamMember:
        position = heads.get(seat.head_of) or named.get(seat.position)
        return TeamMember(
            agency=agency,
            team=team,
            order=order,
            role=TeamRole(seat.role),
            position=position,
            unit=units.get(seat.unit),
            group=seat.group,
            printed=seat.printed,
        )

    for demo in teams:
        values = TeamValues(demo.kind, demo.name, SINCE, demo.theme, DECREE)
        team = create_team(agency=agency, values=values, by=by, at=at)
        TeamMember.objects.bulk_create(row(team, order, seat) for order, seat in enumerate(demo.members, start=1))
        members = [seat.printed for seat in demo.members]
        audit.record(agency=agency, by=by, action="team_adopted", about=team, after={"members": members}, at=at)


def _place(member: CastMember, agency: Agency, password: str, by: audit.Actor, at: datetime) -> None:
    """Make the person, with role and position, unless the agency knows them already."""
    email = f"{member.nickname}@{agency.slug}.example"
    known = User.objects.filter(email=email).first()
    if known and (
        Membership.objects.filter(agency=agency, user=known).exists()
        or Holding.objects.filter(agency=agency, user=known).exists()
    ):
        return
    user = find_or_create_person(email=email, full_name=member.full_name, password=password)
    after: dict[str, object] = {"full_name": user.full_name, "email": user.email}
    if member.role:
        Membership.objects.create(agency=agency, user=user, role=member.role, valid_from=SINCE)
        after["role"] = member.role
    audit.record(agency=agency, by=by, action="person_added", about=user, after=after, at=at)
    if position := _position_of(member, agency):
        hand_over(position=position, to=user, on=SINCE, by=by, at=at)


def _position_of(member: CastMember, agency: Agency) -> Position | None:
    """`None` when somebody has taken it off, or put another person into it, since."""
    if member.position is None:
        return None
    unit, name = member.position
    positions = Position.objects.filter(agency=agency, ended_on=None)
    positions = positions.filter(unit__key=plain(unit)) if unit else positions.filter(unit=None)
    found = (positions.filter(key=plain(name)) if name else positions.filter(is_head=True)).first()
    return None if found is None or (not found.shared and found.holdings.exists()) else found
