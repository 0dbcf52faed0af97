from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from petajalan.common import environment


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch):
    return lambda value: monkeypatch.setenv("X", value)


@pytest.mark.parametrize(
    ("text", "value"), [("1", True), ("ya", True), ("TRUE", True), ("0", False), ("tidak", False), ("", False)]
)
def test_flag(given, text: str, value: bool) -> None:
    given(text)
    assert environment.env_flag("X") is value


def test_empty_counts_as_not_given(given) -> None:
    given("  ")
    assert environment.env_text("X", "bawaan") == "bawaan"
    assert environment.env_flag("X", True) is True
    assert environment.env_int("X", 7) == 7
    assert environment.env_list("X") == []


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (environment.env_flag, "mungkin"),
        (lambda name: environment.env_int(name, 1), "dua"),
        (lambda name: environment.env_int(name, 1), "-3"),
        (lambda name: environment.env_int(name, 5, minimum=1), "0"),
        (lambda name: environment.database(name, Path("/data")), "mysql://x"),
        (lambda name: environment.mail(name, Path("/data")), "http://x"),
        (lambda name: environment.database(name, Path("/data")), "postgresql://db:lima/rb"),
        (lambda name: environment.database(name, Path("/data")), "postgresql://db/"),
        (lambda name: environment.mail(name, Path("/data")), "smtp://"),
        (lambda name: environment.mail(name, Path("/data")), "smtp://surel:lima"),
        (lambda name: environment.env_choice(name, "a", ("a", "b")), "c"),
        (environment.env_address, "rb.kota.example"),
        (environment.env_address, "ftp://rb.kota.example"),
        (environment.env_address, "https://[rb"),
    ],
)
def test_unreadable_value_stops_with_its_name(given, read, text: str) -> None:
    given(text)
    with pytest.raises(ImproperlyConfigured, match="X"):
        read("X")


def test_choice_in_any_case(given) -> None:
    given("Info")
    assert environment.env_choice("X", "b", ("INFO", "WARNING")) == "INFO"


def test_address_of_pages(given) -> None:
    given("https://rb.kota.example:8443/")
    assert environment.env_address("X") == "https://rb.kota.example:8443"
    given("")
    assert environment.env_address("X") == ""


def test_list(given) -> None:
    given("a.go.id, b.go.id,")
    assert environment.env_list("X") == ["a.go.id", "b.go.id"]


def test_sqlite_is_the_default_database(given) -> None:
    given("")
    assert environment.database("X", Path("/data"))["NAME"] == "/data/petajalan.sqlite3"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sqlite:////srv/a.sqlite3", "/srv/a.sqlite3"),
        ("sqlite:///a.sqlite3", "a.sqlite3"),
        ("sqlite://", ":memory:"),
    ],
)
def test_sqlite_waits_for_its_turn_and_loses_nothing(given, text: str, name: str) -> None:
    given(text)
    read = environment.database("X", Path("/data"))
    assert (read["NAME"], read["OPTIONS"]["transaction_mode"]) == (name, "IMMEDIATE")
    assert "journal_mode=WAL" in read["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in read["OPTIONS"]["init_command"]


def test_postgresql(given) -> None:
    given("postgresql://peta:r%40hasia@db.example:5433/jalan?sslmode=require")
    read = environment.database("X", Path("/data"))
    assert read["CONN_MAX_AGE"] == 600
    assert {key: read[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "jalan",
        "USER": "peta",
        "PASSWORD": "r@hasia",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_mail_goes_to_files_until_a_server_is_named(given) -> None:
    given("")
    assert environment.mail("X", Path("/data"))["EMAIL_FILE_PATH"] == "/data/mail"
    given("smtp://peta:r%40hasia@surel.example")
    read = environment.mail("X", Path("/data"))
    assert (read["EMAIL_HOST"], read["EMAIL_PORT"], read["EMAIL_HOST_PASSWORD"]) == ("surel.example", 587, "r@hasia")
    assert (read["EMAIL_USE_TLS"], read["EMAIL_USE_SSL"]) == (True, False)
    given("smtps://surel.example")
    read = environment.mail("X", Path("/data"))
    assert (read["EMAIL_PORT"], read["EMAIL_USE_TLS"], read["EMAIL_USE_SSL"]) == (465, False, True)


def test_secret_key_is_made_once_and_kept_private(given, tmp_path: Path) -> None:
    given("")
    key = environment.secret_key("X", tmp_path)
    assert len(key) > 50
    assert environment.secret_key("X", tmp_path) == key
    assert [(file.name, oct(file.stat().st_mode & 0o777)) for file in tmp_path.iterdir()] == [("secret-key", "0o600")]
    given("sendiri")
    assert environment.secret_key("X", tmp_path) == "sendiri"


def test_folder_is_created(given, tmp_path: Path) -> None:
    given(str(tmp_path / "a" / "b"))
    assert environment.env_folder("X", "data") == tmp_path / "a" / "b"
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "berkas").touch()
    given(str(tmp_path / "berkas" / "c"))
    with pytest.raises(ImproperlyConfigured, match="X"):
        environment.env_folder("X", "data")
