"""Each follow-up of guidance becomes a recommendation; what was written when it was closed becomes its entry.

One that its own unit closed was seen by nobody else: it waits for the evaluator. One that was closed by the person who
asked for it counts as verified by them.
"""

from zoneinfo import ZoneInfo

from django.db import migrations
from django.db.models import Max


def move(apps, schema_editor):
    here = schema_editor.connection.alias
    follow_ups = apps.get_model("evaluation", "FollowUp").objects.using(here)
    recommendations = apps.get_model("evaluation", "Recommendation").objects.using(here)
    for one in follow_ups.select_related("guidance", "agency").order_by("agency", "pk"):
        note, year = one.guidance, one.guidance.day.year
        numbered = recommendations.filter(agency=one.agency, year=year)
        checked = one.done_at is not None and one.done_by_id == note.written_by_id
        state = "open" if one.done_at is None else "verified" if checked else "reported"
        answer = {"checked_by_id": one.done_by_id, "checked_at": one.done_at} if checked else {}
        made = recommendations.create(
            agency=one.agency,
            year=year,
            number=(numbered.aggregate(last=Max("number"))["last"] or 0) + 1,
            source_kind="guidance",
            guidance=note,
            what=one.what,
            owner_id=one.owner_id,
            due=one.due,
            first_due=one.due,
            state=state,
            raised_by_id=note.written_by_id,
            raised_at=note.written_at,
            done_on=one.done_at.astimezone(ZoneInfo(one.agency.time_zone)).date() if one.done_at else None,
            simulated=note.simulated,
            **answer,
        )
        if one.done_at is None:
            one.delete()
            continue
        follow_ups.filter(pk=one.pk).update(
            recommendation=made,
            text=one.outcome,
            done=True,
            written_by_id=one.done_by_id,
            written_at=one.done_at,
            accepted=True if checked else None,
            **answer,
        )


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0006_follow_ups_widened")]

    operations = [migrations.RunPython(move)]
