from __future__ import annotations

import io

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

from tests.cast import Cast


def fails(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError("rahasia dalam")


urlpatterns = [path("gagal/", fails), path("", include("petajalan.urls"))]
handler500 = "petajalan.common.views.server_error"
failing = pytest.mark.urls(__name__)


def test_unknown_address(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    response = client.get("/tidak/ada/sama/sekali")
    assert response.status_code == 404
    assert "Halaman ini tidak ada" in response.content.decode()


def test_address_that_only_takes_what_a_form_sends(client: Client, cast: Cast) -> None:
    client.force_login(cast.rina)
    response = client.get("/kota-melati/rencana/tetapkan/")
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert "Alamat ini bukan halaman" in response.content.decode()
    assert client.put("/kota-melati/rencana/tetapkan/").content == b""


def test_address_that_is_not_ours(db: None) -> None:
    response = Client(raise_request_exception=False).get("/masuk/", headers={"host": "lain.example"})
    assert response.status_code == 400
    page = response.content.decode()
    assert "tidak mengenal alamat yang dipakai peramban Anda" in page
    assert "PETAJALAN_HOSTS" in page
    assert "lain.example" not in page
    assert "Content-Security-Policy" in response.headers


def test_request_beyond_reason(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    response = client.post("/akun/", {f"isian{number}": "1" for number in range(6000)})
    assert response.status_code == 400
    assert "Permintaan ini tidak dapat dilayani" in response.content.decode()


def test_not_permitted(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    response = client.get("/kota-melati/jejak/")
    assert response.status_code == 403
    page = response.content.decode()
    assert "Anda tidak berwenang membuka ini" in page
    assert "Peran Anda di instansi ini tidak mencakup tindakan tersebut." in page


def test_expired_form(db: None) -> None:
    response = Client(enforce_csrf_checks=True).post("/masuk/", {"login": "a@b.example", "password": "x"})
    assert response.status_code == 403
    assert "Formulir ini sudah kedaluwarsa" in response.content.decode()


@failing
def test_failure_shows_no_inner_workings(cast: Cast) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(cast.siti)
    response = client.get("/gagal/")
    assert response.status_code == 500
    page = response.content.decode()
    assert "Ada kesalahan di pihak kami" in page
    assert "rahasia" not in page
    assert "Traceback" not in page


class Endless(io.RawIOBase):
    """A body that counts how much of it was read."""

    def __init__(self, size: int) -> None:
        self.left = size

    def read(self, size: int = -1) -> bytes:
        taken = min(size, self.left)
        self.left -= taken
        return b"x" * taken


@pytest.mark.parametrize("path", ["/masuk/", "/kota-melati/"])
def test_body_larger_than_any_allowed_file(client: Client, db: None, settings, path: str) -> None:
    settings.UPLOAD_MAX_BYTES = 3 * 1024 * 1024
    body = Endless(40 * 1024 * 1024)
    response = client.generic("POST", path, **{"wsgi.input": body, "CONTENT_LENGTH": str(body.left)})
    assert response.status_code == 413
    assert "Paling besar 3 MB. Tidak ada yang tersimpan." in response.content.decode()
    assert body.left == 0  # read to its end, or the browser would show a broken connection


def test_too_many_requests_from_one_address(client: Client, db: None) -> None:
    for _ in range(120):
        client.post("/masuk/", {"login": "", "password": ""})
    response = client.post("/masuk/", {"login": "", "password": ""})
    assert response.status_code == 429
    assert "Terlalu banyak percobaan" in response.content.decode()
