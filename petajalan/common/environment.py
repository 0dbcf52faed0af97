"""Typed readers of environment variables, used by settings.py only.

An empty variable counts as not given. A value that cannot be read stops the start with a sentence that names it.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


class UnusableSetting(ImproperlyConfigured):
    """A variable that cannot be used, said in both languages: it is met before either is chosen."""

    def __init__(self, message_id: str, message_en: str) -> None:
        super().__init__(f"{message_id} / {message_en}")
        self.message_id = message_id
        self.message_en = message_en


REAL_DAY = "today"  # what a demonstration is told that shall not stand on a day of its own
TRUE = {"1", "true", "yes", "on", "ya"}
FALSE = {"0", "false", "no", "off", "tidak"}


def env_text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def env_flag(name: str, default: bool = False) -> bool:
    text = env_text(name).lower()
    if not text:
        return default
    if text in TRUE | FALSE:
        return text in TRUE
    raise UnusableSetting(f"{name} harus 1 atau 0, bukan {text!r}.", f"{name} must be 1 or 0, not {text!r}.")


def env_int(name: str, default: int, *, minimum: int = 0) -> int:
    text = env_text(name)
    if not text:
        return default
    if not text.isdecimal() or int(text) < minimum:
        raise UnusableSetting(
            f"{name} harus bilangan bulat mulai dari {minimum}, bukan {text!r}.",
            f"{name} must be a whole number of at least {minimum}, not {text!r}.",
        )
    return int(text)


def demonstration_day(name: str, text: str, *, allowed: bool) -> date | None:
    """The day that pages of a demonstration take for today; `REAL_DAY` is the real one. With real data it stops the
    start."""
    if not text or text.lower() == REAL_DAY:
        return None
    if not allowed:
        raise UnusableSetting(
            f"{name} hanya untuk kota contoh: kosongkan, atau pasang PETAJALAN_DEMO=1.",
            f"{name} is for the demonstration only: empty it, or set PETAJALAN_DEMO=1.",
        )
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnusableSetting(
            f"{name} harus tanggal seperti 2025-03-14, atau {REAL_DAY} untuk hari yang sebenarnya, bukan {text!r}.",
            f"{name} must be a date like 2025-03-14, or {REAL_DAY} for the real day, not {text!r}.",
        ) from None


def env_choice(name: str, default: str, choices: Sequence[str]) -> str:
    text = env_text(name, default)
    for choice in choices:
        if text.casefold() == choice.casefold():
            return choice
    known = ", ".join(choices)
    raise UnusableSetting(
        f"{name} harus salah satu dari {known}, bukan {text!r}.", f"{name} must be one of {known}, not {text!r}."
    )


def env_address(name: str) -> str:
    """An address of web pages, or "" when there is none."""
    text = env_text(name).rstrip("/")
    if text:
        address = split_address(name, text)
        if address.scheme not in {"http", "https"} or not address.hostname:
            raise UnusableSetting(
                f"{name} harus alamat lengkap seperti https://rb.kota.example, bukan {text!r}.",
                f"{name} must be a whole address like https://rb.kota.example, not {text!r}.",
            )
    return text


def split_address(name: str, text: str) -> SplitResult:
    """The parts of an address; a port that is no number stops the start here."""
    try:
        address = urlsplit(text)
        _ = address.port
    except ValueError as error:
        raise UnusableSetting(
            f"{name} bukan alamat yang benar. Periksa porta dan tandanya.",
            f"{name} is no proper address. Check its port and its signs.",
        ) from error
    return address


def env_list(name: str) -> list[str]:
    return [part.strip() for part in env_text(name).split(",") if part.strip()]


def env_folder(name: str, default: str) -> Path:
    """A folder, created when absent, readable by its owner only."""
    folder = Path(env_text(name, default)).expanduser().resolve()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableSetting(
            f"{name}: folder {folder} tidak dapat dibuat ({error.strerror}).",
            f"{name}: the folder {folder} cannot be created ({error.strerror}).",
        ) from error
    return folder


def secret_key(name: str, folder: Path) -> str:
    """The given key, or one that is generated once and kept in the folder."""
    if given := env_text(name):
        return given
    kept = folder / "secret-key"
    if not kept.exists():
        fresh = folder / f"secret-key.{os.getpid()}"
        try:
            fresh.touch(mode=0o600)
            fresh.write_text(secrets.token_urlsafe(50))
            # Linking fails when another worker was first; its key is then the one everybody uses.
            os.link(fresh, kept)
        except FileExistsError:
            pass
        except OSError as error:
            raise UnusableSetting(
                f"Isi {name}, atau izinkan folder {folder} ditulisi ({error.strerror}).",
                f"Set {name}, or make {folder} writable ({error.strerror}).",
            ) from error
        finally:
            fresh.unlink(missing_ok=True)
    return kept.read_text().strip()


SQLITE_PRAGMAS = (
    # FULL: an acknowledged report survives a power cut; costs 0.2 ms a commit.
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728;"
)


def database(name: str, folder: Path) -> dict[str, Any]:
    """Django's database settings from an address: `sqlite:///file` or `postgresql://user:secret@host:5432/name`."""
    text = env_text(name, f"sqlite:///{folder / 'petajalan.sqlite3'}")
    address = split_address(name, text)
    path = unquote(address.path)
    if address.scheme == "sqlite":
        file = path.removeprefix("/") or ":memory:"
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": file,
            # IMMEDIATE: a writer waits for its turn at BEGIN instead of failing in the middle.
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS},
        }
    if address.scheme in {"postgres", "postgresql"}:
        if not path.strip("/"):
            raise UnusableSetting(
                f"{name} belum menyebut nama basis datanya: postgresql://nama:sandi@host:5432/basisdata.",
                f"{name} does not name the database: postgresql://user:secret@host:5432/database.",
            )
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": path.removeprefix("/"),
            "USER": unquote(address.username or ""),
            "PASSWORD": unquote(address.password or ""),
            "HOST": unquote(address.hostname or ""),
            "PORT": str(address.port or ""),
            "OPTIONS": dict(parse_qsl(address.query)),
            # Connecting for every request costs 8 ms.
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }
    raise UnusableSetting(
        f"{name} harus diawali sqlite:/// atau postgresql://, bukan {address.scheme or text!r}.",
        f"{name} must begin with sqlite:/// or postgresql://, not {address.scheme or text!r}.",
    )


def mail(name: str, folder: Path) -> dict[str, Any]:
    """Mail settings from `smtp://user:secret@host:587` (STARTTLS), `smtps://...:465`, `console:`; default: files."""
    text = env_text(name)
    if not text:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(folder / "mail"),
        }
    address = split_address(name, text)
    if address.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if address.scheme not in {"smtp", "smtps"} or not address.hostname:
        raise UnusableSetting(
            f"{name} harus berbentuk smtp://nama:sandi@host:587, bukan {address.scheme or text!r}.",
            f"{name} must look like smtp://user:secret@host:587, not {address.scheme or text!r}.",
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": address.hostname,
        "EMAIL_PORT": address.port or (465 if address.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(address.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(address.password or ""),
        "EMAIL_USE_SSL": address.scheme == "smtps",
        "EMAIL_USE_TLS": address.scheme == "smtp" and "plain" not in dict(parse_qsl(address.query, True)),
        "EMAIL_TIMEOUT": 15,
    }
