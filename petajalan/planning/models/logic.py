"""The logic of a road map: goals, objectives, policy objectives, and what is to be reached by them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from petajalan.planning.choices import Element
from petajalan.planning.models.rows import EditedModel, PlanRow, StatedModel


class NationalCounterpart(models.Model):
    """What it stands beside in the national framework of its year (`catalogue.frameworks`); "" while nothing is named.

    A row of the print may name its counterpart in words (`national_name`); the code is chosen by matching or by people.
    """

    national_code = models.CharField(_("padanan nasional"), max_length=60, blank=True)

    class Meta:
        abstract = True


class Goal(StatedModel, EditedModel, NationalCounterpart):
    """`name` is null where the print states a national goal without a local one."""

    name = models.TextField(_("tujuan"), null=True)
    national_name = models.TextField(_("tujuan nasional"), null=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("tujuan")
        verbose_name_plural = _("tujuan")

    def __str__(self) -> str:
        return self.name or self.national_name or ""


class Objective(StatedModel, EditedModel, NationalCounterpart):
    """`name` is null where the print states a national objective without a local one. Without a goal it serves them
    all."""

    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="objectives", verbose_name=_("tujuan"))
    name = models.TextField(_("sasaran strategis"), null=True)
    national_name = models.TextField(_("sasaran strategis nasional"), null=True)
    element = models.CharField(_("unsur"), max_length=4, choices=Element.choices, blank=True)

    class Meta(StatedModel.Meta):
        verbose_name = _("sasaran strategis")
        verbose_name_plural = _("sasaran strategis")

    def __str__(self) -> str:
        return self.name or self.national_name or ""


class PolicyObjective(PlanRow, EditedModel, NationalCounterpart):
    """What policy should bring about between an objective and its key activities."""

    objective = models.ForeignKey(
        Objective, models.CASCADE, related_name="policy_objectives", verbose_name=_("sasaran strategis")
    )
    name = models.TextField(_("sasaran kebijakan"))

    class Meta(PlanRow.Meta):
        verbose_name = _("sasaran kebijakan")
        verbose_name_plural = _("sasaran kebijakan")

    def __str__(self) -> str:
        return self.name
