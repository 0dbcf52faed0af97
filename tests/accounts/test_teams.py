"""Teams by decree: taken from what a regulation prints, without guessing, and kept on pages."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from petajalan.accounts import services
from petajalan.accounts.choices import TeamKind, TeamRole, UnitGroup
from petajalan.accounts.demo_city import DECREE, DISKOMINFO, TEAMS
from petajalan.accounts.matching import Match, Matcher, Outcome, Seat
from petajalan.accounts.models import Position, Team, TeamMember, Unit
from petajalan.accounts.queries import team_rows, with_members
from petajalan.accounts.services import StatedMember, StatedTeam, TeamOutcome, TeamValues, UnitValues
from petajalan.catalogue.load import load_reference
from petajalan.common.audit import SYSTEM
from petajalan.common.models import AuditEntry
from petajalan.regulation.reference import Aliases
from tests.cast import Cast

AT = datetime(2024, 3, 4, 3, 0, tzinfo=UTC)
MARCH = date(2024, 3, 4)
USUAL = (
    Aliases("unit", "Inspektorat Daerah", ("Inspektorat",)),
    Aliases("unit", "Dinas Kesehatan", ("Dinkes",)),
    Aliases("unit", "Seluruh Perangkat Daerah", ("Semua PD",)),
    Aliases("term", "Seluruh", ("Diskominfo",)),  # another kind of name
)


def matched(cast: Cast, words: str) -> str:
    """What the words are taken for, in short."""
    found = Matcher(cast.agency, MARCH, USUAL).match(words)
    if found.seat is None:
        return found.outcome
    seat = found.seat
    return f"{seat.position or seat.unit or seat.group}"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Pranata Komputer", "Pranata Komputer"),
        ("kepala DISKOMINFO", f"Kepala {DISKOMINFO}"),
        ("Kepala Dinas Komunikasi, Informatika, dan Statistik", f"Kepala {DISKOMINFO}"),
        ("Kabag Organisasi", "Kepala Bagian Organisasi"),
        ("Ka. Bag. Organisasi", "Kepala Bagian Organisasi"),
        ("Kepala Bagor", "Kepala Bagian Organisasi"),
        ("Diskominfo", DISKOMINFO),
        ("inspektorat", "Inspektorat"),
        ("Inspektorat Daerah", "Inspektorat"),
        ("Sekretaris Daerah Kota Melati", "Sekretaris Daerah"),
        ("Asisten Administrasi Umum (Asisten 3)", "Asisten Administrasi Umum (Asisten 3)"),
        ("Camat dan Lurah", "districts_and_villages"),
        ("Camat/Lurah", "districts_and_villages"),
        ("Seluruh OPD", "all_units"),
        ("Semua PD", "all_units"),
        ("Wali Kota", "Wali Kota"),
        # Not certain, so not matched.
        ("Kepala Dinkes", "unknown"),
        ("Irba wilayah I", "unknown"),
        ("Sekretaris Daerah Kota Mawar", "unknown"),
        ("Kepala", "unknown"),
        ("", "unknown"),
    ],
)
def test_what_printed_words_are_taken_for(cast: Cast, words: str, meant: str) -> None:
    assert matched(cast, words) == meant


def test_head_that_has_no_position_is_said_to_be_missing(cast: Cast) -> None:
    values = UnitValues("department", "Dinas Kesehatan")
    services.create_unit(agency=cast.agency, values=values, by=cast.wati, at=AT)
    found = Matcher(cast.agency, MARCH, USUAL).match("Kepala Dinkes")
    assert found == Match(Outcome.NO_HEAD, candidates=("Dinas Kesehatan",))


def test_two_candidates_are_named_and_none_is_taken(cast: Cast) -> None:
    for short in ("Diskominfo", "Bagor"):
        unit = Unit.objects.get(agency=cast.agency, short_name=short)
        services.create_position(agency=cast.agency, unit=unit, name="Sekretaris", by=cast.wati, at=AT)
    found = Matcher(cast.agency, MARCH).match("sekretaris")
    assert found == Match(
        Outcome.AMBIGUOUS,
        candidates=("Sekretaris, Bagian Organisasi", f"Sekretaris, {DISKOMINFO}"),
    )


def test_units_that_are_not_there_on_the_day_are_not_meant(cast: Cast) -> None:
    Unit.objects.filter(short_name="Diskominfo").update(active_until=date(2023, 12, 31))
    assert matched(cast, "Diskominfo") == "unknown"


STATED = StatedTeam(
    "Tim RB  General",
    "general",
    (
        StatedMember("Sekretaris Daerah Kota Melati", "chair"),
        StatedMember("Kepala Diskominfo"),
        StatedMember("Irba wilayah I"),
        StatedMember("Kepala Diskominfo", "liaison", "Narahubung"),
        StatedMember("Inspektorat", "liaison", "Narahubung"),
    ),
    theme="",
)


def adopt(cast: Cast, *teams: StatedTeam, number: str = "188/1/2024", starts_on: date = MARCH):
    return services.adopt_teams(
        agency=cast.agency,
        teams=teams or (STATED,),
        aliases=USUAL,
        decree_number=number,
        decree_date=None,
        starts_on=starts_on,
        by=cast.wati,
        at=AT,
    )


def rows_of(team: Team) -> list[tuple[str, str, str]]:
    return [(one.role_words, one.who, one.printed) for one in team.members.select_related("position", "unit")]


def test_adopting_stores_what_matched_and_keeps_the_words_of_what_did_not(cast: Cast) -> None:
    (adopted,) = adopt(cast)
    team = adopted.team
    assert (adopted.outcome, team.name, team.kind) == (TeamOutcome.CREATED, "Tim RB General", "general")
    assert (team.decree_number, team.starts_on) == ("188/1/2024", MARCH)
    assert rows_of(team) == [
        ("Ketua", "Sekretaris Daerah", "Sekretaris Daerah Kota Melati"),
        ("Anggota", f"Kepala {DISKOMINFO}", "Kepala Diskominfo"),
        ("Anggota", "Irba wilayah I", "Irba wilayah I"),
        ("Narahubung", "Inspektorat", "Inspektorat"),
    ]
    assert [(one.stated.words, one.match.outcome.value, one.stored) for one in adopted.members] == [
        ("Sekretaris Daerah Kota Melati", "matched", True),
        ("Kepala Diskominfo", "matched", True),
        ("Irba wilayah I", "unknown", True),
        ("Kepala Diskominfo", "matched", False),  # sits in it already
        ("Inspektorat", "matched", True),
    ]
    assert [one.stated.words for one in adopted.unmatched] == ["Irba wilayah I"]
    actions = AuditEntry.objects.filter(at=AT).order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["team_created", "team_adopted"]


def test_looking_first_stores_nothing(cast: Cast) -> None:
    before = (Team.objects.count(), TeamMember.objects.count(), AuditEntry.objects.count())
    (outcomes,) = services.match_teams(agency=cast.agency, teams=[STATED], aliases=USUAL, on=MARCH)
    assert [match.outcome.value for match in outcomes] == ["matched", "matched", "unknown", "matched", "matched"]
    assert (Team.objects.count(), TeamMember.objects.count(), AuditEntry.objects.count()) == before


def test_the_same_decree_again_changes_nothing_and_a_new_one_ends_the_team_before(cast: Cast) -> None:
    first = adopt(cast)[0].team
    before = (Team.objects.count(), TeamMember.objects.count(), AuditEntry.objects.count())
    (again,) = adopt(cast)
    assert (again.outcome, again.team) == (TeamOutcome.KEPT, first)
    assert (Team.objects.count(), TeamMember.objects.count(), AuditEntry.objects.count()) == before
    (later,) = adopt(cast, number="188/2/2025", starts_on=date(2025, 1, 1))
    assert later.outcome is TeamOutcome.REPLACED
    first.refresh_from_db()
    assert (first.ends_on, later.team.starts_on, later.team.ends_on) == (date(2024, 12, 31), date(2025, 1, 1), None)


def test_teams_of_the_regulation_match_but_for_its_slips(cast: Cast) -> None:
    """Tabel 4.1 as printed, with the usual names of the catalogue, in the city as its regulation names it."""
    services.create_demo_city(agency=cast.other_agency, by=SYSTEM, at=AT)
    Team.objects.filter(agency=cast.other_agency).delete()
    stated = [
        StatedTeam(team.name, team.kind, tuple(StatedMember(seat.printed, seat.role) for seat in team.members))
        for team in TEAMS
    ]
    cast.other_agency.name = "Kota Pasuruan"
    adopted = services.adopt_teams(
        agency=cast.other_agency,
        teams=stated,
        aliases=load_reference().aliases,
        decree_number=DECREE,
        decree_date=None,
        starts_on=date(2023, 1, 1),
        by=SYSTEM,
        at=AT,
    )
    assert sorted({one.stated.words for team in adopted for one in team.unmatched}) == [
        "Irba wilayah I",
        "Kepala Badan Pengelolaan Keuangann dan Aset",
        "Kepala DPA3KB",
        "Kepala Perikanan",
        "Kepala Pertanian",
    ]
    for team, demo in zip(adopted, TEAMS, strict=True):
        for member, seat in zip(team.members, demo.members, strict=True):
            if found := member.match.seat:
                meant = seat.position or seat.unit or seat.group or seat.head_of
                taken = found.position.unit.name if seat.head_of else found.position or found.unit or found.group
                assert (seat.printed, str(taken)) == (seat.printed, str(meant))


# ---- by hand ----


def team_of(cast: Cast) -> Team:
    values = TeamValues("thematic", "Penanganan Kemiskinan", MARCH, "Kemiskinan", "188/9", date(2024, 3, 1))
    return services.create_team(agency=cast.agency, values=values, by=cast.wati, at=AT)


def seat(cast: Cast, name: str = "Sekretaris Daerah") -> Seat:
    return Seat(position=Position.objects.get(agency=cast.agency, name=name))


def test_members_keep_their_order_and_leave_entries(cast: Cast) -> None:
    team = team_of(cast)
    chair = services.add_member(team=team, role=TeamRole.CHAIR, seat=seat(cast), by=cast.wati, at=AT)
    group = Seat(group=UnitGroup.ALL_UNITS)
    services.add_member(team=team, role=TeamRole.MEMBER, seat=group, by=cast.wati, at=AT)
    services.change_member(member=chair, role=TeamRole.VICE_CHAIR, seat=seat(cast), by=cast.wati, at=AT)
    assert rows_of(team) == [
        ("Wakil ketua", "Sekretaris Daerah", ""),
        ("Anggota", "Seluruh perangkat daerah dan kecamatan", ""),
    ]
    services.remove_member(member=chair, by=cast.wati, at=AT)
    services.remove_member(member=chair, by=cast.wati, at=AT)
    assert [row[1] for row in rows_of(team)] == ["Seluruh perangkat daerah dan kecamatan"]
    assert [
        (one.action, one.before, one.after)
        for one in AuditEntry.objects.filter(at=AT, action__startswith="team_member").order_by("pk")
    ] == [
        ("team_member_added", {}, {"team_role": "chair", "member": "Sekretaris Daerah"}),
        ("team_member_added", {}, {"team_role": "member", "member": "Seluruh perangkat daerah dan kecamatan"}),
        (
            "team_member_changed",
            {"team_role": "chair", "member": "Sekretaris Daerah"},
            {"team_role": "vice_chair", "member": "Sekretaris Daerah"},
        ),
        ("team_member_removed", {"team_role": "vice_chair", "member": "Sekretaris Daerah"}, {}),
    ]


def test_nobody_sits_in_a_team_twice(cast: Cast) -> None:
    team = team_of(cast)
    for one in (seat(cast), Seat(group=UnitGroup.ALL_UNITS)):
        services.add_member(team=team, role=TeamRole.MEMBER, seat=one, by=cast.wati, at=AT)
        with pytest.raises(ValidationError) as refused:
            services.add_member(team=team, role=TeamRole.CHAIR, seat=one, by=cast.wati, at=AT)
        assert refused.value.message_dict == {"who": ["Sudah menjadi anggota tim ini."]}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "PENANGANAN  KEMISKINAN"}, "name"),
        ({"name": "Lain", "ends_on": date(2024, 3, 3)}, "ends_on"),
    ],
)
def test_refused_teams(cast: Cast, changed: dict[str, object], field: str) -> None:
    team_of(cast)
    values = TeamValues(**({"kind": "thematic", "name": "X", "starts_on": MARCH} | changed))
    with pytest.raises(ValidationError) as refused:
        services.create_team(agency=cast.agency, values=values, by=cast.wati, at=AT)
    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize(
    "seat_of",
    [
        lambda cast: {"unit": Unit.objects.get(agency=cast.agency, short_name="Bagor"), "group": "all_units"},
        lambda cast: {},
    ],
    ids=["two things", "nothing at all"],
)
def test_database_refuses_members_that_are_not_one_thing(cast: Cast, seat_of) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        TeamMember.objects.create(agency=cast.agency, team=team_of(cast), order=9, role="member", **seat_of(cast))


def test_rows_name_the_people_of_the_day(cast: Cast) -> None:
    team = team_of(cast)
    for one in (seat(cast), Seat(unit=Unit.objects.get(short_name="Diskominfo")), Seat(group=UnitGroup.ALL_UNITS)):
        services.add_member(team=team, role=TeamRole.MEMBER, seat=one, by=cast.wati, at=AT)
    (row,) = team_rows(cast.agency, with_members(Team.objects.filter(pk=team.pk)), MARCH)
    assert [[holding.user.get_short_name() for holding in one.holders] for one in row.members] == [
        ["Rina"],
        ["Joko"],
        [],
    ]
    represented = row.members[2].represented
    assert represented
    assert (represented.units, represented.heads) == (3, 2)
    (before,) = team_rows(cast.agency, with_members(Team.objects.filter(pk=team.pk)), date(2022, 1, 1))
    assert (before.vacant, row.vacant) == (2, 0)


# ---- pages ----


@pytest.fixture
def wati(client: Client, cast: Cast) -> Client:
    client.force_login(cast.wati)
    return client


def test_a_team_is_made_filled_and_ended_on_the_pages(wati: Client, cast: Cast) -> None:
    given = {"kind": "thematic", "name": "Penanganan Kemiskinan", "starts_on": "2024-03-04"}
    done = wati.post("/kota-melati/tim/tambah/", given)
    team = Team.objects.get(name="Penanganan Kemiskinan")
    assert done.url == f"/kota-melati/tim/{team.pk}/"
    chosen = f"position:{Position.objects.get(agency=cast.agency, name='Sekretaris Daerah').pk}"
    assert wati.post(f"{done.url}anggota/tambah/", {"role": "chair", "who": chosen}).url == done.url
    page = wati.get(done.url).content.decode()
    assert "Rina Hapsari" in page
    member = TeamMember.objects.get(team=team)
    assert wati.get(f"{done.url}anggota/{member.pk}/").context["form"].initial == {"role": "chair", "who": chosen}
    assert wati.post(f"{done.url}anggota/{member.pk}/", {"role": "member", "who": "group:all_units"}).url == done.url
    member.refresh_from_db()
    assert (member.role, member.position, member.group) == ("member", None, "all_units")
    assert "Keluarkan Seluruh" in wati.get(f"{done.url}anggota/{member.pk}/keluarkan/").content.decode()
    assert wati.post(f"{done.url}anggota/{member.pk}/keluarkan/").url == done.url
    assert wati.post(f"{done.url}ubah/", given | {"ends_on": "2024-03-31"}).url == done.url
    assert "Penanganan Kemiskinan" not in wati.get("/kota-melati/tim/").content.decode()
    assert "Penanganan Kemiskinan" in wati.get("/kota-melati/tim/?keadaan=berakhir").content.decode()
    assert "Tim ini tidak berlaku hari ini" in wati.get(done.url).content.decode()


def test_unmatched_words_are_shown_and_matched_on_the_page(wati: Client, cast: Cast) -> None:
    team = adopt(cast)[0].team
    address = f"/kota-melati/tim/{team.pk}/"
    assert "1 anggota tercetak dalam peraturan tetapi belum dicocokkan" in wati.get(address).content.decode()
    assert "1 anggota dari peraturan belum dicocokkan." in wati.get("/kota-melati/tim/").content.decode()
    member = TeamMember.objects.get(team=team, printed="Irba wilayah I")
    assert "Tercetak dalam peraturan:" in wati.get(f"{address}anggota/{member.pk}/").content.decode()
    position = Position.objects.get(agency=cast.agency, name="Inspektur Pembantu Wilayah I")
    wati.post(f"{address}anggota/{member.pk}/", {"role": "member", "who": f"position:{position.pk}"})
    member.refresh_from_db()
    assert (member.position, member.printed) == (position, "Irba wilayah I")
    page = wati.get(address).content.decode()
    assert "belum dicocokkan" not in page
    assert "Ani Lestari" in page


def test_choices_are_of_the_own_agency(wati: Client, cast: Cast) -> None:
    theirs = services.create_unit(
        agency=cast.other_agency, values=UnitValues("department", "Dinas Lain"), by=cast.dewi, at=AT
    )
    team = team_of(cast)
    page = wati.post(f"/kota-melati/tim/{team.pk}/anggota/tambah/", {"role": "member", "who": f"unit:{theirs.pk}"})
    assert page.context["form"].errors == {"who": ["Pilih anggota dari daftar."]}


def test_member_of_another_team_is_not_found_under_this_one(wati: Client, cast: Cast) -> None:
    other = TeamMember.objects.filter(team__kind=TeamKind.EVALUATION).first()
    assert other
    address = f"/kota-melati/tim/{team_of(cast).pk}/anggota/{other.pk}/"
    assert [wati.get(address).status_code, wati.post(f"{address}keluarkan/").status_code] == [404, 404]
    assert TeamMember.objects.filter(pk=other.pk).exists()
