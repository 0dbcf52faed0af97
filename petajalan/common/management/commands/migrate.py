"""Django's `migrate`, which makes the tables of an empty database from the models of today.

Django takes a new database through the whole history, and works the models out anew at each step: with a hundred
models that is most of a minute of one processor, for every new installation and every test run. An empty database has
no rows that a step could have to move, so the end of the history is made at once and its steps are noted as done.
`tests/common/test_migrating.py` holds both ways against each other.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.management.commands import migrate
from django.core.management.sql import emit_post_migrate_signal
from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from petajalan.common.migrating import OnEveryDatabase

OTHERWISE = ("app_label", "plan", "fake", "fake_initial", "check_unapplied", "prune")


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> str | None:
        connection = connections[options["database"]]
        if any(options.get(name) for name in OTHERWISE) or connection.introspection.table_names():
            return super().handle(*args, **options)
        create_tables(connection)
        emit_post_migrate_signal(options["verbosity"], options["interactive"], connection.alias, apps=apps, plan=[])
        return None


def create_tables(connection: BaseDatabaseWrapper) -> None:
    """All of it or nothing: whoever is interrupted finds the database empty."""
    loader = MigrationLoader(connection)
    with connection.schema_editor() as editor:
        for app in apps.get_app_configs():
            for model in router.get_migratable_models(app, connection.alias, include_auto_created=False):
                if model._meta.can_migrate(connection):
                    editor.create_model(model)
        recorder = MigrationRecorder(connection)
        recorder.ensure_schema()
        for key in loader.graph.nodes:
            for operation in loader.graph.nodes[key].operations:
                if isinstance(operation, OnEveryDatabase):
                    operation.code(apps, editor)  # type: ignore[arg-type]  # the models of today will do
            recorder.record_applied(*key)
