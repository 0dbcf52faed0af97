"""Key activities with the units that lead and carry them out. `seen` is the version that the person saw."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import Unit
from petajalan.common import audit
from petajalan.planning.models import Implementer, KeyActivity, Objective, PolicyObjective, RoadMap
from petajalan.planning.services.priorities import rank_again
from petajalan.planning.services.refusals import Refused
from petajalan.planning.services.rows_left import remove_with_indicators
from petajalan.planning.services.writing import add, change, conflict, next_position, open_draft, same_agency


class KeyActivityValues(TypedDict, total=False):
    name: str
    objective: Objective | None
    policy_objective: PolicyObjective | None
    mandatory: bool | None  # False: an initiative of the agency
    coordinator: Unit | None
    second_coordinator: Unit | None
    all_units: bool
    national_code: str


@transaction.atomic
def add_key_activity(
    *, road_map: RoadMap, by: audit.Actor, at: datetime, reason: str = "", **values: Unpack[KeyActivityValues]
) -> KeyActivity:
    """`name` is needed. A mandatory activity ranks before the initiatives."""
    open_draft(road_map, by=by, at=at)
    given = {"name": "", **values}
    _fits(given.get("objective"), given.get("policy_objective"))
    _two_units(given.get("coordinator"), given.get("second_coordinator"))
    activity = add(KeyActivity, road_map=road_map, by=by, at=at, reason=reason, **given)
    rank_again(road_map)
    activity.refresh_from_db(fields=["total", "rank"])
    return activity


@transaction.atomic
def edit_key_activity(
    *, activity: KeyActivity, seen: int, by: audit.Actor, at: datetime, reason: str = "",
    **values: Unpack[KeyActivityValues],
) -> KeyActivity:  # fmt: skip
    """Changing `mandatory` moves the ranks of all."""
    open_draft(activity.road_map, by=by, at=at)
    given = dict(values)
    _fits(given.get("objective", activity.objective), given.get("policy_objective", activity.policy_objective))
    _two_units(
        given.get("coordinator", activity.coordinator), given.get("second_coordinator", activity.second_coordinator)
    )
    if change(activity, seen=seen, by=by, at=at, values=given, reason=reason) and "mandatory" in given:
        rank_again(activity.road_map)
        activity.refresh_from_db(fields=["total", "rank"])
    return activity


@transaction.atomic
def set_implementers(
    *, activity: KeyActivity, units: Sequence[Unit], all_units: bool, seen: int, by: audit.Actor, at: datetime,
    reason: str = "",
) -> KeyActivity:  # fmt: skip
    """Who carries it out: the units named, and with `all_units` every department and district active that day.

    The list is part of the activity: its version counts for both.
    """
    road_map = activity.road_map
    open_draft(road_map, by=by, at=at)
    for unit in units:
        same_agency(unit, road_map)
    stored = KeyActivity.objects.get(agency=activity.agency_id, pk=activity.pk)
    named = {one.unit_id: one.unit for one in activity.named_implementers.select_related("unit")}
    wanted = {unit.pk: unit for unit in units}
    if named.keys() == wanted.keys() and stored.all_units == all_units:
        return activity
    updated = KeyActivity.objects.filter(agency=activity.agency_id, pk=activity.pk, version=seen).update(
        all_units=all_units, version=seen + 1
    )
    if updated != 1:
        raise conflict(stored, {"all_units": all_units})
    activity.named_implementers.exclude(unit__in=wanted).delete()
    Implementer.objects.bulk_create(
        Implementer(
            agency_id=road_map.agency_id, road_map=road_map, position=position, key_activity=activity, unit=unit
        )
        for position, unit in enumerate(
            (unit for key, unit in wanted.items() if key not in named), start=next_position(Implementer, road_map)
        )
    )
    audit.record(
        agency=road_map.agency,
        by=by,
        action="key_activity_changed",
        about=activity,
        at=at,
        before={"implementers": sorted(map(str, named.values())), "all_units": stored.all_units},
        after={"implementers": sorted(map(str, wanted.values())), "all_units": all_units},
        reason=reason,
    )
    activity.version, activity.all_units = seen + 1, all_units
    return activity


@transaction.atomic
def remove_key_activity(*, activity: KeyActivity, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    """Its indicators go where no other row names them; the others move up."""
    open_draft(activity.road_map, by=by, at=at)
    remove_with_indicators(activity, seen=seen, by=by, at=at, reason=reason)
    rank_again(activity.road_map)


def _fits(objective: object, policy_objective: object) -> None:
    if isinstance(policy_objective, PolicyObjective) and (
        not isinstance(objective, Objective) or policy_objective.objective_id != objective.pk
    ):
        raise Refused(_("Sasaran kebijakan itu milik sasaran strategis lain. Pilih sasaran strategisnya juga."))


def _two_units(first: object, second: object) -> None:
    if second is not None and first is None:
        raise Refused(_("Pilih koordinatornya dahulu, baru koordinator kedua."))
    if second is not None and second == first:
        raise Refused(_("Koordinator kedua sama dengan koordinator. Pilih unit lain, atau kosongkan."))
