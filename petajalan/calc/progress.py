"""What a monthly line says about its quarter: whether it is behind, and what in it is hard to believe.

A line's figures count by the action's own rule, of the quarter so far or of the year so far. The quarter's target and
budget are entered by the same rule, so the two compare as they stand. These are house rules (aturan aplikasi).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from petajalan.calc.quarters import FigureRule

TIMES_TARGET = Decimal(3)


class Doubt(StrEnum):
    FAR_ABOVE_TARGET = "far_above_target"  # more than three times what the quarter is for
    BELOW_LAST_MONTH = "below_last_month"  # a figure that only grows became smaller
    OVER_BUDGET = "over_budget"  # more absorbed than the budget up to this quarter holds
    BUDGET_BELOW_LAST_MONTH = "budget_below_last_month"


@dataclass(frozen=True, slots=True)
class Amounts:
    """Output and budget; what is not known is `None`."""

    output: Decimal | None = None
    budget: Decimal | None = None


def counts_on(rule: FigureRule, month: int) -> bool:
    """Whether a figure of `month` (1 to 12) goes on from that of the month before: not at the beginning of a quarter,
    or of the year where figures are up to date."""
    return month % 3 != 1 if rule is FigureRule.PER_QUARTER else month != 1


def is_behind(reached: Decimal | None, target: Decimal | None, month: int) -> bool:
    """Asked of the last month of a quarter only: within a quarter nothing is late yet. What is not known shows nothing
    reached; without a target there is nothing to be behind."""
    return month % 3 == 0 and target is not None and target > 0 and (reached is None or reached < target)


def doubts(now: Amounts, for_quarter: Amounts, before: Amounts) -> tuple[Doubt, ...]:
    """What asks for a confirmation. `before` is last month's, empty where counting begins anew."""
    found = []
    if _above(now.output, for_quarter.output, TIMES_TARGET):
        found.append(Doubt.FAR_ABOVE_TARGET)
    if _above(before.output, now.output, Decimal(1)):
        found.append(Doubt.BELOW_LAST_MONTH)
    if _above(now.budget, for_quarter.budget, Decimal(1)):
        found.append(Doubt.OVER_BUDGET)
    if _above(before.budget, now.budget, Decimal(1)):
        found.append(Doubt.BUDGET_BELOW_LAST_MONTH)
    return tuple(found)


def _above(value: Decimal | None, limit: Decimal | None, times: Decimal) -> bool:
    return value is not None and limit is not None and value > limit * times
