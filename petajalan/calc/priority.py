"""Priority of key activities: totals of the scoring factors and the ranks that follow from them.

Source: the national road map guidance (PermenPANRB 3/2023) lets an agency score each key activity by mandate, severity
and urgency, 1 to 10 each "or other factors and scales", puts mandatory activities before initiatives and adds the
scores up. Weights, the sharing of ranks and the breaking of ties are house rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ScoringFactor:
    """A factor and its scale; `low` and `high` are `None` when no scale is known. The default weight adds plainly."""

    code: str
    low: Decimal | None = Decimal(1)
    high: Decimal | None = Decimal(10)
    weight: Decimal = Decimal(1)


DEFAULT_FACTORS = (ScoringFactor("mandate"), ScoringFactor("severity"), ScoringFactor("urgency"))


@dataclass(frozen=True, slots=True)
class Scored:
    """One key activity as scored. `mandatory` is `None` where nothing says; only `False` ranks after the others."""

    scores: Mapping[str, Decimal | None]
    mandatory: bool | None = None
    total_printed: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Priority:
    """What follows for one key activity.

    total            Σ weight × score; `None` while a score is unknown
    rank, last_rank  competition rank, and the last place that its tie reaches ("1, 2, 2, 4": rank 2, last 3)
    order            its place in the list, 1-based, unique: ties in printed order unless tie breakers are given
    difference       printed total minus computed total; `None` when either is unknown
    rank_as_printed  the rank that the printed totals would give, to show what a wrong total does
    """

    total: Decimal | None
    rank: int | None
    last_rank: int | None
    order: int
    difference: Decimal | None
    rank_as_printed: int | None

    def allows_place(self, place: int) -> bool | None:
        """Whether a place in a later table agrees with the computed total. `None` when there is no total."""
        if self.rank is None or self.last_rank is None:
            return None
        return self.rank <= place <= self.last_rank


def total(factors: Sequence[ScoringFactor], scores: Mapping[str, Decimal | None]) -> Decimal | None:
    """Σ weight × score over all factors; `None` while one of them is not known."""
    parts = []
    for factor in factors:
        score = scores.get(factor.code)
        if score is None:
            return None
        parts.append(factor.weight * score)
    return sum(parts, Decimal(0))


def prioritise(
    factors: Sequence[ScoringFactor], activities: Sequence[Scored], tie_breakers: Sequence[str] = ()
) -> tuple[Priority, ...]:
    """The priority of each activity, in the order given.

    Activities without a total take no rank and stand at the end of their group. `tie_breakers` are factor codes (an
    agency option: severity, then urgency) that order the list inside a tie; they never split a shared rank.
    """
    totals = [total(factors, activity.scores) for activity in activities]
    as_printed = [
        computed if activity.total_printed is None else activity.total_printed
        for activity, computed in zip(activities, totals, strict=True)
    ]
    ranks = _ranks(activities, totals)
    sharing = Counter(ranks)
    printed_ranks = _ranks(activities, as_printed)
    orders = _orders(activities, totals, tie_breakers)
    return tuple(
        Priority(
            total=totals[index],
            rank=rank,
            last_rank=None if rank is None else rank + sharing[rank] - 1,
            order=orders[index],
            difference=_difference(activity.total_printed, totals[index]),
            rank_as_printed=printed_ranks[index],
        )
        for index, (activity, rank) in enumerate(zip(activities, ranks, strict=True))
    )


def _group(activity: Scored) -> int:
    return 1 if activity.mandatory is False else 0


def _ranks(activities: Sequence[Scored], totals: Sequence[Decimal | None]) -> list[int | None]:
    keys = [
        None if value is None else (_group(activity), -value)
        for activity, value in zip(activities, totals, strict=True)
    ]
    first: dict[tuple[int, Decimal], int] = {}
    for place, key in enumerate(sorted(key for key in keys if key is not None), start=1):
        first.setdefault(key, place)
    return [None if key is None else first[key] for key in keys]


def _orders(activities: Sequence[Scored], totals: Sequence[Decimal | None], tie_breakers: Sequence[str]) -> list[int]:
    def key(index: int) -> tuple[int, bool, Decimal, tuple[Decimal, ...], int]:
        value = totals[index]
        scores = activities[index].scores
        breaks = tuple(-(scores.get(code) or Decimal(0)) for code in tie_breakers)
        return (_group(activities[index]), value is None, -(value or Decimal(0)), breaks, index)

    orders = [0] * len(activities)
    for place, index in enumerate(sorted(range(len(activities)), key=key), start=1):
        orders[index] = place
    return orders


def _difference(printed: Decimal | None, computed: Decimal | None) -> Decimal | None:
    return None if printed is None or computed is None else printed - computed


def constant_factors(factors: Sequence[ScoringFactor], activities: Sequence[Scored]) -> tuple[str, ...]:
    """Codes of the factors that give every activity the same score and so decide nothing (two activities or more)."""
    constant = []
    for factor in factors:
        scores = [activity.scores.get(factor.code) for activity in activities]
        if len(scores) > 1 and None not in scores and len(set(scores)) == 1:
            constant.append(factor.code)
    return tuple(constant)


def scores_outside_scale(factors: Sequence[ScoringFactor], activity: Scored) -> tuple[str, ...]:
    """Codes of the factors whose score lies outside their scale."""
    outside = []
    for factor in factors:
        score = activity.scores.get(factor.code)
        too_low = score is not None and factor.low is not None and score < factor.low
        too_high = score is not None and factor.high is not None and score > factor.high
        if too_low or too_high:
            outside.append(factor.code)
    return tuple(outside)
