"""Indicator rows and figures: what the print states, kept for ever as it was printed and as it was read."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.calc.numbers import Reading, State
from petajalan.planning.choices import FigureRole, ReadingState
from petajalan.planning.models.road_map import Goal, InterimResult, KeyActivity, Objective, StatedModel, Theme


def _exactly_one(*names: str) -> Q:
    """A condition that holds when exactly one of these columns is filled."""
    condition = Q()
    for chosen in names:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in names})
    return condition


class IndicatorRow(StatedModel):
    """An indicator as one row of one table states it. It belongs to a goal, an objective, a key activity or a theme."""

    goal = models.ForeignKey(Goal, models.CASCADE, null=True, related_name="indicators")
    objective = models.ForeignKey(Objective, models.CASCADE, null=True, related_name="indicators")
    key_activity = models.ForeignKey(KeyActivity, models.CASCADE, null=True, related_name="indicators")
    theme = models.ForeignKey(Theme, models.CASCADE, null=True, related_name="indicators")

    name = models.TextField(_("indikator"), null=True)
    national_indicator = models.TextField(_("indikator nasional"), null=True)
    unit = models.TextField(_("satuan"), null=True)
    baseline_year = models.PositiveSmallIntegerField(_("tahun baseline"), null=True)
    source = models.TextField(_("sumber data"), null=True)
    coordinator = models.TextField(_("koordinator"), null=True)
    implementers = models.TextField(_("pelaksana"), null=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("baris indikator")
        verbose_name_plural = _("baris indikator")
        constraints = [
            models.UniqueConstraint(fields=["agency", "road_map", "position"], name="indicator_row_order"),
            models.CheckConstraint(
                condition=_exactly_one("goal", "objective", "key_activity", "theme"), name="indicator_row_one_owner"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.national_indicator or ""


class Figure(StatedModel):
    """One printed figure: the cell as printed beside the value as read (see `calc.numbers.Reading`).

    key  the year of a value, the period of a target ("2024", "2024-Q1"), the factor code of a score; "" otherwise
    """

    interim_result = models.ForeignKey(InterimResult, models.CASCADE, null=True, related_name="figures")
    key_activity = models.ForeignKey(KeyActivity, models.CASCADE, null=True, related_name="figures")
    indicator = models.ForeignKey(IndicatorRow, models.CASCADE, null=True, related_name="figures")
    role = models.CharField(_("jenis"), max_length=20, choices=FigureRole.choices)
    key = models.TextField(_("periode atau faktor"), blank=True)

    printed = models.TextField(_("tercetak"), editable=False)
    state = models.CharField(_("hasil baca"), max_length=15, choices=ReadingState.choices)
    value = models.DecimalField(_("nilai"), max_digits=30, decimal_places=10, null=True)
    unit = models.TextField(_("satuan"), null=True)
    level = models.TextField(_("tingkat"), null=True)
    label = models.TextField(_("keterangan"), null=True)
    low = models.DecimalField(_("batas bawah"), max_digits=30, decimal_places=10, null=True)
    high = models.DecimalField(_("batas atas"), max_digits=30, decimal_places=10, null=True)
    exclusive = models.BooleanField(_("batas tidak termasuk"), default=False)
    reason = models.TextField(_("sebab tidak terbaca"), null=True)
    doubts = models.JSONField(_("keraguan saat membaca"), default=list)

    class Meta(StatedModel.Meta):
        verbose_name = _("angka tercetak")
        verbose_name_plural = _("angka tercetak")
        constraints = [
            models.UniqueConstraint(fields=["agency", "road_map", "position"], name="figure_order"),
            models.UniqueConstraint(
                fields=["agency", "interim_result", "role", "key"], name="figure_once_per_interim_result"
            ),
            models.UniqueConstraint(
                fields=["agency", "key_activity", "role", "key"], name="figure_once_per_key_activity"
            ),
            models.UniqueConstraint(fields=["agency", "indicator", "role", "key"], name="figure_once_per_indicator"),
            models.CheckConstraint(
                condition=_exactly_one("interim_result", "key_activity", "indicator"), name="figure_one_owner"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["set", "text"]) | Q(value__isnull=True), name="figure_value_only_when_read"
            ),
        ]

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
            reason=self.reason,
            warnings=tuple(self.doubts),
            exclusive=self.exclusive,
        )
