"""The table that counts sign-in attempts for all workers together."""

from django.core.management import call_command
from django.db import migrations

from petajalan.common.migrating import OnEveryDatabase


def create(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("common", "0002_append_only")]
    operations = [OnEveryDatabase(create, OnEveryDatabase.noop)]
