"""What a coordinator says of its own actions, beside what the evaluation team finds (penilaian mandiri)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.evaluation.models.evaluation import by_whom, dimension
from petajalan.evaluation.models.scope import AgencyOwnedModel
from petajalan.planning.models.rows import EditedModel


class SelfAssessment(AgencyOwnedModel, EditedModel):
    """One action in one quarter, judged by the unit that coordinates it. A dimension that nobody judged is "".

    It may be there before the evaluation of the quarter was begun, and closes when that was first sent.
    """

    action = models.ForeignKey("planning.Action", models.PROTECT, related_name="+", verbose_name=_("aksi"))
    year = models.PositiveSmallIntegerField(_("tahun"))
    quarter = models.PositiveSmallIntegerField(_("triwulan"))
    execution = dimension(_("ketepatan pelaksanaan"))
    output = dimension(_("ketercapaian output"))
    quality = dimension(_("kualitas pelaksanaan"))
    timeliness = dimension(_("kesesuaian waktu"))
    note = models.TextField(_("catatan"), blank=True)
    judged_by = by_whom(_("dinilai oleh"))
    judged_at = models.DateTimeField(_("dinilai pada"))
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta:
        verbose_name = _("penilaian mandiri")
        verbose_name_plural = _("penilaian mandiri")
        ordering = ["year", "quarter", "action"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "quarter", "action"], name="self_assessment_once"),
            models.CheckConstraint(condition=Q(quarter__gte=1, quarter__lte=4), name="self_assessment_quarter"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.year}-Q{self.quarter}"
