"""Whose duty something is, and what a person is as far as duties ask: asked of one person as of everybody."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, Holding, Membership, User
from petajalan.accounts.roles import roles_from, roles_of, units_of

NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """What somebody is in one agency on one day. `units`: keys of those they hold a position in; `heads`: that they
    head."""

    key: int
    units: frozenset[int]
    heads: frozenset[int]
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Whom:
    """Everybody to whom one of these applies, but nobody of the units in `but`. Units and people by their keys.

    people  all who hold a position in one of these units
    staff   those of them who do not head it
    heads   those who do
    roles   everybody with one of these roles in the agency
    users   these very people
    """

    people: frozenset[int] = NOBODY
    staff: frozenset[int] = NOBODY
    heads: frozenset[int] = NOBODY
    roles: frozenset[Role] = frozenset()
    users: frozenset[int] = NOBODY
    but: frozenset[int] = NOBODY

    def includes(self, one: Person) -> bool:
        if self.but & one.units:
            return False
        return bool(
            self.people & one.units
            or self.staff & (one.units - one.heads)
            or self.heads & one.heads
            or self.roles & one.roles
            or one.key in self.users
        )


def person_of(user: User, agency: Agency) -> Person:
    """Today, from what the request read already."""
    heads = {one.position.unit_id for one in user.current_holdings if one.position.is_head}
    units = frozenset(one.pk for one in units_of(user, agency))
    return Person(user.pk, units, units & heads, roles_of(user, agency))


def people_on(agency: Agency, day: date) -> dict[User, Person]:
    """Everybody who can sign in and has a role or a position in the agency that day. Two queries."""
    users: dict[int, User] = {}
    holdings: dict[int, list[Holding]] = defaultdict(list)
    memberships: dict[int, list[Membership]] = defaultdict(list)
    held = Holding.objects.filter(agency=agency, user__is_active=True).held_on(day).with_teams_on(day)
    for holding in held.select_related("position", "user"):
        users[holding.user_id] = holding.user
        holdings[holding.user_id].append(holding)
    for given in Membership.objects.filter(agency=agency, user__is_active=True).valid_on(day).select_related("user"):
        users[given.user_id] = given.user
        memberships[given.user_id].append(given)
    return {
        user: Person(
            key,
            units=frozenset(one.position.unit_id for one in holdings[key] if one.position.unit_id),
            heads=frozenset(
                one.position.unit_id for one in holdings[key] if one.position.is_head and one.position.unit_id
            ),
            roles=roles_from(memberships[key], holdings[key]),
        )
        for key, user in users.items()
    }
