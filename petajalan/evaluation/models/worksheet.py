"""The evaluation worksheet (Lembar Kerja Evaluasi, LKE) of a year: three parties score each item of its instrument."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.calc.index import Instrument
from petajalan.catalogue.instruments import instrument
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.evaluation.choices import ItemState, Party, WorksheetStatus
from petajalan.evaluation.models.evaluation import by_whom
from petajalan.evaluation.models.scope import AgencyOwnedModel
from petajalan.evaluation.models.waiver import Waiver
from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.rows import EditedModel
from petajalan.reporting.models import Evidence

_SCORED = Q(raw__isnull=False, level="") | (Q(raw__isnull=True) & ~Q(level=""))
_NOTHING = Q(raw__isnull=True, level="")
SAYS_ITS_STATE = (
    (Q(state=ItemState.ASSESSED, carried_from=None) & _SCORED)
    | (Q(state=ItemState.CARRIED, carried_from__isnull=False) & _SCORED)
    | (Q(state=ItemState.EXCLUDED, carried_from=None) & _NOTHING)
)


class EvaluationWorksheet(AgencyOwnedModel, EditedModel):
    """One measurement year of an agency.

    adopted             the instrument; the worksheet follows its corrections while it is a draft
    instrument_version  of the adopted instrument when the worksheet was begun; a later one is told on the page
    frozen              the instrument's entry as it was when the worksheet was made final; null in a draft
    coefficient         the deduction of the national evaluator, 0 or negative; `coefficient_note`: its document
    """

    year = models.PositiveSmallIntegerField(_("tahun ukur"))
    adopted = models.ForeignKey(AdoptedInstrument, models.PROTECT, related_name="+", verbose_name=_("instrumen"))
    instrument_version = models.PositiveIntegerField(_("versi instrumen saat dimulai"))
    frozen = models.JSONField(_("instrumen saat difinalkan"), null=True)
    coefficient = DecimalField(_("koefisien"), max_digits=10, decimal_places=4, default=0)
    coefficient_note = models.TextField(_("dasar koefisien"), blank=True)
    status = models.CharField(
        _("keadaan"), max_length=10, choices=WorksheetStatus.choices, default=WorksheetStatus.DRAFT
    )
    finalised_at = models.DateTimeField(_("difinalkan pada"), null=True)
    finalised_by = by_whom(_("difinalkan oleh"))
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta:
        verbose_name = _("lembar kerja evaluasi")
        verbose_name_plural = _("lembar kerja evaluasi")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="worksheet_once_a_year"),
            models.CheckConstraint(condition=Q(coefficient__lte=0), name="worksheet_coefficient_deducts"),
            models.CheckConstraint(
                condition=Q(coefficient=0) | ~Q(coefficient_note=""), name="worksheet_coefficient_has_a_source"
            ),
            models.CheckConstraint(
                condition=Q(status=WorksheetStatus.DRAFT, frozen__isnull=True, finalised_at=None)
                | Q(status=WorksheetStatus.FINAL, frozen__isnull=False, finalised_at__isnull=False),
                name="worksheet_final_keeps_its_instrument",
            ),
        ]

    def __str__(self) -> str:
        return f"LKE {self.year}"

    @property
    def is_open(self) -> bool:
        return self.status == WorksheetStatus.DRAFT

    @property
    def instrument(self) -> Instrument:
        """With the weights that count for it: its own once it is final."""
        if self.frozen is None:
            return self.adopted.instrument
        return instrument({"code": self.adopted.code, **self.frozen})


class ScoreFigure(models.Model):
    """What one party says of one item.

    raw, level    a number on the item's range, or a level in words; neither where the item is out of scope
    carried_from  the year whose value was carried forward
    source        the document that states it, with `page` of `evidence` where the document is kept
    note          of an item out of scope: why
    """

    state = models.CharField(_("keadaan"), max_length=10, choices=ItemState.choices, default=ItemState.ASSESSED)
    raw = DecimalField(_("nilai mentah"), max_digits=20, decimal_places=6, null=True)
    level = models.CharField(_("tingkat atau opini"), max_length=60, blank=True)
    carried_from = models.PositiveSmallIntegerField(_("dibawa dari tahun"), null=True)
    source = models.TextField(_("dokumen sumber"), blank=True)
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, null=True, related_name="+", verbose_name=_("berkas dokumen")
    )
    page = models.CharField(_("halaman"), max_length=100, blank=True)
    note = models.TextField(_("catatan"), blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("diisi oleh")
    )
    entered_at = models.DateTimeField(_("diisi pada"))

    class Meta:
        abstract = True


class WorksheetScore(AgencyOwnedModel, EditedModel, ScoreFigure):
    """What holds now, one for an item and party. What was put right in a final worksheet is kept: `ScoreCorrection`."""

    worksheet = models.ForeignKey(
        EvaluationWorksheet, models.CASCADE, related_name="scores", verbose_name=_("lembar kerja evaluasi")
    )
    item = models.CharField(_("butir"), max_length=60)
    party = models.CharField(_("penilai"), max_length=10, choices=Party.choices)

    class Meta:
        verbose_name = _("nilai butir")
        verbose_name_plural = _("nilai butir")
        ordering = ["worksheet", "item", "party"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "worksheet", "item", "party"], name="worksheet_score_once"),
            models.CheckConstraint(condition=SAYS_ITS_STATE, name="worksheet_score_says_its_state"),
            models.CheckConstraint(
                condition=~Q(party=Party.NATIONAL) | ~Q(source=""), name="worksheet_score_national_has_a_source"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.get_party_display()}"


class ScoreWaiver(AgencyOwnedModel):
    """A waiver under which an internal evaluator scored an item: one for each action of the indicator behind it."""

    score = models.ForeignKey(WorksheetScore, models.CASCADE, related_name="waivers", verbose_name=_("nilai butir"))
    waiver = models.ForeignKey(
        Waiver, models.PROTECT, related_name="+", verbose_name=_("pengecualian independensi")
    )  # fmt: skip

    class Meta:
        verbose_name = _("pengecualian pada nilai butir")
        verbose_name_plural = _("pengecualian pada nilai butir")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "score", "waiver"], name="score_waiver_once")]

    def __str__(self) -> str:
        return f"{self.score}: {self.waiver}"


class ScoreCorrection(AgencyOwnedModel, ScoreFigure):
    """A value of a final worksheet as it was before it was put right. Never changed."""

    score = models.ForeignKey(WorksheetScore, models.PROTECT, related_name="corrections", verbose_name=_("nilai butir"))
    reason = models.TextField(_("alasan"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("dikoreksi oleh")
    )
    made_at = models.DateTimeField(_("dikoreksi pada"))

    class Meta:
        verbose_name = _("koreksi nilai butir")
        verbose_name_plural = _("koreksi nilai butir")
        ordering = ["score", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="score_correction_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.score}: {self.reason}"


class CoefficientCorrection(AgencyOwnedModel):
    """The coefficient of a final worksheet as it was before it was put right. Never changed."""

    worksheet = models.ForeignKey(
        EvaluationWorksheet, models.PROTECT, related_name="coefficient_corrections",
        verbose_name=_("lembar kerja evaluasi"),
    )  # fmt: skip
    coefficient = DecimalField(_("koefisien semula"), max_digits=10, decimal_places=4)
    coefficient_note = models.TextField(_("dasar koefisien semula"), blank=True)
    reason = models.TextField(_("alasan"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("dikoreksi oleh")
    )
    made_at = models.DateTimeField(_("dikoreksi pada"))

    class Meta:
        verbose_name = _("koreksi koefisien")
        verbose_name_plural = _("koreksi koefisien")
        ordering = ["worksheet", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="coefficient_correction_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.worksheet}: {self.reason}"


class Scenario(AgencyOwnedModel, EditedModel):
    """Raw values somebody supposes, laid over what one party scored: never a score itself.

    values  by code of the item: {"raw": "3.5"} or {"level": "WTP"}; only items that differ
    """

    worksheet = models.ForeignKey(
        EvaluationWorksheet, models.CASCADE, related_name="scenarios", verbose_name=_("lembar kerja evaluasi")
    )
    name = models.CharField(_("nama"), max_length=100)
    party = models.CharField(_("nilai yang menjadi dasar"), max_length=10, choices=Party.choices)
    values = models.JSONField(_("nilai yang diandaikan"), default=dict)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("disimpan oleh")
    )
    saved_at = models.DateTimeField(_("disimpan pada"))

    class Meta:
        verbose_name = _("skenario")
        verbose_name_plural = _("skenario")
        ordering = ["worksheet", "name"]
        constraints = [models.UniqueConstraint(fields=["agency", "worksheet", "name"], name="scenario_name_once")]

    def __str__(self) -> str:
        return self.name
