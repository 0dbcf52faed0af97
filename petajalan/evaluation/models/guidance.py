"""What the evaluation team noted while it assisted, what the secretariat directed, and what has to follow."""

from __future__ import annotations

from django.conf import settings
from django.db import models
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
