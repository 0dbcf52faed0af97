"""An empty database gets its tables at once: the same, with the same constraints, as by every step of the history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.commands.migrate import Command as EveryStep
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

Shape = dict[str, tuple[list[str], list[str]]]
# Names that SQLite, or Django for it, gives by the order of the columns.
UNNAMED = re.compile("fk_|__unnamed")


@pytest.fixture
def others(tmp_path: Path, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    """Two empty databases in files."""
    if connection.vendor != "sqlite":
        pytest.skip("compared on SQLite, which needs no server for two more databases")
    names = ("at-once", "by-steps")
    for name in names:
        connections.databases[name] = {**connections.databases["default"], "NAME": str(tmp_path / f"{name}.sqlite3")}
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield names
    for name in names:
        connections[name].close()
        del connections[name], connections.databases[name]


def shape(of: BaseDatabaseWrapper) -> Shape:
    """Columns of each table with their types, and its keys, indexes and checks by name."""
    found: Shape = {}
    with of.cursor() as cursor:
        for table in sorted(of.introspection.table_names(cursor)):
            columns = sorted(
                f"{one.name} {one.type_code} {one.null_ok}"
                for one in of.introspection.get_table_description(cursor, table)
            )
            constraints = sorted(
                f"{'' if UNNAMED.match(name) else name} {one['columns']} {one['unique']} {one['primary_key']} "
                f"{one['foreign_key']} {one['check']}"
                for name, one in of.introspection.get_constraints(cursor, table).items()
            )
            found[table] = (columns, constraints)
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        found["triggers"] = ([str(row[0]) for row in cursor.fetchall()], [])
    return found


def test_both_ways_lead_to_the_same_tables(others: tuple[str, str]) -> None:
    at_once, by_steps = others
    call_command("migrate", database=at_once, verbosity=0)
    call_command(EveryStep(), database=by_steps, verbosity=0)
    made, moved = shape(connections[at_once]), shape(connections[by_steps])
    assert set(made) == set(moved)
    assert {table for table in made if made[table][0] != moved[table][0]} == set()
    assert {table for table in made if made[table][1] != moved[table][1]} == set()
    assert made["triggers"][0] == [
        "audit_is_never_changed",
        "frozen_document_is_never_changed",
        "frozen_file_is_never_changed",
        "one_holder_insert",
        "one_holder_update",
    ]
    with connections[at_once].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_migrations")
        noted = cursor.fetchone()
    with connections[by_steps].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_migrations")
        assert cursor.fetchone() == noted
    call_command("migrate", database=at_once, verbosity=0)  # nothing is left to do
