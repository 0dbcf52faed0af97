"""Activities that bring the core values of civil servants (BerAKHLAK) into a unit: planned, held, proved.

They stand here and not beside the surveys because evidence, which lives here, names what it proves.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.models.rows import EditedModel
from petajalan.reporting.choices import CoreValue
from petajalan.reporting.models.scope import AgencyOwnedModel


class CultureActivity(AgencyOwnedModel, EditedModel):
    """
    participants  how many took part; null while nobody counted
    held_at       when somebody said that it was held; until then it is planned
    """

    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+", verbose_name=_("unit"))
    day = models.DateField(_("tanggal"))
    title = models.CharField(_("kegiatan"), max_length=200)
    core_value = models.CharField(_("nilai BerAKHLAK"), max_length=20, choices=CoreValue.choices)
    participants = models.PositiveIntegerField(_("jumlah peserta"), null=True)
    note = models.TextField(_("catatan"), blank=True)
    held_at = models.DateTimeField(_("dinyatakan terlaksana pada"), null=True)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("dinyatakan oleh")
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("ditulis oleh")
    )
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta:
        verbose_name = _("kegiatan budaya kerja")
        verbose_name_plural = _("kegiatan budaya kerja")
        ordering = ["day", "pk"]
        indexes = [models.Index(fields=["agency", "day"], name="culture_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(held_at__isnull=False) | Q(held_by__isnull=True), name="culture_held_by_after_held"
            )
        ]

    def __str__(self) -> str:
        return self.title
