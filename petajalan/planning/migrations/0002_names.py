from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("planning", "0001_initial")]

    operations = [
        migrations.RenameModel("Team", "PrintedTeam"),
        migrations.RenameModel("TeamMember", "PrintedTeamMember"),
        migrations.RenameField("KeyActivity", "objective", "objective_printed"),
        migrations.RemoveConstraint("Figure", "figure_once_per_interim_result"),
        migrations.RemoveConstraint("Figure", "figure_once_per_key_activity"),
        migrations.RemoveConstraint("Figure", "figure_once_per_indicator"),
        migrations.RemoveConstraint("Figure", "figure_one_owner"),
        migrations.RenameField("Figure", "indicator", "indicator_row"),
        migrations.RenameField("Figure", "key", "of"),
        migrations.RenameField("Figure", "reason", "refusal"),
    ]
