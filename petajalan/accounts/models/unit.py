"""Units of an agency and the other names that regulations call them by."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import KINDS_OF_GROUP, UnitGroup, UnitKind
from petajalan.accounts.models.agency import Agency
from petajalan.accounts.models.scope import AgencyOwnedModel, AgencyOwnedQuerySet


class UnitQuerySet(AgencyOwnedQuerySet):
    def active_on(self, day: date) -> UnitQuerySet:
        return self.filter(
            Q(active_from=None) | Q(active_from__lte=day), Q(active_until=None) | Q(active_until__gte=day)
        )

    def all_units(self, agency: Agency, on: date) -> UnitQuerySet:
        """What a regulation means by "all units": departments and districts that are active on that day."""
        return self.active_on(on).filter(agency=agency, kind__in=KINDS_OF_GROUP[UnitGroup.ALL_UNITS])


class Unit(AgencyOwnedModel):
    """A part of the agency with a name of its own. `key` is its name as names are compared (`names.plain`).

    active_from   null: it was there before this system was
    simulated     made up for a demonstration: every page says so
    """

    kind = models.CharField(_("jenis"), max_length=20, choices=UnitKind)
    name = models.CharField(_("nama unit"), max_length=200)
    key = models.CharField(max_length=200, editable=False)
    short_name = models.CharField(_("singkatan"), max_length=50, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("bagian dari"), null=True, blank=True, related_name="children"
    )
    active_from = models.DateField(_("aktif sejak"), null=True, blank=True)
    active_until = models.DateField(_("aktif sampai"), null=True, blank=True)
    simulated = models.BooleanField(_("data simulasi"), default=False)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("unit")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "key"], condition=Q(parent=None), name="unit_name_once"),
            models.UniqueConstraint(fields=["agency", "parent", "key"], name="unit_name_once_under_a_unit"),
            models.CheckConstraint(condition=~Q(parent=F("pk")), name="unit_is_not_its_own_parent"),
            models.CheckConstraint(
                condition=Q(active_from=None) | Q(active_until=None) | Q(active_until__gte=F("active_from")),
                name="unit_ends_after_it_begins",
                violation_error_message=_("“Aktif sampai” tidak boleh sebelum “aktif sejak”."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """The short name, or the name of a unit that has none."""
        return self.short_name or self.name

    def is_active_on(self, day: date) -> bool:
        return (self.active_from is None or self.active_from <= day) and (
            self.active_until is None or day <= self.active_until
        )


class UnitAlias(AgencyOwnedModel):
    """Another name under which documents print a unit: an older name, an abbreviation, a usual short form."""

    unit = models.ForeignKey(Unit, models.CASCADE, verbose_name=_("unit"), related_name="aliases")
    name = models.CharField(_("sebutan"), max_length=200)
    key = models.CharField(max_length=200, editable=False)

    objects = AgencyOwnedQuerySet.as_manager()

    class Meta:
        verbose_name = _("sebutan unit")
        verbose_name_plural = _("sebutan unit")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["agency", "key"], name="unit_alias_once")]

    def __str__(self) -> str:
        return self.name
