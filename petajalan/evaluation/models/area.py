"""Where something has to improve, in the five parts of the internal evaluation's report."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from petajalan.evaluation.models.evaluation import EvaluationRow, by_whom
from petajalan.evaluation.models.internal import EvaluationPoint
from petajalan.evaluation.models.scope import AgencyOwnedModel
from petajalan.planning.models.conditions import exactly_one
from petajalan.planning.models.rows import EditedModel


class ImprovementArea(AgencyOwnedModel, EditedModel):
    """Where something has to improve ("area of improvement" of the internal evaluation's report), beside its row
    or, of an evaluation of a year, its point."""

    row = models.OneToOneField(
        EvaluationRow, models.CASCADE, null=True, related_name="area", verbose_name=_("baris evaluasi")
    )
    point = models.OneToOneField(
        EvaluationPoint, models.CASCADE, null=True, related_name="area", verbose_name=_("butir evaluasi")
    )
    title = models.TextField(_("judul"))
    condition = models.TextField(_("kondisi"))
    criterion = models.TextField(_("kriteria"))
    consequence = models.TextField(_("akibat"))
    suggestion = models.TextField(_("saran"))
    written_by = by_whom(_("ditulis oleh"))
    written_at = models.DateTimeField(_("ditulis pada"))

    class Meta:
        verbose_name = _("area perbaikan")
        verbose_name_plural = _("area perbaikan")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=exactly_one("row", "point"), name="improvement_area_of_one_thing")
        ]

    def __str__(self) -> str:
        return self.title
