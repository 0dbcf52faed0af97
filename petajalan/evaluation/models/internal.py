"""What the internal evaluation judges before a year begins (ex-ante) and after it ended: points, not actions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.evaluation.choices import JudgementChoice, PointPart
from petajalan.evaluation.models.evaluation import Evaluation, by_whom
from petajalan.evaluation.models.scope import AgencyOwnedModel
from petajalan.evaluation.models.waiver import Waiver
from petajalan.planning.models.rows import EditedModel

_OF_ALL = Q(plan=None, indicator_key=None) & ~Q(code="")


class EvaluationPoint(AgencyOwnedModel, EditedModel):
    """One thing that an evaluation of a year judges.

    plan           whose aspect or effect is judged; null for an aspect of the road map as a whole
    indicator_key  whose target
    code           the aspect, or the criterion of reform management
    name           of the plan's coordinator, the indicator or the criterion, as it was when the point was made
    basis          what the data say beside it, as at `Evaluation.figures_at`: a help, never a judgement
    judged_at      null while nobody touched it
    """

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="points", verbose_name=_("evaluasi"))
    part = models.CharField(_("bagian"), max_length=10, choices=PointPart.choices)
    position = models.PositiveIntegerField(_("urutan"))
    plan = models.ForeignKey(
        "planning.ActionPlan", models.PROTECT, null=True, related_name="+", verbose_name=_("rencana aksi")
    )
    indicator_key = models.UUIDField(_("indikator"), null=True)
    code = models.CharField(_("kode"), max_length=30, blank=True)
    name = models.TextField(_("nama"))
    judgement = models.CharField(_("penilaian"), max_length=10, choices=JudgementChoice.choices, blank=True)
    note = models.TextField(_("catatan"), blank=True)
    basis = models.JSONField(_("data yang mendasari"), default=dict)
    judged_by = by_whom(_("dinilai oleh"))
    judged_at = models.DateTimeField(_("dinilai pada"), null=True)

    class Meta:
        verbose_name = _("butir evaluasi")
        verbose_name_plural = _("butir evaluasi")
        ordering = ["evaluation", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "evaluation", "part", "plan", "code"],
                condition=Q(plan__isnull=False), name="evaluation_point_once_a_plan",
            ),
            models.UniqueConstraint(
                fields=["agency", "evaluation", "indicator_key"],
                condition=Q(indicator_key__isnull=False), name="evaluation_point_once_an_indicator",
            ),
            models.UniqueConstraint(
                fields=["agency", "evaluation", "part", "code"],
                condition=Q(plan=None, indicator_key=None), name="evaluation_point_once_of_all",
            ),
            models.CheckConstraint(
                condition=Q(part=PointPart.ASPECT, indicator_key=None) & ~Q(code="")
                | Q(part=PointPart.TARGET, plan=None, code="", indicator_key__isnull=False)
                | Q(part=PointPart.EFFECT, indicator_key=None, code="", plan__isnull=False)
                | Q(part=PointPart.MANAGEMENT) & _OF_ALL,
                name="evaluation_point_is_about_its_part",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.name}"


class PointWaiver(AgencyOwnedModel):
    """A waiver under which a point was judged: one for each action that binds the judge's unit to it."""

    point = models.ForeignKey(EvaluationPoint, models.CASCADE, related_name="waivers", verbose_name=_("butir evaluasi"))
    waiver = models.ForeignKey(
        Waiver, models.PROTECT, related_name="points", verbose_name=_("pengecualian independensi")
    )

    class Meta:
        verbose_name = _("pengecualian pada butir evaluasi")
        verbose_name_plural = _("pengecualian pada butir evaluasi")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "point", "waiver"], name="evaluation_point_waiver_once")
        ]

    def __str__(self) -> str:
        return f"{self.point}: {self.waiver}"
