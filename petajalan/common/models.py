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
    """Who did what, when, why: written by a service in the same transaction, never changed (the database refuses).

    whole  what the object is a part of, as "type:key" (a version of a plan); null where it is part of nothing
    """

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
    whole = models.CharField(_("bagian dari"), max_length=80, null=True)
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
            models.Index(fields=["agency", "object_type", "object_key"], name="audit_agency_object"),
            models.Index(fields=["agency", "whole", "-at"], name="audit_agency_whole_at"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name}: {self.action} {self.object_name}"


class MailStatus(models.TextChoices):
    WAITING = "waiting", _("Menunggu dikirim")
    SENDING = "sending", _("Sedang dikirim")
    SENT = "sent", _("Terkirim")
    FAILED = "failed", _("Gagal terkirim")
    WITHDRAWN = "withdrawn", _("Dibatalkan")


class MailFailure(models.TextChoices):
    """Why a mail did not leave, in words that say what to do."""

    REFUSED = "refused", _("Server surel menolak alamat ini. Periksa penulisan alamatnya.")
    UNREACHABLE = "unreachable", _("Server surel tidak dapat dihubungi. Hubungi pengelola instalasi, lalu kirim ulang.")
    INTERRUPTED = "interrupted", _("Pengiriman terputus di tengah jalan; surel mungkin sudah sampai. Tanyakan dahulu.")


class OutboxMailQuerySet(models.QuerySet["OutboxMail"]):
    def visible_to(self, user: User) -> OutboxMailQuerySet:
        """For the administrator and the auditor of the agency, and for the keeper of the installation."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self if user.is_superuser else self.filter(agency__in=user.audited_agencies)


class OutboxMail(models.Model):
    """A mail that leaves after the transaction it was written in. `common.outbox` sends it, once.

    not_before    when the next attempt is due
    confidential  the text holds a secret link: it is wiped once the mail has left or can no longer leave
    """

    agency = models.ForeignKey(
        "accounts.Agency", verbose_name=_("instansi"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    to = models.EmailField(_("kepada"))
    subject = models.CharField(_("perihal"), max_length=200)
    body = models.TextField(_("isi"))
    confidential = models.BooleanField(_("rahasia"), default=False)
    status = models.CharField(_("keadaan"), max_length=10, choices=MailStatus, default=MailStatus.WAITING)
    failure = models.CharField(_("sebab gagal"), max_length=20, choices=MailFailure, blank=True)
    attempts = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    created_at = models.DateTimeField(_("ditulis"))
    not_before = models.DateTimeField(_("dicoba sejak"))
    claimed_at = models.DateTimeField(_("percobaan terakhir"), null=True)
    sent_at = models.DateTimeField(_("terkirim"), null=True)

    objects = OutboxMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("surel keluar")
        verbose_name_plural = _("surel keluar")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["status", "not_before"], name="outbox_waiting")]
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(status=MailStatus.FAILED) & ~models.Q(failure=""))
                | (~models.Q(status=MailStatus.FAILED) & models.Q(failure="")),
                name="outbox_failure_has_a_cause",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"
