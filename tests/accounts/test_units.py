"""Units: what they are called, what they are part of, when they are there."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from petajalan.accounts import services
from petajalan.accounts.choices import UnitKind
from petajalan.accounts.models import Agency, Holding, Position, Unit, UnitAlias
from petajalan.accounts.roles import roles_of
from petajalan.accounts.services import UnitValues
from petajalan.common.models import AuditEntry
from tests.cast import Cast

AT = datetime(2024, 3, 4, 3, 0, tzinfo=UTC)
SOCIAL = UnitValues(UnitKind.DEPARTMENT, "Dinas Sosial", "Dinsos", aliases=("Dinas Kesos",))


def add(cast: Cast, values: UnitValues = SOCIAL, head: str = "") -> Unit:
    return services.create_unit(agency=cast.agency, values=values, head=head, by=cast.wati, at=AT)


def refused(cast: Cast, values: UnitValues) -> dict[str, list[str]]:
    before = Unit.objects.count()
    with pytest.raises(ValidationError) as refusal:
        add(cast, values)
    assert Unit.objects.count() == before
    return refusal.value.message_dict


def test_new_unit_with_its_head_and_its_entries(cast: Cast) -> None:
    unit = add(cast, head="Kepala Dinas Sosial")
    assert (unit.agency, unit.kind, unit.name, unit.short_name) == (cast.agency, "department", "Dinas Sosial", "Dinsos")
    assert list(unit.aliases.values_list("name", flat=True)) == ["Dinas Kesos"]
    assert [(one.name, one.is_head) for one in unit.positions.all()] == [("Kepala Dinas Sosial", True)]
    entries = AuditEntry.objects.filter(at=AT).order_by("pk")
    assert [(one.action, one.actor, one.after) for one in entries] == [
        (
            "unit_created",
            cast.wati,
            {"unit_kind": "department", "name": "Dinas Sosial", "short_name": "Dinsos", "aliases": ["Dinas Kesos"]},
        ),
        (
            "position_created",
            cast.wati,
            {"name": "Kepala Dinas Sosial", "unit": "Dinas Sosial", "is_head": True, "shared": False},
        ),
    ]


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        (UnitValues("department", " . "), {"name": ["Tulis nama unit."]}),
        (UnitValues("department", "DINAS  SOSIAL"), {"name": ["Nama ini sudah dipakai: Dinas Sosial."]}),
        (UnitValues("department", "Dinsos"), {"name": ["Nama ini sudah dipakai: Dinas Sosial."]}),
        (
            UnitValues("department", "Dinas X", "dinas kesos"),
            {"short_name": ["Singkatan ini sudah dipakai: Dinas Sosial."]},
        ),
        (
            UnitValues("department", "Dinas X", aliases=("Dinsos.",)),
            {"aliases": ["“Dinsos.” sudah menjadi nama atau sebutan Dinas Sosial."]},
        ),
        (
            UnitValues("department", "Dinas X", active_from=date(2024, 2, 1), active_until=date(2024, 1, 1)),
            {"active_until": ["“Aktif sampai” tidak boleh sebelum “aktif sejak”."]},
        ),
    ],
)
def test_refused_units(cast: Cast, values: UnitValues, errors: dict[str, list[str]]) -> None:
    add(cast)
    assert refused(cast, values) == errors


def test_another_agency_may_use_the_same_names(cast: Cast) -> None:
    add(cast)
    there = services.create_unit(agency=cast.other_agency, values=SOCIAL, by=cast.dewi, at=AT)
    assert (there.agency, there.name) == (cast.other_agency, "Dinas Sosial")


def test_villages_of_two_districts_may_bear_one_name(cast: Cast) -> None:
    north, south = (add(cast, UnitValues("district", f"Kecamatan {name}")) for name in ("Utara", "Selatan"))
    for district in (north, south):
        add(cast, UnitValues("village", "Kelurahan Sukamaju", parent=district))
    assert Unit.objects.filter(name="Kelurahan Sukamaju").count() == 2
    assert refused(cast, UnitValues("village", "Kelurahan Sukamaju", parent=north)) == {
        "name": ["Nama ini sudah dipakai: Kelurahan Sukamaju."]
    }


def test_change_keeps_what_was_before_and_the_same_again_leaves_no_entry(cast: Cast) -> None:
    unit = add(cast)
    new = UnitValues("department", "Dinas Sosial dan Pemberdayaan", "Dinsos", aliases=("Dinas Sosial",))
    for _time in range(2):
        services.change_unit(unit=unit, values=new, by=cast.wati, at=AT)
    entry = AuditEntry.objects.get(action="unit_changed")
    assert entry.before == {"name": "Dinas Sosial", "aliases": ["Dinas Kesos"]}
    assert entry.after == {"name": "Dinas Sosial dan Pemberdayaan", "aliases": ["Dinas Sosial"]}


def test_unit_cannot_be_part_of_what_is_part_of_it(cast: Cast) -> None:
    upper = add(cast)
    lower = add(cast, UnitValues("technical", "UPTD Panti", parent=upper))
    for parent in (upper, lower):
        values = UnitValues("department", "Dinas Sosial", parent=parent)
        with pytest.raises(ValidationError) as refusal:
            services.change_unit(unit=upper, values=values, by=cast.wati, at=AT)
        assert list(refusal.value.message_dict) == ["parent"]


def test_all_units_are_the_departments_and_districts_of_the_day(cast: Cast) -> None:
    Unit.objects.filter(agency=cast.agency).update(active_until=date(2019, 12, 31))
    add(cast)
    add(cast, UnitValues("department", "Dinas Lama", active_until=date(2023, 12, 31)))
    add(cast, UnitValues("department", "Dinas Baru", active_from=date(2024, 1, 1)))
    district = add(cast, UnitValues("district", "Kecamatan Utara"))
    add(cast, UnitValues("village", "Kelurahan Utara", parent=district))
    add(cast, UnitValues("division", "Bagian Umum"))
    services.create_unit(agency=cast.other_agency, values=SOCIAL, by=cast.dewi, at=AT)

    def names(day: date) -> list[str]:
        return list(Unit.objects.all_units(cast.agency, day).values_list("name", flat=True))

    assert names(date(2023, 12, 31)) == ["Dinas Lama", "Dinas Sosial", "Kecamatan Utara"]
    assert names(date(2024, 1, 1)) == ["Dinas Baru", "Dinas Sosial", "Kecamatan Utara"]


def test_retiring_ends_positions_and_roles_and_reopening_brings_positions_back(cast: Cast) -> None:
    diskominfo = Unit.objects.get(agency=cast.agency, short_name="Diskominfo")
    last = date(2024, 3, 31)
    services.retire_unit(unit=diskominfo, on=last, reason="Perda baru", by=cast.wati, at=AT)
    assert set(Holding.objects.filter(position__unit=diskominfo).values_list("ends_on", flat=True)) == {last}
    assert roles_of(cast.siti, cast.agency, last) == {"operator"}
    assert roles_of(cast.siti, cast.agency, date(2024, 4, 1)) == frozenset()
    entry = AuditEntry.objects.get(action="unit_retired")
    assert (entry.reason, entry.before) == ("Perda baru", {"active_until": None})
    assert entry.after["holders"] == [
        "Joko Prasetyo · Kepala Dinas Komunikasi, Informatika dan Statistik",
        "Siti Rahmawati · Pranata Komputer",
    ]
    services.reopen_unit(unit=diskominfo, reason="Dibatalkan", by=cast.wati, at=AT)
    assert Unit.objects.get(pk=diskominfo.pk).active_until is None
    assert set(Position.objects.filter(unit=diskominfo).values_list("ended_on", flat=True)) == {None}
    assert roles_of(cast.siti, cast.agency, date(2024, 4, 1)) == frozenset()


def test_unit_with_active_units_below_it_is_not_retired(cast: Cast) -> None:
    upper = add(cast)
    add(cast, UnitValues("technical", "UPTD Panti", parent=upper))
    with pytest.raises(ValidationError) as refusal:
        services.retire_unit(unit=upper, on=date(2024, 3, 31), reason="x", by=cast.wati, at=AT)
    assert refusal.value.messages == ["Masih ada unit aktif di bawahnya: UPTD Panti. Akhiri dahulu."]
    upper.refresh_from_db()
    assert upper.active_until is None


@pytest.mark.parametrize(
    "break_it",
    [
        lambda agency, unit: Unit.objects.create(agency=agency, kind="division", name="X", key=unit.key),
        lambda agency, unit: Unit.objects.filter(pk=unit.pk).update(parent=unit),
        lambda agency, unit: Unit.objects.filter(pk=unit.pk).update(
            active_from=date(2024, 1, 2), active_until=date(2024, 1, 1)
        ),
        lambda agency, unit: UnitAlias.objects.create(agency=agency, unit=unit, name="x", key="dinas kesos"),
    ],
    ids=["same name", "own parent", "ends before it begins", "same alias"],
)
def test_database_refuses(cast: Cast, break_it) -> None:
    unit = add(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        break_it(cast.agency, unit)


# ---- pages ----


@pytest.fixture
def wati(client: Client, cast: Cast) -> Client:
    client.force_login(cast.wati)
    return client


def units_of_page(client: Client, query: str = "") -> list[str]:
    groups = client.get(f"/kota-melati/unit/{query}").context["list"].groups
    return [row.unit.called for group in groups for row in group.rows]


def test_list_filters_by_words_kind_and_state(wati: Client, cast: Cast) -> None:
    add(cast)
    retired = add(cast, UnitValues("technical", "UPTD Lama"))
    services.retire_unit(unit=retired, on=date(2024, 3, 31), reason="x", by=cast.wati, at=AT)
    assert units_of_page(wati) == ["Diskominfo", "Dinsos", "Inspektorat", "Setda", "Bagor"]
    assert units_of_page(wati, "?cari=kesos") == ["Dinsos"]
    assert units_of_page(wati, "?cari=dinas+statistik") == ["Diskominfo"]
    assert units_of_page(wati, "?jenis=division") == ["Bagor"]
    assert units_of_page(wati, "?keadaan=kosong") == ["Dinsos", "Inspektorat"]
    assert units_of_page(wati, "?keadaan=berakhir") == ["UPTD Lama"]
    assert units_of_page(wati, "?cari=tidak+ada") == []
    assert units_of_page(wati, "?jenis=aneh&keadaan=aneh") == units_of_page(wati)


def test_add_edit_and_retire_through_the_pages(wati: Client, cast: Cast) -> None:
    given = {"kind": "department", "name": "Dinas Sosial", "short_name": "", "aliases": "Dinsos\n\nDinas Kesos "}
    page = wati.post("/kota-melati/unit/tambah/", given | {"head": "Kepala Dinas Sosial"}, follow=True)
    assert "Dinas Sosial tersimpan." in page.content.decode()
    unit = Unit.objects.get(name="Dinas Sosial")
    assert sorted(unit.aliases.values_list("name", flat=True)) == ["Dinas Kesos", "Dinsos"]
    address = f"/kota-melati/unit/{unit.pk}/"
    form = wati.get(f"{address}ubah/").context["form"]
    assert form.initial["aliases"] == "Dinas Kesos\nDinsos"
    assert wati.post(f"{address}ubah/", given | {"name": "Dinas Sosial Baru"}).url == address
    last = {"on": "2024-03-31", "reason": "Perda 1 Tahun 2024"}
    assert wati.post(f"{address}akhiri/", last).url == address
    assert "Unit ini berakhir 31 Maret 2024" in wati.get(address).content.decode()
    assert wati.post(f"{address}akhiri/", {"reason": "Keliru"}).url == address
    unit.refresh_from_db()
    assert (unit.name, unit.active_until) == ("Dinas Sosial Baru", None)


def test_refusals_stand_at_their_fields(wati: Client, cast: Cast) -> None:
    page = wati.post(
        "/kota-melati/unit/tambah/", {"kind": "department", "name": "Diskominfo", "active_from": "kemarin"}
    )
    assert page.context["form"].errors == {"active_from": ["Tulis tanggal seperti 31/12/2024."]}
    page = wati.post("/kota-melati/unit/tambah/", {"kind": "department", "name": "Diskominfo"})
    assert page.context["form"].errors == {
        "name": ["Nama ini sudah dipakai: Dinas Komunikasi, Informatika dan Statistik."]
    }


def test_unit_of_another_agency_is_no_parent(wati: Client, cast: Cast) -> None:
    theirs = services.create_unit(agency=cast.other_agency, values=SOCIAL, by=cast.dewi, at=AT)
    page = wati.post("/kota-melati/unit/tambah/", {"kind": "division", "name": "Bagian X", "parent": theirs.pk})
    assert list(page.context["form"].errors) == ["parent"]


def test_retired_parent_stays_when_its_unit_is_edited(wati: Client, cast: Cast) -> None:
    upper = add(cast)
    lower = add(cast, UnitValues("technical", "UPTD Panti", parent=upper))
    Unit.objects.filter(pk=upper.pk).update(active_until=date(2024, 3, 31))
    address = f"/kota-melati/unit/{lower.pk}/ubah/"
    assert f'<option value="{upper.pk}" selected>' in wati.get(address).content.decode()
    wati.post(address, {"kind": "technical", "name": "UPTD Panti Asuhan", "parent": upper.pk})
    lower.refresh_from_db()
    assert (lower.name, lower.parent) == ("UPTD Panti Asuhan", upper)


def test_members_read_and_only_the_administrator_is_offered_changes(client: Client, cast: Cast) -> None:
    unit = add(cast)
    for name, offered in (("siti", False), ("wali", False), ("wati", True)):
        client.force_login(cast[name])
        for address in ("/kota-melati/unit/", f"/kota-melati/unit/{unit.pk}/"):
            page = client.get(address).content.decode()
            assert (name, address, "/tambah/" in page) == (name, address, offered)


def test_simulated_units_say_so(wati: Client, cast: Cast) -> None:
    unit = services.create_unit(agency=cast.agency, values=SOCIAL, simulated=True, by=cast.wati, at=AT)
    for address in ("/kota-melati/unit/", f"/kota-melati/unit/{unit.pk}/"):
        assert wati.get(address).content.decode().count("Data simulasi") == 1


def test_empty_agency_is_told_how_to_begin(client: Client, cast: Cast) -> None:
    client.force_login(cast.dewi)
    page = client.get("/kota-contoh/unit/").content.decode()
    assert "Belum ada unit" in page
    assert '<a class="btn btn-primary" href="/kota-contoh/unit/impor/">' in page


def test_agency_of_the_page_owns_what_is_made(client: Client, cast: Cast) -> None:
    client.force_login(cast.dewi)
    client.post("/kota-contoh/unit/tambah/", {"kind": "department", "name": "Dinas Sosial"})
    assert Unit.objects.get(name="Dinas Sosial").agency == Agency.objects.get(slug="kota-contoh")
