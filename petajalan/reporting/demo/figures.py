"""What a unit of the demonstration had reached and spent for an action by the end of a month. No chance is involved."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from petajalan.calc.quarters import FigureRule
from petajalan.planning.models import Action
from petajalan.reporting.demo.stories import ActionStory

ZERO = Decimal(0)
HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)
# How far a quarter's spending is at the end of its first, second and third month; its work goes on in thirds.
SPENT = (Decimal("0.25"), Decimal("0.6"), Decimal(1))


@dataclass(frozen=True, slots=True)
class Course:
    """One unit's way through an action. `slow`: quarters in which it is behind; `order`: place among the units, which
    makes them differ; `doers`: among how many units the budget is shared."""

    action: Action
    story: ActionStory
    slow: frozenset[int]
    order: int
    doers: int

    def output(self, month: int) -> Decimal:
        """By the action's own rule, as a line of that month states it."""
        quarter = (month + 2) // 3
        begin = self._reached(quarter - 1) if self._counts_on else ZERO
        end = self._reached(quarter)
        return self._whole(begin + (end - begin) * ((month - 1) % 3 + 1) / 3)

    def budget(self, month: int) -> Decimal | None:
        quarter = (month + 2) // 3
        if self.action.budgets[quarter - 1] is None:
            return None
        begin = self._absorbed(quarter - 1) if self._counts_on else ZERO
        end = self._absorbed(quarter)
        return _down(begin + (end - begin) * SPENT[(month - 1) % 3], THOUSAND)

    @property
    def _counts_on(self) -> bool:
        return self.action.figure_rule == FigureRule.TO_DATE

    def _reached(self, quarter: int) -> Decimal:
        """At the end of a quarter; of quarter 0, where the year begins."""
        if quarter == 0:
            return self.story.start if self._counts_on else ZERO
        begin = self._reached(quarter - 1) if self._counts_on else ZERO
        target = self.action.targets[quarter - 1]
        if target is None:
            return begin
        if quarter in self.slow:
            return self._whole(begin + (target - begin) * self.story.slow.get(quarter, Decimal(1)))
        return min(HUNDRED, target + self.order % 4) if self._is_percent else target

    def _absorbed(self, quarter: int) -> Decimal:
        if quarter == 0:
            return ZERO
        begin = self._absorbed(quarter - 1) if self._counts_on else ZERO
        budget = self.action.budgets[quarter - 1]
        if budget is None:
            return begin
        before = self.action.budgets[quarter - 2] if self._counts_on and quarter > 1 else None
        share = Decimal("0.86") + Decimal("0.02") * (self.order % 6)
        return begin + (budget - (before or ZERO)) / self.doers * (
            share * Decimal("0.9") if quarter in self.slow else share
        )

    @property
    def _is_percent(self) -> bool:
        return self.action.output_unit == "%"

    def _whole(self, value: Decimal) -> Decimal:
        return _down(value, Decimal("0.5") if self._is_percent else Decimal(1))


def _down(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(ROUND_FLOOR) * step
