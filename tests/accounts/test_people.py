"""People of an agency: what they are and why, the roles given to them, and whether they may come in."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from petajalan.accounts import services
from petajalan.accounts.choices import Role
from petajalan.accounts.demo_city import SINCE
from petajalan.accounts.models import Membership, User
from petajalan.accounts.roles import roles_of
from petajalan.common.models import AuditEntry
from tests.cast import PASSWORD, Cast, person

AT = datetime(2024, 3, 4, 3, 0, tzinfo=UTC)
MARCH = date(2024, 3, 4)


def give(cast: Cast, to: User, role: Role, starts_on: date = MARCH, ends_on: date | None = None) -> Membership:
    return services.give_role(
        agency=cast.agency, user=to, role=role, starts_on=starts_on, ends_on=ends_on, by=cast.wati, at=AT
    )


def refusal(act) -> list[str]:
    before = (list(Membership.objects.order_by("pk").values_list()), list(User.objects.values_list("is_active")))
    with pytest.raises(ValidationError) as refused:
        act()
    assert before == (
        list(Membership.objects.order_by("pk").values_list()),
        list(User.objects.values_list("is_active")),
    )
    return refused.value.messages


def test_given_role_lasts_from_day_to_day(cast: Cast) -> None:
    give(cast, cast.siti, Role.AUDITOR, MARCH, date(2024, 3, 31))
    for day, holds in ((3, False), (4, True), (31, True)):
        assert (Role.AUDITOR in roles_of(cast.siti, cast.agency, date(2024, 3, day))) is holds
    assert Role.AUDITOR not in roles_of(cast.siti, cast.agency, date(2024, 4, 1))
    entry = AuditEntry.objects.get(action="role_given")
    assert (entry.object_name, entry.actor, entry.after) == (
        "Siti Rahmawati",
        cast.wati,
        {"role": "auditor", "valid_from": "2024-03-04", "valid_until": "2024-03-31"},
    )


def test_refused_roles(cast: Cast) -> None:
    give(cast, cast.siti, Role.AUDITOR, MARCH, date(2024, 3, 31))
    same = ["Orang ini sudah punya peran itu pada waktu yang sama."]
    assert refusal(lambda: give(cast, cast.siti, Role.AUDITOR, date(2024, 3, 31))) == same
    assert refusal(lambda: give(cast, cast.siti, Role.AUDITOR, date(2024, 1, 1), MARCH)) == same
    assert refusal(lambda: give(cast, cast.siti, Role.LEADER, MARCH, SINCE)) == [
        "“Sampai” tidak boleh sebelum “mulai”."
    ]
    give(cast, cast.siti, Role.AUDITOR, date(2024, 4, 1))
    give(cast, cast.joko, Role.AUDITOR)


def end(membership: Membership, by: User, on: date = MARCH) -> None:
    services.end_role(membership=membership, on=on, by=by, at=AT)


def test_ending_a_role(cast: Cast) -> None:
    held = give(cast, cast.siti, Role.AUDITOR)
    end(held, cast.wati, date(2024, 3, 10))
    held.refresh_from_db()
    assert held.valid_until == date(2024, 3, 10)
    to_come = give(cast, cast.joko, Role.AUDITOR, date(2024, 6, 1))
    end(to_come, cast.wati)
    assert not Membership.objects.filter(pk=to_come.pk).exists()
    assert AuditEntry.objects.filter(action="role_ended").count() == 2


OWN = ["Anda tidak dapat mengakhiri peran administrator Anda sendiri. Minta administrator lain."]
LAST = ["Instansi harus mempunyai sedikitnya satu administrator. Beri dahulu peran itu kepada orang lain."]


def test_nobody_removes_their_own_last_administrator_role(cast: Cast) -> None:
    own = Membership.objects.get(user=cast.wati)
    assert refusal(lambda: end(own, cast.wati)) == OWN
    give(cast, cast.joko, Role.ADMINISTRATOR)
    assert refusal(lambda: end(own, cast.wati)) == OWN
    end(own, cast.joko)
    assert Role.ADMINISTRATOR not in roles_of(cast.wati, cast.agency, date(2024, 3, 5))


def test_an_agency_keeps_an_administrator(cast: Cast) -> None:
    own = Membership.objects.get(user=cast.wati)
    keeper = User.objects.create_superuser("kunci@contoh.example", PASSWORD, full_name="Juru Kunci")
    assert refusal(lambda: end(own, keeper)) == LAST
    give(cast, cast.joko, Role.ADMINISTRATOR, MARCH, date(2024, 12, 31))  # not for good
    assert refusal(lambda: end(own, keeper)) == LAST
    inactive = person("lama@contoh.example", agency=cast.agency, role=Role.ADMINISTRATOR)
    User.objects.filter(pk=inactive.pk).update(is_active=False)
    assert refusal(lambda: end(own, keeper)) == LAST
    assert refusal(lambda: deactivate(cast, cast.wati, by=keeper)) == LAST


def deactivate(cast: Cast, user: User, by: User | None = None) -> None:
    services.deactivate_person(agency=cast.agency, user=user, reason="Pindah", by=by or cast.wati, at=AT)


def test_deactivated_person_stays_out_until_reactivated(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    assert client.get("/kota-melati/").status_code == 200
    deactivate(cast, cast.siti)
    assert client.get("/kota-melati/").status_code == 302
    services.reactivate_person(agency=cast.agency, user=User.objects.get(pk=cast.siti.pk), by=cast.wati, at=AT)
    client.force_login(User.objects.get(pk=cast.siti.pk))
    assert client.get("/kota-melati/").status_code == 200
    entries = AuditEntry.objects.filter(object_key=str(cast.siti.pk), at=AT).order_by("pk")
    assert list(entries.values_list("action", "reason")) == [
        ("account_deactivated", "Pindah"),
        ("account_reactivated", ""),
    ]


def test_who_is_not_deactivated(cast: Cast) -> None:
    assert refusal(lambda: deactivate(cast, cast.wati)) == [
        "Anda tidak dapat menonaktifkan akun Anda sendiri. Minta administrator lain."
    ]
    both = person("dua@contoh.example", agency=cast.agency, role=Role.AUDITOR)
    person("dua@contoh.example", agency=cast.other_agency, role=Role.AUDITOR)
    assert refusal(lambda: deactivate(cast, both)) == [
        "Orang ini juga bekerja di instansi lain. Akhiri peran dan jabatannya di sini; akunnya tetap aktif."
    ]
    User.objects.filter(pk=cast.joko.pk).update(is_staff=True)
    assert refusal(lambda: deactivate(cast, cast.joko)) == [
        "Akun ini mengelola instalasi. Hanya pengelola instalasi lain yang dapat mengubahnya."
    ]


# ---- pages ----


@pytest.fixture
def wati(client: Client, cast: Cast) -> Client:
    client.force_login(cast.wati)
    return client


def people_of_page(client: Client, query: str = "") -> list[str]:
    return [row.user.get_short_name() for row in client.get(f"/kota-melati/orang/{query}").context["rows"]]


def test_list_finds_people_and_tells_their_roles(wati: Client, cast: Cast) -> None:
    assert people_of_page(wati) == ["Ani", "Budi", "Joko", "Pak", "Rina", "Siti", "Wati"]
    assert people_of_page(wati, "?cari=rahma") == ["Siti"]
    assert people_of_page(wati, "?cari=JOKO%40kota") == ["Joko"]
    deactivate(cast, cast.siti)
    assert people_of_page(wati, "?keadaan=nonaktif") == ["Siti"]
    row = wati.get("/kota-melati/orang/?cari=ani").context["rows"][0]
    assert ([role.value for role in row.roles], [one.title for one in row.holdings]) == (
        ["evaluator", "operator"],
        ["Inspektur Pembantu Wilayah I"],
    )


def test_page_of_a_person_says_where_roles_come_from(wati: Client, cast: Cast) -> None:
    page = wati.get(f"/kota-melati/orang/{cast.ani.pk}/").content.decode()
    assert "karena Inspektur Pembantu Wilayah I duduk dalam Tim Evaluasi" in page
    assert "karena jabatan Inspektur Pembantu Wilayah I" in page
    own = wati.get(f"/kota-melati/orang/{cast.wati.pk}/").content.decode()
    assert "sejak 1 Jan 2023" in own


def test_roles_are_given_and_ended_on_the_pages(wati: Client, cast: Cast) -> None:
    address = f"/kota-melati/orang/{cast.siti.pk}/"
    assert wati.post(f"{address}peran/tambah/", {"role": "auditor", "starts_on": "2024-03-04"}).url == address
    held = Membership.objects.get(user=cast.siti)
    assert wati.post(f"{address}peran/{held.pk}/akhiri/", {"on": "2024-03-31"}).url == address
    assert "4 Mar 2024 sampai 31 Mar 2024" in wati.get(address).content.decode()
    refused = wati.post(f"{address}peran/tambah/", {"role": "operator", "starts_on": "2024-03-04"})
    assert list(refused.context["form"].errors) == ["role"]
    own = Membership.objects.get(user=cast.wati)
    page = wati.post(f"/kota-melati/orang/{cast.wati.pk}/peran/{own.pk}/akhiri/", {"on": "2024-03-31"})
    assert page.context["form"].non_field_errors() == OWN


def test_accounts_are_closed_and_opened_on_the_page(wati: Client, cast: Cast) -> None:
    address = f"/kota-melati/orang/{cast.joko.pk}/"
    page = wati.get(f"{address}keadaan/").content.decode()
    assert "Kepala Dinas Komunikasi, Informatika dan Statistik" in page
    assert wati.post(f"{address}keadaan/").context["form"].errors == {
        "reason": ["Tulis alasannya; alasan tercatat dalam jejak."]
    }
    assert wati.post(f"{address}keadaan/", {"reason": "Pensiun"}).url == address
    assert "orangnya tidak dapat masuk" in wati.get(address).content.decode()
    assert wati.post(f"{address}keadaan/").url == address
    cast.joko.refresh_from_db()
    assert cast.joko.is_active


def test_people_of_another_agency_are_not_found(wati: Client, cast: Cast) -> None:
    for rest in ("", "keadaan/", "peran/tambah/"):
        for user in (cast.dewi, person(f"x{len(rest)}@contoh.example")):
            assert wati.get(f"/kota-melati/orang/{user.pk}/{rest}").status_code == 404
    theirs = Membership.objects.get(user=cast.dewi)
    address = f"/kota-melati/orang/{cast.siti.pk}/peran/{theirs.pk}/akhiri/"
    assert wati.post(address, {"on": "2024-03-04"}).status_code == 404


def test_auditor_reads_people_and_is_offered_nothing(client: Client, cast: Cast) -> None:
    client.force_login(person(agency=cast.agency, role=Role.AUDITOR))
    for address in ("/kota-melati/orang/", f"/kota-melati/orang/{cast.siti.pk}/", "/kota-melati/orang/undangan/"):
        page = client.get(address)
        assert (address, page.status_code) == (address, 200)
        assert not any(rest in page.content.decode() for rest in ("undang/", "peran/tambah/", "keadaan/"))


def test_own_account_page_says_where_roles_come_from(client: Client, cast: Cast) -> None:
    client.force_login(cast.rina)
    page = client.get("/akun/").content.decode()
    assert "<b>Sekretariat, Kepala unit</b>" in page
    assert "karena jabatan Sekretaris Daerah, sejak 1 Jan 2023" in page
