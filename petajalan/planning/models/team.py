"""Teams as a regulation prints them. Who acts in the system is decided by `accounts`; these are statements."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from petajalan.planning.choices import TeamKind
from petajalan.planning.models.road_map import StatedModel


class Team(StatedModel):
    kind = models.CharField(_("jenis tim"), max_length=20, choices=TeamKind.choices)
    name = models.TextField(_("nama tim"))
    group = models.TextField(_("kelompok tim"), null=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("tim")
        verbose_name_plural = _("tim")
        constraints = [models.UniqueConstraint(fields=["agency", "road_map", "position"], name="team_order")]

    def __str__(self) -> str:
        return self.name


class TeamMember(StatedModel):
    """`role` is "chair", "member", ... as `regulation.data.Member`, beside the words that are printed for it."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="members")
    role = models.TextField(_("kedudukan dalam tim"))
    role_printed = models.TextField(_("kedudukan tercetak"), null=True)
    holder = models.TextField(_("kedudukan dalam jabatan"))

    class Meta(StatedModel.Meta):
        verbose_name = _("anggota tim")
        verbose_name_plural = _("anggota tim")
        constraints = [models.UniqueConstraint(fields=["agency", "team", "position"], name="team_member_order")]

    def __str__(self) -> str:
        return self.holder
