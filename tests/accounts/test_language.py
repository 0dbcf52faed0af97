from django.test import Client

from tests.cast import Cast


def test_indonesian_even_in_an_english_browser(client: Client, db: None) -> None:
    response = client.get("/masuk/", headers={"accept-language": "en-US,en;q=0.9"})
    assert response.headers["Content-Language"] == "id"
    assert '<html lang="id">' in response.content.decode()


def test_choice_is_kept_in_a_cookie_and_the_page_stays(client: Client, db: None) -> None:
    response = client.post("/bahasa/", {"language": "en", "next": "/masuk/?next=/akun/"})
    assert response.url == "/masuk/?next=/akun/"
    page = client.get(response.url)
    assert page.headers["Content-Language"] == "en"
    assert "<h1>Sign in</h1>" in page.content.decode()


def test_choice_is_kept_with_the_account(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    client.post("/bahasa/", {"language": "en", "next": "/akun/"})
    elsewhere = Client()
    elsewhere.force_login(cast.siti)
    assert elsewhere.get("/akun/").headers["Content-Language"] == "en"


def test_unknown_language_changes_nothing(client: Client, db: None) -> None:
    response = client.post("/bahasa/", {"language": "xx", "next": "/masuk/"})
    assert (response.url, response.cookies.get("bahasa")) == ("/masuk/", None)


def test_next_never_leads_elsewhere(client: Client, db: None) -> None:
    for target in ("https://jahat.example/", "//jahat.example/", "javascript:alert(1)", ""):
        assert client.post("/bahasa/", {"language": "en", "next": target}).url == "/"


def test_choosing_needs_a_form(client: Client, db: None) -> None:
    assert client.get("/bahasa/").status_code == 405
