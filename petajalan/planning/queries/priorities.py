"""The key activities in the order of their priority, with what the print says beside what follows from the scores."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from petajalan.calc.priority import Priority, Scored, ScoringFactor, constant_factors, prioritise
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import CorrectedFigure, Factor, Figure, KeyActivity, RoadMap, Score


@dataclass(frozen=True, slots=True)
class Cell:
    """A score: of the plan, and as printed where the print says something else. `version` is 0 while there is none."""

    factor: Factor
    value: Decimal | None
    version: int
    printed: Decimal | None

    @property
    def differs(self) -> bool:
        return self.printed is not None and self.printed != self.value


class Scoring(NamedTuple):
    """A stored score."""

    value: Decimal | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    activity: KeyActivity
    cells: tuple[Cell, ...]
    priority: Priority
    total_printed: Decimal | None
    printed: Figure | None = None  # the printed total
    correction: CorrectedFigure | None = None

    @property
    def is_initiative(self) -> bool:
        """Initiatives stand after everything else."""
        return self.activity.mandatory is False

    @property
    def differs(self) -> bool:
        return bool(self.priority.difference)

    @property
    def is_settled(self) -> bool:
        """Somebody corrected the printed total to what the scores add up to, and they still do."""
        return self.correction is not None and self.correction.value == self.priority.total

    @property
    def difference_printed(self) -> str:
        """ "+10": what the print has more, or less."""
        difference = self.priority.difference
        return "" if difference is None else f"{difference:+f}".replace(".", ",").replace("-", "−")

    @property
    def moves(self) -> bool:
        """Whether the printed total would give it another rank."""
        return self.differs and self.priority.rank_as_printed != self.priority.rank


@dataclass(frozen=True, slots=True)
class Priorities:
    """`rows` stand in the order of the list: mandatory ones first, then by total."""

    factors: tuple[Factor, ...]
    constant: tuple[Factor, ...]
    rows: tuple[Row, ...]

    @property
    def different(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.differs)

    @property
    def unscored(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.priority.total is None)

    @property
    def ranks(self) -> dict[int, int | None]:
        return {row.activity.pk: row.priority.rank for row in self.rows}


def priorities_of(road_map: RoadMap) -> Priorities:
    """Five queries."""
    of_plan = {"agency": road_map.agency_id, "road_map": road_map}
    factors = tuple(Factor.objects.filter(**of_plan).order_by("position"))
    activities = list(KeyActivity.objects.filter(**of_plan).order_by("position"))
    scores: dict[int, dict[int, Scoring]] = defaultdict(dict)
    stored = Score.objects.filter(**of_plan).values_list("key_activity_id", "factor_id", "value", "version")
    for key, factor, value, version in stored:
        scores[key][factor] = Scoring(value, version)
    # Scores and totals are printed beside key activities only.
    figures = Figure.objects.filter(**of_plan, key_activity__isnull=False).order_by("position")
    printed: dict[int | None, dict[str, Decimal | None]] = defaultdict(dict)
    for activity, of, value in figures.filter(role=FigureRole.SCORE).values_list("key_activity_id", "of", "value"):
        printed[activity][of] = value
    found = figures.filter(role=FigureRole.TOTAL).select_related("correction__decided_by")
    totals = {one.key_activity_id: one for one in found}
    scoring = [
        ScoringFactor(one.code, one.low, one.high, Decimal(1) if one.weight is None else one.weight) for one in factors
    ]
    scored = [
        Scored(
            {factor.code: scores[one.pk].get(factor.pk, UNSCORED).value for factor in factors},
            one.mandatory,
            _printed(totals.get(one.pk)),
        )
        for one in activities
    ]
    computed = prioritise(scoring, scored) if factors else (NOTHING,) * len(activities)
    constant = set(constant_factors(scoring, scored))
    rows = [
        Row(
            activity=one,
            cells=tuple(_cell(factor, scores[one.pk].get(factor.pk, UNSCORED), printed[one.pk]) for factor in factors),
            priority=computed[at],
            total_printed=_printed(totals.get(one.pk)),
            printed=totals.get(one.pk),
            correction=getattr(totals.get(one.pk), "correction", None),
        )
        for at, one in enumerate(activities)
    ]
    rows.sort(key=lambda row: row.priority.order)
    return Priorities(factors, tuple(one for one in factors if one.code in constant), tuple(rows))


UNSCORED = Scoring()
# Without factors nothing ranks: the list keeps its printed order.
NOTHING = Priority(total=None, rank=None, last_rank=None, order=0, difference=None, rank_as_printed=None)


def _printed(total: Figure | None) -> Decimal | None:
    return total.value if total else None


def _cell(factor: Factor, score: Scoring, printed: dict[str, Decimal | None]) -> Cell:
    return Cell(factor, score.value, score.version, printed.get(factor.code))
