"""Positions, and who holds them from when until when."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import KINDS_OF_GROUP, Acting, TeamKind
from petajalan.accounts.models.scope import AgencyOwnedModel, AgencyOwnedQuerySet
from petajalan.accounts.models.team import TeamMember
from petajalan.accounts.models.unit import Unit


class PositionQuerySet(AgencyOwnedQuerySet):
    def open_on(self, day: date) -> PositionQuerySet:
        return self.filter(Q(ended_on=None) | Q(ended_on__gte=day))


class Position(AgencyOwnedModel):
    """A post that a person holds. Without a unit it is one of the leadership of the agency (mayor, deputy mayor).

    is_head  its holder heads the unit, speaks for it in teams, and submits its reports
    shared   several people hold it at the same time (staff); otherwise one definitive holder at a time
    """

    unit = models.ForeignKey(
        Unit, models.PROTECT, verbose_name=_("unit"), null=True, blank=True, related_name="positions"
    )
    name = models.CharField(_("jabatan"), max_length=200)
    key = models.CharField(max_length=200, editable=False)
    is_head = models.BooleanField(_("memimpin unit"), default=False)
    shared = models.BooleanField(_("dipegang beberapa orang"), default=False)
    ended_on = models.DateField(_("dihapus sejak"), null=True, blank=True)

    holders: list[Holding]  # these two only as `queries.units` reads them: today, and before or after
    others: list[Holding]

    objects = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("jabatan")
        verbose_name_plural = _("jabatan")
        ordering = ["-is_head", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "unit", "key"], condition=Q(ended_on=None), name="position_name_once_in_a_unit"
            ),
            models.UniqueConstraint(
                fields=["agency", "key"], condition=Q(unit=None, ended_on=None), name="position_name_once"
            ),
            models.UniqueConstraint(
                fields=["agency", "unit"], condition=Q(is_head=True, ended_on=None), name="unit_has_one_head"
            ),
            models.CheckConstraint(condition=Q(is_head=False) | Q(shared=False), name="head_is_one_person"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """With its unit, unless its name says so already."""
        if self.unit is None or self.unit.name.casefold() in self.name.casefold():
            return self.name
        return f"{self.name}, {self.unit.name}"


class HoldingQuerySet(AgencyOwnedQuerySet):
    def held_on(self, day: date) -> HoldingQuerySet:
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)

    def with_teams_on(self, day: date) -> HoldingQuerySet:
        """Add `evaluates` and `keeps_secretariat`: whether the position sits in such a team that day."""
        return self.annotate(
            evaluates=Exists(_seats(TeamKind.EVALUATION, day)),
            keeps_secretariat=Exists(_seats(TeamKind.SECRETARIAT, day)),
        )


def _seats(kind: TeamKind, day: date) -> models.QuerySet[TeamMember]:
    """Seats of the position of the outer query: its own, and those of its unit or group when it heads the unit."""
    heads = ExpressionWrapper(OuterRef("position__is_head"), output_field=BooleanField())
    of_unit = Q(unit=OuterRef("position__unit"))
    for group, kinds in KINDS_OF_GROUP.items():
        of_unit |= Q(group=group, unit_kind__in=kinds)
    seats = TeamMember.objects.of_teams_on(day).filter(agency=OuterRef("agency"), team__kind=kind)
    seats = seats.annotate(
        outer_heads=heads, unit_kind=ExpressionWrapper(OuterRef("position__unit__kind"), models.CharField())
    )
    return seats.filter(Q(position=OuterRef("position")) | Q(outer_heads=True) & of_unit)


class Holding(AgencyOwnedModel):
    """A person holds a position, from a day until a day (both included). The database refuses two at a time."""

    position = models.ForeignKey(Position, models.PROTECT, verbose_name=_("jabatan"), related_name="holdings")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("pemegang"), related_name="holdings"
    )
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("sampai"), null=True, blank=True)
    acting = models.CharField(_("cara memegang"), max_length=3, choices=Acting, blank=True)

    evaluates: bool  # these two only as read with `with_teams_on`
    keeps_secretariat: bool

    objects = HoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("pemegang jabatan")
        verbose_name_plural = _("pemegang jabatan")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="holding_ends_after_it_begins",
                violation_error_message=_("“Sampai” tidak boleh sebelum “mulai”."),
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "position", "starts_on"], name="holding_of_position"),
            models.Index(fields=["agency", "user", "starts_on"], name="holding_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.title}"

    @property
    def title(self) -> str:
        """The position as the holder writes it: "Plt. Kepala Dinas Sosial"."""
        prefix = (
            {Acting.PLT: gettext("Plt."), Acting.PLH: gettext("Plh.")}.get(Acting(self.acting)) if self.acting else ""
        )
        return f"{prefix} {self.position.name}".strip()

    def is_held_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
