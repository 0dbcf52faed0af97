"""Themes of the thematic reform: the evidence, the gap, what stands in the way and why, and what is done about it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.choices import CauseCategory, ProgrammeKind, ProgrammeStatus
from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.logic import NationalCounterpart
from petajalan.planning.models.rows import EditedModel, PlanRow, StatedModel


class Theme(StatedModel, EditedModel, NationalCounterpart):
    name = models.TextField(_("tema"))
    objective = models.TextField(_("sasaran tematik"), null=True)
    evidence = models.TextField(_("data dan bukti"), blank=True)
    wanted = models.TextField(_("kinerja yang diinginkan"), blank=True)
    existing = models.TextField(_("kinerja saat ini"), blank=True)
    gap = models.TextField(_("kesenjangan"), blank=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("tema")
        verbose_name_plural = _("tema")

    def __str__(self) -> str:
        return self.name


class Obstacle(PlanRow, EditedModel):
    """What stands between the existing and the wanted performance."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="obstacles", verbose_name=_("tema"))
    text = models.TextField(_("hambatan"))

    class Meta(PlanRow.Meta):
        verbose_name = _("hambatan")
        verbose_name_plural = _("hambatan")

    def __str__(self) -> str:
        return self.text


class RootCause(PlanRow, EditedModel):
    """A cause, and under it what causes that in turn: a tree for each theme.

    simulated  made up for a demonstration: every page that shows it says so
    """

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="root_causes", verbose_name=_("tema"))
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children", verbose_name=_("sebab dari"))
    category = models.CharField(_("kelompok sebab"), max_length=10, choices=CauseCategory.choices)
    text = models.TextField(_("akar masalah"))
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta(PlanRow.Meta):
        verbose_name = _("akar masalah")
        verbose_name_plural = _("akar masalah")
        constraints = [
            *PlanRow.Meta.constraints,
            models.CheckConstraint(condition=~Q(parent=F("pk")), name="root_cause_is_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.text


class Programme(PlanRow, EditedModel):
    """A programme or an innovation that answers a theme, or one of its causes."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="programmes", verbose_name=_("tema"))
    cause = models.ForeignKey(
        RootCause, models.SET_NULL, null=True, related_name="programmes", verbose_name=_("akar masalah")
    )
    kind = models.CharField(_("bentuk"), max_length=10, choices=ProgrammeKind.choices)
    name = models.TextField(_("program atau inovasi"))
    owner = models.ForeignKey(
        "accounts.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("penanggung jawab")
    )
    text = models.TextField(_("uraian"), blank=True)
    status = models.CharField(
        _("keadaan"), max_length=10, choices=ProgrammeStatus.choices, default=ProgrammeStatus.PLANNED
    )

    class Meta(PlanRow.Meta):
        verbose_name = _("program atau inovasi")
        verbose_name_plural = _("program dan inovasi")

    def __str__(self) -> str:
        return self.name


class RelatedRegulation(PlanRow, EditedModel):
    """A regulation that a theme rests on, by its title."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="related_regulations", verbose_name=_("tema"))
    title = models.TextField(_("peraturan terkait"))

    class Meta(PlanRow.Meta):
        verbose_name = _("peraturan terkait")
        verbose_name_plural = _("peraturan terkait")

    def __str__(self) -> str:
        return self.title


class DataSeries(PlanRow, EditedModel):
    """A row of figures behind a theme: poverty, investment, stunting, inflation.

    proxy      whose figures stand in for the agency's own ("Kota Probolinggo"); "" when they are its own
    simulated  made up for a demonstration: every page says so
    """

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="series", verbose_name=_("tema"))
    name = models.TextField(_("seri data"))
    unit = models.TextField(_("satuan"), blank=True)
    source = models.TextField(_("sumber data"), blank=True)
    proxy = models.TextField(_("memakai data"), blank=True)
    simulated = models.BooleanField(_("data simulasi"), default=False)

    class Meta(PlanRow.Meta):
        verbose_name = _("seri data")
        verbose_name_plural = _("seri data")
        constraints = [
            *PlanRow.Meta.constraints,
            models.UniqueConstraint(fields=["agency", "theme", "name"], name="data_series_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


class DataPoint(PlanRow, EditedModel):
    """One figure of a series.

    period  "2022", "2023-Q2", "2023-06"
    source  where this figure comes from; "" when the series says it
    as_of   the day the figure was stated, where that is known
    """

    series = models.ForeignKey(DataSeries, models.CASCADE, related_name="points", verbose_name=_("seri data"))
    period = models.CharField(_("periode"), max_length=10)
    value = DecimalField(_("nilai"), max_digits=30, decimal_places=10)
    source = models.TextField(_("sumber data"), blank=True)
    as_of = models.DateField(_("per tanggal"), null=True)

    class Meta(PlanRow.Meta):
        verbose_name = _("titik data")
        verbose_name_plural = _("titik data")
        constraints = [
            *PlanRow.Meta.constraints,
            models.UniqueConstraint(fields=["agency", "series", "period"], name="data_point_once_per_period"),
        ]

    def __str__(self) -> str:
        return f"{self.period}: {self.value}"
