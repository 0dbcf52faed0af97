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
        led = [units.find_all(row.coordinator)[:2] for row in of_activity]
        leading = next((one for one in led if one), [])
        if activity.coordinator_id is None and leading:
            led_by = dict(zip(("coordinator", "second_coordinator"), leading, strict=False))
            matched = KeyActivity.objects.filter(pk=activity.pk, coordinator=None)
            if matched.update(**led_by, version=activity.version + 1):
                activity.coordinator, activity.second_coordinator = (
                    led_by["coordinator"],
                    led_by.get("second_coordinator"),
                )
                found[activity.name] = ", ".join(map(str, leading))
        of_it = {activity.coordinator_id, activity.second_coordinator_id}
        for row, own in zip(of_activity, led, strict=True):
            if own and own[0].pk not in of_it:
                IndicatorRow.objects.filter(pk=row.pk, coordinator_unit=None).update(coordinator_unit=own[0])
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
