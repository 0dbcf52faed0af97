import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core import mail
from django.test import Client

from petajalan.common.models import OutboxMail
from tests.cast import PASSWORD, Cast

REFUSED = "Alamat surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi."
LOCKED = "Terlalu banyak percobaan masuk yang gagal. Tunggu 5 menit, lalu coba lagi."


def sign_in(client: Client, email: str, password: str = PASSWORD, **extra: str):
    return client.post("/masuk/", {"login": email, "password": password, **extra})


def test_right_password_opens_the_agency(client: Client, cast: Cast) -> None:
    response = client.post("/masuk/?next=/akun/", {"login": " SITI@kota-melati.example", "password": PASSWORD})
    assert (response.status_code, response.url) == (302, "/akun/")
    assert client.get("/").url == "/kota-melati/"


@pytest.mark.parametrize("email", ["siti@kota-melati.example", "tidak-ada@kota-melati.example"])
def test_refusal_does_not_tell_whether_the_address_exists(client: Client, cast: Cast, email: str) -> None:
    response = sign_in(client, email, "kata-sandi-salah")
    assert response.status_code == 200
    assert response.context["form"].non_field_errors() == [REFUSED]


def test_missing_fields_say_what_to_write(client: Client, db: None) -> None:
    response = client.post("/masuk/", {"login": "siti", "password": ""})
    assert response.context["form"].errors == {
        "login": ["Tulis alamat surel lengkap, misalnya nama@kota.go.id."],
        "password": ["Tulis kata sandi Anda."],
    }


def test_five_wrong_passwords_lock_this_address_and_no_other(client: Client, cast: Cast) -> None:
    for _ in range(5):
        assert REFUSED in sign_in(client, "siti@kota-melati.example", "kata-sandi-salah").content.decode()
    assert LOCKED in sign_in(client, "siti@kota-melati.example", PASSWORD).content.decode()
    assert sign_in(client, "budi@kota-melati.example").status_code == 302


def test_one_address_cannot_try_everybody(client: Client, cast: Cast) -> None:
    for number in range(10):
        sign_in(client, f"orang{number}@kota-melati.example", "kata-sandi-salah")
    assert LOCKED in sign_in(client, "budi@kota-melati.example").content.decode()


def test_inactive_account_is_told_so(client: Client, cast: Cast) -> None:
    cast.siti.is_active = False
    cast.siti.save()
    response = client.post("/masuk/", {"login": cast.siti.email, "password": PASSWORD}, follow=True)
    assert response.redirect_chain == [("/masuk/nonaktif/", 302)]
    assert "Akun Anda tidak aktif" in response.content.decode()


def test_next_never_leads_elsewhere(client: Client, cast: Cast) -> None:
    response = client.post("/masuk/?next=https://jahat.example/", {"login": cast.siti.email, "password": PASSWORD})
    assert response.url == "/"


@pytest.mark.parametrize("path", ["/", "/akun/", "/akun/sandi/", "/akun/dua-langkah/pasang/", "/akun/kode-cadangan/"])
def test_nothing_opens_without_signing_in(client: Client, db: None, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.url) == (302, f"/masuk/?next={path}")


@pytest.mark.parametrize("path", ["/accounts/signup/", "/daftar/", "/masuk/daftar/"])
def test_nobody_signs_up_by_themselves(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code in {302, 404}
    assert client.post(path, {"email": "a@b.example", "password1": PASSWORD}).status_code in {302, 404}


def test_signing_out_ends_the_session(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    assert "Keluar dari Petajalan?" in client.get("/keluar/").content.decode()
    assert client.get("/akun/").status_code == 200
    assert client.post("/keluar/").url == "/masuk/"
    assert client.get("/akun/").url == "/masuk/?next=/akun/"


@pytest.fixture
def reset_link(
    client: Client, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[list[object]]]
) -> Callable[[str], str]:
    def asked(email: str) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post("/sandi/lupa/", {"email": email}).url == "/sandi/lupa/terkirim/"
        return link_in_mail()

    return asked


def link_in_mail() -> str:
    found = re.search(r"http://testserver(/sandi/baru/\S+)", mail.outbox[-1].body)
    assert found
    return found[1]


def test_forgotten_password(client: Client, cast: Cast, reset_link: Callable[[str], str]) -> None:
    link = reset_link("siti@kota-melati.example")
    assert mail.outbox[0].subject == "[Petajalan] Tautan kata sandi baru"
    assert OutboxMail.objects.get().body == ""  # the link is in the mail only
    form = client.get(link, follow=True)
    assert "Buat kata sandi baru" in form.content.decode()
    new = {"password1": "lembayung senja 7", "password2": "lembayung senja 7"}
    assert client.post(form.context["action_url"], new).url == "/sandi/tersimpan/"
    assert REFUSED in sign_in(client, "siti@kota-melati.example", PASSWORD).content.decode()
    assert sign_in(client, "siti@kota-melati.example", "lembayung senja 7").status_code == 302


def test_reset_link_works_once(client: Client, cast: Cast, reset_link: Callable[[str], str]) -> None:
    link = reset_link("siti@kota-melati.example")
    form = client.get(link, follow=True)
    new = {"password1": "lembayung senja 7", "password2": "lembayung senja 7"}
    client.post(form.context["action_url"], new)
    assert "Tautan ini tidak berlaku lagi" in Client().get(link, follow=True).content.decode()


def test_forgotten_password_of_nobody_looks_the_same_and_sends_nothing(client: Client, db: None) -> None:
    response = client.post("/sandi/lupa/", {"email": "tidak-ada@kota-melati.example"})
    assert response.url == "/sandi/lupa/terkirim/"
    assert not OutboxMail.objects.exists()


def test_changing_the_password_ends_other_sessions(client: Client, cast: Cast) -> None:
    elsewhere = Client()
    for browser in (client, elsewhere):
        sign_in(browser, cast.siti.email)
    new = {"oldpassword": PASSWORD, "password1": "lembayung senja 7", "password2": "lembayung senja 7"}
    assert client.post("/akun/sandi/", new).url == "/akun/"
    assert client.get("/akun/").status_code == 200
    assert elsewhere.get("/akun/").status_code == 302


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"oldpassword": "salah"}, "oldpassword", "Kata sandi yang sekarang tidak cocok. Tulis ulang."),
        ({"password1": "pendek", "password2": "pendek"}, "password1", "10"),
        ({"password1": "1234567890123", "password2": "1234567890123"}, "password1", "angka"),
        ({"password2": "lain sama sekali"}, "password2", "sama"),
    ],
)
def test_refused_new_passwords(client: Client, cast: Cast, given: dict[str, str], field: str, said: str) -> None:
    client.force_login(cast.siti)
    whole = {"oldpassword": PASSWORD, "password1": "lembayung senja 7", "password2": "lembayung senja 7"} | given
    response = client.post("/akun/sandi/", whole)
    assert said in " ".join(response.context["form"].errors[field])
    cast.siti.refresh_from_db()
    assert cast.siti.check_password(PASSWORD)
