"""The database itself refuses to change what was frozen.

Deleting is refused on PostgreSQL too; on SQLite it is left to the application, as in the audit trail.
"""

from django.db import migrations

from petajalan.common.migrating import OnEveryDatabase

TABLES = {"frozen_document": "exports_frozendocument", "frozen_file": "exports_frozenfile"}


def guard(apps, schema_editor):
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    if on_postgresql:
        schema_editor.execute(
            """CREATE FUNCTION refuse_frozen_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'a frozen document is never changed'
            USING ERRCODE = 'integrity_constraint_violation';
            END $$"""
        )
    for name, table in TABLES.items():
        if on_postgresql:
            schema_editor.execute(
                f"""CREATE TRIGGER {name}_is_never_changed BEFORE UPDATE OR DELETE ON {table}
                FOR EACH ROW EXECUTE FUNCTION refuse_frozen_change()"""
            )
        else:
            schema_editor.execute(
                f"""CREATE TRIGGER {name}_is_never_changed BEFORE UPDATE ON {table}
                BEGIN SELECT RAISE(ABORT, 'a frozen document is never changed'); END"""
            )


def unguard(apps, schema_editor):
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    for name, table in TABLES.items():
        schema_editor.execute(f"DROP TRIGGER {name}_is_never_changed" + (f" ON {table}" if on_postgresql else ""))
    if on_postgresql:
        schema_editor.execute("DROP FUNCTION refuse_frozen_change()")


class Migration(migrations.Migration):
    dependencies = [("exports", "0002_documents")]
    operations = [OnEveryDatabase(guard, unguard)]
