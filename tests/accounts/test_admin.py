import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from petajalan.accounts.models import Agency, Membership, User
from petajalan.common.models import AuditEntry
from tests.cast import PASSWORD, Cast


@pytest.fixture
def keeper(db: None) -> User:
    return User.objects.create_superuser("kunci@contoh.example", PASSWORD, full_name="Juru Kunci")


@pytest.fixture
def office(client: Client, keeper: User) -> Client:
    client.force_login(keeper)
    return client


def test_it_has_no_sign_in_of_its_own(client: Client, db: None) -> None:
    response = client.get("/admin/login/?next=/admin/")
    assert (response.status_code, response.url) == (302, "/masuk/?next=%2Fadmin%2F")


def test_administrator_of_an_agency_does_not_get_in(client: Client, cast: Cast) -> None:
    client.force_login(cast.wati)
    assert client.get("/admin/", follow=True).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "",
        "accounts/agency/",
        "accounts/user/",
        "accounts/membership/",
        "common/auditentry/",
        "common/outboxmail/",
        "accounts/user/add/",
    ],
)
def test_pages_open(office: Client, path: str) -> None:
    assert office.get(f"/admin/{path}").status_code == 200


def test_new_agency_person_and_role_leave_entries(office: Client, keeper: User) -> None:
    agency = {
        "name": "Kota Mawar",
        "kind": "city",
        "slug": "kota-mawar",
        "time_zone": "Asia/Jakarta",
        "region_code": "",
    }
    assert office.post("/admin/accounts/agency/add/", agency).status_code == 302
    user = {"email": "Ayu@Mawar.example", "full_name": "Ayu", "usable_password": "true"}
    user |= {"password1": PASSWORD, "password2": PASSWORD}
    assert office.post("/admin/accounts/user/add/", user).status_code == 302
    ayu, mawar = User.objects.get(email="ayu@mawar.example"), Agency.objects.get(slug="kota-mawar")
    role = {"agency": mawar.pk, "user": ayu.pk, "role": "administrator", "valid_from": "2024-01-02"}
    assert office.post("/admin/accounts/membership/add/", role).status_code == 302
    assert Membership.objects.get().role == "administrator"
    entries = AuditEntry.objects.order_by("pk").values_list("action", "actor", "agency")
    assert list(entries) == [
        ("agency_created", keeper.pk, mawar.pk),
        ("user_created", keeper.pk, None),
        ("membership_created", keeper.pk, mawar.pk),
    ]
    assert PASSWORD not in str(list(AuditEntry.objects.values_list("after", flat=True)))


def test_change_keeps_what_was_before(office: Client, cast: Cast) -> None:
    held = Membership.objects.get(user=cast.wati)
    changed = {"agency": cast.agency.pk, "user": cast.wati.pk, "role": "auditor", "valid_from": "2023-01-01"}
    office.post(f"/admin/accounts/membership/{held.pk}/change/", changed)
    entry = AuditEntry.objects.get(action="membership_changed")
    assert (entry.agency, entry.before, entry.after) == (cast.agency, {"role": "administrator"}, {"role": "auditor"})


def test_address_of_a_person_is_kept_in_lower_case_when_changed(office: Client, cast: Cast) -> None:
    given = {"email": "SITI.Baru@kota-melati.example", "full_name": "Siti", "language": "", "is_active": "on"}
    assert office.post(f"/admin/accounts/user/{cast.siti.pk}/change/", given).status_code == 302
    cast.siti.refresh_from_db()
    assert cast.siti.email == "siti.baru@kota-melati.example"


def test_nothing_is_deleted_and_the_trail_is_only_read(office: Client, cast: Cast) -> None:
    assert office.get(f"/admin/accounts/user/{cast.siti.pk}/delete/").status_code == 403
    entry = AuditEntry.objects.first()
    assert office.post(f"/admin/common/auditentry/{entry.pk}/change/", {"reason": "x"}).status_code == 403
    assert office.get("/admin/common/auditentry/add/").status_code == 403


def test_password_set_for_somebody_leaves_an_entry(office: Client, keeper: User, cast: Cast) -> None:
    new = {"usable_password": "true", "password1": "lembayung senja 7", "password2": "lembayung senja 7"}
    assert office.post(f"/admin/accounts/user/{cast.siti.pk}/password/", new).status_code == 302
    cast.siti.refresh_from_db()
    assert cast.siti.check_password("lembayung senja 7")
    entry = AuditEntry.objects.get(action="password_changed")
    assert (entry.agency, entry.actor, entry.object_name) == (cast.agency, keeper, "Siti Rahmawati")


def test_own_password_is_changed_on_the_account_page(office: Client) -> None:
    assert office.get("/admin/password_change/").url == "/akun/sandi/"


def test_second_factor_of_a_lost_phone_is_removed(office: Client, keeper: User, cast: Cast) -> None:
    factor = Authenticator.objects.create(user=cast.siti, type=Authenticator.Type.TOTP, data={"secret": "rahasia"})
    page = office.get(f"/admin/mfa/authenticator/{factor.pk}/change/")
    assert (page.status_code, "rahasia" in page.content.decode()) == (200, False)
    assert office.get("/admin/mfa/authenticator/add/").status_code == 403
    assert office.post(f"/admin/mfa/authenticator/{factor.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Authenticator.objects.exists()
    entry = AuditEntry.objects.get(action="totp_deactivated")
    assert (entry.agency, entry.actor, entry.object_name) == (cast.agency, keeper, "Siti Rahmawati")
