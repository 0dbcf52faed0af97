"""What the evaluation team noted while it assisted, what the secretariat directed, and what has to follow."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.evaluation.choices import GuidanceKind
from petajalan.evaluation.models.scope import AgencyOwnedModel
from petajalan.planning.models.rows import EditedModel


class Guidance(AgencyOwnedModel, EditedModel):
    """A note on assistance (pendampingan) or a direction of the secretariat (arahan), about a day and a subject."""

    kind = models.CharField(_("jenis"), max_length=10, choices=GuidanceKind.choices)
    day = models.DateField(_("tanggal"))
    subject = models.CharField(_("perihal"), max_length=200)
    text = models.TextField(_("isi"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ditulis oleh")
    )
    written_at = models.DateTimeField(_("ditulis pada"))
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta:
        verbose_name = _("pendampingan dan arahan")
        verbose_name_plural = _("pendampingan dan arahan")
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["agency", "day"], name="guidance_by_day")]

    def __str__(self) -> str:
        return self.subject


class FollowUp(AgencyOwnedModel, EditedModel):
    """What a unit has to do after a note or a direction, by when, and what came of it."""

    guidance = models.ForeignKey(Guidance, models.CASCADE, related_name="follow_ups", verbose_name=_("dari"))
    what = models.TextField(_("tindak lanjut"))
    owner = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+", verbose_name=_("penanggung jawab"))
    due = models.DateField(_("tenggat"))
    outcome = models.TextField(_("hasil"), blank=True)
    done_at = models.DateTimeField(_("selesai pada"), null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("diselesaikan oleh")
    )

    class Meta:
        verbose_name = _("tindak lanjut")
        verbose_name_plural = _("tindak lanjut")
        ordering = ["due", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None, outcome="")
                | (Q(done_at__isnull=False, done_by__isnull=False) & ~Q(outcome="")),
                name="follow_up_done_with_an_outcome",
            )
        ]

    def __str__(self) -> str:
        return self.what
