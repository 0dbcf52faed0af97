from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import Role
from petajalan.accounts.models.position import Position
from petajalan.accounts.models.scope import AgencyOwnedModel, AgencyOwnedQuerySet


class InvitationQuerySet(AgencyOwnedQuerySet):
    def open(self) -> InvitationQuerySet:
        """Neither accepted nor withdrawn. One whose time has run out counts: it can be sent again."""
        return self.filter(accepted_at=None, withdrawn_at=None)


class Invitation(AgencyOwnedModel):
    """A person is asked by e-mail to join. Of the link only a digest is kept; sending again makes a new link.

    role, position  what the person becomes on the day they accept; one of them, or both
    """

    email = models.EmailField(_("alamat surel"))
    full_name = models.CharField(_("nama lengkap"), max_length=150)
    role = models.CharField(_("peran"), max_length=20, choices=Role, blank=True)
    position = models.ForeignKey(Position, models.PROTECT, verbose_name=_("jabatan"), null=True, related_name="+")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("diundang oleh"), null=True, related_name="+"
    )
    created_at = models.DateTimeField(_("dibuat"))
    sent_at = models.DateTimeField(_("dikirim"))
    expires_at = models.DateTimeField(_("berlaku sampai"))
    accepted_at = models.DateTimeField(_("diterima"), null=True)
    withdrawn_at = models.DateTimeField(_("ditarik"), null=True)
    mail = models.ForeignKey("common.OutboxMail", models.PROTECT, verbose_name=_("surel"), related_name="+")

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("undangan")
        verbose_name_plural = _("undangan")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "email"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="invitation_open_once",
            ),
            models.CheckConstraint(
                condition=Q(role__gt="") | Q(position__isnull=False), name="invitation_says_what_for"
            ),
        ]
        indexes = [models.Index(fields=["agency", "-sent_at"], name="invitation_newest")]

    def __str__(self) -> str:
        return f"{self.full_name} ({self.email})"

    def is_expired_at(self, moment: datetime) -> bool:
        return moment >= self.expires_at
