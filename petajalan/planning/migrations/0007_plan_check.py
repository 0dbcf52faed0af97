import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_one_holder"),
        ("planning", "0006_units_of_the_plan"),
    ]

    operations = [
        migrations.AddField(
            model_name="roadmap",
            name="edits",
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="jumlah perubahan"),
        ),
        migrations.CreateModel(
            name="PlanCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("findings", models.TextField()),
                ("errors", models.PositiveIntegerField(verbose_name="kesalahan")),
                ("warnings", models.PositiveIntegerField(verbose_name="peringatan")),
                ("notes", models.PositiveIntegerField(verbose_name="catatan")),
                ("rules_version", models.CharField(max_length=40, verbose_name="versi aturan")),
                ("edits", models.PositiveIntegerField(verbose_name="jumlah perubahan")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "road_map",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="check_result", to="planning.roadmap"
                    ),
                ),
            ],
            options={
                "verbose_name": "hasil periksa rencana",
                "verbose_name_plural": "hasil periksa rencana",
                "constraints": [
                    models.UniqueConstraint(fields=("agency", "road_map"), name="plan_check_once_per_plan")
                ],
            },
        ),
    ]
