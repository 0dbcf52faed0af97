"""`petajalan create-admin`: the first person who may sign in to an installation."""

from __future__ import annotations

import argparse
import getpass
import sys
from datetime import UTC, datetime

from petajalan.cli.database import open_database
from petajalan.cli.failure import Failure
from petajalan.cli.language import gettext as _


def create_admin(given: argparse.Namespace) -> int:
    open_database()
    from django.core.exceptions import ValidationError

    from petajalan.accounts.services import create_keeper
    from petajalan.common.audit import SYSTEM

    email = given.email or asked(_("Alamat surel: "))
    name = given.name or asked(_("Nama lengkap: "))
    try:
        user = create_keeper(email=email, full_name=name, password=asked_password(), by=SYSTEM, at=datetime.now(UTC))
    except ValidationError as error:
        raise Failure(" ".join(error.messages)) from error
    print(_("Pengelola %(name)s dibuat. Masuk dengan %(email)s.") % {"name": user.full_name, "email": user.email})
    return 0


def asked(question: str) -> str:
    """A line from the terminal, or the next line of standard input."""
    if sys.stdin.isatty():
        return input(question).strip()
    if line := sys.stdin.readline().strip():
        return line
    raise Failure(_("Jawaban untuk “%(question)s” tidak ada di masukan.") % {"question": question.strip(" :")})


def asked_password() -> str:
    """Typed twice without showing it; from a pipe it is the next line."""
    if not sys.stdin.isatty():
        return asked(_("Kata sandi: "))
    password = getpass.getpass(_("Kata sandi: "))
    if password != getpass.getpass(_("Kata sandi sekali lagi: ")):
        raise Failure(_("Kedua kata sandi tidak sama. Tidak ada yang dibuat."))
    return password
