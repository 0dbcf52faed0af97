"""Naming the units that printed words mean, once an agency has its units."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from petajalan.common import audit
from petajalan.planning.models import Implementer, IndicatorRow, KeyActivity, RoadMap
from petajalan.planning.queries.national import reference_of
from petajalan.planning.services.unit_names import UnitNames
from petajalan.planning.services.writing import next_position, permitted


@transaction.atomic
def match_units(*, road_map: RoadMap, by: audit.Actor, at: datetime) -> int:
    """Give key activities the units that their print names, where nobody has named one; says how many were found.

    It adds what the print says already, so a plan in force may be matched too.
    """
    permitted(by, "planning.edit_plan", road_map.agency)
    of_plan = {"agency": road_map.agency_id, "road_map": road_map}
    units = UnitNames(road_map.agency, reference_of(road_map.agency))
    rows: dict[int, list[IndicatorRow]] = {}
    for row in IndicatorRow.objects.filter(**of_plan, key_activity__isnull=False):
        rows.setdefault(row.key_activity_id or 0, []).append(row)
    found: dict[str, str] = {}
    implemented = set(Implementer.objects.filter(**of_plan).values_list("key_activity", "unit"))
    new: list[Implementer] = []
    first = next_position(Implementer, road_map)
    for activity in KeyActivity.objects.filter(**of_plan):
        of_activity = rows.get(activity.pk, [])
        led = [units.find(row.coordinator) for row in of_activity]
        if activity.coordinator_id is None and (unit := next((one for one in led if one is not None), None)):
            matched = KeyActivity.objects.filter(pk=activity.pk, coordinator=None)
            if matched.update(coordinator=unit, version=activity.version + 1):
                activity.coordinator_id = unit.pk
                found[activity.name] = str(unit)
        for row, unit in zip(of_activity, led, strict=True):
            if unit is not None and unit.pk != activity.coordinator_id:
                IndicatorRow.objects.filter(pk=row.pk, coordinator_unit=None).update(coordinator_unit=unit)
        named = {unit.pk: unit for row in of_activity for unit in units.find_all(row.implementers)}
        for unit in named.values():
            if (activity.pk, unit.pk) not in implemented:
                new.append(
                    Implementer(
                        agency_id=road_map.agency_id,
                        road_map=road_map,
                        position=first + len(new),
                        key_activity=activity,
                        unit=unit,
                    )
                )
    Implementer.objects.bulk_create(new)
    if found or new:
        audit.record(
            agency=road_map.agency,
            by=by,
            action="units_matched",
            about=road_map,
            at=at,
            after={"coordinator": len(found), "implementers": len(new)},
        )
    return len(found)
