"""Teams by decree. What a regulation prints about teams is a statement and kept by `planning`; these are in force."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import TeamKind, TeamRole, UnitGroup
from petajalan.accounts.models.scope import AgencyOwnedModel, AgencyOwnedQuerySet


class TeamQuerySet(AgencyOwnedQuerySet):
    def in_force_on(self, day: date) -> TeamQuerySet:
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


class Team(AgencyOwnedModel):
    """A team and the decree that made it. A change of members is a new decree, or an entry in the trail."""

    kind = models.CharField(_("jenis tim"), max_length=20, choices=TeamKind)
    name = models.CharField(_("nama tim"), max_length=200)
    key = models.CharField(max_length=200, editable=False)
    theme = models.CharField(_("tema"), max_length=200, blank=True)
    decree_number = models.CharField(_("nomor keputusan"), max_length=100, blank=True)
    decree_date = models.DateField(_("tanggal keputusan"), null=True, blank=True)
    starts_on = models.DateField(_("berlaku sejak"))
    ends_on = models.DateField(_("berlaku sampai"), null=True, blank=True)

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = _("tim")
        verbose_name_plural = _("tim")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "key", "starts_on"], name="team_once_a_day"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="team_ends_after_it_begins",
                violation_error_message=_("“Berlaku sampai” tidak boleh sebelum “berlaku sejak”."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_in_force_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class TeamMemberQuerySet(AgencyOwnedQuerySet):
    def of_teams_on(self, day: date) -> TeamMemberQuerySet:
        return self.filter(Q(team__ends_on=None) | Q(team__ends_on__gte=day), team__starts_on__lte=day)


_ONE_OF_THREE = (
    Q(position__isnull=False, unit=None, group="")
    | Q(position=None, unit__isnull=False, group="")
    | (Q(position=None, unit=None) & ~Q(group=""))
)


class TeamMember(AgencyOwnedModel):
    """A position, a unit or a group sits in a team. None of the three: printed words that nobody has matched yet.

    printed       what the decree says, when the member came from one
    role_printed  the words for the role, where they are not those of `role`
    """

    team = models.ForeignKey(Team, models.CASCADE, verbose_name=_("tim"), related_name="members")
    order = models.PositiveSmallIntegerField(_("urutan"))
    role = models.CharField(_("kedudukan dalam tim"), max_length=20, choices=TeamRole)
    role_printed = models.CharField(_("kedudukan tercetak"), max_length=200, blank=True)
    position = models.ForeignKey(
        "accounts.Position", models.PROTECT, verbose_name=_("jabatan"), null=True, related_name="seats"
    )
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, verbose_name=_("unit"), null=True, related_name="seats")
    group = models.CharField(_("kelompok"), max_length=30, choices=UnitGroup, blank=True)
    printed = models.CharField(_("tercetak"), max_length=300, blank=True)

    objects = TeamMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("anggota tim")
        verbose_name_plural = _("anggota tim")
        ordering = ["team", "order"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "team", "order"], name="team_seat_order"),
            models.UniqueConstraint(fields=["agency", "team", "position"], name="team_has_a_position_once"),
            models.UniqueConstraint(fields=["agency", "team", "unit"], name="team_has_a_unit_once"),
            models.CheckConstraint(
                condition=_ONE_OF_THREE | (Q(position=None, unit=None, group="") & ~Q(printed="")),
                name="team_member_is_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return self.who

    @property
    def who(self) -> str:
        if self.position:
            return self.position.name
        if self.unit:
            return self.unit.name
        return str(self.get_group_display()) if self.group else self.printed

    @property
    def is_matched(self) -> bool:
        return bool(self.position_id or self.unit_id or self.group)

    @property
    def role_words(self) -> str:
        return self.role_printed or str(self.get_role_display())
