"""What a unit reports each month: one report, and in it one line for each of its actions."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.rows import EditedModel
from petajalan.reporting.choices import LineState, ReportStatus
from petajalan.reporting.models.scope import AgencyOwnedModel


class ProgressReport(AgencyOwnedModel, EditedModel):
    """One unit's report on one month. Obligation and punctuality attach to it, not to its lines.

    nil                 nothing to report in the whole month ("nihil")
    first_submitted_at  decides punctuality, once for all; a repair has `repair_due`
    delegated           submitted by someone whom the head of the unit let do it
    locked_at           the later layers (a forum, a yearly evaluation) wrote that it is final
    """

    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="progress_reports", verbose_name=_("unit"))
    year = models.PositiveSmallIntegerField(_("tahun"))
    month = models.PositiveSmallIntegerField(_("bulan"))
    status = models.CharField(_("keadaan"), max_length=10, choices=ReportStatus.choices, default=ReportStatus.DRAFT)
    nil = models.BooleanField(_("nihil"), default=False)
    first_submitted_at = models.DateTimeField(_("pertama dikirim pada"), null=True)
    submitted_at = models.DateTimeField(_("dikirim pada"), null=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("dikirim oleh")
    )
    delegated = models.BooleanField(_("dikirim atas pelimpahan"), default=False)
    accepted_at = models.DateTimeField(_("diterima pada"), null=True)
    repair_due = models.DateTimeField(_("tenggat perbaikan"), null=True)
    locked_at = models.DateTimeField(_("dikunci pada"), null=True)
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta:
        verbose_name = _("laporan kemajuan")
        verbose_name_plural = _("laporan kemajuan")
        ordering = ["-year", "-month", "unit__name"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "unit", "year", "month"], name="progress_report_once_a_month"),
            models.CheckConstraint(condition=Q(month__gte=1, month__lte=12), name="progress_report_month"),
            models.CheckConstraint(
                condition=Q(status=ReportStatus.DRAFT) | Q(first_submitted_at__isnull=False),
                name="progress_report_submitted_once_it_was_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.period}"

    @property
    def period(self) -> str:
        return f"{self.year}-{self.month:02}"

    @property
    def quarter(self) -> int:
        return (self.month + 2) // 3

    @property
    def is_quarter_end(self) -> bool:
        return self.month % 3 == 0

    @property
    def is_open(self) -> bool:
        """Whether its unit may write in it, the calendar aside."""
        return is_open(self.status, self.locked_at)


def is_open(status: str, locked_at: datetime | None) -> bool:
    return locked_at is None and status in {ReportStatus.DRAFT, ReportStatus.SENT_BACK}


class ProgressLine(AgencyOwnedModel, EditedModel):
    """One action in one report. What is not known is null; 0 says that nothing was reached.

    realised_output, budget_absorbed  by the action's own rule: of the quarter so far, or of the year so far
    prefilled_from  the period whose words were taken over, until somebody writes the line
    confirmation    why an implausible figure is right all the same
    """

    report = models.ForeignKey(ProgressReport, models.CASCADE, related_name="lines", verbose_name=_("laporan"))
    action = models.ForeignKey("planning.Action", models.PROTECT, related_name="lines", verbose_name=_("aksi"))
    nil = models.BooleanField(_("nihil"), default=False)
    realised_output = DecimalField(_("realisasi output"), max_digits=20, decimal_places=4, null=True)
    budget_absorbed = DecimalField(_("realisasi anggaran"), max_digits=20, decimal_places=2, null=True)
    narrative = models.TextField(_("uraian kemajuan"), blank=True)
    obstacle = models.TextField(_("kendala"), blank=True)
    solution = models.TextField(_("solusi"), blank=True)
    confirmation = models.TextField(_("alasan angka yang tidak biasa"), blank=True)
    prefilled_from = models.CharField(_("dilanjutkan dari"), max_length=7, blank=True)
    state = models.CharField(_("hasil tinjauan"), max_length=10, choices=LineState.choices, default=LineState.OPEN)
    review_note = models.TextField(_("yang perlu diperbaiki"), blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("ditinjau oleh")
    )
    reviewed_at = models.DateTimeField(_("ditinjau pada"), null=True)

    class Meta:
        verbose_name = _("baris laporan")
        verbose_name_plural = _("baris laporan")
        ordering = ["report", "action__plan", "action__position"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "report", "action"], name="progress_line_once"),
            models.CheckConstraint(
                condition=Q(realised_output__isnull=True) | Q(realised_output__gte=0),
                name="progress_line_output_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(budget_absorbed__isnull=True) | Q(budget_absorbed__gte=0),
                name="progress_line_budget_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.report}"


class LineCorrection(AgencyOwnedModel):
    """A figure of an accepted line that was put right: both values stay visible. Never changed."""

    line = models.ForeignKey(ProgressLine, models.PROTECT, related_name="corrections", verbose_name=_("baris laporan"))
    field = models.CharField(_("yang dikoreksi"), max_length=20)
    before = DecimalField(_("semula"), max_digits=20, decimal_places=4, null=True)
    after = DecimalField(_("menjadi"), max_digits=20, decimal_places=4, null=True)
    reason = models.TextField(_("alasan"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("dikoreksi oleh")
    )
    made_at = models.DateTimeField(_("dikoreksi pada"))

    class Meta:
        verbose_name = _("koreksi laporan")
        verbose_name_plural = _("koreksi laporan")
        ordering = ["line", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="line_correction_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.line}: {self.field}"


class WriteKey(AgencyOwnedModel):
    """The key that a form sends with a write. The row goes in with the write, so that a second click finds it.

    what  the write and the row it is about: a page that was left open may send its key for another write too
    """

    key = models.UUIDField(_("kunci kirim"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("pengirim"))
    what = models.CharField(_("tindakan"), max_length=60)
    used_at = models.DateTimeField(_("dipakai pada"))

    class Meta:
        verbose_name = _("kunci kirim")
        verbose_name_plural = _("kunci kirim")
        constraints = [models.UniqueConstraint(fields=["agency", "key", "what"], name="write_key_once")]

    def __str__(self) -> str:
        return f"{self.what} {self.key}"
