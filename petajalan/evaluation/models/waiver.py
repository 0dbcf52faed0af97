"""Leave to evaluate an item that one's own unit coordinates or carries out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.evaluation.models.scope import AgencyOwnedModel


class Waiver(AgencyOwnedModel):
    """People of `unit` may evaluate `action`, although their unit is not independent of it.

    Signed by the chair of the secretariat (STU), printed beside every judgement that was made under it. One that was
    revoked stays: judgements name it.
    """

    action = models.ForeignKey("planning.Action", models.PROTECT, related_name="+", verbose_name=_("aksi"))
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+", verbose_name=_("unit penilai"))
    reason = models.TextField(_("alasan"))
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ditandatangani oleh")
    )
    signed_as = models.CharField(_("jabatan penanda tangan"), max_length=200)
    signed_at = models.DateTimeField(_("ditandatangani pada"))
    revoked_at = models.DateTimeField(_("dicabut pada"), null=True)

    class Meta:
        verbose_name = _("pengecualian independensi")
        verbose_name_plural = _("pengecualian independensi")
        ordering = ["-signed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "action", "unit"], condition=Q(revoked_at=None), name="waiver_once_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="waiver_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.action}"
