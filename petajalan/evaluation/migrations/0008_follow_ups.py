import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_one_holder"),
        ("evaluation", "0007_follow_ups_moved"),
        ("reporting", "0009_culture_activities"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *(
            migrations.RemoveField(model_name="followup", name=name)
            for name in ("done_by", "guidance", "owner", "done_at", "due", "outcome", "version", "what")
        ),
        migrations.AlterModelOptions(
            name="followup",
            options={
                "ordering": ["written_at", "pk"],
                "verbose_name": "tindak lanjut",
                "verbose_name_plural": "tindak lanjut",
            },
        ),
        migrations.AlterField(
            model_name="followup",
            name="recommendation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="follow_ups",
                to="evaluation.recommendation",
                verbose_name="rekomendasi",
            ),
        ),
        migrations.AlterField(
            model_name="followup",
            name="written_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="ditulis oleh",
            ),
        ),
        migrations.AlterField(
            model_name="followup",
            name="written_at",
            field=models.DateTimeField(verbose_name="ditulis pada"),
        ),
        migrations.CreateModel(
            name="FollowUpEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("page", models.CharField(blank=True, max_length=100, verbose_name="halaman")),
            ],
            options={
                "verbose_name": "bukti tindak lanjut",
                "verbose_name_plural": "bukti tindak lanjut",
                "ordering": ["pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="follow_up_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(("percent", None), ("percent__lte", 100), _connector="OR"), name="follow_up_percent"
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("accepted", None), ("checked_at", None), ("checked_by", None)),
                    models.Q(
                        ("accepted__isnull", False),
                        ("checked_at__isnull", False),
                        ("checked_by__isnull", False),
                        ("done", True),
                    ),
                    _connector="OR",
                ),
                name="follow_up_answered_once_it_is_done",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.UniqueConstraint(
                condition=models.Q(("accepted", None), ("done", True)),
                fields=("agency", "recommendation"),
                name="follow_up_waits_once",
            ),
        ),
        migrations.AddField(
            model_name="followupevidence",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
            ),
        ),
        migrations.AddField(
            model_name="followupevidence",
            name="evidence",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="follow_up_uses",
                to="reporting.evidence",
                verbose_name="bukti dukung",
            ),
        ),
        migrations.AddField(
            model_name="followupevidence",
            name="follow_up",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="proofs",
                to="evaluation.followup",
                verbose_name="tindak lanjut",
            ),
        ),
        migrations.AddConstraint(
            model_name="followupevidence",
            constraint=models.UniqueConstraint(
                fields=("agency", "follow_up", "evidence"), name="follow_up_evidence_once"
            ),
        ),
    ]
