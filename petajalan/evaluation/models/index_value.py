"""Outside indices: what their issuers found for the agency, year by year, and when the next value is expected."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.evaluation.models.scope import AgencyOwnedModel
from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.rows import EditedModel
from petajalan.reporting.models import Evidence

SOMETHING = Q(value__isnull=False) | ~Q(level="")


class IssuedFigure(models.Model):
    """The figure of one outside index for one measurement year, as its issuer or a draft of it states it.

    code        of the well-known indicator (`catalogue`, with the agency's own entries)
    level       a grade or opinion ("BB", "WTP"), alone or beside a number
    provisional not official yet: a draft result, or an estimate of one's own
    source      the document that states it, with `page` of `evidence` where the document is kept
    """

    code = models.CharField(_("indeks"), max_length=60)
    year = models.PositiveSmallIntegerField(_("tahun ukur"))
    value = DecimalField(_("nilai"), max_digits=30, decimal_places=10, null=True)
    level = models.CharField(_("predikat"), max_length=60, blank=True)
    provisional = models.BooleanField(_("nilai sementara"), default=False)
    released_on = models.DateField(_("tanggal terbit"), null=True)
    source = models.TextField(_("dokumen sumber"))
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, null=True, related_name="+", verbose_name=_("berkas dokumen")
    )
    page = models.CharField(_("halaman"), max_length=100, blank=True)
    confirmation = models.TextField(_("alasan angka yang tidak biasa"), blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("dicatat oleh")
    )
    entered_at = models.DateTimeField(_("dicatat pada"))
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta:
        abstract = True


class IndexValue(AgencyOwnedModel, EditedModel, IssuedFigure):
    """What holds now, one for an index and year. What was put right or withdrawn is kept as `IndexCorrection`."""

    class Meta:
        verbose_name = _("nilai indeks luar")
        verbose_name_plural = _("nilai indeks luar")
        ordering = ["code", "year"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "code", "year"], name="index_value_once_a_year"),
            models.CheckConstraint(condition=SOMETHING, name="index_value_says_something"),
            models.CheckConstraint(condition=~Q(source=""), name="index_value_has_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.year}"


class IndexCorrection(AgencyOwnedModel, IssuedFigure):
    """A figure as it was before another took its place, or before it was withdrawn. Never changed.

    reason  "" only where a provisional figure gave way to another
    """

    withdrawn = models.BooleanField(_("ditarik"), default=False)
    reason = models.TextField(_("alasan"), blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("dikoreksi oleh")
    )
    made_at = models.DateTimeField(_("dikoreksi pada"))

    class Meta:
        verbose_name = _("koreksi nilai indeks luar")
        verbose_name_plural = _("koreksi nilai indeks luar")
        ordering = ["code", "year", "pk"]
        indexes = [models.Index(fields=["agency", "code", "year"], name="index_correction_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(provisional=True, withdrawn=False) | ~Q(reason=""), name="index_correction_has_a_reason"
            ),
            models.CheckConstraint(condition=SOMETHING, name="index_correction_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.year}"


class IndexRelease(AgencyOwnedModel, EditedModel):
    """What the agency knows of one outside index beside the national data: who issues it, and when to expect it.

    issuer          "" where the national data say it; with one, any indicator of the catalogue is an outside index here
    expected_month  1 to 12, `years_later` years after the year that was measured; null while nobody has said it
    """

    code = models.CharField(_("indeks"), max_length=60)
    issuer = models.CharField(_("penerbit"), max_length=200, blank=True)
    expected_month = models.PositiveSmallIntegerField(_("perkiraan bulan terbit"), null=True)
    years_later = models.PositiveSmallIntegerField(_("tahun setelah tahun ukur"), default=1)

    class Meta:
        verbose_name = _("perkiraan terbit indeks luar")
        verbose_name_plural = _("perkiraan terbit indeks luar")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "code"], name="index_release_once"),
            models.CheckConstraint(
                condition=Q(expected_month__isnull=True) | Q(expected_month__gte=1, expected_month__lte=12),
                name="index_release_month",
            ),
            models.CheckConstraint(condition=Q(years_later__lte=2), name="index_release_soon"),
        ]

    def __str__(self) -> str:
        return self.code

    def expected(self, year: int) -> date | None:
        """The last day of the month in which the value of a year is expected; `None` while nobody has said it."""
        return None if self.expected_month is None else last_day(year + self.years_later, self.expected_month)


def last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
