"""A plan as what its regulation states: the rows of its tables, in printed order, as `regulation.data` has them.

What is printed in an annex, held against a signed file, or given out as JSON is all made of this, so that the three
cannot differ. A place names the row of the database: its kind ("goal") and its position.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from petajalan.calc.numbers import Reading, State, format_value, read_value
from petajalan.planning import models
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import Figure, IndicatorRow, RoadMap
from petajalan.planning.models.rows import PlanRow
from petajalan.planning.queries.register import Entry, Register, coordinators_of, register_of
from petajalan.regulation import data as stated
from petajalan.regulation.data import RoadMapData
from petajalan.regulation.document import Place

ALL_UNITS = "Seluruh perangkat daerah"  # as a regulation prints it, whatever the language of the page
NOT_SET = Reading("-", State.NOT_SET)
Spot = tuple[str | None, int | None]


@dataclass(frozen=True)
class Stated:
    """`rows` leads from the place of a statement to the row that makes it."""

    data: RoadMapData
    rows: dict[Spot, PlanRow]

    def row_at(self, place: Place) -> PlanRow | None:
        return self.rows.get((place.table, place.row))


def is_as_printed(road_map: RoadMap) -> bool:
    """Whether a regulation states exactly this: adopted from its file, and nobody has edited it since."""
    return road_map.regulation_id is not None and road_map.edits == 0


def is_reprinted(road_map: RoadMap) -> bool:
    """Whether its annex repeats the print, errors included: what was enacted so. All others print what they adopt."""
    return is_as_printed(road_map) and not road_map.is_draft


def stated_of(road_map: RoadMap, *, printed: bool) -> Stated:
    """`printed`: what the regulation printed; else what the plan goes by. A constant number of queries."""
    return _Builder(road_map, printed).build()


class _Builder:
    def __init__(self, road_map: RoadMap, printed: bool) -> None:
        self.road_map, self.printed = road_map, printed
        self.rows: dict[Spot, PlanRow] = {}
        self.figures: dict[tuple[str, int], dict[str, dict[str, Figure]]] = defaultdict(lambda: defaultdict(dict))
        found = self._of_plan(Figure)
        for figure in found if printed else found.select_related("correction"):
            owner = (
                ("result", figure.interim_result_id)
                if figure.interim_result_id
                else ("activity", figure.key_activity_id)
                if figure.key_activity_id
                else ("row", figure.indicator_row_id)
            )
            self.figures[owner[0], owner[1] or 0][figure.role][figure.of] = figure

    def build(self) -> Stated:
        data = RoadMapData(
            interim_results=tuple(self._interim_results()),
            goals=tuple(
                stated.Goal(
                    self._name(row, row.name), self._name(row, row.national_name), self._indicators("goal", row),
                    self._number(row, at),
                )
                for at, row in enumerate(self._of_plan(models.Goal), start=1)
            ),
            objectives=tuple(
                stated.Objective(
                    self._name(row, row.name), self._name(row, row.national_name), self._indicators("objective", row),
                    self._number(row, at),
                )
                for at, row in enumerate(self._of_plan(models.Objective), start=1)
            ),
            factors=tuple(self._factors()),
            key_activities=tuple(self._key_activities()),
            themes=tuple(self._themes()),
            teams=tuple(self._teams()),
        )  # fmt: skip
        return Stated(data, self.rows)

    def _of_plan(self, model: Any) -> Any:
        return model.objects.filter(agency=self.road_map.agency_id, road_map=self.road_map).order_by("position")

    # ---- pieces ----

    def _place(self, row: PlanRow, words: str) -> Place:
        spot = (row._meta.model_name, row.position)
        self.rows[spot] = row
        return Place(table=spot[0], row=spot[1], printed=words)

    def _name(self, row: PlanRow, words: str | None) -> stated.Printed | None:
        words = (words or "").strip()
        return stated.Printed(words, self._place(row, words)) if words else None

    def _certain(self, row: PlanRow, words: str) -> stated.Printed:
        return stated.Printed(words, self._place(row, words))

    def _number(self, row: Any, at: int) -> stated.Printed | None:
        """As printed, else by the order of the rows."""
        return self._name(row, row.number if self.printed else str(at))

    def _figure(self, row: PlanRow, reading: Reading) -> stated.Figure:
        return stated.Figure(reading, self._place(row, reading.printed))

    def _of_owner(self, kind: str, row: PlanRow, role: str) -> dict[str, stated.Figure]:
        """The printed figures of a row, as they were corrected unless the print is wanted."""
        found = self.figures[kind, row.pk][role]
        return {
            of: self._figure(row, (one if self.printed else getattr(one, "correction", one)).reading)
            for of, one in found.items()
        }

    # ---- what is measured ----

    @cached_property
    def register(self) -> Register:
        return register_of(self.road_map)

    @cached_property
    def _entries(self) -> dict[int, Entry]:
        return {one.indicator.pk: one for one in self.register.entries}

    @cached_property
    def _named(self) -> dict[tuple[str, int], list[IndicatorRow]]:
        """The rows of indicators by what owns them."""
        units = ("key_activity__coordinator", "key_activity__second_coordinator", "coordinator_unit")
        found: dict[tuple[str, int], list[IndicatorRow]] = defaultdict(list)
        for row in self._of_plan(IndicatorRow).select_related("indicator", *(() if self.printed else units)):
            for field in ("goal", "objective", "key_activity", "theme"):
                if owner := getattr(row, f"{field}_id"):
                    found[field, owner].append(row)
        return found

    def _indicators(self, field: str, owner: PlanRow) -> tuple[stated.IndicatorRow, ...]:
        make = self._printed_row if self.printed else self._adopted_row
        return tuple(make(row) for row in self._named[field, owner.pk])

    def _printed_row(self, row: IndicatorRow) -> stated.IndicatorRow:
        figures = {role: self._of_owner("row", row, role) for role in FigureRole.values}
        return stated.IndicatorRow(
            name=self._name(row, row.name),
            place=self._place(row, str(row)),
            table=0,
            national_indicator=self._name(row, row.national_indicator),
            unit=self._name(row, row.unit),
            baseline=figures[FigureRole.BASELINE].get(""),
            baseline_year=row.baseline_year,
            targets=figures[FigureRole.TARGET],
            actuals=figures[FigureRole.ACTUAL],
            national_target=figures[FigureRole.NATIONAL_TARGET].get(""),
            source=self._name(row, row.source),
            coordinator=self._name(row, row.coordinator),
            implementers=self._name(row, row.implementers),
        )

    def _adopted_row(self, row: IndicatorRow) -> stated.IndicatorRow:
        entry = self._entries.get(row.indicator_id or 0)
        if entry is None:  # a national row without a local counterpart
            return self._printed_row(row)
        indicator = entry.indicator
        values = {
            (role, period): self._figure(row, _written(value))
            for (role, period) in entry.slots
            if (value := _value(entry, row, role, period)) is not None
        }
        compared = row.goal_id is not None or row.objective_id is not None  # with the nation, as their tables are
        return stated.IndicatorRow(
            name=self._name(row, indicator.name),
            place=self._place(row, indicator.name),
            table=0,
            national_indicator=self._name(row, row.national_indicator),
            unit=self._name(row, indicator.unit or row.unit),
            baseline=values.get((FigureRole.BASELINE, "")),
            baseline_year=indicator.baseline_year,
            targets={period: one for (role, period), one in values.items() if role == FigureRole.TARGET},
            actuals=self._of_owner("row", row, FigureRole.ACTUAL),
            national_target=values.get((FigureRole.NATIONAL_TARGET, "")) if compared else None,
            source=self._name(row, indicator.source or row.source),
            coordinator=self._name(row, ", ".join(coordinators_of(row))),
            implementers=self._name(row, self._implementers(row)),
        )

    @cached_property
    def _units(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for one in self._of_plan(models.Implementer).select_related("unit"):
            found[one.key_activity_id].append(one.unit.called)
        return found

    def _implementers(self, row: IndicatorRow) -> str:
        """As printed for a row of the print, else the units of its activity."""
        activity = row.key_activity
        if activity is None or row.implementers:
            return row.implementers or ""
        return "; ".join([*([ALL_UNITS] if activity.all_units else []), *self._units[activity.pk]])

    # ---- the tables ----

    def _interim_results(self) -> Iterator[stated.InterimResult]:
        for at, row in enumerate(self._of_plan(models.InterimResult), start=1):
            yield stated.InterimResult(
                name=self._certain(row, row.name),
                scale=self._name(row, row.scale),
                values={
                    int(year): one
                    for year, one in self._of_owner("result", row, FigureRole.VALUE).items()
                    if year.isdigit()
                },
                source=self._name(row, row.source),
                number=self._number(row, at),
            )

    def _factors(self) -> Iterator[stated.Factor]:
        for row in self._of_plan(models.Factor):
            yield stated.Factor(row.code, self._certain(row, row.name), row.low, row.high, row.weight)

    @cached_property
    def _scores(self) -> dict[int, dict[str, models.Score]]:
        found: dict[int, dict[str, models.Score]] = defaultdict(dict)
        for one in self._of_plan(models.Score).select_related("factor"):
            found[one.key_activity_id][one.factor.code] = one
        return found

    def _key_activities(self) -> Iterator[stated.KeyActivity]:
        found = list(self._of_plan(models.KeyActivity).select_related("objective"))
        numbers, targets = ({}, {}) if self.printed else self._numbers(found)
        for row in found:
            if self.printed:
                scores = self._of_owner("activity", row, FigureRole.SCORE)
                total = self._of_owner("activity", row, FigureRole.TOTAL).get("")
            else:
                scores = {code: self._figure(row, _decimal(one.value)) for code, one in self._scores[row.pk].items()}
                total = None if row.total is None else self._figure(row, _decimal(row.total))
            number, target = numbers.get(row.pk), targets.get(row.pk)
            yield stated.KeyActivity(
                name=self._certain(row, row.name),
                target_name=self._name(row, row.target_name if self.printed else row.name if target else None),
                objective=self._name(row, row.objective_printed if self.printed else _objective(row)),
                mandatory=row.mandatory,
                scores=scores,
                total_printed=total,
                total=row.total,
                rank_printed=row.rank_printed if self.printed else row.rank,
                rank=row.rank,
                indicators=self._indicators("key_activity", row),
                number=self._name(row, row.number if self.printed else number),
                target_number=self._name(row, row.target_number if self.printed else target),
            )

    def _numbers(self, found: Sequence[models.KeyActivity]) -> tuple[dict[int, str], dict[int, str]]:
        """The numbers of key activities among those of their objective, and in the order of their priority."""
        numbers: dict[int, str] = {}
        counted: Counter[str] = Counter()
        for row in found:
            if self._scores[row.pk]:
                counted[_objective(row)] += 1
                numbers[row.pk] = str(counted[_objective(row)])
        aimed = [row for row in found if self._named["key_activity", row.pk]]
        aimed.sort(key=lambda row: (row.rank is None, row.rank or 0))
        return numbers, {row.pk: str(at) for at, row in enumerate(aimed, start=1)}

    def _themes(self) -> Iterator[stated.Theme]:
        for at, row in enumerate(self._of_plan(models.Theme), start=1):
            yield stated.Theme(
                self._certain(row, row.name), self._name(row, row.objective), self._indicators("theme", row),
                self._number(row, at),
            )  # fmt: skip

    def _teams(self) -> Iterator[stated.Team]:
        members: dict[int, list[stated.Member]] = defaultdict(list)
        for one in self._of_plan(models.PrintedTeamMember):
            members[one.team_id].append(
                stated.Member(one.role, self._certain(one, one.holder), one.number, self._name(one, one.role_printed))
            )
        for row in self._of_plan(models.PrintedTeam):
            yield stated.Team(
                stated.TeamKind(row.kind), self._certain(row, row.name), tuple(members[row.pk]),
                self._name(row, row.number), self._name(row, row.group),
            )  # fmt: skip


def _value(entry: Entry, row: IndicatorRow, role: str, period: str) -> Reading | None:
    """What the plan goes by; while that is contested, what the row itself prints."""
    slot = entry.slot(role, period)
    if slot.reading is not None:
        return slot.reading
    own: Iterable[Figure] = (one for one in slot.statements if one.indicator_row_id == row.pk)
    return next((one.reading for one in own), None)


def _objective(row: models.KeyActivity) -> str:
    """What it serves, in the words of the print where there are some."""
    return row.objective_printed or (str(row.objective) if row.objective else "")


def _written(reading: Reading) -> Reading:
    """As somebody wrote it, unless that alone would be read as something else."""
    again = read_value(reading.printed)
    same = all(getattr(again, name) == getattr(reading, name) for name in ("value", "unit", "level", "low", "high"))
    return reading if same or reading.state is not State.SET else replace(reading, printed=format_value(reading))


def _decimal(value: Any) -> Reading:
    return NOT_SET if value is None else Reading(format_value(value), State.SET, value)
