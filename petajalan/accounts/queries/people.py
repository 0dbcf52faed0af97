"""People of an agency with their roles and where these come from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from petajalan.accounts.choices import Role, TeamKind
from petajalan.accounts.models import Agency, Holding, Invitation, Membership, TeamMember, User
from petajalan.accounts.roles import by_weight, roles_from, roles_of_holding

ROLE_OF_TEAM = {TeamKind.EVALUATION: Role.EVALUATOR, TeamKind.SECRETARIAT: Role.SECRETARIAT}


def people_of(agency: Agency) -> QuerySet[User]:
    """Everybody who has, had or will have a role or a position in the agency."""
    roles = Membership.objects.filter(agency=agency, user=OuterRef("pk"))
    positions = Holding.objects.filter(agency=agency, user=OuterRef("pk"))
    return User.objects.filter(Exists(roles) | Exists(positions))


@dataclass(frozen=True, slots=True)
class PersonRow:
    user: User
    roles: tuple[Role, ...]
    holdings: tuple[Holding, ...]


def search_people(agency: Agency, words: str = "") -> QuerySet[User]:
    found = people_of(agency)
    for word in words.split():
        found = found.filter(Q(full_name__icontains=word) | Q(email__icontains=word))
    return found.order_by("full_name", "email")


def person_rows(agency: Agency, people: QuerySet[User], on: date) -> list[PersonRow]:
    """Two queries beside that of the people, however many there are."""
    roles = Membership.objects.filter(agency=agency).valid_on(on)
    holdings = Holding.objects.filter(agency=agency).held_on(on).with_teams_on(on).select_related("position__unit")
    found = people.prefetch_related(
        Prefetch("memberships", roles, to_attr="roles_here"), Prefetch("holdings", holdings, to_attr="positions_here")
    )
    return [
        PersonRow(
            user=user,
            roles=by_weight(roles_from(user.roles_here, user.positions_here)),
            holdings=tuple(user.positions_here),
        )
        for user in found
    ]


@dataclass(frozen=True, slots=True)
class FollowedRole:
    """A role that follows from a position, and the seat in a team that makes it when it is not the position itself."""

    role: Role
    holding: Holding
    seat: TeamMember | None = None


def followed_roles(holdings: list[Holding], on: date) -> list[FollowedRole]:
    """Roles that follow from positions held on a day, read with `with_teams_on`. One query."""
    seats = TeamMember.objects.of_teams_on(on).filter(
        Q(position__in=[one.position_id for one in holdings])
        | Q(unit__in=[one.position.unit_id for one in holdings if one.position.is_head]),
        team__kind__in=ROLE_OF_TEAM,
    )
    made = list(seats.select_related("team"))
    return [
        FollowedRole(role, holding, next((seat for seat in made if _makes(seat, role, holding)), None))
        for holding in holdings
        for role in by_weight(roles_of_holding(holding))
    ]


def _makes(seat: TeamMember, role: Role, holding: Holding) -> bool:
    if ROLE_OF_TEAM[TeamKind(seat.team.kind)] is not role:
        return False
    headed = holding.position.unit_id if holding.position.is_head else None
    return seat.position_id == holding.position_id or (headed is not None and seat.unit_id == headed)


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything one person is and was in an agency. `given` and `holdings` hold the past and the future too."""

    roles: tuple[Role, ...]
    given: tuple[Membership, ...]
    followed: tuple[FollowedRole, ...]
    holdings: tuple[Holding, ...]
    on: date

    @property
    def current_holdings(self) -> list[Holding]:
        return [one for one in self.holdings if one.is_held_on(self.on)]

    @property
    def other_holdings(self) -> list[Holding]:
        return [one for one in self.holdings if not one.is_held_on(self.on)]


def standing(user: User, agency: Agency, on: date) -> Standing:
    """Three queries."""
    given = tuple(Membership.objects.filter(user=user, agency=agency).order_by("-valid_from", "role"))
    held = Holding.objects.filter(user=user, agency=agency).with_teams_on(on)
    holdings = tuple(held.select_related("position__unit").order_by("-starts_on", "-pk"))
    now = [one for one in holdings if one.is_held_on(on)]
    return Standing(
        roles=by_weight(roles_from([one for one in given if one.is_valid_on(on)], now)),
        given=given,
        followed=tuple(followed_roles(now, on)),
        holdings=holdings,
        on=on,
    )


@dataclass(frozen=True, slots=True)
class PeopleCounts:
    active: int
    inactive: int
    invited: int


def count_people(agency: Agency) -> PeopleCounts:
    """Two queries."""
    by_activity = dict(people_of(agency).order_by("is_active").values_list("is_active").annotate(Count("pk")))
    invited = Invitation.objects.open().filter(agency=agency).count()
    return PeopleCounts(by_activity.get(True, 0), by_activity.get(False, 0), invited)


def invited_person(invitation: Invitation) -> User | None:
    """The account that the invited address has already."""
    return User.objects.filter(email=invitation.email).first()


def invitation_behind(secret: str) -> Invitation | None:
    """The invitation that the link of a mail opens, whatever has become of it since."""
    found = Invitation.objects.filter(digest=invitation_digest(secret))
    return found.select_related("agency", "position__unit", "invited_by").first()


def invitation_digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
