"""Keeping what the rules find in a plan, so that pages need not run them."""

from __future__ import annotations

from petajalan.planning.models import PlanCheck, RoadMap
from petajalan.planning.queries.live_findings import encode, find_in, is_current
from petajalan.planning.readings import RULES_VERSION
from petajalan.regulation.findings.model import Severity


def check_plan(*, road_map: RoadMap) -> bool:
    """Run the rules and keep what they find. `False` when the plan has not changed since the last time.

    It only derives, so it leaves no entry in the trail. Run by the worker after an edit, and when a plan is made.
    """
    kept = PlanCheck.objects.filter(agency=road_map.agency_id, road_map=road_map).first()
    if kept is not None and is_current(kept, road_map):
        return False
    found = find_in(road_map)
    PlanCheck.objects.update_or_create(
        road_map=road_map,
        defaults={
            "agency_id": road_map.agency_id,
            "findings": encode(found),
            "errors": found.count(Severity.ERROR),
            "warnings": found.count(Severity.WARNING),
            "notes": found.count(Severity.NOTE),
            "rules_version": RULES_VERSION,
            "edits": road_map.edits,
        },
    )
    return True
