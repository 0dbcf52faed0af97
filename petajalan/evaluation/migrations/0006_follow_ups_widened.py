"""Follow-ups of guidance become entries of a recommendation. First the table takes both (the next one fills it)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def _person(words):
    return models.ForeignKey(
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
        verbose_name=words,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("evaluation", "0005_worksheets"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="followup", name="follow_up_done_with_an_outcome"),
        migrations.AddField(
            model_name="followup",
            name="recommendation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="follow_ups",
                to="evaluation.recommendation",
                verbose_name="rekomendasi",
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="text",
            field=models.TextField(default="", verbose_name="yang sudah dikerjakan"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="followup",
            name="percent",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="kemajuan (persen)"),
        ),
        migrations.AddField(
            model_name="followup",
            name="done",
            field=models.BooleanField(default=False, verbose_name="dinyatakan selesai"),
        ),
        migrations.AddField(model_name="followup", name="written_by", field=_person("ditulis oleh")),
        migrations.AddField(
            model_name="followup",
            name="written_at",
            field=models.DateTimeField(null=True, verbose_name="ditulis pada"),
        ),
        migrations.AddField(
            model_name="followup",
            name="accepted",
            field=models.BooleanField(null=True, verbose_name="diterima"),
        ),
        migrations.AddField(
            model_name="followup",
            name="verdict",
            field=models.TextField(blank=True, verbose_name="hasil pemeriksaan"),
        ),
        migrations.AddField(model_name="followup", name="checked_by", field=_person("diperiksa oleh")),
        migrations.AddField(
            model_name="followup",
            name="checked_at",
            field=models.DateTimeField(null=True, verbose_name="diperiksa pada"),
        ),
    ]
