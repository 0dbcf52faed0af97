"""What an evaluation asks a unit to mend, until somebody who is not of that unit has found it done."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.evaluation.choices import RecommendationSource, RecommendationState
from petajalan.evaluation.models.evaluation import EvaluationRow
from petajalan.evaluation.models.guidance import Guidance
from petajalan.evaluation.models.scope import AgencyOwnedModel
from petajalan.evaluation.models.waiver import Waiver
from petajalan.planning.models.rows import EditedModel

LIVE = (RecommendationState.OPEN, RecommendationState.SENT_BACK, RecommendationState.REPORTED)
TO_DO = (RecommendationState.OPEN, RecommendationState.SENT_BACK)
ENDED = (RecommendationState.VERIFIED, RecommendationState.WITHDRAWN)
_NOT_WITHDRAWN = ~Q(state=RecommendationState.WITHDRAWN)


class Recommendation(AgencyOwnedModel, EditedModel):
    """One thing that one unit has to do. It stays open over the turn of the year, and is never deleted.

    year, number        of the evaluation it comes from, and counted within it: "R-2024-07"
    row, area, guidance what it was made from, one of them at most; `reference` names a document where there is none
    action              which it concerns, if one
    indicator_key       the key of the indicator which it concerns, if one; that of the action goes without saying
    due, first_due      the day as it is now, and as it was at first
    done_on             the day on which its owner said it was done; kept until it is sent back
    verdict             what the evaluator found, why it was sent back, or why it is not pursued any more
    waiver              under which somebody of the owner's own unit verified it
    """

    year = models.PositiveSmallIntegerField(_("tahun"))
    number = models.PositiveIntegerField(_("nomor"))
    source_kind = models.CharField(_("asal"), max_length=10, choices=RecommendationSource.choices)
    row = models.ForeignKey(
        EvaluationRow, models.PROTECT, null=True, related_name="recommendations", verbose_name=_("baris evaluasi")
    )
    area = models.ForeignKey(
        "evaluation.ImprovementArea", models.PROTECT, null=True, related_name="recommendations",
        verbose_name=_("area perbaikan"),
    )  # fmt: skip
    guidance = models.ForeignKey(
        Guidance, models.PROTECT, null=True, related_name="recommendations", verbose_name=_("pendampingan dan arahan")
    )
    reference = models.CharField(_("dokumen asal"), max_length=300, blank=True)
    what = models.TextField(_("rekomendasi"))
    action = models.ForeignKey("planning.Action", models.PROTECT, null=True, related_name="+", verbose_name=_("aksi"))
    indicator_key = models.UUIDField(_("indikator"), null=True)
    owner = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+", verbose_name=_("penanggung jawab"))
    due = models.DateField(_("tenggat"))
    first_due = models.DateField(_("tenggat semula"))
    state = models.CharField(
        _("keadaan"), max_length=10, choices=RecommendationState.choices, default=RecommendationState.OPEN
    )
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("dibuat oleh")
    )
    raised_at = models.DateTimeField(_("dibuat pada"))
    done_on = models.DateField(_("dilaporkan selesai pada"), null=True)
    verdict = models.TextField(_("hasil pemeriksaan"), blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("diperiksa oleh")
    )
    checked_at = models.DateTimeField(_("diperiksa pada"), null=True)
    waiver = models.ForeignKey(
        Waiver, models.PROTECT, null=True, related_name="recommendations", verbose_name=_("pengecualian independensi")
    )
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta:
        verbose_name = _("rekomendasi")
        verbose_name_plural = _("rekomendasi")
        ordering = ["due", "year", "number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "number"], name="recommendation_number_once"),
            models.UniqueConstraint(fields=["agency", "row"], condition=_NOT_WITHDRAWN, name="recommendation_row_once"),
            models.UniqueConstraint(
                fields=["agency", "area"], condition=_NOT_WITHDRAWN, name="recommendation_area_once"
            ),
            models.CheckConstraint(
                condition=Q(row=None, area=None) | Q(row=None, guidance=None) | Q(area=None, guidance=None),
                name="recommendation_from_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(state__in=TO_DO, done_on=None)
                | Q(state__in=[RecommendationState.REPORTED, RecommendationState.VERIFIED], done_on__isnull=False)
                | Q(state=RecommendationState.WITHDRAWN),
                name="recommendation_done_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=ENDED) | Q(checked_at__isnull=False, checked_by__isnull=False),
                name="recommendation_ends_by_a_check",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "state", "due"], name="recommendation_open"),
            models.Index(fields=["agency", "owner", "state"], name="recommendation_of_unit"),
            models.Index(fields=["agency", "indicator_key"], name="recommendation_of_indicator"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.what}"

    @property
    def code(self) -> str:
        """ "R-2024-07"."""
        return f"R-{self.year}-{self.number:02}"

    @property
    def is_live(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state in LIVE

    @property
    def is_to_do(self) -> bool:
        """Whether its owner has."""
        return self.state in TO_DO

    @property
    def moved(self) -> bool:
        return self.due != self.first_due
