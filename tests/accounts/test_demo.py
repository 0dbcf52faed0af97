"""The demonstration city: what its regulation names, and people whose roles follow."""

from datetime import UTC, datetime

import pytest

from petajalan.accounts import services
from petajalan.accounts.choices import Role
from petajalan.accounts.demo_city import UNITS
from petajalan.accounts.models import Agency, Holding, Membership, Position, Team, TeamMember, Unit, User
from petajalan.accounts.queries import demo_people, team_rows, with_members
from petajalan.accounts.roles import roles_of
from petajalan.common.audit import SYSTEM
from petajalan.common.models import AuditEntry

AT = datetime(2026, 3, 4, 3, 0, tzinfo=UTC)


@pytest.fixture
def city(db: None) -> Agency:
    agency = services.create_agency(
        name="Kota Pasuruan", kind="city", slug="kota-pasuruan", demonstration=True, by=SYSTEM, at=AT
    )
    services.create_demo_city(agency=agency, by=SYSTEM, at=AT)
    services.create_demo_people(agency=agency, password="pagar bambu 9", by=SYSTEM, at=AT)
    return agency


def counts() -> tuple[int, ...]:
    models = (Unit, Position, Team, TeamMember, User, Membership, Holding, AuditEntry)
    return tuple(model.objects.count() for model in models)


def test_forty_units_of_which_those_the_regulation_does_not_name_are_simulated(city: Agency) -> None:
    units = Unit.objects.filter(agency=city)
    assert units.count() == len(UNITS) == 40
    assert units.filter(simulated=True).count() == 16
    assert not units.filter(kind="district", simulated=False).exists()
    assert Unit.objects.all_units(city, AT.date()).count() == 31
    assert units.filter(positions__is_head=True).count() == 40


def test_its_teams_are_those_of_the_decree_all_matched(city: Agency) -> None:
    rows = team_rows(city, with_members(Team.objects.filter(agency=city)), AT.date())
    assert [(row.team.name, len(row.members), row.unmatched) for row in rows] == [
        ("Tim STU/Kesekretariatan", 3, 0),
        ("Tim RB General", 11, 0),
        ("Penanganan Kemiskinan", 9, 0),
        ("Peningkatan Investasi", 7, 0),
        ("Penanganan Inflasi", 9, 0),
        ("Digitalisasi (Penanganan Stunting)", 9, 0),
        ("P3DN", 8, 0),
        ("Tim Evaluasi", 5, 0),
    ]
    assert {row.team.decree_number for row in rows} == {"188/123/423.011/2023"}


def test_people_are_listed_with_what_they_are_first_of_all(city: Agency) -> None:
    assert [(one.email.split("@")[0], one.role, one.agency) for one in demo_people()] == [
        ("wati", "Administrator", ""),
        ("rina", "Sekretariat", ""),
        ("siti", "Operator", ""),
        ("joko", "Kepala unit", ""),
        ("budi", "Koordinator", ""),
        ("ani", "Tim evaluasi", ""),
        ("wali", "Pimpinan", ""),
        ("dewi", "Administrator", "Kota Contoh"),
    ]


def test_again_changes_nothing(city: Agency) -> None:
    before = counts()
    services.create_demo_city(agency=city, by=SYSTEM, at=AT)
    services.create_demo_people(agency=city, password="lain sekali 9", by=SYSTEM, at=AT)
    assert counts() == before


def test_what_people_did_with_it_stays(city: Agency) -> None:
    siti = User.objects.get(email="siti@kota-pasuruan.example")
    held = Holding.objects.get(user=siti)
    services.end_holding(holding=held, on=AT.date(), by=SYSTEM, at=AT)
    ani = User.objects.get(email="ani@kota-pasuruan.example")
    services.hand_over(
        position=Position.objects.get(agency=city, name="Sekretaris Daerah"), to=ani, on=AT.date(), by=SYSTEM, at=AT
    )
    before = counts()
    services.create_demo_people(agency=city, password="lain sekali 9", by=SYSTEM, at=AT)
    assert counts() == before
    assert Role.SECRETARIAT in roles_of(ani, city, AT.date())
