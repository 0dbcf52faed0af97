"""Everything of a road map as JSON, without keys and places of this database, so that two can be held side by side.

A road map that was exported as an annex and imported elsewhere gives the same JSON.
"""

from __future__ import annotations

from typing import Any

from petajalan.calc.numbers import plain
from petajalan.planning.models import Condition, RoadMap, SectionText, StrategicIssue
from petajalan.planning.queries.register import Register, register_of
from petajalan.planning.queries.stated import is_as_printed, stated_of
from petajalan.regulation import data as stated
from petajalan.regulation.data import RoadMapData

Json = dict[str, Any]
DESCRIBED = (
    *("name", "known_code", "national_code", "definition", "value_kind", "direction", "formula", "time_rule"),
    *("unit_rule", "scale_code", "unit", "source", "baseline_year"),
)


def whole_json(road_map: RoadMap, *, printed: bool | None = None) -> Json:
    """The text, every row and cell of the tables, each figure as printed and as read, and the register.

    `printed` asks for the tables as the regulation printed them, or as the plan has them; usually as printed until
    somebody edits the plan.
    """
    as_printed = is_as_printed(road_map) if printed is None else printed
    return {
        "title": road_map.title,
        "period": [road_map.period_start, road_map.period_end],
        "text": texts_json(road_map),
        "tables": tables_json(stated_of(road_map, printed=as_printed).data),
        "register": register_json(register_of(road_map)),
    }


def texts_json(road_map: RoadMap) -> Json:
    of = {"agency": road_map.agency_id, "road_map": road_map}
    return {
        "sections": [
            {"number": one.number, "title": one.title, "level": one.level, "part": one.part, "body": one.body}
            for one in SectionText.objects.filter(**of, current=True)
        ],
        "issues": [
            {"level": one.level, "scope": one.scope, "title": one.title, "text": one.text}
            for one in StrategicIssue.objects.filter(**of)
        ],
        "conditions": [{"title": one.title, "text": one.text} for one in Condition.objects.filter(**of)],
    }


def tables_json(data: RoadMapData) -> Json:
    """Also of a file that was only read."""
    return {
        "interim_results": [
            {
                "number": _words(row.number),
                "name": row.name.text,
                "scale": _words(row.scale),
                "values": {str(year): _figure(one) for year, one in sorted(row.values.items())},
                "source": _words(row.source),
            }
            for row in data.interim_results
        ],
        "goals": [_owner(row) for row in data.goals],
        "objectives": [_owner(row) for row in data.objectives],
        "factors": [
            {
                "code": row.code,
                "name": row.name.text,
                "low": plain(row.low),
                "high": plain(row.high),
                "weight": plain(row.weight),
            }
            for row in data.factors
        ],
        "key_activities": [
            {
                "number": _words(row.number),
                "target_number": _words(row.target_number),
                "name": row.name.text,
                "target_name": _words(row.target_name),
                "objective": _words(row.objective),
                "mandatory": row.mandatory,
                "scores": {code: _figure(one) for code, one in row.scores.items()},
                "total_printed": _figure(row.total_printed),
                "total": plain(row.total),
                "rank_printed": row.rank_printed,
                "rank": row.rank,
                "indicators": [_indicator(one) for one in row.indicators],
            }
            for row in data.key_activities
        ],
        "themes": [
            {
                "number": _words(row.number),
                "name": row.name.text,
                "objective": _words(row.objective),
                "indicators": [_indicator(one) for one in row.indicators],
            }
            for row in data.themes
        ],
        "teams": [
            {
                "kind": row.kind.value,
                "number": _words(row.number),
                "group": _words(row.group),
                "name": row.name.text,
                "members": [
                    {
                        "role": one.role,
                        "role_printed": _words(one.role_printed),
                        "number": one.number,
                        "position": one.position.text,
                    }
                    for one in row.members
                ],
            }
            for row in data.teams
        ],
    }


def register_json(register: Register) -> list[Json]:
    return [
        {name: getattr(entry.indicator, name) for name in DESCRIBED}
        | {
            "cap": plain(entry.indicator.cap),
            "figures": [
                {
                    "figure": slot.code,
                    "adopted": slot.reading.as_json() if slot.reading else None,
                    "conflict": slot.is_conflict,
                    "stated": [one.reading.as_json() for one in slot.statements],
                }
                for slot in entry.slots.values()
            ],
        }
        for entry in register.entries
    ]


def _owner(row: stated.Goal | stated.Objective) -> Json:
    return {
        "number": _words(row.number),
        "name": _words(row.name),
        "national_name": _words(row.national_name),
        "indicators": [_indicator(one) for one in row.indicators],
    }


def _indicator(row: stated.IndicatorRow) -> Json:
    return {
        "name": _words(row.name),
        "national_indicator": _words(row.national_indicator),
        "unit": _words(row.unit),
        "baseline": _figure(row.baseline),
        "baseline_year": row.baseline_year,
        "targets": {period: _figure(one) for period, one in sorted(row.targets.items())},
        "actuals": {period: _figure(one) for period, one in sorted(row.actuals.items())},
        "national_target": _figure(row.national_target),
        "source": _words(row.source),
        "coordinator": _words(row.coordinator),
        "implementers": _words(row.implementers),
    }


def _words(printed: stated.Printed | None) -> str | None:
    return printed.text if printed else None


def _figure(figure: stated.Figure | None) -> Json | None:
    return figure.reading.as_json() if figure else None
