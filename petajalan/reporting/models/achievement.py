"""What was achieved in a quarter: computed by `calc` from accepted reports and measurements, and kept."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.models.decimals import DecimalField
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.models.scope import AgencyOwnedModel


class Achievement(AgencyOwnedModel):
    """One subject in one quarter, written in the transaction of whatever changes it; nobody edits it.

    key      of the action, indicator, activity, objective or theme (its `key`), or the primary key of the unit
    actual, target  in the subject's own unit; null where not known, and for a group, which has none
    percent  unclamped; to 15 digits, ten of them behind the comma. Null with a `reason` of `calc.achievement.Reason`
    known, parts    "n dari N": units of an action, measurements of an indicator, indicators of a group
    work_percent, work_known, work_parts  mean of the actions below an indicator or a group
    budget, absorbed  in rupiah, of the actions below; null where none is known
    provisional     the figure is an own estimate of an index that is not released yet
    trace    how it came about: formula with version, expression and legal source; inputs and parts with their origin
    """

    kind = models.CharField(_("tentang"), max_length=10, choices=SubjectKind.choices)
    key = models.CharField(_("kunci"), max_length=36)
    year = models.PositiveSmallIntegerField(_("tahun"))
    quarter = models.PositiveSmallIntegerField(_("triwulan"))
    actual = DecimalField(_("realisasi"), max_digits=40, decimal_places=10, null=True)
    target = DecimalField(_("target"), max_digits=40, decimal_places=10, null=True)
    percent = DecimalField(_("capaian"), max_digits=60, decimal_places=15, null=True)
    reason = models.CharField(_("sebab tidak dinilai"), max_length=30, blank=True)
    known = models.PositiveIntegerField(_("diketahui"), default=0)
    parts = models.PositiveIntegerField(_("dari"), default=0)
    work_percent = DecimalField(_("pelaksanaan aksi"), max_digits=60, decimal_places=15, null=True)
    work_known = models.PositiveIntegerField(_("aksi diketahui"), default=0)
    work_parts = models.PositiveIntegerField(_("dari aksi"), default=0)
    budget = DecimalField(_("anggaran"), max_digits=30, decimal_places=2, null=True)
    absorbed = DecimalField(_("realisasi anggaran"), max_digits=30, decimal_places=2, null=True)
    provisional = models.BooleanField(_("angka sementara"), default=False)
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)
    trace = models.JSONField(_("cara menghitung"), default=dict)

    class Meta:
        verbose_name = _("capaian")
        verbose_name_plural = _("capaian")
        ordering = ["year", "quarter", "kind", "key"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "quarter", "kind", "key"], name="achievement_once"),
            models.CheckConstraint(condition=Q(quarter__gte=1, quarter__lte=4), name="achievement_quarter"),
            models.CheckConstraint(
                condition=Q(percent__isnull=True) | Q(reason=""), name="achievement_known_or_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key} {self.year}-Q{self.quarter}"
