"""What an agency set about its achievements."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.rows import EditedModel
from petajalan.reporting.models.scope import AgencyOwnedModel


class AchievementSetting(AgencyOwnedModel, EditedModel):
    """Without a row the cap is 100 (aturan aplikasi).

    group_cap  the most that one member counts in the mean of a group, in percent
    """

    group_cap = DecimalField(_("batas atas anggota kelompok"), max_digits=5, decimal_places=2)
    reason = models.TextField(_("alasan"))
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("diubah oleh")
    )
    changed_at = models.DateTimeField(_("diubah pada"))

    class Meta:
        verbose_name = _("pengaturan capaian")
        verbose_name_plural = _("pengaturan capaian")
        constraints = [
            models.UniqueConstraint(fields=["agency"], name="achievement_setting_once"),
            models.CheckConstraint(condition=models.Q(group_cap__gte=100), name="achievement_group_cap_from_100"),
        ]

    def __str__(self) -> str:
        return f"{self.group_cap}"
