"""Opening the installation for a command: settings, language, and a database that is up to date."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from petajalan.cli import language
from petajalan.cli.failure import Failure
from petajalan.cli.language import gettext as _
from petajalan.cli.progress import Progress


def open_database() -> None:
    """Load Django and bring the database up to date. A `Failure` with a sentence when that is impossible."""
    from django.db import DatabaseError

    load_django()
    try:
        migrate()
    except DatabaseError as error:
        why = " ".join(str(error).split())
        raise Failure(
            _("Basis data tidak dapat dipakai: %(why)s. Periksa DATABASE_URL dan PETAJALAN_DATA_DIR.") % {"why": why}
        ) from error


def load_django() -> None:
    """Settings and language, without a look at the database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "petajalan.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.utils import translation

    try:
        django.setup()
        translation.activate(language.current())
    except ImproperlyConfigured as error:
        why = getattr(error, f"message_{language.current()}", str(error))
        raise Failure(_("Setelan tidak dapat dipakai: %(why)s") % {"why": why}) from error


def migrate() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    def pending() -> bool:
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))

    if not pending():
        return
    with one_at_a_time(), Progress(_("Menyiapkan basis data:")) as progress:
        progress(0)
        # Another process may have done it while this one waited.
        if pending():
            call_command("migrate", verbosity=0, interactive=False)
        progress(100)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two commands on a new installation must not both create its tables."""
    from django.conf import settings
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtext('petajalan migrate'))")
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(hashtext('petajalan migrate'))")
        return
    with (settings.DATA_DIR / "migrate.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
