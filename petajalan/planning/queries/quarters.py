"""Quarterly targets beside the target of their year. No query: works on what `register` has read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from petajalan.calc.numbers import Reading, State
from petajalan.calc.rollup import TimeRule, year_of_quarters
from petajalan.planning.agreement import ABSENT, contradict
from petajalan.planning.choices import FigureRole, TimeRuleChoice
from petajalan.planning.queries.register import Entry, Slot, is_number

QUARTERS = ("Q1", "Q2", "Q3", "Q4")


@dataclass(frozen=True, slots=True)
class QuarterCheck:
    """What the quarterly targets of a year make of it.

    state  "good"; "bad" where they lead to another figure than the target of the year; "open" while that is not known
    why    of "open": "rule", "quarter", "year", "share" (percentages are not added up) or "words" (no numbers)
    made   the figure that they lead to
    """

    year: str
    rule: str
    state: str
    why: str
    made: Decimal | None
    target: Reading | None


def quarter_slots(entry: Entry, year: str) -> tuple[Slot, ...]:
    return tuple(entry.slot(FigureRole.TARGET, f"{year}-{quarter}") for quarter in QUARTERS)


def quarter_checks(entry: Entry, years: Sequence[str]) -> Iterator[QuarterCheck]:
    """Of every year that has a quarterly target."""
    for year in years:
        slots = quarter_slots(entry, year)
        if any(slot.is_known for slot in slots):
            yield _check(entry, year, slots)


def _check(entry: Entry, year: str, slots: Sequence[Slot]) -> QuarterCheck:
    rule, target = entry.indicator.time_rule, entry.target(year).reading
    quarters = [slot.reading if slot.is_known else None for slot in slots]

    def found(state: str, why: str = "", made: Decimal | None = None) -> QuarterCheck:
        return QuarterCheck(year, rule, state, why, made, target)

    if not rule:
        return found("open", "rule")
    needed = quarters[-1:] if rule == TimeRuleChoice.LAST else quarters
    if None in needed:
        return found("open", "quarter")
    if target is None or target.state in ABSENT:
        return found("open", "year")
    last = quarters[-1]
    if rule == TimeRuleChoice.LAST and last is not None and not (is_number(last) and is_number(target)):
        comparable = State.SET in (last.state, target.state)
        return found("bad" if contradict(last, target) else "good") if comparable else found("open", "words")
    read = [one for one in needed if one is not None]
    if not all(is_number(one) for one in (*read, target)):
        return found("open", "words")
    if rule in (TimeRuleChoice.SUM, TimeRuleChoice.MEAN) and any(one.unit == "percent" for one in (*read, target)):
        return found("open", "share")
    made = year_of_quarters(TimeRule(rule), [one.value if one else None for one in quarters])
    return found("good" if made == target.value else "bad", made=made)
