"""The register of indicators of a plan with everything that is said about each: four queries, however long it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import F, Q, QuerySet

from petajalan.calc.numbers import Reading, State
from petajalan.planning.agreement import ABSENT, agree
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import (
    AdoptedFigure,
    Figure,
    Goal,
    Indicator,
    IndicatorRow,
    KeyActivity,
    Objective,
    RoadMap,
    Theme,
)
from petajalan.planning.models.figure import ADOPTED_ROLES

_YEAR = re.compile(r"\d{4}")
# Of what a row names, little more than how it is called: a list reads hundreds of them.
_NAMES = {
    "goal": ("name", "national_name"),
    "objective": ("name", "national_name"),
    "theme": ("name",),
    "key_activity": ("name", "objective_printed", "all_units"),
    "key_activity__objective": ("name", "national_name"),
    "key_activity__coordinator": ("name", "short_name"),
    "key_activity__second_coordinator": ("name", "short_name"),
    "coordinator_unit": ("name", "short_name"),
}
_COLUMNS = (
    *(field.name for field in IndicatorRow._meta.concrete_fields),
    *(f"{named}__{column}" for named, columns in _NAMES.items() for column in columns),
)
# Of figures, what a list says of them: not where they stand, nor why they were chosen.
_SAID = (*Figure.READ_COLUMNS, "role", "of", "interim_result", "indicator_row")
_CHOSEN = (*AdoptedFigure.READ_COLUMNS, "role", "period", "indicator", "version", "decided_at")
Owner = Goal | Objective | KeyActivity | Theme


@dataclass(frozen=True)
class Slot:
    """One figure of an indicator: what the plan goes by, and what the print states about it, in printed order."""

    role: str
    period: str
    adopted: AdoptedFigure | None
    statements: tuple[Figure, ...]

    @cached_property
    def reading(self) -> Reading | None:
        return self.adopted.reading if self.adopted else None

    @property
    def is_known(self) -> bool:
        return self.reading is not None and self.reading.state not in ABSENT

    @cached_property
    def is_open(self) -> bool:
        """Somebody has to decide: statements contradict each other, or one cannot be read, and nobody has decided."""
        decided = self.adopted is not None and self.adopted.decided_at is not None
        return not decided and not agree(self._readings)

    @property
    def is_conflict(self) -> bool:
        return self.is_open and len(self.stated) > 1

    @cached_property
    def stated(self) -> tuple[Figure, ...]:
        return tuple(one for one, read in zip(self.statements, self._readings, strict=True) if read.state not in ABSENT)

    @cached_property
    def _readings(self) -> tuple[Reading, ...]:
        return tuple(one.reading for one in self.statements)

    @property
    def code(self) -> str:
        """How addresses name it: "baseline", "target-2024", "target-nasional"."""
        match self.role:
            case FigureRole.TARGET:
                return f"target-{self.period}"
            case FigureRole.NATIONAL_TARGET:
                return "target-nasional"
        return "baseline"

    @property
    def version(self) -> int:
        return self.adopted.version if self.adopted else 0


def role_of(code: str) -> tuple[str, str] | None:
    """Role and period of the code of a figure; `None` when it is none."""
    if code == "baseline":
        return FigureRole.BASELINE, ""
    if code == "target-nasional":
        return FigureRole.NATIONAL_TARGET, ""
    match = re.fullmatch(r"target-(\d{4}(?:-[QS]\d)?)", code)
    return (FigureRole.TARGET, match[1]) if match else None


@dataclass(frozen=True)
class Entry:
    """An indicator with the rows of tables that name it, in printed order, and its figures by role and period."""

    indicator: Indicator
    rows: tuple[IndicatorRow, ...]
    slots: dict[tuple[str, str], Slot]

    def slot(self, role: str, period: str = "") -> Slot:
        return self.slots.get((role, period)) or Slot(role, period, None, ())

    @property
    def baseline(self) -> Slot:
        return self.slot(FigureRole.BASELINE)

    @property
    def national_target(self) -> Slot:
        return self.slot(FigureRole.NATIONAL_TARGET)

    def target(self, period: str) -> Slot:
        return self.slot(FigureRole.TARGET, period)

    @cached_property
    def conflicts(self) -> tuple[Slot, ...]:
        return tuple(one for one in self.slots.values() if one.is_conflict)

    @cached_property
    def undecided(self) -> tuple[Slot, ...]:
        """Everything that waits for a decision: the conflicts, and what could not be read."""
        return tuple(one for one in self.slots.values() if one.is_open)

    @property
    def owners(self) -> list[Owner]:
        return [owner for row in self.rows if (owner := owner_of(row)) is not None]

    @property
    def objective(self) -> Objective | None:
        for row in self.rows:
            if row.objective or (row.key_activity and row.key_activity.objective):
                return row.objective or (row.key_activity.objective if row.key_activity else None)
        return None

    @cached_property
    def coordinators(self) -> tuple[str, ...]:
        """Units that answer for it: of the register, or as printed where no unit of the agency is meant for certain."""
        return tuple(dict.fromkeys(name for row in self.rows for name in coordinators_of(row)))


def owner_of(row: IndicatorRow) -> Owner | None:
    return row.goal or row.objective or row.key_activity or row.theme


def coordinators_of(row: IndicatorRow) -> tuple[str, ...]:
    """The row's own unit, else those that lead its activity, else what is printed."""
    activity = row.key_activity
    units = (row.coordinator_unit,) if row.coordinator_unit else activity.coordinators if activity else ()
    if units:
        return tuple(unit.called for unit in units)
    printed = (row.coordinator or "").strip()
    return () if printed in ("", "-", "–") else (printed,)


def coordinator_of(row: IndicatorRow) -> str:
    return ", ".join(coordinators_of(row))


@dataclass(frozen=True)
class Register:
    road_map: RoadMap
    entries: tuple[Entry, ...]

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The years that the plan or a target of it names, in order."""
        named = {period for entry in self.entries for role, period in entry.slots if role == FigureRole.TARGET}
        return tuple(sorted({*map(str, self.road_map.years), *(one for one in named if _YEAR.fullmatch(one))}))

    @cached_property
    def baseline_years(self) -> tuple[int, ...]:
        return tuple(sorted({one.indicator.baseline_year for one in self.entries if one.indicator.baseline_year}))

    def entry(self, key: object) -> Entry | None:
        return next((one for one in self.entries if one.indicator.key == key), None)


def register_of_key(road_map: RoadMap, key: UUID) -> Register | None:
    """The indicator with this key alone, which its rows bring along; `None` where the plan has none. Three queries."""
    rows = list(_rows(road_map).filter(indicator__key=key).select_related("indicator"))
    found = rows[0].indicator if rows else None
    if found is None:
        found = Indicator.objects.filter(agency=road_map.agency_id, road_map=road_map, key=key).first()
    if found is None:
        return None
    found.road_map = road_map
    return register_of(road_map, found, rows)


def _rows(road_map: RoadMap) -> QuerySet[IndicatorRow]:
    found = IndicatorRow.objects.filter(agency=road_map.agency_id, road_map=road_map).exclude(indicator=None)
    return found.order_by("position").select_related(*_NAMES).only(*_COLUMNS)


def register_of(
    road_map: RoadMap, only: Indicator | None = None, its_rows: Sequence[IndicatorRow] | None = None
) -> Register:
    """All indicators of the plan, or one, whose rows may have been read already."""
    of_plan = {"agency": road_map.agency_id, "road_map": road_map}
    narrowed = {} if only is None else {"indicator": only}
    # Within one plan the position is the order; the usual order would join the plan to every query.
    found = Indicator.objects.filter(**of_plan).order_by("position") if only is None else [only]
    rows: dict[int, list[IndicatorRow]] = defaultdict(list)
    for row in _rows(road_map).filter(**narrowed) if its_rows is None else its_rows:
        rows[row.indicator_id or 0].append(row)
    of_rows = {row.pk: row.indicator_id for found in rows.values() for row in found}
    figures = Figure.objects.filter(**of_plan, key_activity=None).order_by("position")
    figures = figures.annotate(result_of=F("interim_result__indicator"))
    decided = AdoptedFigure.objects.filter(**of_plan, **narrowed).order_by("pk")
    if only is not None:
        # A page of one indicator tells where each statement stands and who decided.
        figures = figures.filter(Q(indicator_row__in=list(of_rows)) | Q(result_of=only.pk))
        figures, decided = figures.select_related("interim_result"), decided.select_related("decided_by")
    else:
        figures, decided = figures.only(*_SAID), decided.only(*_CHOSEN)
    adopted: dict[int, list[AdoptedFigure]] = defaultdict(list)
    for one in decided:
        adopted[one.indicator_id].append(one)
    said: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        indicator = figure.result_of or of_rows.get(figure.indicator_row_id or 0)
        if indicator is not None:
            said[indicator].append(figure)
    return Register(
        road_map,
        tuple(
            Entry(one, tuple(rows[one.pk]), _slots(one, adopted[one.pk], said[one.pk], road_map.years)) for one in found
        ),
    )


def _slots(
    indicator: Indicator, adopted: Sequence[AdoptedFigure], said: Sequence[Figure], years: Sequence[int]
) -> dict[tuple[str, str], Slot]:
    """The baseline first, then the targets by period, then the national target."""
    statements: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in said:
        if figure.interim_result_id:
            if figure.of == str(indicator.baseline_year):
                statements[FigureRole.BASELINE, ""].append(figure)
        elif figure.role in ADOPTED_ROLES:
            statements[figure.role, figure.of].append(figure)
    chosen = {(one.role, one.period): one for one in adopted}
    wanted = {(FigureRole.BASELINE.value, ""), *((FigureRole.TARGET.value, str(year)) for year in years)}
    keys = sorted({*wanted, *statements, *chosen}, key=lambda key: (ADOPTED_ROLES.index(FigureRole(key[0])), key[1]))
    return {key: Slot(*key, chosen.get(key), tuple(statements.get(key, ()))) for key in keys}


def is_number(reading: Reading | None) -> bool:
    return reading is not None and reading.state is State.SET and reading.value is not None
