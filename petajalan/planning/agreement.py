"""Whether printed statements of one figure agree, and which of them says most; what two entries of one thing add up
to."""

from __future__ import annotations

from collections.abc import Sequence

from petajalan.calc.numbers import Reading, State
from petajalan.planning.models import Indicator

STATED = (State.SET, State.TEXT)
ABSENT = (State.NOT_SET, State.NOT_AVAILABLE)


def contradict(one: Reading, other: Reading) -> bool:
    """A blank contradicts nothing; what cannot be read safely may contradict anything; a number beside a grade is the
    same thing said in two ways."""
    if one.state in ABSENT or other.state in ABSENT:
        return False
    if State.REFUSED in (one.state, other.state):
        return one.printed != other.printed
    if one.unit and other.unit and one.unit != other.unit:
        return True
    if one.value is not None and other.value is not None:
        return (one.value, one.low, one.high) != (other.value, other.low, other.high)
    if one.level and other.level:
        return one.level.casefold() != other.level.casefold()
    if State.TEXT in (one.state, other.state):
        return one.printed.casefold().split() != other.printed.casefold().split()
    if one.level or other.level:
        return False
    return (one.value, one.low, one.high) != (other.value, other.low, other.high)


def agree(readings: Sequence[Reading]) -> bool:
    """Whether nothing in them needs a decision: no two contradict each other, and each can be read."""
    stated = [one for one in readings if one.state not in ABSENT]
    if any(one.state is State.REFUSED for one in stated):
        return False
    return not any(contradict(one, other) for at, one in enumerate(stated) for other in stated[at + 1 :])


def fullest(readings: Sequence[Reading]) -> int | None:
    """Which of statements that agree says most, the first of equals; `None` when there is none."""
    if not readings:
        return None
    return max(range(len(readings)), key=lambda at: (_weight(readings[at]), -at))


def _weight(reading: Reading) -> int:
    if reading.state in ABSENT:
        return 0
    number = reading.value is not None or reading.low is not None or reading.high is not None
    beside = bool(reading.unit) + bool(reading.level or reading.label)
    return (10 if number else 5 if reading.level else 1) + beside


DESCRIBED = (
    *("known_code", "definition", "value_kind", "direction", "formula", "time_rule", "unit_rule", "cap", "scale_code"),
    *("unit", "source"),
)


def description_taken(keep: Indicator, other: Indicator, *, baseline: bool) -> dict[str, object]:
    """What the description of `keep` lacks and that of `other` has. A year of the baseline goes with its figure:
    `baseline` says that the figure of `other` is the one that is used."""
    taken = {
        name: getattr(other, name)
        for name in DESCRIBED
        if getattr(keep, name) in ("", None) and getattr(other, name) not in ("", None)
    }
    if baseline and other.baseline_year is not None and other.baseline_year != keep.baseline_year:
        taken["baseline_year"] = other.baseline_year
    return taken
