"""An uploaded regulation, its file, and what was read in it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from petajalan.planning.choices import RegulationStatus
from petajalan.planning.models.scope import AgencyOwnedModel

KEPT_ENDINGS = frozenset({"docx", "md", "pdf", "txt", "xlsx"})


def regulation_path(regulation: Regulation, filename: str) -> str:
    """Where the file is kept: by agency and content, so that the same file never lies there twice."""
    suffix = filename.rsplit(".", 1)[-1].lower()
    suffix = suffix if suffix in KEPT_ENDINGS else "bin"
    return f"regulations/{regulation.agency_id}/{regulation.sha256}.{suffix}"


class Regulation(AgencyOwnedModel):
    """A file that states a road map. Number, title and period are what its own text says, empty until it is read."""

    number = models.CharField(_("nomor"), max_length=50, blank=True)
    year = models.PositiveSmallIntegerField(_("tahun"), null=True)
    title = models.CharField(_("judul"), max_length=500, blank=True)
    period_start = models.PositiveSmallIntegerField(_("awal periode"), null=True)
    period_end = models.PositiveSmallIntegerField(_("akhir periode"), null=True)
    enacted_on = models.DateField(_("ditetapkan pada"), null=True)
    named_agency = models.CharField(_("daerah menurut dokumen"), max_length=200, blank=True)

    file = models.FileField(_("berkas"), upload_to=regulation_path, max_length=200)
    filename = models.CharField(_("nama berkas"), max_length=200)
    format = models.CharField(_("bentuk berkas"), max_length=10, blank=True)
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveBigIntegerField(_("ukuran"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("diunggah oleh")
    )
    uploaded_at = models.DateTimeField(_("diunggah pada"))

    status = models.CharField(
        _("keadaan"), max_length=10, choices=RegulationStatus.choices, default=RegulationStatus.WAITING
    )
    progress = models.PositiveSmallIntegerField(_("kemajuan pembacaan (persen)"), default=0)
    status_at = models.DateTimeField(_("keadaan sejak"))
    failure_code = models.CharField(max_length=40, blank=True)
    failure_id = models.TextField(blank=True)
    failure_en = models.TextField(blank=True)

    class Meta:
        verbose_name = _("peraturan")
        verbose_name_plural = _("peraturan")
        ordering = ["-uploaded_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "sha256"], name="regulation_file_once_per_agency"),
            models.CheckConstraint(condition=models.Q(progress__lte=100), name="regulation_progress_percent"),
            models.CheckConstraint(
                condition=models.Q(period_start__isnull=True, period_end__isnull=True)
                | models.Q(period_start__lte=models.F("period_end")),
                name="regulation_period_in_order",
            ),
        ]
        indexes = [models.Index(fields=["agency", "-uploaded_at"], name="regulation_newest")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The title, or the file's name while the title is not known."""
        return self.title or self.filename

    @property
    def short_name(self) -> str:
        """What people call it: by number and year when they are known."""
        if self.number and self.year:
            return gettext("Peraturan Nomor %(number)s Tahun %(year)d") % {"number": self.number, "year": self.year}
        return self.name

    @property
    def failure(self) -> str:
        """Why the reading failed, in the reader's language."""
        return self.failure_en if (get_language() or "id").startswith("en") else self.failure_id

    @property
    def is_read(self) -> bool:
        return self.status == RegulationStatus.READ

    @property
    def is_underway(self) -> bool:
        return self.status in (RegulationStatus.WAITING, RegulationStatus.READING)

    @property
    def is_failed(self) -> bool:
        return self.status == RegulationStatus.FAILED


class RegulationReading(AgencyOwnedModel):
    """What was read: `RegulationData` and the findings as JSON (see `planning.readings`), and what lists need.

    `data` weighs half a megabyte for a usual regulation; lists defer it.
    """

    regulation = models.OneToOneField(Regulation, models.CASCADE, related_name="reading")
    data = models.TextField()
    findings = models.TextField()
    tables = models.PositiveSmallIntegerField(_("jumlah tabel"))
    errors = models.PositiveIntegerField(_("kesalahan"))
    warnings = models.PositiveIntegerField(_("peringatan"))
    notes = models.PositiveIntegerField(_("catatan"))
    rules_version = models.CharField(_("versi aturan"), max_length=40)
    read_at = models.DateTimeField(_("dibaca pada"))

    class Meta:
        verbose_name = _("hasil pembacaan peraturan")
        verbose_name_plural = _("hasil pembacaan peraturan")
        constraints = [models.UniqueConstraint(fields=["agency", "regulation"], name="reading_once_per_regulation")]

    def __str__(self) -> str:
        return str(self.regulation_id)

    @property
    def finding_count(self) -> int:
        return self.errors + self.warnings + self.notes
