"""The priority table as the calculation sees it, with the ranks that follow from computed and from printed totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from petajalan.calc.priority import Priority, Scored, ScoringFactor, prioritise
from petajalan.regulation.data import Factor, KeyActivity, RegulationData
from petajalan.regulation.document import Place


@dataclass(frozen=True, slots=True)
class Ranked:
    """A scored key activity with what follows from its scores.

    place_printed  its position in the later targets table: the printed rank, else the order of that table's rows
    """

    activity: KeyActivity
    priority: Priority
    place_printed: int | None

    @property
    def total_printed(self) -> Decimal | None:
        figure = self.activity.total_printed
        return figure.reading.value if figure else None

    @property
    def target_place(self) -> Place | None:
        """Where its position is printed: its name in the targets table, or a column of ranks elsewhere."""
        name, rank = self.activity.target_name, self.activity.rank_place
        if name and (rank is None or rank.table == name.place.table):
            return name.place
        return rank


def ranked(data: RegulationData) -> tuple[Ranked, ...]:
    """The activities of the priority table in its order; those of the targets table alone are left out."""
    if not data.road_map.factors:
        return ()
    activities = [activity for activity in data.road_map.key_activities if activity.scores or activity.total_printed]
    priorities = prioritise(_factors(data.road_map.factors), [_scored(activity) for activity in activities])
    positions = _positions(activities)
    return tuple(map(Ranked, activities, priorities, positions))


def misranked(activities: Sequence[Ranked]) -> Iterator[Ranked]:
    """Those whose rank is printed in the priority table itself and does not follow from their right total."""
    unknown = sum(item.priority.total is None for item in activities)  # each may stand above any other
    for item in activities:
        place, printed = item.activity.rank_place, item.activity.rank_printed
        rank, last = item.priority.rank, item.priority.last_rank
        if place is None or place.table != item.activity.name.place.table or item.priority.difference:
            continue
        if printed is not None and rank is not None and last is not None and not rank <= printed <= last + unknown:
            yield item


def _factors(factors: Sequence[Factor]) -> list[ScoringFactor]:
    return [
        ScoringFactor(factor.code, factor.low, factor.high, Decimal(1) if factor.weight is None else factor.weight)
        for factor in factors
    ]


def _scored(activity: KeyActivity) -> Scored:
    return Scored(
        {code: figure.reading.value for code, figure in activity.scores.items()},
        activity.mandatory,
        activity.total_printed.reading.value if activity.total_printed else None,
    )


def _positions(activities: Sequence[KeyActivity]) -> list[int | None]:
    """Printed positions where all of them are printed once, else the order of rows in the targets table."""
    printed = [activity.rank_printed for activity in activities]
    numbers = [rank for rank in printed if rank is not None]
    if len(numbers) == len(printed) and len(set(numbers)) > 1:
        return printed
    rows = sorted(_row(activity) for activity in activities if activity.target_name)
    return [rows.index(_row(activity)) + 1 if activity.target_name else None for activity in activities]


def _row(activity: KeyActivity) -> tuple[int, int, int]:
    place = activity.target_name.place if activity.target_name else Place()
    return (place.row or 0, place.page or 0, place.line or 0)
