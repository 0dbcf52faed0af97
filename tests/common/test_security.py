import re

from django.conf import settings
from django.core.management import call_command
from django.test import Client

from petajalan import settings as installed
from tests.cast import Cast


def policy(response) -> dict[str, str]:
    header = response.headers["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in header.split(";"))


def test_content_security_policy_allows_our_files_only(client: Client, db: None) -> None:
    assert policy(client.get("/masuk/")) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
        "manifest-src": "'self'",
    }


def test_other_headers(client: Client, db: None) -> None:
    headers = client.get("/masuk/").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "no-store" in headers["Cache-Control"]


def test_pages_are_kept_out_of_caches(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    assert client.get("/akun/").headers["Cache-Control"] == "private, no-store"


def test_cookies_cannot_be_read_by_scripts(client: Client, cast: Cast) -> None:
    client.post("/masuk/", {"login": cast.siti.email, "password": "kata-sandi-uji-1"})
    client.post("/bahasa/", {"language": "en", "next": "/akun/"})
    client.get("/akun/")
    assert {name: cookie["httponly"] for name, cookie in client.cookies.items()} == {
        "sesi": True,
        "csrftoken": True,
        "bahasa": True,
    }


def test_unknown_host_is_refused(client: Client, db: None) -> None:
    assert client.get("/masuk/", headers={"host": "jahat.example"}).status_code == 400


def test_everything_a_page_names_is_there_and_cached_for_good(client: Client, db: None) -> None:
    page = client.get("/masuk/").content.decode()
    named = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page))
    assert len(named) > 10
    for address in sorted(named):
        response = client.get(address)
        assert (address, response.status_code) == (address, 200)
        assert "immutable" in response.headers["Cache-Control"]
        response.close()


def test_deployment_check_finds_nothing_behind_https(monkeypatch, settings) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 3600
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    call_command("check", deploy=True, fail_level="WARNING")


def test_debug_is_off_unless_asked_for() -> None:
    assert (installed.DEBUG, settings.DEBUG) == (False, False)
