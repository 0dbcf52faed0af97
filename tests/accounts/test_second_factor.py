import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from petajalan.common.models import AuditEntry
from tests.cast import PASSWORD, Cast


def code_for(secret: str, *, steps: int = 0) -> str:
    """What the telephone shows; `steps` half-minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def signed_in(client: Client, cast: Cast) -> Client:
    """Signed in as Wati a moment ago, and asked for the password again as security settings do."""
    client.post("/masuk/", {"login": cast.wati.email, "password": PASSWORD})
    client.post("/akun/konfirmasi/?next=/akun/", {"password": PASSWORD})
    return client


def activate(client: Client, cast: Cast) -> str:
    form = signed_in(client, cast).get("/akun/dua-langkah/pasang/")
    secret = form.context["form"].secret
    response = client.post("/akun/dua-langkah/pasang/", {"code": code_for(secret)})
    assert response.url == "/akun/kode-cadangan/"
    return secret


def test_security_settings_ask_for_the_password_again(client: Client, cast: Cast) -> None:
    client.post("/masuk/", {"login": cast.wati.email, "password": PASSWORD})
    response = client.get("/akun/dua-langkah/pasang/")
    assert response.url == "/akun/konfirmasi/?next=%2Fakun%2Fdua-langkah%2Fpasang%2F"
    refused = client.post(response.url, {"password": "salah"})
    assert refused.context["form"].errors == {"password": ["Kata sandi tidak cocok. Tulis ulang."]}


def test_wrong_code_activates_nothing(client: Client, cast: Cast) -> None:
    signed_in(client, cast).get("/akun/dua-langkah/pasang/")
    response = client.post("/akun/dua-langkah/pasang/", {"code": "000000"})
    assert response.context["form"].errors == {
        "code": ["Kode tidak cocok atau sudah lewat. Tulis kode yang sedang tampil di aplikasi."]
    }
    assert list(Authenticator.objects.all()) == []
    assert not AuditEntry.objects.filter(action="totp_activated").exists()


def test_sign_in_then_asks_for_the_code(client: Client, cast: Cast) -> None:
    secret = activate(client, cast)
    browser = Client()
    asked = browser.post("/masuk/", {"login": cast.wati.email, "password": PASSWORD})
    assert asked.url.startswith("/masuk/kode/")
    assert browser.get("/akun/").status_code == 302
    assert "Tulis kode verifikasi" in browser.get("/masuk/kode/").content.decode()
    wrong = browser.post("/masuk/kode/", {"code": "123456"})
    assert wrong.status_code == 200
    assert browser.post("/masuk/kode/", {"code": code_for(secret, steps=1)}).status_code == 302
    assert browser.get("/akun/").status_code == 200


def test_a_code_works_once(client: Client, cast: Cast) -> None:
    secret = activate(client, cast)
    code = code_for(secret, steps=1)
    for browser, status in ((Client(), 302), (Client(), 200)):
        browser.post("/masuk/", {"login": cast.wati.email, "password": PASSWORD})
        assert browser.post("/masuk/kode/", {"code": code}).status_code == status


def test_recovery_code_works_once(client: Client, cast: Cast) -> None:
    activate(client, cast)
    codes = client.get("/akun/kode-cadangan/").context["unused_codes"]
    assert len(codes) == 10
    for browser, status in ((Client(), 302), (Client(), 200)):
        browser.post("/masuk/", {"login": cast.wati.email, "password": PASSWORD})
        assert browser.post("/masuk/kode/", {"code": codes[0]}).status_code == status


def test_secret_is_not_readable_in_the_database(client: Client, cast: Cast) -> None:
    secret = activate(client, cast)
    kept = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    assert secret not in str(kept.data)
    assert kept.wrap().validate_code(code_for(secret, steps=1))


def test_the_trail_tells_of_every_change(client: Client, cast: Cast) -> None:
    activate(client, cast)
    client.post("/akun/kode-cadangan/ganti/")
    assert client.post("/akun/dua-langkah/lepas/").url == "/akun/"
    mine = AuditEntry.objects.filter(agency=cast.agency, actor=cast.wati).order_by("pk")
    assert list(mine.values_list("action", "object_key")) == [
        ("totp_activated", str(cast.wati.pk)),
        ("recovery_codes_renewed", str(cast.wati.pk)),
        ("totp_deactivated", str(cast.wati.pk)),
    ]
    assert list(Authenticator.objects.all()) == []
