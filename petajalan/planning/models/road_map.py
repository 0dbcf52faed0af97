"""A version of an agency's road map."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models.regulation import Regulation
from petajalan.planning.models.scope import AgencyOwnedModel


def whole_of(key: int | None) -> str:
    """How the trail names the version of the plan that something is a part of."""
    return f"planning.roadmap:{key}"


class RoadMap(AgencyOwnedModel):
    """One version of an agency's road map. A new import or an amendment makes a new one; the older ones stay.

    regulation  the regulation that this version was adopted from; null for one made here
    document    the regulation whose print its rows quote: kept by amendments of an adopted version
    based_on    the version that this one amends
    current     the version that people see first: the enacted one, or the only draft there is
    decree_reference, decree_date  the decision that enacted it, where no regulation says so
    edits       how many edits it has seen; whoever keeps something derived from the plan keeps this beside it
    reason      why it amends the one before, or why it was revoked
    """

    regulation = models.OneToOneField(
        Regulation, models.PROTECT, null=True, related_name="road_map", verbose_name=_("peraturan")
    )
    document = models.ForeignKey(Regulation, models.PROTECT, null=True, related_name="+", verbose_name=_("dokumen"))
    based_on = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="amendments", verbose_name=_("perubahan atas")
    )
    version = models.PositiveSmallIntegerField(_("versi"))
    title = models.TextField(_("judul"))
    period_start = models.PositiveSmallIntegerField(_("awal periode"), null=True)
    period_end = models.PositiveSmallIntegerField(_("akhir periode"), null=True)
    status = models.CharField(_("keadaan"), max_length=10, choices=RoadMapStatus.choices)
    current = models.BooleanField(_("yang berlaku"), default=False)
    decree_reference = models.TextField(_("dasar penetapan"), blank=True)
    decree_date = models.DateField(_("tanggal penetapan"), null=True)
    reason = models.TextField(_("alasan"), blank=True)
    created_at = models.DateTimeField(_("dibuat pada"))
    changed_at = models.DateTimeField(_("terakhir diubah pada"), null=True)
    edits = models.PositiveIntegerField(_("jumlah perubahan"), default=0, editable=False)

    class Meta:
        verbose_name = _("road map")
        verbose_name_plural = _("road map")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "version"], name="road_map_version_once"),
            models.UniqueConstraint(fields=["agency"], condition=Q(current=True), name="road_map_one_current"),
            models.UniqueConstraint(
                fields=["agency", "based_on"], condition=Q(status=RoadMapStatus.DRAFT), name="road_map_one_amendment"
            ),
            models.CheckConstraint(
                condition=Q(period_start__isnull=True)
                | Q(period_end__isnull=True)
                | Q(period_end__gte=models.F("period_start")),
                name="road_map_period_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def audit_whole(self) -> str:
        return whole_of(self.pk)

    @property
    def is_draft(self) -> bool:
        return self.status == RoadMapStatus.DRAFT

    @property
    def years(self) -> tuple[int, ...]:
        """The years of its period; none while the period is not known."""
        if self.period_start is None or self.period_end is None:
            return ()
        return tuple(range(self.period_start, self.period_end + 1))


class PlanCheck(AgencyOwnedModel):
    """What the rules found in a plan after so many edits, as JSON of `queries.live_findings`. Stale after more."""

    road_map = models.OneToOneField(RoadMap, models.CASCADE, related_name="check_result")
    findings = models.TextField()
    errors = models.PositiveIntegerField(_("kesalahan"))
    warnings = models.PositiveIntegerField(_("peringatan"))
    notes = models.PositiveIntegerField(_("catatan"))
    rules_version = models.CharField(_("versi aturan"), max_length=40)
    edits = models.PositiveIntegerField(_("jumlah perubahan"))

    class Meta:
        verbose_name = _("hasil periksa rencana")
        verbose_name_plural = _("hasil periksa rencana")
        constraints = [models.UniqueConstraint(fields=["agency", "road_map"], name="plan_check_once_per_plan")]

    def __str__(self) -> str:
        return str(self.road_map_id)
