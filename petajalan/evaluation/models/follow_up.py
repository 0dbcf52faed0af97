"""What the owner of a recommendation did about it, what shows it, and what the evaluator answered."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.evaluation.models.recommendation import Recommendation
from petajalan.evaluation.models.scope import AgencyOwnedModel


class FollowUp(AgencyOwnedModel):
    """One entry of the owner, never changed afterwards.

    percent   how far it is, as the owner sees it; null where nobody said
    done      the owner says that it is done; this alone is answered
    accepted  what the evaluator found; null while it waits
    """

    recommendation = models.ForeignKey(
        Recommendation, models.CASCADE, related_name="follow_ups", verbose_name=_("rekomendasi")
    )
    text = models.TextField(_("yang sudah dikerjakan"))
    percent = models.PositiveSmallIntegerField(_("kemajuan (persen)"), null=True)
    done = models.BooleanField(_("dinyatakan selesai"), default=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ditulis oleh")
    )
    written_at = models.DateTimeField(_("ditulis pada"))
    accepted = models.BooleanField(_("diterima"), null=True)
    verdict = models.TextField(_("hasil pemeriksaan"), blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("diperiksa oleh")
    )
    checked_at = models.DateTimeField(_("diperiksa pada"), null=True)

    class Meta:
        verbose_name = _("tindak lanjut")
        verbose_name_plural = _("tindak lanjut")
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="follow_up_says_something"),
            models.CheckConstraint(condition=Q(percent=None) | Q(percent__lte=100), name="follow_up_percent"),
            models.CheckConstraint(
                condition=Q(accepted=None, checked_by=None, checked_at=None)
                | Q(done=True, accepted__isnull=False, checked_by__isnull=False, checked_at__isnull=False),
                name="follow_up_answered_once_it_is_done",
            ),
            models.UniqueConstraint(
                fields=["agency", "recommendation"], condition=Q(done=True, accepted=None), name="follow_up_waits_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation.code}: {self.text}"


class FollowUpEvidence(AgencyOwnedModel):
    """A piece of the owner's evidence that shows what an entry says, and on which page."""

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="proofs", verbose_name=_("tindak lanjut"))
    evidence = models.ForeignKey(
        "reporting.Evidence", models.PROTECT, related_name="follow_up_uses", verbose_name=_("bukti dukung")
    )
    page = models.CharField(_("halaman"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("bukti tindak lanjut")
        verbose_name_plural = _("bukti tindak lanjut")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "follow_up", "evidence"], name="follow_up_evidence_once")
        ]

    def __str__(self) -> str:
        return f"{self.evidence} {self.page}"
