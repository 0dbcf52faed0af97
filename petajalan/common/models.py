from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from petajalan.accounts.models import User


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    def visible_to(self, user: User) -> AuditQuerySet:
        """The trail is for the administrator and the auditor of the agency, and for the keeper of the installation."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self if user.is_superuser else self.filter(agency__in=user.audited_agencies)

    def update(self, **values: object) -> NoReturn:
        raise TypeError("The audit trail is only ever added to.")

    def delete(self) -> NoReturn:
        raise TypeError("The audit trail is only ever added to.")


class AuditEntry(models.Model):
    """Who did what, when, why: written by a service in the same transaction, never changed (the database refuses)."""

    agency = models.ForeignKey(
        "accounts.Agency", verbose_name=_("instansi"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    # No account: the command line, actor_name is then "system". The name is kept as it was at that moment.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("pelaku"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_name = models.CharField(_("nama pelaku"), max_length=150)
    action = models.CharField(_("tindakan"), max_length=60)
    object_type = models.CharField(_("jenis objek"), max_length=60)
    object_key = models.CharField(_("kunci objek"), max_length=40)
    object_name = models.CharField(_("objek"), max_length=300)
    before = models.JSONField(_("sebelum"), default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(_("sesudah"), default=dict, encoder=DjangoJSONEncoder)
    reason = models.TextField(_("alasan"), blank=True)
    at = models.DateTimeField(_("waktu"))

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("catatan jejak")
        verbose_name_plural = _("jejak")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["agency", "-at"], name="audit_agency_at"),
            models.Index(fields=["agency", "action", "-at"], name="audit_agency_action_at"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name}: {self.action} {self.object_name}"
