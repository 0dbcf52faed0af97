"""Reads that join: the road map as one structure, with a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from petajalan.calc.numbers import Reading, State, plain
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import (
    Figure,
    Goal,
    IndicatorRow,
    InterimResult,
    KeyActivity,
    Objective,
    PrintedTeam,
    PrintedTeamMember,
    RoadMap,
    Theme,
)

Json = dict[str, Any]
Figures = dict[str, dict[str, Json]]  # role -> key -> figure

NOT_PRINTED = Reading("", State.NOT_SET).as_json()


def current_road_map(agency_slug: str) -> RoadMap | None:
    """The current road map of an agency; `None` when it has none, or when there is no such agency."""
    return RoadMap.objects.filter(agency__slug=agency_slug, current=True).first()


def road_map_json(road_map: RoadMap) -> Json:
    """The road map as `petajalan show road-map --json` prints it.

    A figure is `Reading.as_json()`; a baseline or national target without a cell is one with nothing printed. Keys
    beyond the usual ones of a row are there only where the regulation has such a column.
    """
    of_result, of_activity, of_indicator = _figures(road_map)
    indicators = _indicators(road_map, of_indicator)

    def owned(owner: str, row: Goal | Objective | KeyActivity | Theme) -> list[Json]:
        return indicators[owner, row.pk]

    return {
        "interim_results": [
            {
                "name": row.name,
                "scale": row.scale,
                "values": of_result[row.pk][FigureRole.VALUE],
                "source": row.source,
            }
            for row in InterimResult.objects.filter(road_map=road_map)
        ],
        "goals": [
            {"name": row.name, "national_name": row.national_name, "indicators": owned("goal", row)}
            for row in Goal.objects.filter(road_map=road_map)
        ],
        "objectives": [
            {"name": row.name, "national_name": row.national_name, "indicators": owned("objective", row)}
            for row in Objective.objects.filter(road_map=road_map)
        ],
        "key_activities": [
            _key_activity(row, of_activity[row.pk], owned("key_activity", row))
            for row in KeyActivity.objects.filter(road_map=road_map)
        ],
        "themes": [
            {"name": row.name, "objective": row.objective, "indicators": owned("theme", row)}
            for row in Theme.objects.filter(road_map=road_map)
        ],
        "teams": _teams(road_map),
    }


def _figures(road_map: RoadMap) -> tuple[dict[int, Figures], dict[int, Figures], dict[int, Figures]]:
    """The figures of interim results, key activities and indicator rows, by the key of their owner."""
    of_result: dict[int, Figures] = defaultdict(lambda: defaultdict(dict))
    of_activity: dict[int, Figures] = defaultdict(lambda: defaultdict(dict))
    of_indicator: dict[int, Figures] = defaultdict(lambda: defaultdict(dict))
    for figure in Figure.objects.filter(road_map=road_map):
        if figure.interim_result_id:
            owner = of_result[figure.interim_result_id]
        elif figure.key_activity_id:
            owner = of_activity[figure.key_activity_id]
        else:
            assert figure.indicator_row_id is not None  # the database holds every figure to one owner
            owner = of_indicator[figure.indicator_row_id]
        owner[figure.role][figure.of] = figure.reading.as_json()
    return of_result, of_activity, of_indicator


def _indicators(road_map: RoadMap, figures: dict[int, Figures]) -> dict[tuple[str, int], list[Json]]:
    rows: dict[tuple[str, int], list[Json]] = defaultdict(list)
    for row in IndicatorRow.objects.filter(road_map=road_map):
        if row.goal_id:
            rows["goal", row.goal_id].append(_national_indicator(row, figures[row.pk]))
        elif row.objective_id:
            rows["objective", row.objective_id].append(_national_indicator(row, figures[row.pk]))
        elif row.key_activity_id:
            coordination = {"coordinator": row.coordinator, "implementers": row.implementers}
            rows["key_activity", row.key_activity_id].append(_indicator(row, figures[row.pk]) | coordination)
        else:
            assert row.theme_id is not None  # the database holds every row to one owner
            rows["theme", row.theme_id].append(_indicator(row, figures[row.pk]))
    return rows


def _national_indicator(row: IndicatorRow, figures: Figures) -> Json:
    """A row that stands local beside national."""
    return {
        "name": row.name,
        "national_indicator": row.national_indicator,
        "baseline": figures[FigureRole.BASELINE].get("", NOT_PRINTED),
        "targets": figures[FigureRole.TARGET],
        "national_target": figures[FigureRole.NATIONAL_TARGET].get("", NOT_PRINTED),
        "source": row.source,
    } | _uncommon(row, figures)


def _indicator(row: IndicatorRow, figures: Figures) -> Json:
    return {
        "name": row.name,
        "baseline": figures[FigureRole.BASELINE].get("", NOT_PRINTED),
        "targets": figures[FigureRole.TARGET],
    } | _uncommon(row, figures)


def _uncommon(row: IndicatorRow, figures: Figures) -> Json:
    """What only some regulations print in such a row."""
    columns = {
        "national_indicator": row.national_indicator,
        "unit": row.unit,
        "actuals": figures[FigureRole.ACTUAL],
        "national_target": figures[FigureRole.NATIONAL_TARGET].get(""),
        "source": row.source,
        "coordinator": row.coordinator,
        "implementers": row.implementers,
    }
    return {name: value for name, value in columns.items() if value}


def _key_activity(row: KeyActivity, figures: Figures, indicators: list[Json]) -> Json:
    total_printed = figures[FigureRole.TOTAL].get("")
    return {
        "name": row.name,
        "objective": row.objective_printed,
        "mandatory": row.mandatory,
        "scores": {code: score["value"] for code, score in figures[FigureRole.SCORE].items()},
        "total_printed": total_printed["value"] if total_printed else None,
        "total": plain(row.total),
        "rank_printed": row.rank_printed,
        "rank": row.rank,
        "indicators": indicators,
    }


def _teams(road_map: RoadMap) -> list[Json]:
    members: dict[int, list[Json]] = defaultdict(list)
    for member in PrintedTeamMember.objects.filter(road_map=road_map):
        members[member.team_id].append({"role": member.role, "position": member.holder})
    return [
        {"kind": team.kind, "name": team.name, "members": members[team.pk]}
        for team in PrintedTeam.objects.filter(road_map=road_map)
    ]
