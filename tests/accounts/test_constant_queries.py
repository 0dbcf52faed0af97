"""Every page asks the database equally often for one row and for many, and never more than twelve times."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts import services
from petajalan.accounts.choices import Role, TeamRole
from petajalan.accounts.matching import Seat
from petajalan.accounts.models import Invitation, Position, Team, Unit, User
from petajalan.accounts.services import TeamValues, UnitValues
from petajalan.common.models import OutboxMail
from tests.cast import Cast, person

AT = datetime(2024, 3, 4, 3, 0, tzinfo=UTC)
MARCH = date(2024, 3, 4)
MOST = 12


def add_units(cast: Cast, numbers: range) -> None:
    for number in numbers:
        values = UnitValues(
            "department", f"Dinas {number}", f"D{number}", _setda(cast), aliases=(f"Dinas Lama {number}",)
        )
        unit = services.create_unit(agency=cast.agency, values=values, head=f"Kepala {number}", by=cast.wati, at=AT)
        user = person(f"kepala{number}@kota.example", agency=cast.agency, role=Role.AUDITOR)
        services.hand_over(position=unit.positions.get(), to=user, on=MARCH, by=cast.wati, at=AT)


def _setda(cast: Cast) -> Unit:
    return Unit.objects.get(agency=cast.agency, short_name="Setda")


def add_teams(cast: Cast, numbers: range) -> None:
    for number in numbers:
        values = TeamValues("thematic", f"Tim {number}", MARCH)
        team = services.create_team(agency=cast.agency, values=values, by=cast.wati, at=AT)
        head = Position.objects.get(agency=cast.agency, name="Sekretaris Daerah")
        for seat in (Seat(position=head), Seat(unit=_setda(cast)), Seat(group="all_units")):
            services.add_member(team=team, role=TeamRole.MEMBER, seat=seat, by=cast.wati, at=AT)


def add_members(cast: Cast, numbers: range) -> None:
    add_units(cast, numbers)
    team = Team.objects.get(name="Tim Evaluasi")
    for number in numbers:
        unit = Unit.objects.get(agency=cast.agency, short_name=f"D{number}")
        services.add_member(team=team, role=TeamRole.MEMBER, seat=Seat(unit=unit), by=cast.wati, at=AT)


def add_positions(cast: Cast, numbers: range) -> None:
    for number in numbers:
        position = services.create_position(
            agency=cast.agency, unit=_setda(cast), name=f"Jabatan {number}", by=cast.wati, at=AT
        )
        for day, user in ((MARCH, cast.ani), (MARCH + timedelta(days=1), cast.budi)):
            services.hand_over(position=position, to=user, on=day, by=cast.wati, at=AT)


def add_holders(cast: Cast, numbers: range) -> None:
    head = Position.objects.get(agency=cast.agency, name="Sekretaris Daerah")
    for number in numbers:
        user = (cast.ani, cast.budi)[number % 2]
        services.hand_over(position=head, to=user, on=MARCH + timedelta(days=number), by=cast.wati, at=AT)


def add_invitations(cast: Cast, numbers: range) -> None:
    for number in numbers:
        email = f"undangan{number}@kota.example"
        mail = OutboxMail.objects.create(to=email, subject="x", body="", created_at=AT, not_before=AT)
        Invitation.objects.create(
            agency=cast.agency,
            email=email,
            full_name=f"Orang {number}",
            role=Role.AUDITOR,
            position=Position.objects.get(agency=cast.agency, name="Inspektur"),
            digest=f"{number}",
            invited_by=cast.wati,
            created_at=AT,
            sent_at=AT,
            expires_at=AT,
            mail=mail,
        )


def addresses(cast: Cast) -> Iterator[tuple[str, Callable[[Cast, range], None]]]:
    """Pages and what makes their rows more."""
    home = "/kota-melati/"
    head = Position.objects.get(agency=cast.agency, name="Sekretaris Daerah")
    staff = Position.objects.get(agency=cast.agency, name="Analis Kebijakan")
    unit, team = _setda(cast), Team.objects.get(name="Tim Evaluasi")
    member = team.members.first()
    assert member
    yield f"{home}unit/", add_units
    yield f"{home}unit/daftar-unit.xlsx", add_units
    yield f"{home}unit/tambah/", add_units
    yield f"{home}unit/impor/", add_units
    yield f"{home}unit/{unit.pk}/", add_positions
    yield f"{home}unit/{unit.pk}/", add_teams
    yield f"{home}unit/{unit.pk}/ubah/", add_units
    yield f"{home}unit/{unit.pk}/akhiri/", add_positions
    yield f"{home}jabatan/{head.pk}/", add_holders
    yield f"{home}jabatan/{head.pk}/", add_teams
    yield f"{home}jabatan/{head.pk}/serah-terima/", add_units
    yield f"{home}jabatan/{head.pk}/pemegang/{head.holdings.get().pk}/akhiri/", add_teams
    yield f"{home}jabatan/{staff.pk}/ubah/", add_units
    yield f"{home}tim/", add_teams
    yield f"{home}tim/{team.pk}/", add_members
    yield f"{home}tim/{team.pk}/anggota/{member.pk}/", add_units
    yield f"{home}orang/", add_units
    yield f"{home}orang/undang/", add_units
    yield f"{home}orang/undangan/", add_invitations
    yield f"{home}orang/{cast.budi.pk}/", add_positions
    yield f"{home}orang/{cast.rina.pk}/", add_teams
    yield f"{home}orang/{cast.budi.pk}/keadaan/", add_positions
    yield f"{home}jejak/", add_units


def asked(client: Client, user: User, address: str) -> int:
    client.force_login(User.objects.get(pk=user.pk))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("number", range(23))
def test_as_many_queries_for_many_rows_as_for_one(client: Client, cast: Cast, number: int) -> None:
    address, add = list(addresses(cast))[number]
    counts = []
    for more in (range(1), range(1, 3), range(3, 40)):
        add(cast, more)
        counts.append(asked(client, cast.wati, address))
    assert (address, counts) == (address, [counts[0]] * 3)
    assert (address, counts[0], counts[0] <= MOST) == (address, counts[0], True)
