"""What the evaluation team finds each month and quarter: one row for each action, judged in four dimensions. Before and
after a year it judges points instead (`models.internal`)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.evaluation.choices import EvaluationKind, EvaluationStatus, JudgementChoice
from petajalan.evaluation.models.scope import AgencyOwnedModel
from petajalan.evaluation.models.waiver import Waiver
from petajalan.planning.models.rows import EditedModel


def by_whom(label: object) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=label  # type: ignore[arg-type]
    )  # fmt: skip


def dimension(label: object) -> models.CharField:
    return models.CharField(label, max_length=10, choices=JudgementChoice.choices, blank=True)  # type: ignore[arg-type]


class Evaluation(AgencyOwnedModel, EditedModel):
    """One month, one quarter, or one year of an agency: the year before it begins (ex-ante) or after it ended.

    number              the month (1 to 12), the quarter (1 to 4), or 1 for a year
    first_submitted_at  decides punctuality, once for all; a repair has `repair_due`
    missing             units whose report was not there, or not accepted, when it was sent: name and state of each
    figures_at          when the figures of the points of a year were taken from the data
    overview, conclusion  what the report says before and after its tables; not of a month
    """

    kind = models.CharField(_("jenis"), max_length=10, choices=EvaluationKind.choices)
    year = models.PositiveSmallIntegerField(_("tahun"))
    number = models.PositiveSmallIntegerField(_("bulan atau triwulan"))
    status = models.CharField(
        _("keadaan"), max_length=12, choices=EvaluationStatus.choices, default=EvaluationStatus.DRAFT
    )
    first_submitted_at = models.DateTimeField(_("pertama dikirim pada"), null=True)
    submitted_at = models.DateTimeField(_("dikirim pada"), null=True)
    submitted_by = by_whom(_("dikirim oleh"))
    missing = models.JSONField(_("unit yang laporannya belum ada"), default=list)
    acknowledged_at = models.DateTimeField(_("diterima pada"), null=True)
    acknowledged_by = by_whom(_("diterima oleh"))
    return_reason = models.TextField(_("alasan pengembalian"), blank=True)
    returned_at = models.DateTimeField(_("dikembalikan pada"), null=True)
    returned_by = by_whom(_("dikembalikan oleh"))
    repair_due = models.DateTimeField(_("tenggat perbaikan"), null=True)
    figures_at = models.DateTimeField(_("angka diambil pada"), null=True)
    overview = models.TextField(_("gambaran umum"), blank=True)
    conclusion = models.TextField(_("simpulan"), blank=True)
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta:
        verbose_name = _("evaluasi")
        verbose_name_plural = _("evaluasi")
        ordering = ["-year", "kind", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "kind", "year", "number"], name="evaluation_once_a_period"),
            models.CheckConstraint(
                condition=Q(kind=EvaluationKind.MONTH, number__gte=1, number__lte=12)
                | Q(kind=EvaluationKind.QUARTER, number__gte=1, number__lte=4)
                | Q(kind__in=[EvaluationKind.EX_ANTE, EvaluationKind.YEAR], number=1),
                name="evaluation_of_a_period",
            ),
            models.CheckConstraint(
                condition=Q(status=EvaluationStatus.DRAFT) | Q(first_submitted_at__isnull=False),
                name="evaluation_submitted_once_it_was_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.period}"

    @property
    def period(self) -> str:
        """ "2025-03", "2025-Q1" or "2025"."""
        if self.is_of_year:
            return f"{self.year}"
        return f"{self.year}-{self.number:02}" if self.is_month else f"{self.year}-Q{self.number}"

    @property
    def is_month(self) -> bool:
        return self.kind == EvaluationKind.MONTH

    @property
    def is_of_year(self) -> bool:
        """Whether it judges points of a year, before or after it, and not actions."""
        return self.kind in {EvaluationKind.EX_ANTE, EvaluationKind.YEAR}

    @property
    def quarter(self) -> int:
        return (self.number + 2) // 3 if self.is_month else self.number

    @property
    def last_month(self) -> int:
        if self.is_of_year:
            return 12
        return self.number if self.is_month else self.number * 3

    @property
    def is_open(self) -> bool:
        """Whether the evaluation team may write in it, the calendar aside."""
        return self.status in {EvaluationStatus.DRAFT, EvaluationStatus.SENT_BACK}


class EvaluationRow(AgencyOwnedModel, EditedModel):
    """One action in one evaluation. A dimension that nobody judged is "".

    basis      the progress lines behind it as they were when the evaluation was sent; null while it is open
    waiver     under which the person judged whose unit is not independent of the action
    left_out   names of the judge's own units, whose lines did not count
    judged_at  null while nobody touched it; the row of a quarter then says what its months say
    """

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="rows", verbose_name=_("evaluasi"))
    action = models.ForeignKey("planning.Action", models.PROTECT, related_name="+", verbose_name=_("aksi"))
    execution = dimension(_("ketepatan pelaksanaan"))
    output = dimension(_("ketercapaian output"))
    quality = dimension(_("kualitas pelaksanaan"))
    timeliness = dimension(_("kesesuaian waktu"))
    note = models.TextField(_("catatan"), blank=True)
    recommendation = models.TextField(_("rekomendasi"), blank=True)
    basis = models.JSONField(_("laporan yang mendasari"), null=True)
    waiver = models.ForeignKey(
        Waiver, models.PROTECT, null=True, related_name="rows", verbose_name=_("pengecualian independensi")
    )
    left_out = models.JSONField(_("unit penilai yang tidak dihitung"), default=list)
    judged_by = by_whom(_("dinilai oleh"))
    judged_at = models.DateTimeField(_("dinilai pada"), null=True)

    class Meta:
        verbose_name = _("baris evaluasi")
        verbose_name_plural = _("baris evaluasi")
        ordering = ["evaluation", "action__plan__coordinator__name", "action__position"]
        constraints = [models.UniqueConstraint(fields=["agency", "evaluation", "action"], name="evaluation_row_once")]

    def __str__(self) -> str:
        return f"{self.action} ({self.evaluation_id})"
