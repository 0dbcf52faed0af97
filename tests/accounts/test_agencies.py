from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from petajalan.accounts import services
from petajalan.accounts.choices import Role
from petajalan.accounts.demo_city import SINCE
from petajalan.accounts.models import Agency, Membership, User
from petajalan.accounts.roles import roles_of
from petajalan.common.audit import SYSTEM
from petajalan.common.models import AuditEntry
from tests.cast import FOUNDED, PASSWORD, Cast, person


def seen_by(user: User | AnonymousUser) -> list[str]:
    return list(Agency.objects.visible_to(user).values_list("slug", flat=True))


def test_everybody_sees_their_own_agency_only(cast: Cast) -> None:
    for name in ("siti", "joko", "budi", "ani", "rina", "wati", "wali"):
        assert seen_by(cast[name]) == ["kota-melati"]
    assert seen_by(cast.dewi) == ["kota-contoh"]
    assert seen_by(AnonymousUser()) == []


def test_keeper_of_the_installation_sees_all(cast: Cast) -> None:
    keeper = User.objects.create_superuser("kunci@contoh.example", PASSWORD, full_name="Juru Kunci")
    assert seen_by(keeper) == ["kota-contoh", "kota-melati"]


def test_inactive_person_sees_nothing(cast: Cast) -> None:
    cast.siti.is_active = False
    assert seen_by(cast.siti) == []


def test_parent_agency_does_not_see_inside(cast: Cast) -> None:
    assert seen_by(person(agency=cast.agency, role=Role.PARENT_AGENCY)) == []


def test_two_roles_show_an_agency_once(cast: Cast) -> None:
    services.add_person(
        email=cast.siti.email,
        full_name="",
        agency=cast.agency,
        role=Role.COORDINATOR,
        password=None,
        by=SYSTEM,
        at=FOUNDED,
    )
    assert seen_by(cast.siti) == ["kota-melati"]
    assert roles_of(User.objects.get(pk=cast.siti.pk), cast.agency) == {Role.OPERATOR, Role.COORDINATOR}


@pytest.mark.parametrize(
    ("starts", "ends", "sees"),
    [(0, None, True), (0, 0, True), (-9, 3, True), (1, None, False), (-9, -1, False)],
)
def test_role_holds_between_its_days(cast: Cast, starts: int, ends: int | None, sees: bool) -> None:
    today = timezone.localdate()
    user = person()
    Membership.objects.create(
        agency=cast.agency,
        user=user,
        role=Role.OPERATOR,
        valid_from=today + timedelta(days=starts),
        valid_until=None if ends is None else today + timedelta(days=ends),
    )
    assert seen_by(user) == (["kota-melati"] if sees else [])
    assert roles_of(user, cast.agency) == ({Role.OPERATOR} if sees else frozenset())


def test_creating_an_agency_leaves_its_entry(db: None) -> None:
    agency = services.create_agency(name="Kota Mawar", kind="city", slug="kota-mawar", by=SYSTEM, at=FOUNDED)
    entry = AuditEntry.objects.get()
    assert (entry.agency, entry.actor, entry.actor_name, entry.action) == (agency, None, "system", "agency_created")
    assert entry.after == {"name": "Kota Mawar", "kind": "city", "slug": "kota-mawar"}


@pytest.mark.parametrize("slug", ["admin", "akun", "masuk", "static", "kota melati", "kota-melati"])
def test_refused_addresses_create_nothing(cast: Cast, slug: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        services.create_agency(name="Kota Mawar", kind="city", slug=slug, by=SYSTEM, at=FOUNDED)
    assert list(refusal.value.message_dict) == ["slug"]
    assert Agency.objects.filter(name="Kota Mawar").count() == 0


def test_adding_a_known_person_again_changes_nothing(cast: Cast) -> None:
    before = (User.objects.count(), Membership.objects.count(), AuditEntry.objects.count())
    services.create_demo_people(agency=cast.agency, password="kata sandi lain", by=SYSTEM, at=FOUNDED)
    assert (User.objects.count(), Membership.objects.count(), AuditEntry.objects.count()) == before
    assert User.objects.get(email=cast.siti.email).check_password(PASSWORD)


def test_keeper_needs_a_password_that_holds(db: None) -> None:
    given = {"email": "Kunci@Contoh.example", "full_name": "Juru Kunci", "by": SYSTEM, "at": FOUNDED}
    with pytest.raises(ValidationError):
        services.create_keeper(password="12345", **given)
    assert User.objects.count() == 0
    keeper = services.create_keeper(password="pagar bambu hijau", **given)
    assert (keeper.email, keeper.is_staff, keeper.is_superuser) == ("kunci@contoh.example", True, True)
    with pytest.raises(ValidationError):
        services.create_keeper(password="pagar bambu hijau", **given)


@pytest.mark.parametrize(
    "break_it",
    [
        lambda cast: User.objects.filter(pk=cast.siti.pk).update(email="Siti@kota-melati.example"),
        lambda cast: Agency.objects.filter(pk=cast.agency.pk).update(parent=cast.agency),
        lambda cast: Membership.objects.filter(user=cast.wati).update(valid_until=date(2020, 1, 1)),
        lambda cast: Membership.objects.create(
            agency=cast.agency, user=cast.wati, role=Role.ADMINISTRATOR, valid_from=SINCE
        ),
    ],
    ids=["email in capitals", "own parent", "ends before it begins", "held twice"],
)
def test_database_refuses(cast: Cast, break_it) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        break_it(cast)
