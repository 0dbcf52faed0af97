"""A survey of public satisfaction that a unit of service holds for a period."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.models.rows import EditedModel
from petajalan.surveys.models.scope import AgencyOwnedModel
from petajalan.surveys.periods import Span, span_of


class Survey(AgencyOwnedModel, EditedModel):
    """
    service          what of the unit is asked about; "" where it is all of its services
    period           "2025-Q1", "2025-S1" or "2025"; `first_day` and `last_day` follow from it
    token            the address of the public form, which needs no account; whoever has it may answer
    public           whether that form takes answers
    min_respondents  fewer are marked, by a number of the agency's own; null where it has none
    measurement      the measurement that its answers went into, with others of the period
    """

    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+", verbose_name=_("unit layanan"))
    service = models.CharField(_("layanan"), max_length=200, blank=True)
    period = models.CharField(_("periode"), max_length=10)
    first_day = models.DateField(_("hari pertama"))
    last_day = models.DateField(_("hari terakhir"))
    token = models.CharField(max_length=43, unique=True, editable=False)
    public = models.BooleanField(_("formulir publik dibuka"), default=True)
    min_respondents = models.PositiveIntegerField(_("responden paling sedikit"), null=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("dibuat oleh")
    )
    created_at = models.DateTimeField(_("dibuat pada"))
    closed_at = models.DateTimeField(_("ditutup pada"), null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("ditutup oleh")
    )
    measurement = models.ForeignKey(
        "reporting.Measurement", models.SET_NULL, null=True, related_name="+", verbose_name=_("pengukuran")
    )
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta:
        verbose_name = _("survei kepuasan")
        verbose_name_plural = _("survei kepuasan")
        ordering = ["-last_day", "unit__name", "service", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "unit", "service", "period"], name="survey_once_a_period"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="survey_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(min_respondents__isnull=True) | Q(min_respondents__gte=1), name="survey_minimum_is_positive"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service or self.unit} {self.period}"

    @property
    def span(self) -> Span:
        return span_of(self.period)

    @property
    def is_open(self) -> bool:
        return self.closed_at is None
