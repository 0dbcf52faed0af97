"""Reads that join: the road map as one structure, with a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from petajalan.calc.numbers import Reading, State, plain
from petajalan.catalogue.national import Framework, Stated
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import (
    AdoptedFigure,
    Figure,
    Goal,
    IndicatorRow,
    InterimResult,
    KeyActivity,
    Objective,
    PrintedTeam,
    PrintedTeamMember,
    RoadMap,
    Score,
    Theme,
)
from petajalan.planning.queries.national import framework_of
from petajalan.planning.queries.register import coordinator_of

Json = dict[str, Any]
Figures = dict[str, dict[str, Json]]  # role -> period or factor -> figure

NOT_PRINTED = Reading("", State.NOT_SET).as_json()


def current_road_map(agency_slug: str) -> RoadMap | None:
    """The current road map of an agency; `None` when it has none, or when there is no such agency."""
    return RoadMap.objects.filter(agency__slug=agency_slug, current=True).first()


def road_map_json(road_map: RoadMap) -> Json:
    """The road map as `petajalan show road-map --json` prints it.

    A figure is `Reading.as_json()`: what somebody decided, else what the row itself prints, else what the register
    holds. A baseline or national target that is nowhere is one with nothing printed. Keys beyond the usual ones of a
    row are there only where the regulation has such a column. `national_code` and `national_counterpart` are null
    where a row has no counterpart in the national framework of its period.
    """
    return Whole(road_map).as_json()


class Whole:
    """Everything of a road map that its JSON shows, read once."""

    def __init__(self, road_map: RoadMap) -> None:
        self.road_map = road_map
        self.national = national_names(framework_of(road_map))
        self.of_result: dict[int, Figures] = defaultdict(lambda: defaultdict(dict))
        self.of_activity: dict[int, Figures] = defaultdict(lambda: defaultdict(dict))
        self.of_row: dict[int, Figures] = defaultdict(lambda: defaultdict(dict))
        for figure in self._rows(Figure).select_related("correction"):
            figures = (
                self.of_result[figure.interim_result_id]
                if figure.interim_result_id
                else self.of_activity[figure.key_activity_id]
                if figure.key_activity_id
                else self.of_row[figure.indicator_row_id]
            )
            figures[figure.role][figure.of] = _reading(figure).as_json()
        self.adopted: dict[int, list[AdoptedFigure]] = defaultdict(list)
        for one in self._rows(AdoptedFigure):
            self.adopted[one.indicator_id].append(one)
        self.scores: dict[int, Json] = defaultdict(dict)
        for score in self._rows(Score).select_related("factor"):
            self.scores[score.key_activity_id][score.factor.code] = plain(score.value)
        self.indicators = self._indicators()

    def _rows(self, model: Any) -> Any:
        return model.objects.filter(agency=self.road_map.agency_id, road_map=self.road_map)

    def as_json(self) -> Json:
        return {
            "interim_results": [
                {
                    "name": row.name,
                    "scale": row.scale,
                    "values": self.of_result[row.pk][FigureRole.VALUE],
                    "source": row.source,
                }
                for row in self._rows(InterimResult)
            ],
            "goals": [self._named(row, "goal") for row in self._rows(Goal)],
            "objectives": [self._named(row, "objective") for row in self._rows(Objective)],
            "key_activities": [self._key_activity(row) for row in self._rows(KeyActivity).select_related("objective")],
            "themes": [
                {"name": row.name, "objective": row.objective}
                | self._counterpart("theme", row.national_code)
                | {"indicators": self.indicators["theme", row.pk]}
                for row in self._rows(Theme)
            ],
            "teams": self._teams(),
        }

    def _counterpart(self, kind: str, code: str) -> Json:
        return {"national_code": code or None, "national_counterpart": self.national.get((kind, code))}

    def _named(self, row: Goal | Objective, kind: str) -> Json:
        return (
            {"name": row.name, "national_name": row.national_name}
            | self._counterpart(kind, row.national_code)
            | {"indicators": self.indicators[kind, row.pk]}
        )

    def _key_activity(self, row: KeyActivity) -> Json:
        total_printed = self.of_activity[row.pk][FigureRole.TOTAL].get("")
        return (
            {"name": row.name, "objective": row.objective_printed or (str(row.objective) if row.objective else None)}
            | self._counterpart("activity", row.national_code)
            | {
                "mandatory": row.mandatory,
                "scores": self.scores[row.pk],
                "total_printed": total_printed["value"] if total_printed else None,
                "total": plain(row.total),
                "rank_printed": row.rank_printed,
                "rank": row.rank,
                "indicators": self.indicators["key_activity", row.pk],
            }
        )

    def _indicators(self) -> dict[tuple[str, int], list[Json]]:
        found: dict[tuple[str, int], list[Json]] = defaultdict(list)
        units = ("coordinator_unit", "key_activity__coordinator", "key_activity__second_coordinator")
        for row in self._rows(IndicatorRow).select_related("indicator", *units):
            figures = self._figures(row)
            if row.goal_id:
                found["goal", row.goal_id].append(self._national_indicator(row, figures))
            elif row.objective_id:
                found["objective", row.objective_id].append(self._national_indicator(row, figures))
            elif row.key_activity_id:
                coordination = {"coordinator": _coordinator(row), "implementers": row.implementers}
                found["key_activity", row.key_activity_id].append(self._indicator(row, figures) | coordination)
            else:
                found["theme", row.theme_id].append(self._indicator(row, figures))
        return found

    def _figures(self, row: IndicatorRow) -> Figures:
        """What the row prints, with what people decided in its place, and what is printed nowhere beside it."""
        figures: Figures = defaultdict(dict, {role: dict(of) for role, of in self.of_row[row.pk].items()})
        if row.indicator_id is None:
            return figures
        for one in self.adopted[row.indicator_id]:
            said = figures[one.role]
            entered = one.statement_id is None or not _is_printed(row)
            if (one.period in said and one.decided_at is not None) or (one.period not in said and entered):
                said[one.period] = one.reading.as_json()
        return figures

    def _national_indicator(self, row: IndicatorRow, figures: Figures) -> Json:
        """A row that stands local beside national."""
        return {
            "name": row.name,
            "national_indicator": row.national_indicator,
            "baseline": figures[FigureRole.BASELINE].get("", NOT_PRINTED),
            "targets": figures[FigureRole.TARGET],
            "national_target": figures[FigureRole.NATIONAL_TARGET].get("", NOT_PRINTED),
            "source": row.source,
        } | self._uncommon(row, figures)

    def _indicator(self, row: IndicatorRow, figures: Figures) -> Json:
        return {
            "name": row.name,
            "baseline": figures[FigureRole.BASELINE].get("", NOT_PRINTED),
            "targets": figures[FigureRole.TARGET],
        } | self._uncommon(row, figures)

    def _uncommon(self, row: IndicatorRow, figures: Figures) -> Json:
        """The counterpart, and what only some regulations print in such a row."""
        columns = {
            "national_indicator": row.national_indicator,
            "unit": row.unit,
            "actuals": figures[FigureRole.ACTUAL],
            "national_target": figures[FigureRole.NATIONAL_TARGET].get(""),
            "source": row.source,
            "coordinator": row.coordinator,
            "implementers": row.implementers,
        }
        code = row.indicator.national_code if row.indicator else ""
        return self._counterpart("indicator", code) | {name: value for name, value in columns.items() if value}

    def _teams(self) -> list[Json]:
        members: dict[int, list[Json]] = defaultdict(list)
        for member in self._rows(PrintedTeamMember):
            members[member.team_id].append({"role": member.role, "position": member.holder})
        return [{"kind": team.kind, "name": team.name, "members": members[team.pk]} for team in self._rows(PrintedTeam)]


def _reading(figure: Figure) -> Reading:
    """As decided, else as printed; the JSON names the printed total and the computed one side by side."""
    corrected = None if figure.role == FigureRole.TOTAL else getattr(figure, "correction", None)
    return figure.reading if corrected is None else corrected.reading


def national_names(framework: Framework | None) -> Mapping[tuple[str, str], str]:
    """The names of a framework by kind of row and code."""
    if framework is None:
        return {}
    kinds: dict[str, tuple[Stated, ...]] = {
        "goal": (framework.goal,) if framework.goal else (),
        "objective": framework.objectives,
        "activity": framework.activities,
        "indicator": framework.indicators,
        "theme": (*(item for theme in framework.themes for item in theme.items), *framework.themes),
    }
    return {(kind, one.code): one.name for kind, stated in kinds.items() for one in stated}


def _coordinator(row: IndicatorRow) -> str | None:
    """As printed; a row that was added here names the unit that answers for it."""
    if _is_printed(row):
        return row.coordinator
    return coordinator_of(row) or None


def _is_printed(row: IndicatorRow) -> bool:
    return row.place_row is not None or row.place_line is not None
