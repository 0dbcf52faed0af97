"""The formulas of achievement, one function each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from petajalan.calc.achievement.result import (
    RULES,
    Achievement,
    Formula,
    Input,
    Reason,
    Target,
    Trace,
    Verdict,
)
from petajalan.calc.scales import Scale, rank_of

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Case:
    actual: Decimal
    target: Target
    baseline: Decimal | None
    cap: Decimal | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    percent: Decimal | None = None
    reason: Reason | None = None
    verdict: Verdict | None = None
    distance: int | None = None
    formula: Formula | None = None  # when another formula than the asked one had to be used


def achievement(
    formula: Formula,
    actual: Decimal | str | None,
    target: Target,
    *,
    baseline: Decimal | None = None,
    cap: Decimal | None = None,
    scale: Scale | None = None,
    year: int | None = None,
    sources: Mapping[str, str] | None = None,
) -> Achievement:
    """Achievement of `actual` (a number or a grade) against `target` in the measurement year `year`.

    baseline  only for `progress` and for a target of zero
    cap       the highest percentage the agency allows; only `inverse` needs it, for an actual of zero
    scale     for `level`
    sources   where each input came from, by input name; printed with the trace
    """
    outcome = _outcome(formula, actual, target, baseline, cap, scale, year)
    used = outcome.formula or formula
    rule = RULES[used]
    named = {
        "actual": actual,
        "target": target.value,
        "low": target.low,
        "high": target.high,
        "baseline": baseline if used is Formula.PROGRESS else None,
        "cap": cap if used is Formula.INVERSE else None,
    }
    inputs = tuple(Input(name, value, (sources or {}).get(name)) for name, value in named.items() if value is not None)
    trace = Trace(used, rule.version, rule.expression, inputs, rule.source, rule.house)
    return Achievement(outcome.percent, outcome.reason, outcome.verdict, outcome.distance, trace)


def _outcome(
    formula: Formula,
    actual: Decimal | str | None,
    target: Target,
    baseline: Decimal | None,
    cap: Decimal | None,
    scale: Scale | None,
    year: int | None,
) -> _Outcome:
    if target.value is None and target.low is None and target.high is None:
        return _Outcome(reason=Reason.NO_TARGET)
    if actual is None:
        return _Outcome(reason=Reason.NO_ACTUAL)
    if formula is Formula.LEVEL:
        return _level(actual, target, scale, year)
    if isinstance(target.value, str) and scale is not None:
        # A number against a grade is classified first, by the table valid in its measurement year.
        return replace(_level(actual, target, scale, year), formula=Formula.LEVEL)
    if isinstance(actual, str) or isinstance(target.value, str):
        return _Outcome(reason=Reason.NOT_A_NUMBER)
    return _NUMERIC[formula](_Case(actual, target, baseline, cap))


def _ratio(case: _Case) -> _Outcome:
    return _against_number(case, higher=True, percent=lambda actual, target: actual / target * HUNDRED)


def _reverse(case: _Case) -> _Outcome:
    return _against_number(case, higher=False, percent=lambda actual, target: (2 * target - actual) / target * HUNDRED)


def _inverse(case: _Case) -> _Outcome:
    if case.actual == 0 and isinstance(case.target.value, Decimal) and case.target.value > 0:
        if case.cap is None:
            return _Outcome(reason=Reason.ZERO_ACTUAL, verdict=Verdict.ABOVE)
        return _Outcome(case.cap, verdict=Verdict.ABOVE)
    return _against_number(case, higher=False, percent=lambda actual, target: target / actual * HUNDRED)


def _against_number(case: _Case, *, higher: bool, percent: Callable[[Decimal, Decimal], Decimal]) -> _Outcome:
    target = case.target.value
    if not isinstance(target, Decimal):
        return _Outcome(reason=Reason.NOT_A_NUMBER)
    verdict = _verdict(case.actual, target, higher=higher, exclusive=case.target.exclusive)
    if case.actual < 0 or target < 0:
        return _Outcome(reason=Reason.NEGATIVE, verdict=verdict)
    if target == 0:
        return _zero_target(case, verdict, higher=higher)
    return _Outcome(percent(case.actual, target), verdict=verdict)


def _verdict(actual: Decimal, target: Decimal, *, higher: bool, exclusive: bool) -> Verdict:
    if actual == target:
        return Verdict.BELOW if exclusive else Verdict.REACHED
    return Verdict.ABOVE if (actual > target) == higher else Verdict.BELOW


def _zero_target(case: _Case, verdict: Verdict, *, higher: bool) -> _Outcome:
    """A target of zero (extreme poverty 0 %) cannot divide; progress from a baseline that it betters can."""
    improves = case.baseline is not None and (case.baseline < 0 if higher else case.baseline > 0)
    if case.baseline is not None and improves:
        percent = (case.actual - case.baseline) / -case.baseline * HUNDRED
        return _Outcome(percent, verdict=verdict, formula=Formula.PROGRESS)
    if verdict is Verdict.BELOW:
        return _Outcome(reason=Reason.ZERO_TARGET, verdict=verdict)
    return _Outcome(HUNDRED, verdict=verdict)


def _range(case: _Case) -> _Outcome:
    return _against_range(case, above=lambda actual, high: (2 * high - actual) / high * HUNDRED)


def _range_bound(case: _Case) -> _Outcome:
    return _against_range(case, above=lambda actual, high: actual / high * HUNDRED)


def _against_range(case: _Case, above: Callable[[Decimal, Decimal], Decimal]) -> _Outcome:
    low, high, actual = case.target.low, case.target.high, case.actual
    if low is None and high is None:
        return _Outcome(reason=Reason.NOT_A_RANGE)
    exclusive = case.target.exclusive
    if low is not None and (actual < low or (exclusive and actual == low)):
        bound, percent = low, actual / low * HUNDRED if low > 0 else None
    elif high is not None and (actual > high or (exclusive and actual == high)):
        bound, percent = high, above(actual, high) if high > 0 else None
    else:
        return _Outcome(HUNDRED, verdict=Verdict.REACHED)
    divisible = bound > 0 and (low is None or low > 0)
    verdict = Verdict.BELOW if bound == low else Verdict.ABOVE
    return _Outcome(percent if divisible else None, None if divisible else Reason.BOUND_NOT_POSITIVE, verdict)


def _progress(case: _Case) -> _Outcome:
    target = case.target.value
    if not isinstance(target, Decimal):
        return _Outcome(reason=Reason.NOT_A_NUMBER)
    if case.baseline is None:
        return _Outcome(reason=Reason.NO_BASELINE)
    if target == case.baseline:
        return _Outcome(reason=Reason.TARGET_IS_BASELINE)
    verdict = _verdict(case.actual, target, higher=target > case.baseline, exclusive=case.target.exclusive)
    return _Outcome((case.actual - case.baseline) / (target - case.baseline) * HUNDRED, verdict=verdict)


_NUMERIC: Mapping[Formula, Callable[[_Case], _Outcome]] = {
    Formula.RATIO: _ratio,
    Formula.REVERSE: _reverse,
    Formula.INVERSE: _inverse,
    Formula.RANGE: _range,
    Formula.RANGE_BOUND: _range_bound,
    Formula.PROGRESS: _progress,
}


def _level(actual: Decimal | str, target: Target, scale: Scale | None, year: int | None) -> _Outcome:
    """Grades by rank, from 1 at the lowest; a number is classified first by the table of its measurement year."""
    if scale is None or target.value is None:
        return _Outcome(reason=Reason.NOT_ON_SCALE)
    reached, wanted = rank_of(scale, actual, year), rank_of(scale, target.value, year)
    if reached is None or wanted is None:
        return _Outcome(reason=Reason.NOT_ON_SCALE)
    distance = reached - wanted
    if distance >= 0:
        return _Outcome(HUNDRED, verdict=Verdict.ABOVE if distance else Verdict.REACHED, distance=distance)
    return _Outcome(Decimal(reached) / Decimal(wanted) * HUNDRED, verdict=Verdict.BELOW, distance=distance)
