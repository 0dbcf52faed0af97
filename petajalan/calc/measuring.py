"""One indicator measured quarter by quarter: where it stands against its target, and what in a figure is hard to
believe. What asks for a reason are house rules (aturan aplikasi).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from petajalan.calc.achievement import Achievement, Formula, Target, achievement
from petajalan.calc.rollup import Share, TimeRule, over_time
from petajalan.calc.scales import Scale, in_range, rank_of

Figure = Decimal | Share | str  # a number, a percentage as what it was made of, or a grade

TIMES = Decimal(3)
PART_OF_SCALE = Decimal(4)  # a quarter of the range of the scale
LEVELS = 2


class Lack(StrEnum):
    """What the register does not say yet, so that nothing can be computed."""

    FORMULA = "formula"
    TIME_RULE = "time_rule"  # needed to hold quarters against the target of the year
    SHARE = "share"  # percentages without what they were made of are not added up


@dataclass(frozen=True, slots=True)
class Standing:
    """actual       what was held against the target: of the quarter, or of the year so far
    of_quarter   the target is the quarter's own; else it is that of the year
    known, parts how many of the quarters so far made the actual
    achievement  `None` where `lack` says why not even a reason could be computed
    progress     from the baseline, shown beside
    """

    actual: Decimal | str | None
    of_quarter: bool
    known: int
    parts: int
    achievement: Achievement | None
    progress: Achievement | None
    lack: Lack | None = None


def standing(
    formula: Formula | None,
    rule: TimeRule | None,
    quarters: Sequence[Figure | None],
    *,
    of_quarter: Target | None,
    of_year: Target,
    percent: bool,
    baseline: Decimal | None = None,
    cap: Decimal | None = None,
    scale: Scale | None = None,
    year: int | None = None,
    sources: Mapping[str, str] | None = None,
) -> Standing:
    """Where the last of `quarters` (TW I to it) stands: against the quarter's own target, or where there is none the
    year so far against the target of the year. Without a figure of that quarter nothing is known of it.

    percent  the figures are percentages: those without numerator and denominator are neither added up nor averaged
    """
    own = quarters[-1]
    if of_quarter is not None or own is None:
        actual, known, parts, lack = plain(own), int(own is not None), 1, None
    else:
        actual, known, parts, lack = _so_far(rule, quarters, percent)
    target = of_year if of_quarter is None else of_quarter
    lack = Lack.FORMULA if formula is None else lack
    told = {"baseline": baseline, "cap": cap, "scale": scale, "year": year, "sources": sources}
    found = achievement(formula, actual, target, **told) if formula and lack is None else None  # type: ignore[arg-type]
    beside = achievement(Formula.PROGRESS, actual, target, baseline=baseline) if lack is None else None
    return Standing(actual, of_quarter is not None, known, parts, found, beside, lack)


def plain(figure: Figure | None) -> Decimal | str | None:
    """The figure as it is compared and shown: a percentage as its percent."""
    return figure.percent if isinstance(figure, Share) else figure


def _so_far(
    rule: TimeRule | None, quarters: Sequence[Figure | None], percent: bool
) -> tuple[Decimal | str | None, int, int, Lack | None]:
    known = [one for one in quarters if one is not None]
    if rule is None:
        return None, len(known), len(quarters), Lack.TIME_RULE
    if rule is TimeRule.LAST or any(isinstance(one, str) for one in known):
        return plain(known[-1]), 1, 1, None
    if rule is TimeRule.MAX:
        return max(one for one in map(plain, known) if isinstance(one, Decimal)), len(known), len(quarters), None
    if percent and not all(isinstance(one, Share) for one in known):
        return None, len(known), len(quarters), Lack.SHARE
    rolled = over_time(rule, [one for one in quarters if not isinstance(one, str)])
    return plain(rolled.value), rolled.known, rolled.parts, None


class Doubt(StrEnum):
    NEGATIVE = "negative"  # under a formula that divides, nothing is below zero
    OFF_SCALE = "off_scale"
    OVER_WHOLE = "over_whole"  # more than a hundred percent
    FAR_FROM_LAST = "far_from_last"
    FAR_FROM_BASELINE = "far_from_baseline"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a figure is judged by: how the indicator is computed, and what it was before.

    counted  quarters are added up: one of them alone may be far below the baseline of a year
    """

    formula: Formula | None = None
    percent: bool = False
    counted: bool = False
    scale: Scale | None = None
    year: int | None = None
    last: Decimal | str | None = None
    baseline: Decimal | str | None = None


def doubts(figure: Decimal | str, on: Ground) -> tuple[Doubt, ...]:
    """What in the figure asks for a reason that it is right all the same."""
    found = []
    if isinstance(figure, Decimal):
        divides = on.percent or on.formula in (Formula.RATIO, Formula.REVERSE, Formula.INVERSE)
        on_scale = in_range(on.scale, figure, on.year) if on.scale else None
        if on_scale is False:
            found.append(Doubt.OFF_SCALE)
        elif figure < 0 and divides:
            found.append(Doubt.NEGATIVE)
        if on.percent and figure > 100 and on_scale is None:
            found.append(Doubt.OVER_WHOLE)
    if _far(figure, on.last, on, both=True):
        found.append(Doubt.FAR_FROM_LAST)
    if _far(figure, on.baseline, on, both=not on.counted):
        found.append(Doubt.FAR_FROM_BASELINE)
    return tuple(found)


def _far(figure: Decimal | str, before: Decimal | str | None, on: Ground, *, both: bool) -> bool:
    """`both`: a fall is as odd as a rise."""
    if isinstance(figure, str) or isinstance(before, str):
        return _levels_apart(figure, before, on)
    if before is None:
        return False
    span = _span(on)
    if span is not None:
        distance = figure - before
        return (abs(distance) if both else distance) > span / PART_OF_SCALE
    if before <= 0 or figure <= 0:
        return False
    return figure > before * TIMES or (both and figure * TIMES < before)


def _span(on: Ground) -> Decimal | None:
    """The length of the scale; counts have none, also where they are added up to a percentage."""
    if on.scale is not None and on.scale.low is not None and on.scale.high is not None:
        return on.scale.high - on.scale.low
    return Decimal(100) if on.percent and not on.counted else None


def _levels_apart(figure: Decimal | str, before: Decimal | str | None, on: Ground) -> bool:
    if on.scale is None or before is None:
        return False
    now, then = rank_of(on.scale, figure, on.year), rank_of(on.scale, before, on.year)
    return now is not None and then is not None and abs(now - then) > LEVELS
