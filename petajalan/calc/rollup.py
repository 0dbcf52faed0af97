"""How months and quarters make a year, and how units make the agency.

A percentage is kept as numerator and denominator and rolled up on both: percentages are never averaged. What is not
known is left out and counted, so that a partial figure shows itself ("3 dari 4").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class TimeRule(StrEnum):
    LAST = "last"  # nilai akhir: indices, opinions, rates
    SUM = "sum"  # kumulatif: outputs that are counted
    MEAN = "mean"
    MAX = "max"


class UnitRule(StrEnum):
    OWN = "own"  # the coordinator's own figure
    SUM = "sum"
    SHARE_DONE = "share_done"  # share of units that are done
    MEAN = "mean"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage as what it was made of. A denominator of zero makes no percentage."""

    numerator: Decimal
    denominator: Decimal

    @property
    def percent(self) -> Decimal | None:
        return None if self.denominator == 0 else self.numerator / self.denominator * 100


@dataclass(frozen=True, slots=True)
class Rolled:
    """`value` from `known` of `parts` figures; `None` when none is known."""

    value: Decimal | Share | None
    known: int
    parts: int


def over_time(rule: TimeRule, values: Sequence[Decimal | Share | None]) -> Rolled:
    """The figure of a longer period from those of its parts, given in order of time."""
    known = [value for value in values if value is not None]
    return Rolled(_rolled(rule, known) if known else None, len(known), len(values))


def year_of_quarters(rule: TimeRule, quarters: Sequence[Decimal | None]) -> Decimal | None:
    """The figure of the year that four quarterly targets lead to; `None` while one that the rule needs is missing."""
    if len(quarters) != 4:
        raise ValueError("a year has four quarters")
    needed = quarters[-1:] if rule is TimeRule.LAST else quarters
    if None in needed:
        return None
    value = over_time(rule, quarters).value
    assert not isinstance(value, Share)  # numbers went in
    return value


def over_units(
    rule: UnitRule,
    values: Sequence[Decimal | Share | None],
    *,
    own: Decimal | Share | None = None,
    done: Sequence[bool | None] = (),
) -> Rolled:
    """The figure of the agency. `values` in order of reporting; `own` is the coordinator's, `done` one mark per unit.

    A unit whose mark is unknown counts among the units but not among the done: nothing shows that it is.
    """
    if rule is UnitRule.OWN:
        return Rolled(own, 0 if own is None else 1, 1)
    if rule is UnitRule.SHARE_DONE:
        share = Share(Decimal(sum(mark is True for mark in done)), Decimal(len(done)))
        return Rolled(share if done else None, sum(mark is not None for mark in done), len(done))
    return over_time(TimeRule(rule.value), values)


def _rolled(rule: TimeRule, known: Sequence[Decimal | Share]) -> Decimal | Share:
    shares = [value for value in known if isinstance(value, Share)]
    numbers = [value for value in known if isinstance(value, Decimal)]
    if shares and numbers:
        raise ValueError("numbers and percentages cannot be rolled up together")
    if rule is TimeRule.LAST:
        return known[-1]
    if shares:
        return _rolled_shares(rule, shares)
    if rule is TimeRule.MAX:
        return max(numbers)
    total = sum(numbers, Decimal(0))
    return total if rule is TimeRule.SUM else total / len(numbers)


def _rolled_shares(rule: TimeRule, shares: Sequence[Share]) -> Share:
    if rule is TimeRule.MAX:
        return max(shares, key=lambda share: Decimal(-1) if share.percent is None else share.percent)
    parts = 1 if rule is TimeRule.SUM else len(shares)
    numerator = sum((share.numerator for share in shares), Decimal(0))
    denominator = sum((share.denominator for share in shares), Decimal(0))
    return Share(numerator / parts, denominator / parts)
