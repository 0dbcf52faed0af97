"""The quarters of an action: what each one is for, and what they make of the year.

Plans write quarterly figures in two ways, and a sheet rarely says which: each quarter's own, or up to date ("s/d").
An action declares its own; nothing is guessed when it is computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

Figures = Sequence[Decimal | None]  # four: TW I to TW IV


class FigureRule(StrEnum):
    PER_QUARTER = "per_quarter"  # the year is the sum
    TO_DATE = "to_date"  # the year is TW IV


def year_total(rule: FigureRule, figures: Figures) -> Decimal | None:
    """The figure of the year: the sum of the known quarters, or TW IV. `None` when there is nothing to go by."""
    if rule is FigureRule.TO_DATE:
        return figures[3]
    known = [figure for figure in figures if figure is not None]
    return sum(known, Decimal(0)) if known else None


def up_to(rule: FigureRule, figures: Figures, quarter: int) -> Decimal | None:
    """What should be there at the end of `quarter` (1 to 4), counted from the beginning of the year."""
    if rule is FigureRule.TO_DATE:
        return figures[quarter - 1]
    return year_total(rule, figures[:quarter])


def of_quarter(rule: FigureRule, figures: Figures, quarter: int) -> Decimal | None:
    """What `quarter` alone adds. A figure up to date after an unknown quarter adds an unknown part."""
    figure = figures[quarter - 1]
    if rule is FigureRule.PER_QUARTER or quarter == 1 or figure is None:
        return figure
    before = figures[quarter - 2]
    return None if before is None else figure - before


def is_active(rule: FigureRule, targets: Figures, budgets: Figures, quarter: int) -> bool:
    """Whether something is to be done or spent in `quarter`: a figure of it that is known and adds more than nothing.

    After an unknown quarter a figure up to date counts as active: work may lie in it, and a report too many is asked
    for rather than one too few.
    """
    return any(_adds(rule, figures, quarter) for figures in (targets, budgets))


def looks_like(figures: Figures, total: Decimal | None) -> FigureRule | None:
    """The rule that a printed total shows: the sum, or TW IV. `None` when both fit, or neither."""
    if total is None:
        return None
    fits = [rule for rule in FigureRule if year_total(rule, figures) == total]
    return fits[0] if len(fits) == 1 else None


def _adds(rule: FigureRule, figures: Figures, quarter: int) -> bool:
    if figures[quarter - 1] is None:
        return False
    added = of_quarter(rule, figures, quarter)
    return added is None or added != 0
