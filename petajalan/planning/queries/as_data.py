"""A plan in the shape of a regulation that was read, so that the rules of the regulation check run on it too.

Its tables are those that the plan would print: each row has a place (table, row, column) that leads back to the row of
the database. What the register adopted stands in every table; where it is contested, each table says what it prints.
There is no running text: rules that need some see none. Totals and ranks are computed, so nothing is printed of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from petajalan.calc.numbers import Reading, State, format_value
from petajalan.calc.scales import Scale
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import (
    Factor,
    Figure,
    Goal,
    IndicatorRow,
    InterimResult,
    KeyActivity,
    Objective,
    PrintedTeamMember,
    RoadMap,
    Score,
    Theme,
)
from petajalan.planning.models.rows import PlanRow
from petajalan.planning.queries.register import Entry, Register, coordinator_of, register_of
from petajalan.regulation import data as stated
from petajalan.regulation.data import RegulationData, RoadMapData, TableKind, TableMeaning
from petajalan.regulation.document import Cell, Document, Place, Table
from petajalan.regulation.reference import Reference

NAMES = {
    TableKind.INTERIM_RESULTS: "Hasil antara",
    TableKind.GOALS: "Tujuan",
    TableKind.OBJECTIVES: "Sasaran strategis",
    TableKind.PRIORITIES: "Prioritas",
    TableKind.KEY_ACTIVITIES: "Kegiatan utama",
    TableKind.THEMES: "Tema",
    TableKind.TEAMS: "Tim",
}
INDEX = {kind: at for at, kind in enumerate(NAMES)}
BEFORE = ("name", "indicator", "unit", "scale", "baseline")  # columns before the targets
OWNED = ("coordinator", "implementers")  # only of key activities
HEADS = {
    "name": "Nama",
    "indicator": "Indikator",
    "unit": "Satuan",
    "scale": "Skala",
    "baseline": "Baseline",
    "source": "Sumber Data",
    "coordinator": "Koordinator",
    "implementers": "Pelaksana",
}
NOT_SET = Reading("-", State.NOT_SET)
Spot = tuple[str | None, int | None]


@dataclass(frozen=True)
class PlanData:
    """The plan as data, and the row of the database behind each row of a table: of its owner, and of its indicator."""

    data: RegulationData
    owners: dict[Spot, PlanRow]
    rows: dict[Spot, IndicatorRow]
    factors: tuple[Factor, ...]

    def row_at(self, place: Place) -> PlanRow | None:
        """What a place is about: the indicator of its row, or what owns the row when the place is the name of that.

        The head of a column of scores is about its factor; other heads are about no row.
        """
        if (place.table, place.row) == (NAMES[TableKind.PRIORITIES], 0):
            return self.factors[place.column - 2] if place.column and place.column > 1 else None
        spot = (place.table, place.row)
        owner, row = self.owners.get(spot), self.rows.get(spot)
        if row is None or row.indicator is None or place.column == 1:
            return owner
        return row.indicator


def plan_data(road_map: RoadMap, reference: Reference) -> PlanData:
    """A constant number of queries."""
    return Builder(road_map, reference).build()


class Builder:
    def __init__(self, road_map: RoadMap, reference: Reference) -> None:
        self.road_map = road_map
        self.register: Register = register_of(road_map)
        self.entries: dict[int, Entry] = {one.indicator.pk: one for one in self.register.entries}
        self.scales: dict[str, Scale] = {scale.code: scale for scale in reference.scales}
        self.columns = (*BEFORE, *(f"target:{year}" for year in self.register.years), "source")
        self.owners: dict[Spot, PlanRow] = {}
        self.rows: dict[Spot, IndicatorRow] = {}
        self.cells: dict[TableKind, list[dict[str, str]]] = defaultdict(list)

    def build(self) -> PlanData:
        road_map = RoadMapData(
            interim_results=tuple(self._interim_results()),
            goals=tuple(
                stated.Goal(name, None, indicators)
                for _row, name, indicators in self._owned(TableKind.GOALS, Goal, "goal")
            ),
            objectives=tuple(
                stated.Objective(name, None, indicators)
                for _row, name, indicators in self._owned(TableKind.OBJECTIVES, Objective, "objective")
            ),
            factors=tuple(self._factors()),
            key_activities=tuple(self._key_activities()),
            themes=tuple(self._themes()),
            teams=tuple(self._teams()),
        )
        plan = self.road_map
        start, end = plan.period_start, plan.period_end
        data = RegulationData(
            document=Document("plan", (), tuple(self._table(kind) for kind in NAMES)),
            agency_kind=plan.agency.kind,
            agency_name=plan.agency.name,
            number=None,
            year=None,
            title=plan.title,
            period=(start, end) if start is not None and end is not None else None,
            enacted_on=plan.decree_date,
            identities=(),
            citations=(),
            articles=(),
            sections=(),
            meanings=tuple(self._meanings()),
            road_map=road_map,
        )
        return PlanData(data, self.owners, self.rows, tuple(self._factor_rows))

    def _of_plan(self, model: Any) -> Any:
        return model.objects.filter(agency=self.road_map.agency_id, road_map=self.road_map)

    def _place(self, kind: TableKind, row: int, column: str, printed: str) -> Place:
        columns = self._columns(kind)
        at = columns.index(column) + 1 if column in columns else 1
        return Place(table=NAMES[kind], row=row, column=at, printed=printed)

    def _columns(self, kind: TableKind) -> tuple[str, ...]:
        if kind is TableKind.PRIORITIES:
            return ("name", *(f"score:{factor.code}" for factor in self._factor_rows))
        if kind is TableKind.INTERIM_RESULTS:
            return ("name", "scale", "source")
        if kind is TableKind.TEAMS:
            return ("name", "position")
        return (*self.columns, *OWNED) if kind is TableKind.KEY_ACTIVITIES else self.columns

    def _printed(self, kind: TableKind, row: int, column: str, text: str | None) -> stated.Printed | None:
        text = (text or "").strip()
        return stated.Printed(text, self._place(kind, row, column, text)) if text else None

    def _figure(self, kind: TableKind, row: int, column: str, reading: Reading) -> stated.Figure:
        return stated.Figure(reading, self._place(kind, row, column, reading.printed))

    # ---- rows with indicators ----

    def _owned(
        self, kind: TableKind, model: type[PlanRow], field: str
    ) -> Iterator[tuple[Any, stated.Printed | None, tuple[stated.IndicatorRow, ...]]]:
        """Each owner with its indicators; one without any has an empty row of its own."""
        named: dict[int, list[IndicatorRow]] = defaultdict(list)
        for entry in self.register.entries:
            for row in entry.rows:
                if (owner := getattr(row, f"{field}_id")) is not None:
                    named[owner].append(row)
        for owner in self._of_plan(model):
            if not owner.name:
                continue
            first = len(self.cells[kind]) + 1
            rows = sorted(named[owner.pk], key=lambda one: one.position)
            indicators = tuple(self._indicator(kind, row, owner) for row in rows)
            if not rows:
                self.cells[kind].append({})
            for number in range(first, len(self.cells[kind]) + 1):
                self.owners[NAMES[kind], number] = owner
            yield owner, self._printed(kind, first, "name", owner.name), indicators

    def _indicator(self, kind: TableKind, row: IndicatorRow, owner: Any) -> stated.IndicatorRow:
        entry = self.entries[row.indicator_id or 0]
        indicator = row.indicator = entry.indicator
        number = len(self.cells[kind]) + 1
        scale = self.scales.get(indicator.scale_code)
        self.cells[kind].append({"scale": _range_of(scale)})
        self.rows[NAMES[kind], number] = row
        coordinator, implementers = coordinator_of(row), _implementers(row)
        return stated.IndicatorRow(
            name=self._printed(kind, number, "indicator", indicator.name),
            place=self._place(kind, number, "indicator", indicator.name),
            table=INDEX[kind],
            unit=self._printed(kind, number, "unit", indicator.unit),
            baseline=self._figure(kind, number, "baseline", _value(entry, row, FigureRole.BASELINE)),
            baseline_year=indicator.baseline_year,
            targets={
                year: self._figure(kind, number, f"target:{year}", _value(entry, row, FigureRole.TARGET, year))
                for year in self.register.years
            },
            source=self._printed(kind, number, "source", indicator.source),
            coordinator=self._printed(kind, number, "coordinator", coordinator),
            implementers=self._printed(kind, number, "implementers", implementers),
        )

    def _key_activities(self) -> Iterator[stated.KeyActivity]:
        scores: dict[int, dict[str, Score]] = defaultdict(dict)
        for score in self._of_plan(Score).select_related("factor"):
            scores[score.key_activity_id][score.factor.code] = score
        kind = TableKind.PRIORITIES
        for activity, name, indicators in self._owned(TableKind.KEY_ACTIVITIES, KeyActivity, "key_activity"):
            self.cells[kind].append({})
            number = len(self.cells[kind])
            self.owners[NAMES[kind], number] = activity
            scored = {
                code: self._figure(kind, number, f"score:{code}", _score(score))
                for code, score in scores[activity.pk].items()
                if score.value is not None
            }
            printed = self._printed(kind, number, "name", activity.name)
            if printed is None:
                continue
            yield stated.KeyActivity(
                name=printed,
                target_name=name if indicators else None,
                objective=None,
                mandatory=activity.mandatory,
                scores=scored,
                total_printed=None,
                total=activity.total,
                rank_printed=None,
                rank=activity.rank,
                indicators=indicators,
            )

    def _themes(self) -> Iterator[stated.Theme]:
        for theme, name, indicators in self._owned(TableKind.THEMES, Theme, "theme"):
            if name is not None:
                row = name.place.row or 1
                yield stated.Theme(name, self._printed(TableKind.THEMES, row, "name", theme.objective), indicators)

    # ---- the rest ----

    def _interim_results(self) -> Iterator[stated.InterimResult]:
        kind = TableKind.INTERIM_RESULTS
        figures: dict[int, dict[int, Figure]] = defaultdict(dict)
        for figure in self._of_plan(Figure).filter(interim_result__isnull=False).select_related("correction"):
            if figure.of.isdigit():
                figures[figure.interim_result_id][int(figure.of)] = figure
        for number, result in enumerate(self._of_plan(InterimResult), start=1):
            self.cells[kind].append({"scale": result.scale or ""})
            self.owners[NAMES[kind], number] = result
            name = self._printed(kind, number, "name", result.name)
            if name is not None:
                yield stated.InterimResult(
                    name=name,
                    scale=self._printed(kind, number, "scale", result.scale),
                    values={
                        year: self._figure(kind, number, "name", getattr(figure, "correction", figure).reading)
                        for year, figure in figures[result.pk].items()
                    },
                    source=self._printed(kind, number, "source", result.source),
                )

    @cached_property
    def _factor_rows(self) -> Sequence[Factor]:
        return list(self._of_plan(Factor))

    def _factors(self) -> Iterator[stated.Factor]:
        for factor in self._factor_rows:
            place = self._place(TableKind.PRIORITIES, 0, f"score:{factor.code}", factor.name)
            yield stated.Factor(factor.code, stated.Printed(factor.name, place), factor.low, factor.high, factor.weight)

    def _teams(self) -> Iterator[stated.Team]:
        kind = TableKind.TEAMS
        members: dict[Any, list[PrintedTeamMember]] = defaultdict(list)
        for member in self._of_plan(PrintedTeamMember).select_related("team"):
            members[member.team].append(member)
        for team, of_team in members.items():
            first = len(self.cells[kind]) + 1
            listed = []
            for member in of_team:
                self.cells[kind].append({})
                number = len(self.cells[kind])
                self.owners[NAMES[kind], number] = member
                position = stated.Printed(member.holder, self._place(kind, number, "position", member.holder))
                listed.append(stated.Member(member.role, position, None))
            name = stated.Printed(team.name, self._place(kind, first, "name", team.name))
            yield stated.Team(stated.TeamKind(team.kind), name, tuple(listed))

    # ---- the tables that the places name ----

    def _meanings(self) -> Iterator[TableMeaning]:
        for kind, at in INDEX.items():
            if self.cells[kind]:
                yield TableMeaning(at, kind, self._columns(kind))

    def _table(self, kind: TableKind) -> Table:
        columns = self._columns(kind)
        heads = tuple(HEADS.get(name, _target_head(name)) for name in columns)
        header = tuple(
            Cell(text, Place(table=NAMES[kind], row=0, column=at, printed=text))
            for at, text in enumerate(heads, start=1)
        )
        rows = tuple(
            tuple(Cell(cells.get(name, ""), self._place(kind, number, name, cells.get(name, ""))) for name in columns)
            for number, cells in enumerate(self.cells[kind], start=1)
        )
        return Table(INDEX[kind], NAMES[kind], "", None, heads, (header,), rows)


def _target_head(name: str) -> str:
    kind, _colon, of = name.partition(":")
    return f"Target {of}" if kind == "target" else of


def _value(entry: Entry, row: IndicatorRow, role: str, period: str = "") -> Reading:
    """What the plan goes by; while that is contested, what the row itself prints."""
    slot = entry.slot(role, period)
    if slot.reading is not None:
        return slot.reading
    own: Iterable[Figure] = (one for one in slot.statements if one.indicator_row_id == row.pk)
    return next((one.reading for one in own), NOT_SET)


def _score(score: Score) -> Reading:
    assert score.value is not None  # the caller leaves the others out
    return Reading(format_value(score.value), State.SET, score.value)


def _range_of(scale: Scale | None) -> str:
    """ "0-100"; the levels of an ordinal scale."""
    if scale is None:
        return ""
    if scale.low is not None and scale.high is not None:
        return f"{format_value(scale.low)}-{format_value(scale.high)}"
    return " / ".join(scale.levels)


def _implementers(row: IndicatorRow) -> str:
    activity = row.key_activity
    if activity is None:
        return ""
    return row.implementers or ("Seluruh perangkat daerah" if activity.all_units else "")
