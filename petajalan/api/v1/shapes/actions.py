"""Action plans and their actions."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

import msgspec

from petajalan.api.v1.shapes.agency import UnitName
from petajalan.planning.choices import ActionPlanStatus, FigureRule, UnitRuleChoice
from petajalan.planning.models import Action, ActionPlan
from petajalan.planning.queries.actions import budget_total, target_total


class ActionPlanShape(msgspec.Struct):
    """The actions that one coordinator answers for in one year. `revision` counts the amendments of an approved
    plan; `actions` how many there are, those that were withdrawn apart."""

    id: int
    year: int
    coordinator: UnitName
    status: ActionPlanStatus
    revision: int
    submitted_at: datetime | None
    decided_at: datetime | None
    actions: int

    @classmethod
    def of(cls, plan: ActionPlan) -> ActionPlanShape:
        return cls(
            plan.pk, plan.year, UnitName.of(plan.coordinator), ActionPlanStatus(plan.status), plan.revision,
            plan.submitted_at, plan.decided_at, plan.count,  # type: ignore[attr-defined]
        )  # fmt: skip


class ActionShape(msgspec.Struct):
    """One action for one indicator (`indicator` is the key of it).

    `targets` and `budgets` (rupiah) are of the four quarters as entered: each quarter's own, or up to date, as
    `figure_rule` says. `year_target` and `year_budget` are what they come to.
    """

    id: int
    key: UUID
    position: int
    indicator: UUID
    name: str
    output: str | None
    output_indicator: str | None
    output_unit: str | None
    figure_rule: FigureRule
    unit_rule: UnitRuleChoice | None
    targets: list[Decimal | None]
    year_target: Decimal | None
    budgets: list[Decimal | None]
    year_budget: Decimal | None
    planning_reference: str | None
    sub_activity_code: str | None
    all_units: bool
    implementers: list[UnitName]
    evidence_needed: str | None
    withdrawn: bool
    simulated: bool

    @classmethod
    def of(cls, one: Action) -> ActionShape:
        return cls(
            one.pk, one.key, one.position, one.indicator_key, one.name, one.output or None,
            one.output_indicator or None, one.output_unit or None, FigureRule(one.figure_rule),
            UnitRuleChoice(one.unit_rule) if one.unit_rule else None, list(one.targets), target_total(one),
            list(one.budgets), budget_total(one), one.planning_reference or None, one.sub_activity_code or None,
            one.all_units, [UnitName.of(row.unit) for row in one.named_implementers.all()],
            one.evidence_needed or None, one.withdrawn, one.simulated,
        )  # fmt: skip


class ActionPlanWhole(msgspec.Struct):
    """An action plan with its actions, in the order of the plan."""

    plan: ActionPlanShape
    actions: list[ActionShape]
