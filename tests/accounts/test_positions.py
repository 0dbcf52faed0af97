"""Positions and who holds them: one definitive holder at a time, and a handover that leaves no gap."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from petajalan.accounts import services
from petajalan.accounts.choices import Acting, Role
from petajalan.accounts.demo_city import SINCE
from petajalan.accounts.models import Holding, Position, Unit
from petajalan.accounts.open_work import OpenItem, OpenWork, add_kind, open_work
from petajalan.accounts.roles import roles_of, units_of
from petajalan.common.models import AuditEntry
from tests.cast import Cast, person

AT = datetime(2024, 3, 4, 3, 0, tzinfo=UTC)
MARCH = date(2024, 3, 4)
BEFORE = date(2024, 3, 3)


def head(cast: Cast, name: str = "Diskominfo") -> Position:
    return Position.objects.select_related("unit").get(agency=cast.agency, unit__short_name=name, is_head=True)


def hand_over(cast: Cast, to: str, on: date = MARCH, acting: str = "", position: Position | None = None) -> Holding:
    return services.hand_over(
        position=position or head(cast), to=cast[to], on=on, acting=acting, reason="SK 821", by=cast.wati, at=AT
    )


def holders(position: Position) -> list[tuple[str, date, date | None, str]]:
    held = position.holdings.order_by("starts_on", "pk").select_related("user")
    return [(one.user.get_short_name(), one.starts_on, one.ends_on, one.acting) for one in held]


def refusal(act) -> list[str]:
    before = list(Holding.objects.order_by("pk").values_list())
    with pytest.raises(ValidationError) as refused:
        act()
    assert list(Holding.objects.order_by("pk").values_list()) == before
    return refused.value.messages


def test_handover_ends_one_holding_the_day_before_the_next(cast: Cast) -> None:
    hand_over(cast, "ani")
    assert holders(head(cast)) == [("Joko", SINCE, BEFORE, ""), ("Ani", MARCH, None, "")]
    assert Role.UNIT_HEAD in roles_of(cast.joko, cast.agency, BEFORE)
    assert Role.UNIT_HEAD not in roles_of(cast.joko, cast.agency, MARCH)
    assert Role.UNIT_HEAD in roles_of(cast.ani, cast.agency, MARCH)
    entry = AuditEntry.objects.get(action="position_handed_over")
    assert (entry.actor, entry.reason, entry.before, entry.after) == (
        cast.wati,
        "SK 821",
        {"holders": ["Joko Prasetyo"]},
        {"holder": "Ani Lestari", "starts_on": "2024-03-04"},
    )


def test_plt_takes_the_place_of_the_holder_and_plh_stands_beside(cast: Cast) -> None:
    hand_over(cast, "ani", acting=Acting.PLH)
    assert holders(head(cast)) == [("Joko", SINCE, None, ""), ("Ani", MARCH, None, "plh")]
    assert Role.UNIT_HEAD in roles_of(cast.joko, cast.agency, MARCH) & roles_of(cast.ani, cast.agency, MARCH)
    hand_over(cast, "budi", on=date(2024, 4, 1), acting=Acting.PLT)
    assert holders(head(cast)) == [
        ("Joko", SINCE, date(2024, 3, 31), ""),
        ("Ani", MARCH, date(2024, 3, 31), "plh"),
        ("Budi", date(2024, 4, 1), None, "plt"),
    ]
    hand_over(cast, "siti", on=date(2024, 5, 1))
    assert holders(head(cast))[-2:] == [
        ("Budi", date(2024, 4, 1), date(2024, 4, 30), "plt"),
        ("Siti", date(2024, 5, 1), None, ""),
    ]


def test_one_person_may_hold_two_positions(cast: Cast) -> None:
    hand_over(cast, "budi", acting=Acting.PLT)
    units = units_of(cast.budi, cast.agency, MARCH)
    assert [unit.short_name for unit in units] == ["Bagor", "Diskominfo"]


def test_shared_position_is_held_by_several(cast: Cast) -> None:
    staff = Position.objects.get(agency=cast.agency, name="Pranata Komputer")
    hand_over(cast, "ani", position=staff)
    assert holders(staff) == [("Siti", SINCE, None, ""), ("Ani", MARCH, None, "")]
    assert refusal(lambda: hand_over(cast, "ani", date(2024, 5, 1), position=staff)) == [
        "Ani Lestari sudah memegang jabatan ini."
    ]


def test_refused_handovers(cast: Cast) -> None:
    assert refusal(lambda: hand_over(cast, "joko")) == ["Joko Prasetyo sudah memegang jabatan ini."]
    assert refusal(lambda: hand_over(cast, "ani", SINCE)) == [
        "Joko Prasetyo memegang jabatan ini sejak 1 Januari 2023. Pilih tanggal setelah itu."
    ]
    Position.objects.filter(pk=head(cast).pk).update(ended_on=BEFORE)
    assert refusal(lambda: hand_over(cast, "ani")) == ["Jabatan ini sudah dihapus pada tanggal itu."]


def test_handover_that_is_to_come_can_be_entered_ahead(cast: Cast) -> None:
    hand_over(cast, "ani", date(2024, 6, 1))
    assert refusal(lambda: hand_over(cast, "budi", date(2024, 5, 1))) == [
        "Ani Lestari memegang jabatan ini sejak 1 Juni 2024. Pilih tanggal setelah itu."
    ]
    assert Role.UNIT_HEAD in roles_of(cast.joko, cast.agency, date(2024, 5, 31))


def test_ending_and_correcting_a_holding(cast: Cast) -> None:
    held = Holding.objects.get(user=cast.joko)
    services.end_holding(holding=held, on=BEFORE, reason="Pensiun", by=cast.wati, at=AT)
    assert holders(head(cast)) == [("Joko", SINCE, BEFORE, "")]
    later = hand_over(cast, "ani", date(2024, 4, 1))
    right = {"starts_on": MARCH, "ends_on": None, "acting": "", "reason": "Salah ketik", "by": cast.wati, "at": AT}
    services.correct_holding(holding=later, **right)
    assert holders(head(cast)) == [("Joko", SINCE, BEFORE, ""), ("Ani", MARCH, None, "")]
    assert refusal(lambda: services.correct_holding(holding=later, **(right | {"starts_on": BEFORE}))) == [
        "Pada waktu itu Joko Prasetyo memegang jabatan ini (1 Januari 2023 sampai 3 Maret 2024)."
    ]
    assert refusal(lambda: services.end_holding(holding=later, on=BEFORE, by=cast.wati, at=AT)) == [
        "“Sampai” tidak boleh sebelum “mulai”."
    ]
    assert list(AuditEntry.objects.filter(at=AT).order_by("pk").values_list("action", "reason")) == [
        ("holding_ended", "Pensiun"),
        ("holding_started", "SK 821"),
        ("holding_corrected", "Salah ketik"),
    ]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "acting", "stands"),
    [
        (MARCH, None, "", False),
        (date(2022, 1, 1), SINCE, "", False),
        (date(2022, 1, 1), date(2022, 12, 31), "", True),
        (MARCH, None, "plt", True),
    ],
)
def test_database_refuses_two_definitive_holders_of_a_day(
    cast: Cast, starts_on: date, ends_on: date | None, acting: str, stands: bool
) -> None:
    fresh = Holding(
        agency=cast.agency, position=head(cast), user=cast.ani, starts_on=starts_on, ends_on=ends_on, acting=acting
    )
    if stands:
        fresh.save()
        with pytest.raises(IntegrityError), transaction.atomic():
            Holding.objects.filter(pk=fresh.pk).update(starts_on=SINCE, ends_on=None, acting="")
        return
    with pytest.raises(IntegrityError), transaction.atomic():
        fresh.save()


def test_names_and_heads_are_unique_in_a_unit(cast: Cast) -> None:
    unit = Unit.objects.get(agency=cast.agency, short_name="Diskominfo")

    def create(**values: object) -> dict[str, list[str]]:
        with pytest.raises(ValidationError) as refused:
            services.create_position(agency=cast.agency, unit=unit, by=cast.wati, at=AT, **values)
        return refused.value.message_dict

    head_name = "Kepala Dinas Komunikasi, Informatika dan Statistik"
    assert create(name="pranata  komputer") == {"name": ["Jabatan ini sudah ada di unit yang sama."]}
    assert create(name="Kepala Lain", is_head=True) == {"is_head": [f"Unit ini sudah dipimpin jabatan {head_name}."]}
    assert create(name="-") == {"name": ["Tulis nama jabatan, misalnya Kepala Dinas Sosial."]}
    assert create(name="X", is_head=True, shared=True)["shared"] == ["Jabatan yang memimpin unit dipegang satu orang."]


def test_shared_position_with_two_holders_stays_shared(cast: Cast) -> None:
    staff = Position.objects.get(agency=cast.agency, name="Pranata Komputer")
    hand_over(cast, "ani", position=staff)
    change = {"name": staff.name, "is_head": False, "shared": False, "by": cast.wati, "at": AT}
    with pytest.raises(ValidationError):
        services.change_position(position=staff, **change)
    services.end_holding(holding=Holding.objects.get(user=cast.siti), on=BEFORE, by=cast.wati, at=AT)
    services.change_position(position=staff, **change)
    staff.refresh_from_db()
    assert staff.shared is False


def test_position_ends_only_when_nobody_holds_it(cast: Cast) -> None:
    with pytest.raises(ValidationError) as refused:
        services.end_position(position=head(cast), on=MARCH, reason="x", by=cast.wati, at=AT)
    assert refused.value.messages == ["Joko Prasetyo masih memegang jabatan ini. Akhiri dahulu."]
    services.end_holding(holding=Holding.objects.get(user=cast.joko), on=BEFORE, by=cast.wati, at=AT)
    services.end_position(position=head(cast), on=MARCH, reason="Perda baru", by=cast.wati, at=AT)
    assert head(cast).ended_on == MARCH


def test_later_apps_add_kinds_of_open_work(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("petajalan.accounts.open_work._kinds", {})
    add_kind("reports", "Laporan terbuka", lambda position, on: [OpenItem("Laporan Februari", f"{on:%d/%m}", "/x/")])
    add_kind("nothing", "Tidak ada", lambda position, on: [])
    assert open_work(head(cast), MARCH) == (
        OpenWork("Laporan terbuka", (OpenItem("Laporan Februari", "04/03", "/x/"),)),
    )


def test_own_kinds_are_the_unit_it_heads_and_its_teams(cast: Cast) -> None:
    setda = head(cast, "Setda")
    assert open_work(setda, MARCH) == (
        OpenWork("Unit yang dipimpin", (OpenItem("Sekretariat Daerah"),)),
        OpenWork("Tim", (OpenItem("Tim STU/Kesekretariatan", "Ketua"),)),
    )


# ---- pages ----


@pytest.fixture
def wati(client: Client, cast: Cast) -> Client:
    client.force_login(cast.wati)
    return client


def test_handover_on_its_page_names_what_moves(wati: Client, cast: Cast) -> None:
    position = head(cast, "Setda")
    address = f"/kota-melati/jabatan/{position.pk}/"
    page = wati.get(f"{address}serah-terima/").content.decode()
    assert "Rina Hapsari memegangnya sejak 1 Januari 2023." in page
    assert "Tim STU/Kesekretariatan" in page
    given = {"to": cast.budi.pk, "on": "2024-03-04", "acting": "plt", "reason": "SK 821"}
    done = wati.post(f"{address}serah-terima/", given, follow=True).content.decode()
    assert "Budi Santoso memegang Plt. Sekretaris Daerah." in done
    assert holders(position) == [("Rina", SINCE, BEFORE, ""), ("Budi", MARCH, None, "plt")]


def test_handover_is_offered_to_active_people_of_the_agency_only(wati: Client, cast: Cast) -> None:
    address = f"/kota-melati/jabatan/{head(cast).pk}/serah-terima/"
    cast.ani.is_active = False
    cast.ani.save()
    stranger = person("asing@contoh.example")
    for user in (cast.dewi, cast.ani, stranger):
        page = wati.post(address, {"to": user.pk, "on": "2024-03-04", "acting": "definitive"})
        assert page.context["form"].errors == {"to": ["Pilih orang dari daftar."]}


def test_refusal_of_a_handover_stands_at_its_field(wati: Client, cast: Cast) -> None:
    address = f"/kota-melati/jabatan/{head(cast).pk}/serah-terima/"
    page = wati.post(address, {"to": cast.ani.pk, "on": "2022-01-01", "acting": "definitive"})
    assert list(page.context["form"].errors) == ["on"]
    page = wati.post(address, {})
    assert page.context["form"].errors == {
        "to": ["Pilih orangnya."],
        "on": ["Pilih tanggalnya."],
        "acting": ["Bidang ini tidak boleh kosong."],
    }


def test_correcting_and_ending_on_the_pages(wati: Client, cast: Cast) -> None:
    position = head(cast)
    held = Holding.objects.get(user=cast.joko)
    address = f"/kota-melati/jabatan/{position.pk}/"
    right = {"starts_on": "2023-02-01", "ends_on": "", "acting": "definitive", "reason": "Salah ketik"}
    assert wati.post(f"{address}pemegang/{held.pk}/perbaiki/", right).url == address
    assert wati.post(f"{address}pemegang/{held.pk}/akhiri/", {"on": "2024-03-03", "reason": "Pensiun"}).url == address
    assert holders(position) == [("Joko", date(2023, 2, 1), BEFORE, "")]
    page = wati.get(address).content.decode()
    assert "1 Feb 2023 sampai 3 Mar 2024" in page
    assert "Selesai" in page


def test_holder_of_another_position_is_not_found_under_this_one(wati: Client, cast: Cast) -> None:
    other = Holding.objects.get(user=cast.rina)
    address = f"/kota-melati/jabatan/{head(cast).pk}/pemegang/{other.pk}/akhiri/"
    assert wati.post(address, {"on": "2024-03-03", "reason": "x"}).status_code == 404


def test_leadership_stands_outside_of_units(wati: Client, cast: Cast) -> None:
    page = wati.post("/kota-melati/jabatan/tambah/", {"name": "Wakil Wali Kota", "is_head": "on"}, follow=True)
    deputy = Position.objects.get(name="Wakil Wali Kota")
    assert (deputy.unit, deputy.is_head) == (None, False)
    assert "pemegangnya berperan sebagai pimpinan" in page.content.decode()
    assert "Wakil Wali Kota" in wati.get("/kota-melati/unit/").content.decode()
