"""What an indicator reached in a quarter, and what proves it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.models.conditions import exactly_one
from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.rows import EditedModel
from petajalan.reporting.models.report import ProgressLine
from petajalan.reporting.models.scope import AgencyOwnedModel


class Measurement(AgencyOwnedModel, EditedModel):
    """One indicator, measured by one coordinator for one quarter.

    numerator, denominator  what a percentage was made of; `value` then is null, for it is computed
    provisional             an outside index is not released yet, and this is our own estimate of it
    issuer, expected_month  of an outside index that is not released yet; the month is 1 to 12
    source                  the document that states the figure
    confirmation            why an implausible figure is right all the same
    """

    indicator_key = models.UUIDField(_("indikator"))
    coordinator = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+", verbose_name=_("koordinator"))
    year = models.PositiveSmallIntegerField(_("tahun"))
    quarter = models.PositiveSmallIntegerField(_("triwulan"))
    value = DecimalField(_("nilai"), max_digits=30, decimal_places=10, null=True)
    numerator = DecimalField(_("pembilang"), max_digits=30, decimal_places=10, null=True)
    denominator = DecimalField(_("penyebut"), max_digits=30, decimal_places=10, null=True)
    provisional = models.BooleanField(_("angka sementara"), default=False)
    released = models.BooleanField(_("sudah terbit"), default=True)
    issuer = models.TextField(_("penerbit"), blank=True)
    expected_month = models.PositiveSmallIntegerField(_("bulan terbit"), null=True)
    source = models.TextField(_("dokumen sumber"), blank=True)
    note = models.TextField(_("catatan"), blank=True)
    confirmation = models.TextField(_("alasan angka yang tidak biasa"), blank=True)
    measured_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("diisi oleh")
    )
    measured_at = models.DateTimeField(_("diisi pada"), null=True)
    locked_at = models.DateTimeField(_("dikunci pada"), null=True)
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta:
        verbose_name = _("pengukuran")
        verbose_name_plural = _("pengukuran")
        ordering = ["year", "quarter"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "indicator_key", "coordinator", "year", "quarter"], name="measurement_once"
            ),
            models.CheckConstraint(condition=Q(quarter__gte=1, quarter__lte=4), name="measurement_quarter"),
            models.CheckConstraint(
                condition=Q(expected_month__isnull=True) | Q(expected_month__gte=1, expected_month__lte=12),
                name="measurement_expected_month",
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True, denominator__isnull=True)
                | Q(numerator__isnull=False, denominator__isnull=False, value__isnull=True),
                name="measurement_share_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_key} {self.year}-Q{self.quarter}"


class Evidence(AgencyOwnedModel):
    """A file or a link that proves something. A newer version names the one it replaces; both stay.

    content   path below the installation's file folder; "" for a link
    kind      type by content ("application/pdf"), never by name
    """

    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+", verbose_name=_("unit"))
    name = models.CharField(_("nama"), max_length=255)
    content = models.CharField(_("berkas"), max_length=300, blank=True)
    kind = models.CharField(_("jenis berkas"), max_length=100, blank=True)
    size = models.PositiveBigIntegerField(_("ukuran"), default=0)
    sha256 = models.CharField(_("sidik berkas"), max_length=64, blank=True)
    link = models.URLField(_("tautan"), max_length=1000, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaced_by", verbose_name=_("menggantikan")
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ditambahkan oleh")
    )
    added_at = models.DateTimeField(_("ditambahkan pada"))

    class Meta:
        verbose_name = _("bukti dukung")
        verbose_name_plural = _("bukti dukung")
        ordering = ["-added_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(content="", sha256="") & ~Q(link="") | ~Q(content="") & ~Q(sha256="") & Q(link=""),
                name="evidence_is_a_file_or_a_link",
            )
        ]

    def __str__(self) -> str:
        return self.name


class EvidenceUse(AgencyOwnedModel):
    """What a piece of evidence proves, and on which page. One piece may prove several things, on purpose."""

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="uses", verbose_name=_("bukti dukung"))
    line = models.ForeignKey(
        ProgressLine, models.CASCADE, null=True, related_name="evidence_uses", verbose_name=_("baris laporan")
    )
    measurement = models.ForeignKey(
        Measurement, models.CASCADE, null=True, related_name="evidence_uses", verbose_name=_("pengukuran")
    )
    page = models.CharField(_("halaman"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("pemakaian bukti dukung")
        verbose_name_plural = _("pemakaian bukti dukung")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "evidence", "line"], name="evidence_once_a_line"),
            models.UniqueConstraint(fields=["agency", "evidence", "measurement"], name="evidence_once_a_measurement"),
            models.CheckConstraint(condition=exactly_one("line", "measurement"), name="evidence_proves_one_thing"),
        ]

    def __str__(self) -> str:
        return f"{self.evidence} {self.page}"
