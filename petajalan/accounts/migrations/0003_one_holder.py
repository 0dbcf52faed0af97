"""The database itself refuses a second holder of a position for any day of another one's time.

A definitive and an acting holder may overlap; two of the same sort may not, unless the position is shared.
"""

from django.db import migrations

from petajalan.common.migrating import OnEveryDatabase

REFUSAL = "a position has one holder of a sort at a time"

OVERLAP = """
    SELECT 1 FROM accounts_holding AS other
    JOIN accounts_position AS post ON post.id = other.position_id
    WHERE other.position_id = NEW.position_id AND other.id <> NEW.id AND NOT post.shared
      AND (other.acting = '') = (NEW.acting = '')
      AND (other.ends_on IS NULL OR other.ends_on >= NEW.starts_on)
      AND (NEW.ends_on IS NULL OR other.starts_on <= NEW.ends_on)
"""

SQLITE = [
    f"""CREATE TRIGGER one_holder_{when.lower()} AFTER {when} ON accounts_holding WHEN EXISTS ({OVERLAP})
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"""
    for when in ("INSERT", "UPDATE")
]
# Whoever writes a holding takes the row of its position first, so that two at the same moment see each other.
POSTGRESQL = [
    f"""CREATE FUNCTION refuse_second_holder() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          PERFORM 1 FROM accounts_position WHERE id = NEW.position_id FOR UPDATE;
          IF EXISTS ({OVERLAP}) THEN
            RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$""",
    """CREATE TRIGGER one_holder BEFORE INSERT OR UPDATE ON accounts_holding
       FOR EACH ROW EXECUTE FUNCTION refuse_second_holder()""",
]


def guard(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER one_holder ON accounts_holding")
        schema_editor.execute("DROP FUNCTION refuse_second_holder()")
    else:
        schema_editor.execute("DROP TRIGGER one_holder_insert")
        schema_editor.execute("DROP TRIGGER one_holder_update")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_units_and_teams")]
    operations = [OnEveryDatabase(guard, unguard)]
