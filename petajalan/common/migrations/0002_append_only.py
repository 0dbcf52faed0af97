"""The database itself refuses to change a row of the audit trail.

Deleting is refused on PostgreSQL too. On SQLite it is left to the application: whoever can open the file can delete
the file, and emptying the tables between tests deletes row by row there.
"""

from django.db import migrations

from petajalan.common.migrating import OnEveryDatabase

SQLITE = [
    """CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON common_auditentry
       BEGIN SELECT RAISE(ABORT, 'the audit trail is only ever added to'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'the audit trail is only ever added to'
       USING ERRCODE = 'integrity_constraint_violation';
       END $$""",
    """CREATE TRIGGER audit_is_never_changed BEFORE UPDATE OR DELETE ON common_auditentry
       FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()""",
]


def guard(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER audit_is_never_changed ON common_auditentry")
        schema_editor.execute("DROP FUNCTION refuse_audit_change()")
    else:
        schema_editor.execute("DROP TRIGGER audit_is_never_changed")


class Migration(migrations.Migration):
    dependencies = [("common", "0001_initial")]
    operations = [OnEveryDatabase(guard, unguard)]
