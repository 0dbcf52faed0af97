"""Where the print that a plan quotes has its tables: an amendment keeps their numbers and their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec

from petajalan.planning.models import (
    Goal,
    IndicatorRow,
    InterimResult,
    KeyActivity,
    Objective,
    PrintedTeam,
    RegulationReading,
    RoadMap,
    Theme,
)
from petajalan.planning.readings import decode
from petajalan.regulation.data import RegulationData

# By table: the rows that are printed in it.
ROWS: dict[str, Any] = {
    "interim_results": InterimResult.objects,
    "goals": Goal.objects,
    "objectives": Objective.objects,
    "priorities": KeyActivity.objects.exclude(scores=None),
    "key_activities": IndicatorRow.objects.exclude(key_activity=None),
    "themes": Theme.objects,
    "teams": PrintedTeam.objects,
}


@dataclass(frozen=True)
class Standing:
    """numbers  of tables, as printed ("3.4"); one that two kinds share is that of the first
    sections    of tables: number and title of the section that holds it"""

    numbers: dict[str, str] = field(default_factory=dict)
    sections: dict[str, tuple[str, str]] = field(default_factory=dict)


def standing_of(road_map: RoadMap) -> Standing:
    """Nothing for a plan that was made here."""
    if road_map.document_id is None:
        return Standing()
    numbers: dict[str, str] = {}
    for name, rows in ROWS.items():
        found = rows.filter(agency=road_map.agency_id, road_map=road_map).exclude(place_table="")
        number = found.order_by("position").values_list("place_table", flat=True).first()
        if number and number[:1].isdigit() and number not in numbers.values():
            numbers[name] = number
    data = read_of(road_map.agency_id, road_map.document_id)
    held = _sections(data) if data else {}
    return Standing(numbers, {name: held[number] for name, number in numbers.items() if number in held})


def _sections(data: RegulationData) -> dict[str, tuple[str, str]]:
    blocks, tables = data.document.blocks, data.document.tables
    return {
        tables[index].name: (section.number, section.title)
        for section in data.sections
        for at in section.blocks
        if (index := blocks[at].table) is not None
    }


def read_of(agency: int, regulation: int | None) -> RegulationData | None:
    """What was read in a regulation; `None` where that is gone, or kept in the shape of an earlier program."""
    reading = RegulationReading.objects.filter(agency=agency, regulation=regulation).first()
    if reading is None:
        return None
    try:
        return decode(reading.data, reading.findings).data
    except msgspec.ValidationError:
        return None
