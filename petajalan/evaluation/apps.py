from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvaluationConfig(AppConfig):
    name = "petajalan.evaluation"
    label = "evaluation"
    verbose_name = _("Evaluasi")

    def ready(self) -> None:
        from petajalan.evaluation.display.evidence import followed, objected
        from petajalan.evaluation.places import (
            evaluations,
            indices,
            internal,
            objections,
            recommendations,
            worksheet,
        )
        from petajalan.evaluation.queries.owed import evaluations_owed
        from petajalan.reporting.display.evidence import add_proofs
        from petajalan.reporting.queries.owed import add_source

        add_source(evaluations_owed)
        add_proofs(followed)
        add_proofs(objected)
        evaluations.register()
        internal.register()
        indices.register()
        recommendations.register()
        worksheet.register()
        objections.register()
