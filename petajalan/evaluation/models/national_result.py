"""What the national evaluator prints beside the values of the items: totals, index and class, as they are printed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.evaluation.models.scope import AgencyOwnedModel
from petajalan.evaluation.models.worksheet import EvaluationWorksheet
from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.rows import EditedModel
from petajalan.reporting.models import Evidence


class NationalResult(AgencyOwnedModel, EditedModel):
    """The printed totals of a worksheet's year. Never computed: held against what the values of the items make.

    general  RB General after its adjustment
    """

    worksheet = models.ForeignKey(
        EvaluationWorksheet, models.CASCADE, related_name="results", verbose_name=_("lembar kerja evaluasi")
    )
    general = DecimalField(_("RB General"), max_digits=10, decimal_places=4, null=True)
    thematic = DecimalField(_("RB Tematik"), max_digits=10, decimal_places=4, null=True)
    index = DecimalField(_("indeks"), max_digits=10, decimal_places=4, null=True)
    grade = models.CharField(_("predikat"), max_length=60, blank=True)
    source = models.TextField(_("dokumen sumber"))
    page = models.CharField(_("halaman"), max_length=100, blank=True)
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, null=True, related_name="+", verbose_name=_("berkas dokumen")
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("dicatat oleh")
    )
    entered_at = models.DateTimeField(_("dicatat pada"))

    class Meta:
        verbose_name = _("hasil evaluasi nasional tercetak")
        verbose_name_plural = _("hasil evaluasi nasional tercetak")
        ordering = ["worksheet"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "worksheet"], name="national_result_once"),
            models.CheckConstraint(condition=~Q(source=""), name="national_result_has_a_source"),
            models.CheckConstraint(
                condition=Q(general__isnull=False) | Q(thematic__isnull=False) | Q(index__isnull=False) | ~Q(grade=""),
                name="national_result_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worksheet}: {self.index}"
