"""The address under which a calendar program reads the dates of one person."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from petajalan.reporting.models.scope import AgencyOwnedModel


class CalendarFeed(AgencyOwnedModel):
    """Whoever knows the secret reads the dates, without signing in. Only its digest is kept; a new one ends the old."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("pemilik"))
    digest = models.CharField(_("sidik rahasia"), max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("dibuat pada"))

    class Meta:
        verbose_name = _("langganan kalender")
        verbose_name_plural = _("langganan kalender")
        constraints = [models.UniqueConstraint(fields=["agency", "user"], name="calendar_feed_once")]

    def __str__(self) -> str:
        return str(self.user)
