"""What of an action plan fulfils the marks of `calc.plan_quality`, as far as the entered rows show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from petajalan.accounts.models import Agency
from petajalan.calc.achievement import Target
from petajalan.calc.numbers import Reading, State
from petajalan.calc.plan_quality import PlanQuality, Tally, is_logical, not_worse, plan_quality
from petajalan.calc.scales import Scale
from petajalan.planning.agreement import ABSENT
from petajalan.planning.choices import ActionPlanStatus, Direction, FigureRole, FigureRule
from petajalan.planning.models import Action, ActionPlan, AdoptedFigure, Indicator
from petajalan.planning.queries.actions import IndicatorName, falls
from petajalan.planning.queries.national import reference_of
from petajalan.planning.year_results import results_of

WAYS: Mapping[str, bool] = {Direction.HIGHER: True, Direction.LOWER: False}
ROLES = (FigureRole.BASELINE, FigureRole.TARGET, FigureRole.NATIONAL_TARGET)


@dataclass(frozen=True, slots=True)
class AimedAt:
    """The target of one indicator beside what it is held against; `None` is not known.

    last        what was reached in the year before; else the baseline, which is of the year `baseline_year`
    national    only in the last year of the road map
    against_last, against_national  whether the target is at least as good
    """

    name: str
    target: Reading | None
    last: Decimal | str | None = None
    baseline_year: int | None = None
    national: Reading | None = None
    against_last: bool | None = None
    against_national: bool | None = None

    @property
    def logical(self) -> bool | None:
        return False if self.target is None else is_logical(self.against_last, self.against_national)


@dataclass(frozen=True, slots=True)
class Judged:
    quality: PlanQuality
    aims: tuple[AimedAt, ...]


def quality_of(plan: ActionPlan, actions: Sequence[Action], indicators: Sequence[IndicatorName]) -> Judged:
    """Key activities are judged by the indicators that the unit answers for, and those that its actions name."""
    rows = [row for row in actions if not row.withdrawn]
    planned = {row.indicator_key for row in rows}
    wanted = planned | {one.key for one in indicators if one.led}
    names = {one.key: one.name for one in indicators}
    aims = _aims(plan.agency, plan.year, {key: names.get(key, "") for key in wanted})
    logical = [one.logical for one in aims]
    counts = {
        "activities": Tally(len(planned), len(wanted)),
        "targets": Tally(logical.count(True), len(wanted), logical.count(None)),
        "statement": Tally(int(plan.status == ActionPlanStatus.APPROVED), 1),
        "logic": _share(rows, [bool(row.output and (row.all_units or row.named_implementers.all())) for row in rows]),
        "indicators": _share(rows, [bool(row.output_indicator and row.output_unit) for row in rows]),
        "output_targets": _share(rows, [any(row.targets) and not _falls(row) for row in rows]),
        "budget": _share(rows, [any(figure is not None for figure in row.budgets) for row in rows]),
    }
    return Judged(plan_quality(counts), aims)


def _aims(agency: Agency, year: int, names: Mapping[UUID, str]) -> tuple[AimedAt, ...]:
    """By the newest road map that names the indicator. Two queries, one more where a figure may be a grade."""
    figures = AdoptedFigure.objects.filter(
        agency=agency, indicator__key__in=names, role__in=ROLES, period__in=["", str(year)]
    ).select_related("indicator__road_map")
    known: dict[UUID, Indicator] = {}
    read: dict[UUID, dict[tuple[str, str], Reading]] = {}
    for figure in figures.order_by("indicator__road_map__version"):
        indicator = figure.indicator
        if known.get(indicator.key) != indicator:
            known[indicator.key], read[indicator.key] = indicator, {}
        if figure.reading.state not in ABSENT:
            read[indicator.key][figure.role, figure.period] = figure.reading
    reached = results_of(agency=agency, year=year - 1, keys=list(names))
    scales = _scales(agency, known.values())
    return tuple(_aim(names[key], known.get(key), read.get(key, {}), reached.get(key), year, scales) for key in names)


def _aim(
    name: str, indicator: Indicator | None, read: Mapping[tuple[str, str], Reading], reached: Decimal | str | None,
    year: int, scales: Mapping[str, Scale],
) -> AimedAt:  # fmt: skip
    target = read.get((FigureRole.TARGET, str(year)))
    if indicator is None or target is None:
        return AimedAt(name, None)
    before = indicator.baseline_year
    baseline = read.get((FigureRole.BASELINE, "")) if before is not None and before < year else None
    last = Target(reached) if reached is not None else _computable(baseline)
    # The national target names no year: it is what the period leads to.
    national = read.get((FigureRole.NATIONAL_TARGET, "")) if year == indicator.road_map.period_end else None
    scale = scales.get(indicator.scale_code)

    def at_least(other: Target) -> bool | None:
        return not_worse(_computable(target), other, higher=WAYS.get(indicator.direction), scale=scale, year=year)

    return AimedAt(
        name=name,
        target=target,
        last=last.value,
        baseline_year=before if reached is None and last.value is not None else None,
        national=national,
        against_last=at_least(last),
        against_national=at_least(_computable(national)),
    )


def _computable(reading: Reading | None) -> Target:
    """A statement in words ("menurun") is none, whatever number stands in it."""
    return Target.of(reading) if reading is not None and reading.state is State.SET else Target()


def _scales(agency: Agency, indicators: Iterable[Indicator]) -> dict[str, Scale]:
    if not any(one.scale_code for one in indicators):
        return {}
    return {one.code: one for one in reference_of(agency).scales}


def _falls(row: Action) -> bool:
    return row.figure_rule == FigureRule.TO_DATE and falls(row.targets)


def _share(rows: Sequence[Action], fulfilled: Sequence[bool]) -> Tally:
    return Tally(sum(fulfilled), len(rows))
