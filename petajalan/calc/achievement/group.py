"""Achievements as they are shown, alone and as the mean of a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

HUNDRED = Decimal(100)


def clamped(percent: Decimal, floor: Decimal = Decimal(0), cap: Decimal | None = None) -> Decimal:
    """The percentage as it is shown: floor..cap. An agency may set a cap of 100 or 120; by default there is none."""
    return max(floor, percent if cap is None else min(percent, cap))


@dataclass(frozen=True, slots=True)
class GroupMean:
    """The mean of the members whose achievement is known, `known` of `members`; `None` when none is."""

    percent: Decimal | None
    known: int
    members: int


def group_mean(percents: Sequence[Decimal | None], cap: Decimal = HUNDRED) -> GroupMean:
    """Mean of a group. Each member is clamped to 0..cap first, so that none hides another's failure (house rule)."""
    known = [clamped(percent, cap=cap) for percent in percents if percent is not None]
    mean = sum(known, Decimal(0)) / len(known) if known else None
    return GroupMean(mean, len(known), len(percents))
