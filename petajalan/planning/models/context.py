"""What stands before the goals of a road map: its text, the strategic issues, and the condition it starts from."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.choices import IssueLevel, IssueScope
from petajalan.planning.models.rows import EditedModel, PlanRow, StatedModel


class SectionText(PlanRow):
    """A chapter or section in one of its wordings. A new wording is a new row of the same key; the older ones stay.

    number   "III", "3.1", "2.1.1"; "" for a section without one
    part     code of the required part of a road map that it is (`catalogue.Framework.parts`), or ""
    wording  counts the wordings of one section, from 1
    """

    number = models.CharField(_("nomor"), max_length=30, blank=True)
    title = models.TextField(_("judul"))
    level = models.PositiveSmallIntegerField(_("tingkat"), default=1)
    part = models.CharField(_("bagian wajib"), max_length=40, blank=True)
    body = models.TextField(_("naskah"), blank=True)
    wording = models.PositiveIntegerField(_("rumusan ke"), default=1)
    current = models.BooleanField(_("yang dipakai"), default=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("ditulis oleh")
    )
    written_at = models.DateTimeField(_("ditulis pada"))

    class Meta(PlanRow.Meta):
        verbose_name = _("naskah bagian")
        verbose_name_plural = _("naskah bagian")
        constraints = [
            models.UniqueConstraint(fields=["agency", "road_map", "key", "wording"], name="section_text_wording_once"),
            models.UniqueConstraint(
                fields=["agency", "road_map", "key"], condition=Q(current=True), name="section_text_one_current"
            ),
            models.UniqueConstraint(
                fields=["agency", "road_map", "position"], condition=Q(current=True), name="section_text_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class StrategicIssue(PlanRow, EditedModel):
    level = models.CharField(_("letak isu"), max_length=10, choices=IssueLevel.choices)
    scope = models.CharField(_("lingkup isu"), max_length=10, choices=IssueScope.choices)
    title = models.TextField(_("isu strategis"))
    text = models.TextField(_("uraian"), blank=True)

    class Meta(PlanRow.Meta):
        verbose_name = _("isu strategis")
        verbose_name_plural = _("isu strategis")

    def __str__(self) -> str:
        return self.title


class Condition(PlanRow, EditedModel):
    """A piece of the condition that the plan starts from, in words."""

    title = models.TextField(_("kondisi"))
    text = models.TextField(_("uraian"), blank=True)

    class Meta(PlanRow.Meta):
        verbose_name = _("kondisi awal")
        verbose_name_plural = _("kondisi awal")

    def __str__(self) -> str:
        return self.title


class InterimResult(StatedModel):
    """A result of earlier years as the print states it. `indicator` is set where the plan measures the same thing."""

    name = models.TextField(_("hasil antara"))
    scale = models.TextField(_("skala"), null=True)
    source = models.TextField(_("sumber data"), null=True)
    indicator = models.ForeignKey(
        "planning.Indicator", models.SET_NULL, null=True, related_name="interim_results", verbose_name=_("indikator")
    )

    class Meta(StatedModel.Meta):
        verbose_name = _("hasil antara")
        verbose_name_plural = _("hasil antara")

    def __str__(self) -> str:
        return self.name
