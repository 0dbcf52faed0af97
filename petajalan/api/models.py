"""Tokens with which other systems read and write in the name of a person."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models.scope import AgencyOwnedModel, AgencyOwnedQuerySet


class ApiToken(AgencyOwnedModel):
    """A token of one person for one agency. Of its secret only a digest is kept.

    shown         how the secret begins, so that people can tell their tokens apart
    scopes        values of `ApiScope`
    last_used_at  to the minute
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="api_tokens", verbose_name=_("pemilik")
    )
    name = models.CharField(_("dipakai untuk"), max_length=100)
    shown = models.CharField(_("awal token"), max_length=12, editable=False)
    digest = models.CharField(_("sidik token"), max_length=64, unique=True, editable=False)
    scopes = models.JSONField(_("cakupan"))
    created_at = models.DateTimeField(_("dibuat pada"))
    expires_at = models.DateTimeField(_("berlaku sampai"))
    last_used_at = models.DateTimeField(_("terakhir dipakai pada"), null=True)
    revoked_at = models.DateTimeField(_("dicabut pada"), null=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("dicabut oleh")
    )

    objects = AgencyOwnedQuerySet.as_manager()

    class Meta:
        verbose_name = _("token API")
        verbose_name_plural = _("token API")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="api_token_expires_later"),
            models.CheckConstraint(condition=~Q(name=""), name="api_token_has_a_name"),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None) | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="api_token_revoked_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["agency", "owner", "-created_at"], name="api_token_of_person")]

    def __str__(self) -> str:
        return f"{self.name} ({self.shown}…)"

    def is_expired_at(self, moment: datetime) -> bool:
        return moment >= self.expires_at
