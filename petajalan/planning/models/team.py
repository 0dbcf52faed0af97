"""Teams as a regulation prints them. Who acts in the system is decided by `accounts`; these are statements."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from petajalan.planning.choices import TeamKind
from petajalan.planning.models.rows import StatedModel


class PrintedTeam(StatedModel):
    kind = models.CharField(_("jenis tim"), max_length=20, choices=TeamKind.choices)
    name = models.TextField(_("nama tim"))
    group = models.TextField(_("kelompok tim"), null=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("tim tercetak")
        verbose_name_plural = _("tim tercetak")

    def __str__(self) -> str:
        return self.name


class PrintedTeamMember(StatedModel):
    """`role` is "chair", "member", ... as `regulation.data.Member`, beside the words that are printed for it."""

    team = models.ForeignKey(PrintedTeam, models.CASCADE, related_name="members")
    role = models.TextField(_("kedudukan dalam tim"))
    role_printed = models.TextField(_("kedudukan tercetak"), null=True)
    holder = models.TextField(_("kedudukan dalam jabatan"))

    class Meta(StatedModel.Meta):
        verbose_name = _("anggota tim tercetak")
        verbose_name_plural = _("anggota tim tercetak")

    def __str__(self) -> str:
        return self.holder
