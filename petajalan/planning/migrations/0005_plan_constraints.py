from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("planning", "0004_keys")]

    operations = [
        migrations.AddConstraint(
            model_name="factor",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="factor_order"),
        ),
        migrations.AddConstraint(
            model_name="factor",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="factor_key_once"),
        ),
        migrations.AddConstraint(
            model_name="factor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("low__isnull", True), ("high__isnull", True), ("high__gt", models.F("low")), _connector="OR"
                ),
                name="factor_scale_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="figure_key_once"),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.UniqueConstraint(
                fields=("agency", "interim_result", "role", "of"), name="figure_once_per_interim_result"
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.UniqueConstraint(
                fields=("agency", "key_activity", "role", "of"), name="figure_once_per_activity"
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.UniqueConstraint(
                fields=("agency", "indicator_row", "role", "of"), name="figure_once_per_row"
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("indicator_row__isnull", True),
                        ("interim_result__isnull", False),
                        ("key_activity__isnull", True),
                    ),
                    models.Q(
                        ("indicator_row__isnull", True),
                        ("interim_result__isnull", True),
                        ("key_activity__isnull", False),
                    ),
                    models.Q(
                        ("indicator_row__isnull", False),
                        ("interim_result__isnull", True),
                        ("key_activity__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="figure_one_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="goal_key_once"),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="objective_key_once"),
        ),
        migrations.AddConstraint(
            model_name="printedteam",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="printedteam_order"),
        ),
        migrations.AddConstraint(
            model_name="printedteam",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="printedteam_key_once"),
        ),
        migrations.AddConstraint(
            model_name="printedteammember",
            constraint=models.UniqueConstraint(
                fields=("agency", "road_map", "position"), name="printedteammember_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="printedteammember",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="printedteammember_key_once"),
        ),
        migrations.AddConstraint(
            model_name="roadmap",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "draft")), fields=("agency", "based_on"), name="road_map_one_amendment"
            ),
        ),
        migrations.AddConstraint(
            model_name="roadmap",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("period_start__isnull", True),
                    ("period_end__isnull", True),
                    ("period_end__gte", models.F("period_start")),
                    _connector="OR",
                ),
                name="road_map_period_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="theme",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="theme_key_once"),
        ),
        migrations.AddConstraint(
            model_name="indicatorrow",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="indicatorrow_order"),
        ),
        migrations.AddConstraint(
            model_name="indicatorrow",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="indicatorrow_key_once"),
        ),
        migrations.AddConstraint(
            model_name="interimresult",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="interimresult_order"),
        ),
        migrations.AddConstraint(
            model_name="interimresult",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="interimresult_key_once"),
        ),
        migrations.AddConstraint(
            model_name="keyactivity",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="keyactivity_order"),
        ),
        migrations.AddConstraint(
            model_name="keyactivity",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="keyactivity_key_once"),
        ),
        migrations.AddConstraint(
            model_name="condition",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="condition_order"),
        ),
        migrations.AddConstraint(
            model_name="condition",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="condition_key_once"),
        ),
        migrations.AddConstraint(
            model_name="dataseries",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="dataseries_order"),
        ),
        migrations.AddConstraint(
            model_name="dataseries",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="dataseries_key_once"),
        ),
        migrations.AddConstraint(
            model_name="dataseries",
            constraint=models.UniqueConstraint(fields=("agency", "theme", "name"), name="data_series_name_once"),
        ),
        migrations.AddConstraint(
            model_name="datapoint",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="datapoint_order"),
        ),
        migrations.AddConstraint(
            model_name="datapoint",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="datapoint_key_once"),
        ),
        migrations.AddConstraint(
            model_name="datapoint",
            constraint=models.UniqueConstraint(
                fields=("agency", "series", "period"), name="data_point_once_per_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="indicator_order"),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="indicator_key_once"),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("cap__isnull", True), ("cap__gt", 0), _connector="OR"),
                name="indicator_cap_is_positive",
            ),
        ),
        migrations.AddConstraint(
            model_name="adoptedfigure",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="adoptedfigure_order"),
        ),
        migrations.AddConstraint(
            model_name="adoptedfigure",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="adoptedfigure_key_once"),
        ),
        migrations.AddConstraint(
            model_name="adoptedfigure",
            constraint=models.UniqueConstraint(
                fields=("agency", "indicator", "role", "period"), name="adopted_figure_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="adoptedfigure",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ("baseline", "target", "national_target"))), name="adopted_figure_role"
            ),
        ),
        migrations.AddConstraint(
            model_name="adoptedfigure",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "refused"), _negated=True), name="adopted_figure_is_read"
            ),
        ),
        migrations.AddConstraint(
            model_name="obstacle",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="obstacle_order"),
        ),
        migrations.AddConstraint(
            model_name="obstacle",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="obstacle_key_once"),
        ),
        migrations.AddConstraint(
            model_name="policyobjective",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="policyobjective_order"),
        ),
        migrations.AddConstraint(
            model_name="policyobjective",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="policyobjective_key_once"),
        ),
        migrations.AddConstraint(
            model_name="relatedregulation",
            constraint=models.UniqueConstraint(
                fields=("agency", "road_map", "position"), name="relatedregulation_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="relatedregulation",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="relatedregulation_key_once"),
        ),
        migrations.AddConstraint(
            model_name="rootcause",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="rootcause_order"),
        ),
        migrations.AddConstraint(
            model_name="rootcause",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="rootcause_key_once"),
        ),
        migrations.AddConstraint(
            model_name="rootcause",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", models.F("pk")), _negated=True), name="root_cause_is_not_its_own_parent"
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="programme_order"),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="programme_key_once"),
        ),
        migrations.AddConstraint(
            model_name="score",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="score_order"),
        ),
        migrations.AddConstraint(
            model_name="score",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="score_key_once"),
        ),
        migrations.AddConstraint(
            model_name="score",
            constraint=models.UniqueConstraint(
                fields=("agency", "key_activity", "factor"), name="score_once_per_factor"
            ),
        ),
        migrations.AddConstraint(
            model_name="sectiontext",
            constraint=models.UniqueConstraint(
                fields=("agency", "road_map", "key", "wording"), name="section_text_wording_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="sectiontext",
            constraint=models.UniqueConstraint(
                condition=models.Q(("current", True)),
                fields=("agency", "road_map", "key"),
                name="section_text_one_current",
            ),
        ),
        migrations.AddConstraint(
            model_name="sectiontext",
            constraint=models.UniqueConstraint(
                condition=models.Q(("current", True)),
                fields=("agency", "road_map", "position"),
                name="section_text_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="strategicissue",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "position"), name="strategicissue_order"),
        ),
        migrations.AddConstraint(
            model_name="strategicissue",
            constraint=models.UniqueConstraint(fields=("agency", "road_map", "key"), name="strategicissue_key_once"),
        ),
    ]
