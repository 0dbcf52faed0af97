"""The register of indicators, and the rows of tables that name them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from petajalan.planning.choices import Direction, FormulaChoice, TimeRuleChoice, UnitRuleChoice, ValueKind
from petajalan.planning.models.activity import KeyActivity
from petajalan.planning.models.conditions import exactly_one
from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.logic import Goal, NationalCounterpart, Objective
from petajalan.planning.models.rows import EditedModel, PlanRow, StatedModel
from petajalan.planning.models.theme import Theme


class Indicator(PlanRow, EditedModel, NationalCounterpart):
    """One thing that is measured, once in a plan however many tables print it.

    What is not known is empty and is said to be missing; nothing is assumed. The figures it goes by are its
    `AdoptedFigure` rows, the tables that print it its `IndicatorRow` rows.

    known_code  code of the well-known indicator it is (`catalogue`), or ""
    cap         highest achievement in percent that counts, or null for none
    scale_code  code of its scale (`catalogue`), or ""
    joined      entries that were joined into this one: primary key in their version and key, for their history
    """

    name = models.TextField(_("indikator"))
    known_code = models.CharField(_("indikator yang dikenal"), max_length=60, blank=True)
    definition = models.TextField(_("definisi operasional"), blank=True)
    value_kind = models.CharField(_("jenis nilai"), max_length=10, choices=ValueKind.choices, blank=True)
    direction = models.CharField(_("arah"), max_length=10, choices=Direction.choices, blank=True)
    formula = models.CharField(_("rumus capaian"), max_length=15, choices=FormulaChoice.choices, blank=True)
    time_rule = models.CharField(_("dari triwulan ke tahun"), max_length=10, choices=TimeRuleChoice.choices, blank=True)
    unit_rule = models.CharField(_("dari unit ke instansi"), max_length=15, choices=UnitRuleChoice.choices, blank=True)
    cap = DecimalField(_("batas atas capaian"), max_digits=8, decimal_places=2, null=True)
    scale_code = models.CharField(_("skala"), max_length=60, blank=True)
    unit = models.CharField(_("satuan"), max_length=100, blank=True)
    source = models.TextField(_("sumber data"), blank=True)
    baseline_year = models.PositiveSmallIntegerField(_("tahun baseline"), null=True)
    joined = models.JSONField(_("disatukan dari"), default=list, editable=False)

    class Meta(PlanRow.Meta):
        verbose_name = _("indikator")
        verbose_name_plural = _("indikator")
        constraints = [
            *PlanRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(cap__isnull=True) | models.Q(cap__gt=0), name="indicator_cap_is_positive"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class IndicatorRow(StatedModel, EditedModel):
    """An indicator as one row of one table. It belongs to a goal, an objective, a key activity or a theme.

    Without a place it was added here; what the print says beside the name then is empty. `indicator` is null where the
    print states a national indicator without a local one. `coordinator_unit` is set where a unit other than the one
    that leads the key activity answers for this indicator.
    """

    goal = models.ForeignKey(Goal, models.CASCADE, null=True, related_name="indicators")
    objective = models.ForeignKey(Objective, models.CASCADE, null=True, related_name="indicators")
    key_activity = models.ForeignKey(KeyActivity, models.CASCADE, null=True, related_name="indicators")
    theme = models.ForeignKey(Theme, models.CASCADE, null=True, related_name="indicators")
    indicator = models.ForeignKey(
        Indicator, models.CASCADE, null=True, related_name="rows", verbose_name=_("indikator dalam register")
    )

    name = models.TextField(_("indikator"), null=True)
    national_indicator = models.TextField(_("indikator nasional"), null=True)
    unit = models.TextField(_("satuan"), null=True)
    baseline_year = models.PositiveSmallIntegerField(_("tahun baseline"), null=True)
    source = models.TextField(_("sumber data"), null=True)
    coordinator = models.TextField(_("koordinator"), null=True)
    implementers = models.TextField(_("pelaksana"), null=True)
    coordinator_unit = models.ForeignKey(
        "accounts.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("unit koordinator")
    )

    class Meta(StatedModel.Meta):
        verbose_name = _("baris indikator")
        verbose_name_plural = _("baris indikator")
        constraints = [
            *StatedModel.Meta.constraints,
            models.CheckConstraint(
                condition=exactly_one("goal", "objective", "key_activity", "theme"), name="indicator_row_one_owner"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.national_indicator or ""
