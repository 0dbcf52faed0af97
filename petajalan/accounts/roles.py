"""What a person is in an agency on a day: roles given to them, and roles that follow from their positions.

A position in a unit makes an operator, the head's a unit head; a position outside of any unit is one of the leadership.
A seat in the evaluation team makes an evaluator, one in the secretariat (STU) a member of the secretariat; a unit or a
group in a team is represented by the heads. Whether a person coordinates an activity is asked of the activity.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, Holding, Membership, Unit, User

BY_WEIGHT = (
    Role.LEADER,
    Role.SECRETARIAT,
    Role.ADMINISTRATOR,
    Role.EVALUATOR,
    Role.AUDITOR,
    Role.COORDINATOR,
    Role.UNIT_HEAD,
    Role.OPERATOR,
    Role.PARENT_AGENCY,
)


def roles_of(user: User, agency: Agency, on: date | None = None) -> frozenset[Role]:
    """Roles today (read once per request), or on another day."""
    memberships, holdings = _of(user, agency, on)
    return roles_from(memberships, holdings)


def units_of(user: User, agency: Agency, on: date | None = None) -> tuple[Unit, ...]:
    """Units in which the person holds a position, those they head first; each once."""
    _memberships, holdings = _of(user, agency, on)
    ordered = sorted(holdings, key=lambda one: not one.position.is_head)
    units = {one.position.unit_id: one.position.unit for one in ordered if one.position.unit}
    return tuple(units.values())


def roles_from(memberships: Iterable[Membership], holdings: Iterable[Holding]) -> frozenset[Role]:
    """The roles that these make together. The holdings were read with `with_teams_on`."""
    return frozenset(Role(one.role) for one in memberships).union(*map(roles_of_holding, holdings))


def roles_of_holding(holding: Holding) -> frozenset[Role]:
    if holding.position.unit_id is None:
        roles = {Role.LEADER}
    else:
        roles = {Role.UNIT_HEAD if holding.position.is_head else Role.OPERATOR}
    if holding.evaluates:
        roles.add(Role.EVALUATOR)
    if holding.keeps_secretariat:
        roles.add(Role.SECRETARIAT)
    return frozenset(roles)


def by_weight(roles: Iterable[Role]) -> tuple[Role, ...]:
    """As they are read out: first what a person signs in for."""
    return tuple(sorted(set(roles), key=BY_WEIGHT.index))


def _of(user: User, agency: Agency, on: date | None) -> tuple[list[Membership], list[Holding]]:
    memberships: Iterable[Membership]
    holdings: Iterable[Holding]
    if on is None or on == timezone.localdate():
        memberships, holdings = user.current_memberships, user.current_holdings
    else:
        memberships = Membership.objects.filter(user=user, agency=agency).valid_on(on)
        found = Holding.objects.filter(user=user, agency=agency).held_on(on).with_teams_on(on)
        holdings = found.select_related("position__unit").order_by("pk")
    return (
        [one for one in memberships if one.agency_id == agency.pk],
        [one for one in holdings if one.agency_id == agency.pk],
    )
