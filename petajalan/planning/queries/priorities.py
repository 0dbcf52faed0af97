"""The key activities in the order of their priority, with what the print says beside what follows from the scores."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

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
    """Four queries."""
    factors = tuple(Factor.objects.filter(agency=road_map.agency_id, road_map=road_map))
    activities = list(KeyActivity.objects.filter(agency=road_map.agency_id, road_map=road_map))
    scores: dict[int, dict[int, Score]] = defaultdict(dict)
    for score in Score.objects.filter(agency=road_map.agency_id, road_map=road_map):
        scores[score.key_activity_id][score.factor_id] = score
    printed: dict[int, dict[str, Decimal | None]] = defaultdict(dict)
    totals: dict[int, Figure] = {}
    roles = (FigureRole.SCORE, FigureRole.TOTAL)
    figures = Figure.objects.filter(agency=road_map.agency_id, road_map=road_map, role__in=roles)
    for figure in figures.select_related("correction__decided_by"):
        assert figure.key_activity_id is not None  # scores and totals are printed beside key activities only
        if figure.role == FigureRole.TOTAL:
            totals[figure.key_activity_id] = figure
        else:
            printed[figure.key_activity_id][figure.of] = figure.value
    scoring = [
        ScoringFactor(one.code, one.low, one.high, Decimal(1) if one.weight is None else one.weight) for one in factors
    ]
    scored = [
        Scored(
            {factor.code: _value(scores[one.pk].get(factor.pk)) for factor in factors},
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
            cells=tuple(_cell(factor, scores[one.pk].get(factor.pk), printed[one.pk]) for factor in factors),
            priority=computed[at],
            total_printed=_printed(totals.get(one.pk)),
            printed=totals.get(one.pk),
            correction=getattr(totals.get(one.pk), "correction", None),
        )
        for at, one in enumerate(activities)
    ]
    rows.sort(key=lambda row: row.priority.order)
    return Priorities(factors, tuple(one for one in factors if one.code in constant), tuple(rows))


# Without factors nothing ranks: the list keeps its printed order.
NOTHING = Priority(total=None, rank=None, last_rank=None, order=0, difference=None, rank_as_printed=None)


def _printed(total: Figure | None) -> Decimal | None:
    return total.value if total else None


def _value(score: Score | None) -> Decimal | None:
    return score.value if score else None


def _cell(factor: Factor, score: Score | None, printed: dict[str, Decimal | None]) -> Cell:
    return Cell(factor, _value(score), score.version if score else 0, printed.get(factor.code))
