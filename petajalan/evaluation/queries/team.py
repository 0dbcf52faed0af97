"""The people who evaluate, and who may stand in for them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from petajalan.accounts.choices import Role, TeamKind, TeamRole
from petajalan.accounts.models import Agency, Holding, Membership, TeamMember, User
from petajalan.accounts.roles import roles_from, units_of
from petajalan.evaluation.independence import Units

_CONCERNED = (Role.EVALUATOR, Role.SECRETARIAT)


@dataclass(frozen=True, slots=True)
class Evaluator:
    """units  keys of the units the person holds a position in: none for somebody from outside of the agency"""

    user: User
    evaluates: bool
    secretariat: bool
    units: Units
    title: str

    @property
    def external(self) -> bool:
        return self.evaluates and not self.units


def evaluators(agency: Agency, day: date) -> list[Evaluator]:
    """Members of the evaluation team and of the secretariat that day, by name. Two queries."""
    held = Holding.objects.filter(agency=agency, user__is_active=True).held_on(day).with_teams_on(day)
    holdings: dict[User, list[Holding]] = defaultdict(list)
    for one in held.select_related("user", "position__unit").order_by("acting", "pk"):
        holdings[one.user].append(one)
    given = Membership.objects.filter(agency=agency, user__is_active=True, role__in=_CONCERNED).valid_on(day)
    memberships: dict[User, list[Membership]] = defaultdict(list)
    for member in given.select_related("user"):
        memberships[member.user].append(member)
    found = []
    for user in {**holdings, **memberships}:
        roles = roles_from(memberships[user], holdings[user])
        if not roles & frozenset(_CONCERNED):
            continue
        units = frozenset(one.position.unit_id for one in holdings[user] if one.position.unit_id)
        title = holdings[user][0].title if holdings[user] else ""
        found.append(Evaluator(user, Role.EVALUATOR in roles, Role.SECRETARIAT in roles, units, title))
    return sorted(found, key=lambda one: (one.user.full_name, one.user.pk))


def unit_keys(user: User, agency: Agency) -> Units:
    return frozenset(unit.pk for unit in units_of(user, agency))


def seat_of_chair(user: User, agency: Agency, day: date) -> Holding | None:
    """The position with which the person chairs the secretariat (STU) that day."""
    seats = TeamMember.objects.of_teams_on(day).filter(
        agency=agency, team__kind=TeamKind.SECRETARIAT, role=TeamRole.CHAIR
    )
    chairs = list(seats.values_list("position", "unit"))
    positions, units = {position for position, _unit in chairs}, {unit for _position, unit in chairs}
    for holding in user.current_holdings:
        position = holding.position
        if position.pk in positions or (position.is_head and position.unit_id and position.unit_id in units):
            return holding
    return None
