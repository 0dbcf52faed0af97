"""Rows that were there before get keys of their own, and road maps the document that they quote."""

from uuid import uuid4

from django.db import migrations
from django.db.models import F

KEYED = "Factor Figure Goal IndicatorRow InterimResult KeyActivity Objective PrintedTeam PrintedTeamMember Theme"


def give_keys(apps, schema_editor):
    for name in KEYED.split():
        model = apps.get_model("planning", name)
        rows = list(model.objects.only("pk"))
        for row in rows:
            row.key = uuid4()
        model.objects.bulk_update(rows, ["key"], batch_size=500)
    apps.get_model("planning", "RoadMap").objects.update(document=F("regulation"))


class Migration(migrations.Migration):
    dependencies = [("planning", "0003_plan")]

    operations = [migrations.RunPython(give_keys, migrations.RunPython.noop)]
