"""Key activities with what decides their priority."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models import Unit
from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.logic import NationalCounterpart, Objective, PolicyObjective
from petajalan.planning.models.rows import EditedModel, PlanRow, StatedModel


class Factor(StatedModel, EditedModel):
    """A scoring factor of the priorities. Scale and weight are null as far as the print does not give them."""

    code = models.TextField(_("kode"))
    name = models.TextField(_("faktor"))
    low = DecimalField(_("skor terendah"), max_digits=12, decimal_places=4, null=True)
    high = DecimalField(_("skor tertinggi"), max_digits=12, decimal_places=4, null=True)
    weight = DecimalField(_("bobot"), max_digits=12, decimal_places=4, null=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("faktor prioritas")
        verbose_name_plural = _("faktor prioritas")
        constraints = [
            *StatedModel.Meta.constraints,
            models.UniqueConstraint(fields=["agency", "road_map", "code"], name="factor_code_once"),
            models.CheckConstraint(
                condition=models.Q(low__isnull=True) | models.Q(high__isnull=True) | models.Q(high__gt=models.F("low")),
                name="factor_scale_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class KeyActivity(StatedModel, EditedModel, NationalCounterpart):
    """A key activity. `total` and `rank` are what `calc.priority` makes of its scores; the printed total is a `Figure`
    and `rank_printed` the position that the print gives it. All are null while not known.

    objective         what it serves; a policy objective, where there is one, belongs to the same objective
    objective_printed the heading above it in the print
    coordinator       the unit that leads it; an `IndicatorRow` of it may name another one
    second_coordinator  a unit that leads it together with the first one
    all_units         implemented by every department and district active that day, beside the units named
    """

    objective = models.ForeignKey(
        Objective, models.SET_NULL, null=True, related_name="key_activities", verbose_name=_("sasaran strategis")
    )
    policy_objective = models.ForeignKey(
        PolicyObjective, models.SET_NULL, null=True, related_name="key_activities", verbose_name=_("sasaran kebijakan")
    )
    name = models.TextField(_("kegiatan utama"))
    target_name = models.TextField(_("nama dalam tabel target"), null=True)
    target_number = models.TextField(_("nomor dalam tabel target"), null=True)
    objective_printed = models.TextField(_("sasaran tercetak"), null=True)
    mandatory = models.BooleanField(_("mandatory"), null=True)
    total = DecimalField(_("total hitungan"), max_digits=14, decimal_places=4, null=True)
    rank = models.PositiveSmallIntegerField(_("peringkat hitungan"), null=True)
    rank_printed = models.PositiveSmallIntegerField(_("peringkat tercetak"), null=True)
    coordinator = models.ForeignKey(
        "accounts.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("koordinator")
    )
    second_coordinator = models.ForeignKey(
        "accounts.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("koordinator kedua")
    )
    all_units = models.BooleanField(_("dilaksanakan semua unit"), default=False)
    implementers = models.ManyToManyField(
        "accounts.Unit", through="Implementer", related_name="+", verbose_name=_("pelaksana")
    )

    class Meta(StatedModel.Meta):
        verbose_name = _("kegiatan utama")
        verbose_name_plural = _("kegiatan utama")
        constraints = [
            *StatedModel.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(second_coordinator__isnull=True)
                | (models.Q(coordinator__isnull=False) & ~models.Q(second_coordinator=models.F("coordinator"))),
                name="key_activity_second_coordinator_is_another",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def coordinators(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in (self.coordinator, self.second_coordinator) if unit is not None)


class Implementer(PlanRow):
    """A unit that carries out a key activity."""

    key_activity = models.ForeignKey(KeyActivity, models.CASCADE, related_name="named_implementers")
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+", verbose_name=_("unit"))

    class Meta(PlanRow.Meta):
        verbose_name = _("pelaksana")
        verbose_name_plural = _("pelaksana")
        constraints = [
            *PlanRow.Meta.constraints,
            models.UniqueConstraint(fields=["agency", "key_activity", "unit"], name="implementer_named_once"),
        ]

    def __str__(self) -> str:
        return str(self.unit)


class Score(PlanRow, EditedModel):
    """The score of a key activity on one factor, as the plan has it; the printed one is a `Figure`."""

    key_activity = models.ForeignKey(KeyActivity, models.CASCADE, related_name="scores")
    factor = models.ForeignKey(Factor, models.CASCADE, related_name="scores")
    value = DecimalField(_("skor"), max_digits=12, decimal_places=4, null=True)

    class Meta(PlanRow.Meta):
        verbose_name = _("skor prioritas")
        verbose_name_plural = _("skor prioritas")
        constraints = [
            *PlanRow.Meta.constraints,
            models.UniqueConstraint(fields=["agency", "key_activity", "factor"], name="score_once_per_factor"),
        ]

    def __str__(self) -> str:
        return f"{self.value}"
