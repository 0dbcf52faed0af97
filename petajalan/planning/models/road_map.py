"""A road map version, as the regulation behind it states it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models.placed import PlacedModel
from petajalan.planning.models.regulation import Regulation
from petajalan.planning.models.scope import AgencyOwnedModel


class RoadMap(AgencyOwnedModel):
    """One version of an agency's road map. A new import makes a new version; the older ones stay as they are."""

    regulation = models.OneToOneField(Regulation, models.PROTECT, related_name="road_map", verbose_name=_("peraturan"))
    version = models.PositiveSmallIntegerField(_("versi"))
    title = models.TextField(_("judul"))
    period_start = models.PositiveSmallIntegerField(_("awal periode"), null=True)
    period_end = models.PositiveSmallIntegerField(_("akhir periode"), null=True)
    status = models.CharField(_("keadaan"), max_length=10, choices=RoadMapStatus.choices)
    current = models.BooleanField(_("yang berlaku"), default=False)
    created_at = models.DateTimeField(_("dibuat pada"))

    class Meta:
        verbose_name = _("road map")
        verbose_name_plural = _("road map")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "version"], name="road_map_version_once"),
            models.UniqueConstraint(fields=["agency"], condition=Q(current=True), name="road_map_one_current"),
        ]

    def __str__(self) -> str:
        return self.title


class StatedModel(AgencyOwnedModel, PlacedModel):
    """A statement of a road map, in the order in which it is printed."""

    road_map = models.ForeignKey(RoadMap, models.CASCADE, related_name="+")
    position = models.PositiveIntegerField(_("urutan"))
    number = models.TextField(_("nomor tercetak"), null=True)

    class Meta:
        abstract = True
        ordering = ["road_map", "position"]


class InterimResult(StatedModel):
    name = models.TextField(_("hasil antara"))
    scale = models.TextField(_("skala"), null=True)
    source = models.TextField(_("sumber data"), null=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("hasil antara")
        verbose_name_plural = _("hasil antara")
        constraints = [models.UniqueConstraint(fields=["agency", "road_map", "position"], name="interim_result_order")]

    def __str__(self) -> str:
        return self.name


class Goal(StatedModel):
    """`name` is null where the print states a national goal without a local one."""

    name = models.TextField(_("tujuan"), null=True)
    national_name = models.TextField(_("tujuan nasional"), null=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("tujuan")
        verbose_name_plural = _("tujuan")
        constraints = [models.UniqueConstraint(fields=["agency", "road_map", "position"], name="goal_order")]

    def __str__(self) -> str:
        return self.name or self.national_name or ""


class Objective(StatedModel):
    """`name` is null where the print states a national objective without a local one."""

    name = models.TextField(_("sasaran strategis"), null=True)
    national_name = models.TextField(_("sasaran strategis nasional"), null=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("sasaran strategis")
        verbose_name_plural = _("sasaran strategis")
        constraints = [models.UniqueConstraint(fields=["agency", "road_map", "position"], name="objective_order")]

    def __str__(self) -> str:
        return self.name or self.national_name or ""


class Factor(StatedModel):
    """A scoring factor of the priority table. Scale and weight are null as far as the print does not give them."""

    code = models.TextField(_("kode"))
    name = models.TextField(_("faktor"))
    low = models.DecimalField(_("skor terendah"), max_digits=12, decimal_places=4, null=True)
    high = models.DecimalField(_("skor tertinggi"), max_digits=12, decimal_places=4, null=True)
    weight = models.DecimalField(_("bobot"), max_digits=12, decimal_places=4, null=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("faktor prioritas")
        verbose_name_plural = _("faktor prioritas")
        constraints = [models.UniqueConstraint(fields=["agency", "road_map", "code"], name="factor_code_once")]

    def __str__(self) -> str:
        return self.name


class KeyActivity(StatedModel):
    """A key activity. Its scores and printed total are `Figure` rows; `total` and `rank` are what `calc.priority`
    makes of the scores; `rank_printed` is the position the print gives it. All are null while not known."""

    name = models.TextField(_("kegiatan utama"))
    target_name = models.TextField(_("nama dalam tabel target"), null=True)
    target_number = models.TextField(_("nomor dalam tabel target"), null=True)
    objective = models.TextField(_("sasaran"), null=True)
    mandatory = models.BooleanField(_("mandatory"), null=True)
    total = models.DecimalField(_("total hitungan"), max_digits=14, decimal_places=4, null=True)
    rank = models.PositiveSmallIntegerField(_("peringkat hitungan"), null=True)
    rank_printed = models.PositiveSmallIntegerField(_("peringkat tercetak"), null=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("kegiatan utama")
        verbose_name_plural = _("kegiatan utama")
        constraints = [models.UniqueConstraint(fields=["agency", "road_map", "position"], name="key_activity_order")]

    def __str__(self) -> str:
        return self.name


class Theme(StatedModel):
    name = models.TextField(_("tema"))
    objective = models.TextField(_("sasaran tematik"), null=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("tema")
        verbose_name_plural = _("tema")
        constraints = [models.UniqueConstraint(fields=["agency", "road_map", "position"], name="theme_order")]

    def __str__(self) -> str:
        return self.name
