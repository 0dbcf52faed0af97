import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_one_holder"),
        ("planning", "0005_plan_constraints"),
    ]

    operations = [
        migrations.AddField(
            model_name="adoptedfigure",
            name="carried_from",
            field=models.CharField(blank=True, max_length=20, verbose_name="dilanjutkan dari"),
        ),
        migrations.AddField(
            model_name="indicatorrow",
            name="coordinator_unit",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.unit",
                verbose_name="unit koordinator",
            ),
        ),
        migrations.AddField(
            model_name="keyactivity",
            name="all_units",
            field=models.BooleanField(default=False, verbose_name="dilaksanakan semua unit"),
        ),
        migrations.AddField(
            model_name="keyactivity",
            name="coordinator",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.unit",
                verbose_name="koordinator",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="owner",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.unit",
                verbose_name="penanggung jawab",
            ),
        ),
        migrations.AddField(
            model_name="roadmap",
            name="changed_at",
            field=models.DateTimeField(null=True, verbose_name="terakhir diubah pada"),
        ),
        migrations.AddField(
            model_name="sectiontext",
            name="part",
            field=models.CharField(blank=True, max_length=40, verbose_name="bagian wajib"),
        ),
        migrations.CreateModel(
            name="Implementer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "key_activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="named_implementers",
                        to="planning.keyactivity",
                    ),
                ),
                (
                    "road_map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.roadmap"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.unit",
                        verbose_name="unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "pelaksana",
                "verbose_name_plural": "pelaksana",
                "ordering": ["road_map", "position"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="keyactivity",
            name="implementers",
            field=models.ManyToManyField(
                related_name="+", through="planning.Implementer", to="accounts.unit", verbose_name="pelaksana"
            ),
        ),
        migrations.AddConstraint(
            model_name="implementer",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="implementer_order"),
        ),
        migrations.AddConstraint(
            model_name="implementer",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="implementer_key_once"),
        ),
        migrations.AddConstraint(
            model_name="implementer",
            constraint=models.UniqueConstraint(
                fields=("agency", "key_activity", "unit"), name="implementer_named_once"
            ),
        ),
    ]
