"""What the check of the regulation found about the rows that name an indicator."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from petajalan.planning.models import RegulationReading, RoadMap
from petajalan.planning.queries.register import Register
from petajalan.planning.readings import decode_findings


def findings_of_rows(road_map: RoadMap, register: Register) -> dict[object, int]:
    """How many findings point at a row that names the indicator, by its primary key. One query.

    Nothing where the plan has no document, or an earlier version of the program kept the findings in another shape.
    """
    if road_map.document_id is None:
        return {}
    stored = RegulationReading.objects.filter(regulation=road_map.document_id, regulation__agency=road_map.agency_id)
    kept = stored.values_list("findings", flat=True).first()
    try:
        findings = decode_findings(kept) if kept is not None else ()
    except msgspec.ValidationError:
        return {}
    rows: dict[tuple[str | None, int | None], set[int]] = defaultdict(set)
    for number, finding in enumerate(findings):
        for place in finding.places:
            if place.table and place.row:
                rows[place.table, place.row].add(number)
    found: dict[object, int] = {}
    for entry in register.entries:
        about = set().union(*(rows.get((row.place_table, row.place_row), set()) for row in entry.rows))
        if about:
            found[entry.indicator.pk] = len(about)
    return found
