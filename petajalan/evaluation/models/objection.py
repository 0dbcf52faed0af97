"""An objection (sanggah) of the agency to an official value, with what shows it and what came of it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.evaluation.choices import ObjectionState
from petajalan.evaluation.models.evaluation import by_whom
from petajalan.evaluation.models.scope import AgencyOwnedModel
from petajalan.evaluation.models.worksheet import EvaluationWorksheet
from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.rows import EditedModel

LIVE = (ObjectionState.DRAFT, ObjectionState.PROPOSED, ObjectionState.SUBMITTED)
UNSENT = (ObjectionState.DRAFT, ObjectionState.PROPOSED)
ANSWERED = (ObjectionState.ACCEPTED, ObjectionState.REFUSED)


class Objection(AgencyOwnedModel, EditedModel):
    """To the value of one item. It is never deleted once it was sent.

    raw, level                the official value as it was when the objection was written
    claimed_raw, claimed_level  what the agency holds to be right; one of them
    due       the last day to send it, as the agency knows it; no law is read for it
    returned  why the secretariat gave it back; "" otherwise
    answer    the document of the answer and, of a refusal, its reason
    """

    worksheet = models.ForeignKey(
        EvaluationWorksheet, models.PROTECT, related_name="objections", verbose_name=_("lembar kerja evaluasi")
    )
    item = models.CharField(_("butir"), max_length=60)
    raw = DecimalField(_("nilai resmi"), max_digits=20, decimal_places=6, null=True)
    level = models.CharField(_("tingkat resmi"), max_length=60, blank=True)
    claimed_raw = DecimalField(_("nilai menurut instansi"), max_digits=20, decimal_places=6, null=True)
    claimed_level = models.CharField(_("tingkat menurut instansi"), max_length=60, blank=True)
    reason = models.TextField(_("alasan"))
    due = models.DateField(_("tenggat"), null=True)
    state = models.CharField(_("keadaan"), max_length=10, choices=ObjectionState.choices, default=ObjectionState.DRAFT)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ditulis oleh")
    )
    written_at = models.DateTimeField(_("ditulis pada"))
    returned = models.TextField(_("alasan dikembalikan"), blank=True)
    sent_by = by_whom(_("disetujui dan dikirim oleh"))
    sent_at = models.DateTimeField(_("dikirim pada"), null=True)
    answer = models.TextField(_("jawaban"), blank=True)
    answer_source = models.TextField(_("dokumen jawaban"), blank=True)
    answered_by = by_whom(_("jawaban dicatat oleh"))
    answered_at = models.DateTimeField(_("jawaban dicatat pada"), null=True)

    class Meta:
        verbose_name = _("sanggahan")
        verbose_name_plural = _("sanggahan")
        ordering = ["worksheet", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "worksheet", "item"], condition=Q(state__in=LIVE), name="objection_one_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="objection_has_a_reason"),
            models.CheckConstraint(
                condition=Q(claimed_raw__isnull=False, claimed_level="")
                | (Q(claimed_raw__isnull=True) & ~Q(claimed_level="")),
                name="objection_claims_a_value",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNSENT, sent_at=None, sent_by=None)
                | (~Q(state__in=UNSENT) & Q(sent_at__isnull=False, sent_by__isnull=False)),
                name="objection_sent_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=LIVE, answered_at=None, answered_by=None)
                | (Q(state__in=ANSWERED, answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer_source="")),
                name="objection_answered_by_a_document",
            ),
        ]
        indexes = [models.Index(fields=["agency", "state", "due"], name="objection_open")]

    def __str__(self) -> str:
        return f"{self.worksheet} {self.item}"

    @property
    def is_unsent(self) -> bool:
        return self.state in UNSENT

    def is_late(self, today: date) -> bool:
        """Whether it still waits here although its day is over."""
        return self.is_unsent and self.due is not None and self.due < today


class ObjectionEvidence(AgencyOwnedModel):
    """A piece of evidence that shows what an objection claims, and on which page."""

    objection = models.ForeignKey(Objection, models.CASCADE, related_name="proofs", verbose_name=_("sanggahan"))
    evidence = models.ForeignKey(
        "reporting.Evidence", models.PROTECT, related_name="objection_uses", verbose_name=_("bukti dukung")
    )
    page = models.CharField(_("halaman"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("bukti sanggahan")
        verbose_name_plural = _("bukti sanggahan")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "objection", "evidence"], name="objection_evidence_once")
        ]

    def __str__(self) -> str:
        return f"{self.evidence} {self.page}"
