"""What an achievement is made of: formulas with their sources, targets, reasons, and the trace that explains it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from petajalan.calc.numbers import Reading


class Formula(StrEnum):
    RATIO = "ratio"
    REVERSE = "reverse"
    INVERSE = "inverse"
    RANGE = "range"
    RANGE_BOUND = "range_bound"
    LEVEL = "level"
    PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class Rule:
    """A formula as it is shown: version, expression, legal source. `house` marks a rule of this application."""

    version: int
    expression: str
    source: str
    house: bool = False


RULES: Mapping[Formula, Rule] = {
    Formula.RATIO: Rule(1, "R / T × 100", "PermenPANRB 8/2021, kondisi normal"),
    Formula.REVERSE: Rule(1, "(2T − R) / T × 100", "PermenPANRB 8/2021, kondisi khusus"),
    Formula.INVERSE: Rule(1, "T / R × 100", "Dipakai sejumlah daerah; aturan tidak ditemukan", house=True),
    Formula.RANGE: Rule(1, "100 di dalam; R / bawah × 100; (2 × atas − R) / atas × 100", "Aturan aplikasi", house=True),
    Formula.RANGE_BOUND: Rule(1, "100 di dalam; R / bawah × 100; R / atas × 100", "PermenPANRB 8/2021"),
    Formula.LEVEL: Rule(1, "100 bila tercapai; peringkat R / peringkat T × 100", "Aturan aplikasi", house=True),
    Formula.PROGRESS: Rule(1, "(R − baseline) / (T − baseline) × 100", "Aturan aplikasi", house=True),
}


class Reason(StrEnum):
    """Why there is no percentage."""

    NO_TARGET = "no_target"  # not assessed this year
    NO_ACTUAL = "no_actual"
    NEGATIVE = "negative"  # use range or progress
    ZERO_TARGET = "zero_target"
    ZERO_ACTUAL = "zero_actual"  # inverse without a cap
    NO_BASELINE = "no_baseline"
    TARGET_IS_BASELINE = "target_is_baseline"
    BOUND_NOT_POSITIVE = "bound_not_positive"  # only inside or outside can be said
    NOT_ON_SCALE = "not_on_scale"  # the year's table does not hold the number or grade
    NOT_A_NUMBER = "not_a_number"  # a grade or a range under a formula that divides by one number
    NOT_A_RANGE = "not_a_range"


class Verdict(StrEnum):
    ABOVE = "above"
    REACHED = "reached"
    BELOW = "below"  # for a range: outside, on the worse or the other side


@dataclass(frozen=True, slots=True)
class Target:
    """A target: a number, a grade, or a range (one side may be open). `exclusive`: a bound itself does not count."""

    value: Decimal | str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    exclusive: bool = False

    @classmethod
    def of(cls, reading: Reading) -> Target:
        value = reading.value if reading.value is not None else reading.level
        return cls(value, reading.low, reading.high, reading.exclusive)


@dataclass(frozen=True, slots=True)
class Input:
    """One figure that entered a calculation. `name` is "actual", "target", "low", "high", "baseline" or "cap"."""

    name: str
    value: Decimal | str
    source: str | None


@dataclass(frozen=True, slots=True)
class Trace:
    formula: Formula
    version: int
    expression: str
    inputs: tuple[Input, ...]
    source: str
    house: bool


@dataclass(frozen=True, slots=True)
class Achievement:
    """percent   unrounded and unclamped, or `None` with a `reason`
    verdict   whether the target is reached, where that can be said
    distance  in levels, for the formula `level`: 1 is one level above the target, -1 one below
    """

    percent: Decimal | None
    reason: Reason | None
    verdict: Verdict | None
    distance: int | None
    trace: Trace
