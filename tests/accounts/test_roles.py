"""Roles follow from positions and teams, for as long as these last."""

from datetime import UTC, date, datetime

import pytest

from petajalan.accounts import services
from petajalan.accounts.choices import Role, TeamKind, TeamRole, UnitGroup
from petajalan.accounts.demo_city import SINCE
from petajalan.accounts.matching import Seat
from petajalan.accounts.models import Agency, Holding, Membership, Position, Team, TeamMember, Unit, User
from petajalan.accounts.queries import standing
from petajalan.accounts.roles import roles_of, units_of
from petajalan.accounts.services import TeamValues
from tests.cast import Cast

AT = datetime(2024, 3, 4, 3, 0, tzinfo=UTC)
MARCH = date(2024, 3, 4)


def fresh(user: User) -> User:
    """Read again: what a person is today is read once."""
    return User.objects.get(pk=user.pk)


def words(roles: frozenset[Role]) -> set[str]:
    return {role.value for role in roles}


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("siti", {"operator"}),
        ("joko", {"unit_head"}),
        ("budi", {"unit_head", "coordinator"}),
        ("ani", {"operator", "evaluator"}),
        ("rina", {"unit_head", "secretariat"}),
        ("wati", {"operator", "administrator"}),
        ("wali", {"leader"}),
        ("dewi", set()),
    ],
)
def test_roles_of_the_cast(cast: Cast, name: str, roles: set[str]) -> None:
    assert words(roles_of(cast[name], cast.agency)) == roles
    assert words(roles_of(cast[name], cast.agency, MARCH)) == roles


def test_dewi_is_administrator_at_home_only(cast: Cast) -> None:
    assert roles_of(cast.dewi, cast.other_agency) == {Role.ADMINISTRATOR}


def test_roles_end_with_the_holding(cast: Cast) -> None:
    Holding.objects.filter(user=cast.ani).update(ends_on=date(2023, 12, 31))
    assert words(roles_of(cast.ani, cast.agency, date(2023, 12, 31))) == {"operator", "evaluator"}
    assert roles_of(cast.ani, cast.agency, date(2024, 1, 1)) == roles_of(fresh(cast.ani), cast.agency) == frozenset()
    assert list(Agency.objects.visible_to(cast.ani)) == []


def test_roles_of_a_team_end_with_the_team(cast: Cast) -> None:
    Team.objects.filter(kind=TeamKind.EVALUATION).update(ends_on=date(2023, 12, 31))
    assert words(roles_of(cast.ani, cast.agency, date(2023, 12, 31))) == {"operator", "evaluator"}
    assert words(roles_of(fresh(cast.ani), cast.agency)) == {"operator"}


def seat_in_evaluation(cast: Cast, **seat: object) -> None:
    """Nobody sits in the evaluation team but this."""
    TeamMember.objects.filter(team__kind=TeamKind.EVALUATION).delete()
    team = Team.objects.get(kind=TeamKind.EVALUATION)
    services.add_member(team=team, role=TeamRole.MEMBER, seat=Seat(**seat), by=cast.wati, at=AT)


def evaluators(cast: Cast) -> list[str]:
    names = ("siti", "joko", "budi", "ani", "rina", "wati", "wali", "dewi")
    return [name for name in names if Role.EVALUATOR in roles_of(fresh(cast[name]), cast.agency)]


def test_a_position_in_a_team_is_its_holder(cast: Cast) -> None:
    seat_in_evaluation(cast, position=Position.objects.get(agency=cast.agency, name="Pranata Komputer"))
    assert evaluators(cast) == ["siti"]


def test_a_unit_in_a_team_is_represented_by_its_head(cast: Cast) -> None:
    seat_in_evaluation(cast, unit=Unit.objects.get(agency=cast.agency, short_name="Diskominfo"))
    assert evaluators(cast) == ["joko"]


def test_all_units_in_a_team_are_represented_by_the_heads_of_departments(cast: Cast) -> None:
    seat_in_evaluation(cast, group=UnitGroup.ALL_UNITS)
    assert evaluators(cast) == ["joko", "rina"]  # Bagian Organisasi is a division
    seat_in_evaluation(cast, group=UnitGroup.DISTRICTS_AND_VILLAGES)
    assert evaluators(cast) == []


def test_words_nobody_matched_make_nobody_anything(cast: Cast) -> None:
    TeamMember.objects.filter(team__kind=TeamKind.EVALUATION).update(position=None)
    assert evaluators(cast) == []


def test_thematic_teams_give_no_role(cast: Cast) -> None:
    values = TeamValues(TeamKind.THEMATIC, "Penanganan Kemiskinan", SINCE)
    team = services.create_team(agency=cast.agency, values=values, by=cast.wati, at=AT)
    seat = Seat(position=Position.objects.get(agency=cast.agency, name="Pranata Komputer"))
    services.add_member(team=team, role=TeamRole.CHAIR, seat=seat, by=cast.wati, at=AT)
    assert words(roles_of(cast.siti, cast.agency)) == {"operator"}


def test_units_are_those_of_the_positions_of_the_day(cast: Cast) -> None:
    assert [unit.called for unit in units_of(cast.siti, cast.agency)] == ["Diskominfo"]
    assert [unit.called for unit in units_of(cast.ani, cast.agency, MARCH)] == ["Inspektorat"]
    assert units_of(cast.wali, cast.agency) == units_of(cast.siti, cast.other_agency) == ()
    assert units_of(cast.siti, cast.agency, date(2022, 12, 31)) == ()


def test_given_roles_add_to_those_that_follow(cast: Cast) -> None:
    Membership.objects.create(agency=cast.agency, user=cast.siti, role=Role.AUDITOR, valid_from=SINCE)
    assert words(roles_of(fresh(cast.siti), cast.agency)) == {"operator", "auditor"}


def test_standing_says_what_each_role_follows_from(cast: Cast) -> None:
    found = standing(cast.ani, cast.agency, MARCH)
    assert [(one.role.value, one.holding.title, one.seat and one.seat.team.name) for one in found.followed] == [
        ("evaluator", "Inspektur Pembantu Wilayah I", "Tim Evaluasi"),
        ("operator", "Inspektur Pembantu Wilayah I", None),
    ]
    assert [role.value for role in found.roles] == ["evaluator", "operator"]
