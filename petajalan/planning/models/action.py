"""Action plans: what each unit that leads something does about its indicators in a year.

They hang on the `key` of an indicator, not on its row: a road map may be amended, and what was planned and reported
stays as it was.
"""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.choices import ActionPlanStatus, FigureRule, UnitRuleChoice
from petajalan.planning.models.decimals import DecimalField
from petajalan.planning.models.rows import EditedModel
from petajalan.planning.models.scope import AgencyOwnedModel

QUARTERS = (1, 2, 3, 4)


class ActionPlan(AgencyOwnedModel, EditedModel):
    """The actions that one coordinator answers for in one year.

    revision  1, and one more each time an approved plan is amended; the older ones are `ActionRevision` rows
    reason    why an approved plan is being amended; "" otherwise
    """

    year = models.PositiveSmallIntegerField(_("tahun"))
    coordinator = models.ForeignKey(
        "accounts.Unit", models.PROTECT, related_name="action_plans", verbose_name=_("koordinator")
    )
    status = models.CharField(
        _("keadaan"), max_length=10, choices=ActionPlanStatus.choices, default=ActionPlanStatus.DRAFT
    )
    revision = models.PositiveSmallIntegerField(_("revisi"), default=1)
    reason = models.TextField(_("alasan perubahan"), blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("diajukan oleh")
    )
    submitted_at = models.DateTimeField(_("diajukan pada"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("diputuskan oleh")
    )
    decided_at = models.DateTimeField(_("diputuskan pada"), null=True)

    class Meta:
        verbose_name = _("rencana aksi")
        verbose_name_plural = _("rencana aksi")
        ordering = ["-year", "coordinator__name"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "coordinator"], name="action_plan_once_a_year"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="action_plan_revision_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.coordinator} {self.year}"

    @property
    def is_open(self) -> bool:
        """Whether its rows may be edited."""
        return self.status in {ActionPlanStatus.DRAFT, ActionPlanStatus.SENT_BACK}


class Action(AgencyOwnedModel, EditedModel):
    """One action for one indicator.

    figure_rule  whether the quarters' targets and budgets are each quarter's own or up to date (s/d)
    all_units    done by every department and district active that day, beside the units named
    withdrawn    out of the plan from a revision on; the row stays because reports may name it
    problem, problem_indicator, root_cause_key, focus_code  of a thematic action
    """

    plan = models.ForeignKey(ActionPlan, models.PROTECT, related_name="actions", verbose_name=_("rencana aksi"))
    key = models.UUIDField(default=uuid4, editable=False)
    position = models.PositiveIntegerField(_("urutan"))
    indicator_key = models.UUIDField(_("indikator"))
    name = models.TextField(_("rencana aksi"))
    output = models.TextField(_("output"), blank=True)
    output_indicator = models.TextField(_("indikator output"), blank=True)
    output_unit = models.CharField(_("satuan output"), max_length=100, blank=True)
    figure_rule = models.CharField(
        _("angka triwulan"), max_length=12, choices=FigureRule.choices, default=FigureRule.PER_QUARTER
    )
    unit_rule = models.CharField(_("dari unit ke instansi"), max_length=15, choices=UnitRuleChoice.choices, blank=True)
    target_q1 = DecimalField(_("target TW I"), max_digits=20, decimal_places=4, null=True, blank=True)
    target_q2 = DecimalField(_("target TW II"), max_digits=20, decimal_places=4, null=True, blank=True)
    target_q3 = DecimalField(_("target TW III"), max_digits=20, decimal_places=4, null=True, blank=True)
    target_q4 = DecimalField(_("target TW IV"), max_digits=20, decimal_places=4, null=True, blank=True)
    budget_q1 = DecimalField(_("anggaran TW I"), max_digits=20, decimal_places=2, null=True, blank=True)
    budget_q2 = DecimalField(_("anggaran TW II"), max_digits=20, decimal_places=2, null=True, blank=True)
    budget_q3 = DecimalField(_("anggaran TW III"), max_digits=20, decimal_places=2, null=True, blank=True)
    budget_q4 = DecimalField(_("anggaran TW IV"), max_digits=20, decimal_places=2, null=True, blank=True)
    planning_reference = models.TextField(_("acuan RPJMD/RKPD"), blank=True)
    sub_activity_code = models.CharField(_("kode sub-kegiatan"), max_length=60, blank=True)
    all_units = models.BooleanField(_("dilaksanakan semua unit"), default=False)
    implementers = models.ManyToManyField(
        "accounts.Unit", through="ActionImplementer", related_name="+", verbose_name=_("pelaksana")
    )
    evidence_needed = models.TextField(_("bukti dukung yang diminta"), blank=True)
    withdrawn = models.BooleanField(_("ditarik"), default=False)
    problem = models.TextField(_("permasalahan"), blank=True)
    problem_indicator = models.TextField(_("indikator permasalahan"), blank=True)
    root_cause_key = models.UUIDField(_("akar masalah"), null=True, blank=True)
    focus_code = models.CharField(_("fokus intervensi"), max_length=60, blank=True)
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta:
        verbose_name = _("aksi")
        verbose_name_plural = _("aksi")
        ordering = ["plan", "position"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "key"], name="action_key_once"),
            models.UniqueConstraint(fields=["agency", "plan", "position"], name="action_order"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}_q{quarter}__isnull": True}) | Q(**{f"{name}_q{quarter}__gte": 0}),
                    name=f"action_{name}_q{quarter}_not_negative",
                )
                for name in ("target", "budget")
                for quarter in QUARTERS
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def targets(self) -> tuple[Decimal | None, ...]:
        """As entered for TW I to IV: each quarter's own, or up to date."""
        return (self.target_q1, self.target_q2, self.target_q3, self.target_q4)

    @property
    def budgets(self) -> tuple[Decimal | None, ...]:
        """In rupiah, by the same rule as the targets."""
        return (self.budget_q1, self.budget_q2, self.budget_q3, self.budget_q4)


class ActionImplementer(AgencyOwnedModel):
    """A unit that carries out an action."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="named_implementers", verbose_name=_("aksi"))
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+", verbose_name=_("unit"))

    class Meta:
        verbose_name = _("pelaksana aksi")
        verbose_name_plural = _("pelaksana aksi")
        ordering = ["unit__name"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "action", "unit"], name="action_implementer_named_once")
        ]

    def __str__(self) -> str:
        return str(self.unit)


class ActionRevision(AgencyOwnedModel):
    """An approved plan as it was before an amendment, row by row in `rows`. Never changed."""

    plan = models.ForeignKey(ActionPlan, models.PROTECT, related_name="revisions", verbose_name=_("rencana aksi"))
    number = models.PositiveSmallIntegerField(_("revisi"))
    rows = models.JSONField(_("isi"))
    reason = models.TextField(_("alasan"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("diubah oleh")
    )
    made_at = models.DateTimeField(_("diubah pada"))

    class Meta:
        verbose_name = _("revisi rencana aksi")
        verbose_name_plural = _("revisi rencana aksi")
        ordering = ["plan", "-number"]
        constraints = [models.UniqueConstraint(fields=["agency", "plan", "number"], name="action_revision_once")]

    def __str__(self) -> str:
        return f"{self.plan} revisi {self.number}"


class PlanRepair(AgencyOwnedModel):
    """What has to be mended in a plan that was sent back: in one action, or in the plan as a whole."""

    plan = models.ForeignKey(ActionPlan, models.CASCADE, related_name="repairs", verbose_name=_("rencana aksi"))
    action = models.ForeignKey(Action, models.CASCADE, null=True, related_name="repairs", verbose_name=_("aksi"))
    text = models.TextField(_("yang perlu diperbaiki"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("diminta oleh")
    )
    asked_at = models.DateTimeField(_("diminta pada"))
    done = models.BooleanField(_("selesai"), default=False)

    class Meta:
        verbose_name = _("perbaikan rencana aksi")
        verbose_name_plural = _("perbaikan rencana aksi")
        ordering = ["plan", "pk"]

    def __str__(self) -> str:
        return self.text
