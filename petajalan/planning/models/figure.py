"""Figures: what the print states, kept for ever as printed and as read, and what the plan adopts."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.calc.numbers import Reading, State
from petajalan.planning.choices import FigureRole, ReadingState
from petajalan.planning.models.activity import KeyActivity
from petajalan.planning.models.conditions import exactly_one
from petajalan.planning.models.context import InterimResult
from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.indicator import Indicator, IndicatorRow
from petajalan.planning.models.rows import EditedModel, PlanRow, StatedModel

ADOPTED_ROLES = (FigureRole.BASELINE, FigureRole.TARGET, FigureRole.NATIONAL_TARGET)


class ReadFigure(models.Model):
    """A figure as written beside its value as read (see `calc.numbers.Reading`)."""

    role = models.CharField(_("jenis"), max_length=20, choices=FigureRole.choices)
    printed = models.TextField(_("tercetak"))
    state = models.CharField(_("hasil baca"), max_length=15, choices=ReadingState.choices)
    value = DecimalField(_("nilai"), max_digits=30, decimal_places=10, null=True)
    unit = models.TextField(_("satuan"), null=True)
    level = models.TextField(_("tingkat"), null=True)
    label = models.TextField(_("keterangan"), null=True)
    low = DecimalField(_("batas bawah"), max_digits=30, decimal_places=10, null=True)
    high = DecimalField(_("batas atas"), max_digits=30, decimal_places=10, null=True)
    exclusive = models.BooleanField(_("batas tidak termasuk"), default=False)
    refusal = models.TextField(_("sebab tidak terbaca"), null=True)
    doubts = models.JSONField(_("keraguan saat membaca"), default=list)

    READ_COLUMNS: ClassVar[tuple[str, ...]] = (
        "printed", "state", "value", "unit", "level", "label", "low", "high", "exclusive", "refusal", "doubts",
    )  # fmt: skip

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.printed

    @property
    def reading(self) -> Reading:
        return Reading(
            printed=self.printed,
            state=State(self.state),
            value=self.value,
            unit=self.unit,
            level=self.level,
            label=self.label,
            low=self.low,
            high=self.high,
            reason=self.refusal,
            warnings=tuple(self.doubts),
            exclusive=self.exclusive,
        )


class Figure(StatedModel, ReadFigure):
    """One printed figure. Never changed once stored.

    of  the year of a value, the period of a target ("2024", "2024-Q1"), the factor code of a score; "" otherwise
    """

    interim_result = models.ForeignKey(InterimResult, models.CASCADE, null=True, related_name="figures")
    key_activity = models.ForeignKey(KeyActivity, models.CASCADE, null=True, related_name="figures")
    indicator_row = models.ForeignKey(IndicatorRow, models.CASCADE, null=True, related_name="figures")
    of = models.TextField(_("periode atau faktor"), blank=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("angka tercetak")
        verbose_name_plural = _("angka tercetak")
        constraints = [
            *StatedModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "interim_result", "role", "of"], name="figure_once_per_interim_result"
            ),
            models.UniqueConstraint(fields=["agency", "key_activity", "role", "of"], name="figure_once_per_activity"),
            models.UniqueConstraint(fields=["agency", "indicator_row", "role", "of"], name="figure_once_per_row"),
            models.CheckConstraint(
                condition=exactly_one("interim_result", "key_activity", "indicator_row"), name="figure_one_owner"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["set", "text"]) | Q(value__isnull=True), name="figure_value_only_when_read"
            ),
        ]


class AdoptedFigure(PlanRow, EditedModel, ReadFigure):
    """The figure that the plan goes by: one for an indicator, role and period.

    role        "baseline", "target" or "national_target"
    period      of a target ("2024", "2024-Q1"); "" for a baseline (its year is `Indicator.baseline_year`)
    statement   the printed figure that was chosen; null for a value that somebody entered
    carried_from  the period whose target was taken over when a year was opened, until somebody sets this one
    reason      why, where somebody decided; "" where the print says one thing only
    decided_by, decided_at  null where it was taken over from the print as it stands
    """

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="adopted", verbose_name=_("indikator"))
    period = models.CharField(_("periode"), max_length=20, blank=True)
    statement = models.ForeignKey(
        Figure, models.SET_NULL, null=True, related_name="adoptions", verbose_name=_("pernyataan tercetak")
    )
    carried_from = models.CharField(_("dilanjutkan dari"), max_length=20, blank=True)
    reason = models.TextField(_("alasan"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("diputuskan oleh")
    )
    decided_at = models.DateTimeField(_("diputuskan pada"), null=True)

    class Meta(PlanRow.Meta):
        verbose_name = _("angka yang dipakai")
        verbose_name_plural = _("angka yang dipakai")
        constraints = [
            *PlanRow.Meta.constraints,
            models.UniqueConstraint(fields=["agency", "indicator", "role", "period"], name="adopted_figure_once"),
            models.CheckConstraint(condition=Q(role__in=ADOPTED_ROLES), name="adopted_figure_role"),
            models.CheckConstraint(condition=~Q(state="refused"), name="adopted_figure_is_read"),
        ]


class CorrectedFigure(PlanRow, EditedModel, ReadFigure):
    """What the plan goes by instead of one printed figure that no entry of the register holds: a total, or a result of
    an earlier year. The same as printed where somebody confirmed the print.
    """

    figure = models.OneToOneField(Figure, models.CASCADE, related_name="correction", verbose_name=_("angka tercetak"))
    reason = models.TextField(_("alasan"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("diputuskan oleh")
    )
    decided_at = models.DateTimeField(_("diputuskan pada"))

    class Meta(PlanRow.Meta):
        verbose_name = _("koreksi angka tercetak")
        verbose_name_plural = _("koreksi angka tercetak")
        constraints = [
            *PlanRow.Meta.constraints,
            models.CheckConstraint(condition=~Q(state="refused"), name="corrected_figure_is_read"),
        ]
