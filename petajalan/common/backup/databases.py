"""A new database that takes the place of the present one in a single step, on either engine.

Inside `replacing()` the default connection leads to empty ground. When the block ends well the new database is the
installation's, by one commit; when it fails, or the machine does, the old one is untouched.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import ProgrammingError, connection, transaction
from django.utils.translation import gettext as _

from petajalan.common.backup.manifest import Refusal

# The queue makes its tables itself, when a worker starts.
OF_THE_QUEUE = "huey_"


@dataclass(slots=True)
class Exchange:
    """Whether the new database is now the installation's."""

    happened: bool = False


@contextmanager
def replacing(workshop: Path, aside: Path | None, exchange: Exchange) -> Iterator[None]:
    """`aside`: a folder, on PostgreSQL its name for a schema, where the old database is kept; `None` drops it."""
    if connection.vendor == "postgresql":
        with replacing_schema(aside):
            yield
        exchange.happened = True
    else:
        with replacing_file(workshop, aside, exchange):
            yield


@contextmanager
def replacing_file(workshop: Path, aside: Path | None, exchange: Exchange) -> Iterator[None]:
    live = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(workshop / "petajalan.sqlite3")
    try:
        with connection.cursor() as cursor:
            # Nobody needs this file after a power cut. It becomes durable where it is copied to.
            cursor.execute("PRAGMA synchronous=OFF")
        yield
        connection.close()
        new = sqlite3.connect(connection.settings_dict["NAME"])
        old = sqlite3.connect(live, timeout=20)
        try:
            if aside:
                old.execute("VACUUM INTO ?", [str(aside / "petajalan.sqlite3")])
            old.execute("PRAGMA synchronous=FULL")
            new.backup(old)
            exchange.happened = True
        finally:
            new.close()
            old.close()
    finally:
        connection.close()
        connection.settings_dict["NAME"] = live


@contextmanager
def replacing_schema(aside: Path | None) -> Iterator[None]:
    quote = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = cursor.fetchone()[0]
        if strangers := foreign_tables():
            raise Refusal(
                _("Skema %(schema)s juga berisi tabel program lain (%(tables)s). Pakai basis data tersendiri.")
                % {"schema": schema, "tables": ", ".join(strangers[:5])}
            )
        kept = schema_aside(aside) if aside else "petajalan_restore_old"
        try:
            cursor.execute(f"ALTER SCHEMA {quote(schema)} RENAME TO {quote(kept)}")
            cursor.execute(f"CREATE SCHEMA {quote(schema)}")
        except ProgrammingError as error:
            raise Refusal(
                _("Pengguna basis data harus pemilik basis data itu, agar boleh mengganti skema %(schema)s: %(why)s.")
                % {"schema": schema, "why": " ".join(str(error).split())}
            ) from error
        yield
        # Referring rows are compared with what they refer to now, not at a commit that nobody would understand.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        if not aside:
            cursor.execute(f"DROP SCHEMA {quote(kept)} CASCADE")


def schema_aside(aside: Path) -> str:
    return aside.name.replace("-", "_")


def foreign_tables() -> list[str]:
    ours = {*connection.introspection.django_table_names(), "django_migrations", "common_cache"}
    found = connection.introspection.table_names(include_views=True)
    return sorted(name for name in found if name not in ours and not name.startswith(OF_THE_QUEUE))
