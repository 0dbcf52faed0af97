"""What an indicator reached in a quarter, and what proves it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.models.conditions import exactly_one
from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.rows import EditedModel
from petajalan.reporting.models.culture import CultureActivity
from petajalan.reporting.models.report import ProgressLine
from petajalan.reporting.models.scope import AgencyOwnedModel


class MeasuredFigure(models.Model):
    """A figure as it was measured.

    numerator, denominator  what a percentage was made of; `value` then is null, for it is computed
    level                   a grade or opinion ("BB", "WTP"), alone or beside a number
    provisional             an outside index is not released yet, and this is our own estimate of it
    source                  the document that states the figure
    """

    value = DecimalField(_("nilai"), max_digits=30, decimal_places=10, null=True)
    numerator = DecimalField(_("pembilang"), max_digits=30, decimal_places=10, null=True)
    denominator = DecimalField(_("penyebut"), max_digits=30, decimal_places=10, null=True)
    level = models.CharField(_("predikat"), max_length=60, blank=True)
    provisional = models.BooleanField(_("angka sementara"), default=False)
    released = models.BooleanField(_("sudah terbit"), default=True)
    source = models.TextField(_("dokumen sumber"), blank=True)

    class Meta:
        abstract = True


class Measurement(AgencyOwnedModel, EditedModel, MeasuredFigure):
    """One indicator, measured by one coordinator for one quarter.

    issuer, expected_month  of an outside index that is not released yet; the month is 1 to 12
    confirmation            why an implausible figure is right all the same
    locked_at               the evaluation of the year was finished; what is put right after that shows as a correction
    indicator_name          set by whoever read the indicator as well, for the trail
    """

    indicator_name = ""
    indicator_key = models.UUIDField(_("indikator"))
    coordinator = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+", verbose_name=_("koordinator"))
    year = models.PositiveSmallIntegerField(_("tahun"))
    quarter = models.PositiveSmallIntegerField(_("triwulan"))
    issuer = models.TextField(_("penerbit"), blank=True)
    expected_month = models.PositiveSmallIntegerField(_("bulan terbit"), null=True)
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
            models.CheckConstraint(
                condition=Q(denominator__isnull=True) | ~Q(denominator=0), name="measurement_denominator_not_zero"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_name or self.indicator_key} {self.year}-Q{self.quarter}"


class MeasurementCorrection(AgencyOwnedModel, MeasuredFigure):
    """A measured figure as it was before it was put right after its quarter had closed. Never changed."""

    measurement = models.ForeignKey(
        Measurement, models.PROTECT, related_name="corrections", verbose_name=_("pengukuran")
    )
    reason = models.TextField(_("alasan"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("dikoreksi oleh")
    )
    made_at = models.DateTimeField(_("dikoreksi pada"))

    class Meta:
        verbose_name = _("koreksi pengukuran")
        verbose_name_plural = _("koreksi pengukuran")
        ordering = ["measurement", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="measurement_correction_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.measurement}"


def evidence_path(evidence: Evidence, _filename: str) -> str:
    """By agency and content, without a name: the same file never lies there twice, and nothing of it is trusted."""
    return f"evidence/{evidence.agency_id}/{evidence.sha256[:2]}/{evidence.sha256}"


class Evidence(AgencyOwnedModel):
    """A file or a link that proves something. A newer version names the one it replaces; both stay.

    content   the file, under the digest of what it holds; "" for a link
    kind      type by content ("application/pdf"), never by name
    """

    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+", verbose_name=_("unit"))
    name = models.CharField(_("nama"), max_length=255)
    content = models.FileField(_("berkas"), upload_to=evidence_path, max_length=300, blank=True)
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
            ),
            # A file that came back as a newer version may be one that the unit had before.
            models.UniqueConstraint(
                fields=["agency", "unit", "sha256"],
                condition=~Q(sha256="") & Q(replaces=None),
                name="evidence_file_once_a_unit",
            ),
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
    activity = models.ForeignKey(
        CultureActivity, models.CASCADE, null=True, related_name="evidence_uses", verbose_name=_("kegiatan budaya")
    )
    page = models.CharField(_("halaman"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("pemakaian bukti dukung")
        verbose_name_plural = _("pemakaian bukti dukung")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "evidence", "line"], name="evidence_once_a_line"),
            models.UniqueConstraint(fields=["agency", "evidence", "measurement"], name="evidence_once_a_measurement"),
            models.UniqueConstraint(fields=["agency", "evidence", "activity"], name="evidence_once_an_activity"),
            models.CheckConstraint(
                condition=exactly_one("line", "measurement", "activity"), name="evidence_proves_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evidence} {self.page}"
