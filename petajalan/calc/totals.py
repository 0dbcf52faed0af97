"""What units reported on one action makes a quarter, and what several coordinators measured makes the agency's figure.

A month is judged against its quarter at the quarter's end only: before the last month is reported there is a figure so
far and no percentage. What is not known is left out and counted ("3 dari 4").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum

from petajalan.calc.achievement import Achievement, Formula, Target, achievement, group_mean
from petajalan.calc.measuring import Figure, Lack
from petajalan.calc.quarters import FigureRule
from petajalan.calc.rollup import Share, UnitRule, over_units

DIGITS = 15  # what every database keeps of a number with a fraction
PLACES = 10  # that the columns have
ALL = Decimal(100)  # percent of the units that should be done


class Pending(StrEnum):
    """Why there is no percentage yet, beside the reasons of `calc.achievement` and the lacks of `calc.measuring`."""

    NOT_ACTIVE = "not_active"  # nothing is to be done or spent in this quarter
    NOT_REPORTED = "not_reported"  # no accepted report
    QUARTER_RUNNING = "quarter_running"  # accepted, but not of the quarter's last month
    NOT_RELEASED = "not_released"  # an outside index that its issuer has not released yet
    NO_UNIT_RULE = "no_unit_rule"  # several units, and nothing says how they make one figure
    NO_FORMULA = "no_formula"  # the register does not say how the indicator is computed
    NO_TIME_RULE = "no_time_rule"  # nor how quarters make the year
    NO_SHARE = "no_share"  # percentages without numerator and denominator are not put together
    NO_MEMBER = "no_member"  # a group without anything to be measured
    NO_MEMBER_KNOWN = "no_member_known"


@dataclass(frozen=True, slots=True)
class Reported:
    """The newest accepted line of one unit in a quarter, in order of reporting; `own`: of the coordinator itself."""

    output: Decimal | None
    month: int
    own: bool = False


@dataclass(frozen=True, slots=True)
class ActionQuarter:
    """actual  the figure so far, also while the quarter runs; under `share_done` the percentage of units that are done
    target  what it is held against: the quarter's target, under `share_done` 100 percent of the units
    known   of `parts` units: those whose last month is accepted
    """

    actual: Decimal | None
    target: Decimal | None
    known: int
    parts: int
    achievement: Achievement | None
    pending: Pending | None = None


def action_quarter(
    rule: UnitRule | None, reported: Sequence[Reported], *, units: int, target: Decimal | None, quarter: int
) -> ActionQuarter:
    """One action in a quarter (1 to 4). `units` report on it; one that is not among them counts as unknown.

    Under `share_done` the target is that of each unit: it is done when it reached it (aturan aplikasi).
    """
    each = target
    if rule is UnitRule.SHARE_DONE and target is not None:
        target = ALL
    parts = max(units, len(reported))
    settled = sum(one.month == quarter * 3 and one.output is not None for one in reported)
    if not any(one.output is not None for one in reported):
        return ActionQuarter(None, target, 0, parts, None, Pending.NOT_REPORTED)
    if rule is None and parts > 1:
        return ActionQuarter(None, target, settled, parts, None, Pending.NO_UNIT_RULE)
    actual = _actual(rule or UnitRule.LAST, reported, parts, each)
    if not settled:
        return ActionQuarter(actual, target, 0, parts, None, Pending.QUARTER_RUNNING)
    return ActionQuarter(actual, target, settled, parts, achievement(Formula.RATIO, actual, Target(target)))


def _actual(rule: UnitRule, reported: Sequence[Reported], parts: int, each: Decimal | None) -> Decimal | None:
    values = [one.output for one in reported]
    own = next((one.output for one in reported if one.own), None)
    if rule is UnitRule.OWN and parts == 1:
        own = values[0]
    marks: list[bool | None] = [None if one is None or each is None else one >= each for one in values]
    done = [*marks, *[None] * (parts - len(marks))] if each is not None else []
    value = over_units(rule, values, own=own, done=done).value
    return value.percent if isinstance(value, Share) else value


def so_far(rule: FigureRule, quarters: Sequence[Decimal | None]) -> Decimal | None:
    """What one unit reached or spent since the beginning of the year, from what it reported for each quarter."""
    known = [one for one in quarters if one is not None]
    if not known:
        return None
    return known[-1] if rule is FigureRule.TO_DATE else sum(known, Decimal(0))


def total(figures: Sequence[Decimal | None]) -> Decimal | None:
    """The sum of what is known; `None` when nothing is."""
    known = [one for one in figures if one is not None]
    return sum(known, Decimal(0)) if known else None


@dataclass(frozen=True, slots=True)
class Combined:
    """The agency's figure of one indicator, from `known` of `parts` coordinators."""

    figure: Figure | None
    known: int
    parts: int
    pending: Pending | None = None


LACKS = {Lack.FORMULA: Pending.NO_FORMULA, Lack.TIME_RULE: Pending.NO_TIME_RULE, Lack.SHARE: Pending.NO_SHARE}


def combined(
    rule: UnitRule | None, figures: Sequence[Figure | None], *, percent: bool, last: Figure | None = None
) -> Combined:
    """`figures` of the coordinators, the leading one first; `last` is the one that was measured last.

    Percentages are put together by numerator and denominator, never averaged; grades are not put together at all.
    """
    known = [one for one in figures if one is not None]
    if len(known) <= 1 and (rule is UnitRule.OWN or len(figures) <= 1):
        return Combined(known[0] if known else None, len(known), 1)
    if not known:
        return Combined(None, 0, len(figures))
    if rule is UnitRule.OWN:
        return Combined(known[0], 1, 1)
    if rule is UnitRule.LAST:
        return Combined(last if last is not None else known[-1], len(known), len(figures))
    numbers = [one for one in known if isinstance(one, Decimal)]
    shares = [one for one in known if isinstance(one, Share)]
    alike = len(numbers) == len(known) or len(shares) == len(known)
    if rule not in (UnitRule.SUM, UnitRule.MEAN) or not alike:
        return Combined(None, len(known), len(figures), Pending.NO_UNIT_RULE)
    if percent and not shares:
        return Combined(None, len(known), len(figures), Pending.NO_SHARE)
    rolled = over_units(rule, numbers or shares)
    return Combined(rolled.value, len(known), len(figures))


@dataclass(frozen=True, slots=True)
class Group:
    percent: Decimal | None
    known: int
    parts: int
    pending: Pending | None = None


def group(percents: Sequence[Decimal | None], cap: Decimal = ALL) -> Group:
    """The mean of a group, each member clamped to 0..cap first (aturan aplikasi), with why there is none."""
    mean = group_mean(percents, cap)
    pending = None
    if mean.percent is None:
        pending = Pending.NO_MEMBER_KNOWN if mean.members else Pending.NO_MEMBER
    return Group(mean.percent, mean.known, mean.members, pending)


def kept(value: Decimal | None) -> Decimal | None:
    """The number as it is stored: 15 significant digits, ten of them behind the comma, without zeros at its end."""
    if value is None:
        return None
    short = Context(prec=DIGITS).plus(value)
    if int(short.as_tuple().exponent) < -PLACES:
        short = short.quantize(Decimal(1).scaleb(-PLACES))
    return (
        short.quantize(Decimal(1)) if short == short.to_integral_value() and abs(short) < 10**28 else short.normalize()
    )
