"""Invitations by e-mail: one link, seven days, one use."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from petajalan.accounts import services
from petajalan.accounts.choices import Role
from petajalan.accounts.models import Holding, Invitation, Membership, Position, User
from petajalan.accounts.roles import roles_of
from petajalan.common.models import AuditEntry, OutboxMail
from tests.cast import PASSWORD, Cast, person

AT = datetime(2024, 3, 4, 3, 0, tzinfo=UTC)  # 10.00 WIB
SITE = "https://rb.kota.example/"
NEW = {"full_name": "Ayu Lestari", "password1": "lembayung senja 7", "password2": "lembayung senja 7"}
Capture = Callable[..., AbstractContextManager[list[object]]]


@pytest.fixture(autouse=True)
def _mails_leave(django_capture_on_commit_callbacks: Capture, db: None):
    with django_capture_on_commit_callbacks(execute=True):
        yield


def vacant(cast: Cast) -> Position:
    return Position.objects.get(agency=cast.agency, name="Inspektur")


def invite(cast: Cast, email: str = "Ayu@Kota.example ", at: datetime | None = None, **values: object) -> Invitation:
    given = {"role": Role.AUDITOR, "position": None} | values
    return services.invite_person(
        agency=cast.agency, email=email, full_name="Ayu", site=SITE, by=cast.wati, at=at or timezone.now(), **given
    )


def link(row: OutboxMail) -> str:
    """The secret link, as it stands in the mail until this has left."""
    row.refresh_from_db()
    found = re.search(r"(https?://\S+)(/undangan/\S+)", row.body)
    assert found
    return found[2]


def refused(cast: Cast, **values: object) -> dict[str, list[str]]:
    before = (Invitation.objects.count(), OutboxMail.objects.count())
    with pytest.raises(ValidationError) as refusal:
        invite(cast, **values)
    assert (Invitation.objects.count(), OutboxMail.objects.count()) == before
    return refusal.value.message_dict


def test_the_mail_says_who_invites_whom_to_what_until_when(cast: Cast) -> None:
    row = invite(cast, at=AT, position=vacant(cast)).mail
    assert (row.to, row.subject, row.agency) == ("ayu@kota.example", "[Petajalan] Undangan ke Kota Melati", cast.agency)
    lines = [line for line in row.body.splitlines() if line]
    assert lines[0] == "Yth. Ayu,"
    assert lines[1] == (
        "Wati Setyowati mengundang Anda ke Petajalan, tempat Kota Melati menyusun dan memantau road map reformasi "
        "birokrasi."
    )
    assert lines[2:5] == [
        "Peran Anda: Auditor",
        "Jabatan Anda: Inspektur, Inspektorat",
        "Buka tautan berikut paling lambat 11 Maret 2024 pukul 10.00:",
    ]
    assert lines[5].startswith("https://rb.kota.example/undangan/")


def test_the_link_is_kept_nowhere_once_the_mail_has_left(
    cast: Cast, django_capture_on_commit_callbacks: Capture
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invitation = invite(cast)
    secret = re.search(r"/undangan/(\S+)/", mail.outbox[0].body)
    assert secret
    invitation.mail.refresh_from_db()
    assert (invitation.mail.status, invitation.mail.body) == ("sent", "")
    assert secret[1] not in str(list(Invitation.objects.values())) + str(list(AuditEntry.objects.values()))


def test_a_new_person_makes_a_password_and_is_in(client: Client, cast: Cast) -> None:
    invitation = invite(cast, position=vacant(cast))
    address = link(invitation.mail)
    page = client.get(address)
    assert page.status_code == 200
    assert page.context["form"].initial == {"full_name": "Ayu"}
    assert client.post(address, NEW).url == "/kota-melati/"
    ayu = User.objects.get(email="ayu@kota.example")
    assert (ayu.full_name, ayu.check_password("lembayung senja 7")) == ("Ayu Lestari", True)
    assert roles_of(ayu, cast.agency) == {Role.AUDITOR, Role.UNIT_HEAD, Role.EVALUATOR}
    assert client.get("/kota-melati/").status_code == 200
    assert [(one.action, one.actor) for one in AuditEntry.objects.filter(agency=cast.agency).order_by("-pk")[:2]] == [
        ("holding_started", ayu),
        ("invitation_accepted", ayu),
    ]
    again = Client().get(address)
    assert (again.status_code, "Undangan sudah diterima" in again.content.decode()) == (410, True)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"full_name": " "}, "full_name"),
        ({"password1": "pendek", "password2": "pendek"}, "password1"),
        ({"password2": "lain sama sekali"}, "password2"),
        ({"password1": "ayu@kota.example", "password2": "ayu@kota.example"}, "password1"),
    ],
)
def test_refused_accounts_store_nothing(client: Client, cast: Cast, given: dict[str, str], field: str) -> None:
    invitation = invite(cast)
    page = client.post(link(invitation.mail), NEW | given)
    assert list(page.context["form"].errors) == [field]
    invitation.refresh_from_db()
    assert (invitation.accepted_at, User.objects.filter(email="ayu@kota.example").exists()) == (None, False)


def test_who_has_an_account_signs_in_and_accepts_with_one_button(client: Client, cast: Cast) -> None:
    address = link(invite(cast, cast.dewi.email).mail)
    page = client.get(address).content.decode()
    assert f'href="/masuk/?next={address}"' in page
    refused = client.post(address, NEW)
    assert (refused.status_code, Membership.objects.filter(user=cast.dewi).count()) == (200, 1)
    client.force_login(cast.dewi)
    assert "Terima undangan" in client.get(address).content.decode()
    assert client.post(address).url == "/kota-melati/"
    cast.dewi.refresh_from_db()
    assert (cast.dewi.full_name, cast.dewi.check_password(PASSWORD)) == ("Dewi Anggraini", True)
    assert roles_of(User.objects.get(pk=cast.dewi.pk), cast.agency) == {Role.AUDITOR}


def test_an_invitation_is_not_accepted_as_somebody_else(client: Client, cast: Cast) -> None:
    address = link(invite(cast).mail)
    client.force_login(cast.siti)
    assert (client.get(address).status_code, client.post(address, NEW).status_code) == (403, 403)
    assert not Membership.objects.filter(user=cast.siti).exists()


def test_expired_withdrawn_replaced_and_made_up_links_open_nothing(client: Client, cast: Cast) -> None:
    expired = link(invite(cast, "satu@kota.example", at=timezone.now() - timedelta(days=7)).mail)
    withdrawn = invite(cast, "dua@kota.example")
    withdrawn_link = link(withdrawn.mail)
    services.withdraw_invitation(invitation=withdrawn, by=cast.wati, at=timezone.now())
    replaced = invite(cast, "tiga@kota.example")
    replaced_link = link(replaced.mail)
    services.resend_invitation(invitation=replaced, site=SITE, by=cast.wati, at=timezone.now())
    for address in (expired, withdrawn_link, replaced_link, "/undangan/karangan/"):
        for answer in (client.get(address), client.post(address, NEW)):
            assert (answer.status_code, "tidak berlaku lagi" in answer.content.decode()) == (410, True)
    assert User.objects.filter(email__contains="@kota.example").count() == 0
    replaced.refresh_from_db()
    assert client.post(link(replaced.mail), NEW).url == "/kota-melati/"


def test_resending_renews_an_expired_invitation(cast: Cast) -> None:
    invitation = invite(cast, at=AT)
    services.resend_invitation(invitation=invitation, site=SITE, by=cast.wati, at=AT + timedelta(days=30))
    invitation.refresh_from_db()
    assert invitation.expires_at == AT + timedelta(days=37)
    assert [row.status for row in OutboxMail.objects.order_by("pk")] == ["withdrawn", "waiting"]


def test_refused_invitations(cast: Cast) -> None:
    assert refused(cast, role="", position=None) == {"role": ["Pilih peran, jabatan, atau keduanya."]}
    assert refused(cast, email=cast.siti.email) == {
        "email": ["Orang dengan alamat ini sudah terdaftar. Beri peran atau jabatan langsung."]
    }
    invite(cast)
    assert refused(cast, email="AYU@kota.example") == {
        "email": ["Alamat ini sudah diundang. Kirim ulang undangannya, atau tarik dahulu."]
    }
    held = Position.objects.get(agency=cast.agency, name="Sekretaris Daerah")
    with pytest.raises(ValidationError) as refusal:
        invite(cast, "lain@kota.example", position=held)
    assert refusal.value.messages == [
        "Jabatan Sekretaris Daerah sudah dipegang orang lain. Hubungi administrator instansi."
    ]


def test_accepting_puts_nobody_out_of_a_position(client: Client, cast: Cast) -> None:
    invitation = invite(cast, position=vacant(cast))
    services.hand_over(position=vacant(cast), to=cast.ani, on=timezone.localdate(), by=cast.wati, at=timezone.now())
    page = client.post(link(invitation.mail), NEW)
    assert page.context["form"].non_field_errors() == [
        "Jabatan Inspektur sudah dipegang orang lain. Hubungi administrator instansi."
    ]
    assert not User.objects.filter(email="ayu@kota.example").exists()
    assert Holding.objects.get(position=vacant(cast)).user == cast.ani


def test_an_accepted_invitation_is_neither_sent_again_nor_withdrawn(client: Client, cast: Cast) -> None:
    invitation = invite(cast)
    client.post(link(invitation.mail), NEW)
    for act in (
        lambda: services.withdraw_invitation(invitation=invitation, by=cast.wati, at=AT),
        lambda: services.resend_invitation(invitation=invitation, site=SITE, by=cast.wati, at=AT),
    ):
        with pytest.raises(ValidationError) as refusal:
            act()
        assert refusal.value.messages == ["Undangan ini sudah diterima."]


# ---- pages ----


@pytest.fixture
def wati(client: Client, cast: Cast) -> Client:
    client.force_login(cast.wati)
    return client


def test_inviting_resending_and_withdrawing_on_the_pages(wati: Client, cast: Cast) -> None:
    given = {"full_name": "Ayu", "email": "ayu@kota.example", "role": "auditor", "position": ""}
    page = wati.post("/kota-melati/orang/undang/", given, follow=True).content.decode()
    assert "Undangan untuk ayu@kota.example sedang dikirim." in page
    invitation = Invitation.objects.get()
    assert link(invitation.mail)
    address = f"/kota-melati/orang/undangan/{invitation.pk}/"
    again = wati.post(f"{address}kirim-ulang/", follow=True).content.decode()
    assert "tautan yang lama tidak berlaku lagi" in again
    assert "Undangan untuk ayu@kota.example ditarik." in wati.post(f"{address}tarik/", follow=True).content.decode()
    assert "Undangan ini sudah ditarik." in wati.post(f"{address}kirim-ulang/", follow=True).content.decode()
    assert "Tidak ada undangan yang menunggu" in wati.get("/kota-melati/orang/undangan/").content.decode()
    assert [wati.get(f"{address}{rest}/").status_code for rest in ("kirim-ulang", "tarik")] == [405, 405]


def test_list_shows_what_became_of_the_mail(wati: Client, cast: Cast) -> None:
    states = (
        ("waiting", "", "Sedang dikirim"),
        ("sent", "", "Terkirim"),
        ("failed", "refused", "Server surel menolak alamat ini."),
        ("failed", "unreachable", "Server surel tidak dapat dihubungi."),
        ("failed", "interrupted", "Pengiriman terputus di tengah jalan"),
    )
    row = invite(cast).mail
    for status, failure, words in states:
        OutboxMail.objects.filter(pk=row.pk).update(status=status, failure=failure)
        assert words in wati.get("/kota-melati/orang/undangan/").content.decode()
    OutboxMail.objects.filter(pk=row.pk).update(status="sent", failure="")
    Invitation.objects.update(expires_at=AT)
    assert "Lewat waktu" in wati.get("/kota-melati/orang/undangan/").content.decode()


def test_only_vacant_and_shared_positions_are_offered(wati: Client, cast: Cast) -> None:
    form = wati.get("/kota-melati/orang/undang/").context["form"]
    offered = [position.name for position in form.fields["position"].queryset]
    assert "Inspektur" in offered
    assert "Pranata Komputer" in offered
    assert "Sekretaris Daerah" not in offered
    assert {position.agency_id for position in form.fields["position"].queryset} == {cast.agency.pk}


def test_invitation_of_another_agency_is_not_found(wati: Client, cast: Cast) -> None:
    theirs = services.invite_person(
        agency=cast.other_agency,
        email="x@contoh.example",
        full_name="X",
        role=Role.AUDITOR,
        position=None,
        site=SITE,
        by=cast.dewi,
        at=timezone.now(),
    )
    for rest in ("kirim-ulang", "tarik"):
        assert wati.post(f"/kota-melati/orang/undangan/{theirs.pk}/{rest}/").status_code == 404
    assert "x@contoh.example" not in wati.get("/kota-melati/orang/undangan/").content.decode()


def test_returning_person_is_invited_again_after_everything_ended(cast: Cast) -> None:
    Holding.objects.filter(user=cast.siti).update(ends_on=date(2023, 12, 31))
    assert refused(cast, email=cast.siti.email)["email"] == [
        "Orang dengan alamat ini sudah terdaftar. Beri peran atau jabatan langsung."
    ]
    User.objects.filter(pk=cast.siti.pk).update(is_active=False)
    assert refused(cast, email=cast.siti.email)["email"] == [
        "Akun dengan alamat ini dinonaktifkan. Aktifkan kembali, lalu beri peran."
    ]


def test_person_outside_of_the_agency_can_be_invited(cast: Cast) -> None:
    assert invite(cast, person("asing@contoh.example").email).email == "asing@contoh.example"
