"""Making what a regulation states a plan of the agency: as printed and in force, or as a draft with corrections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from petajalan.common import audit
from petajalan.planning.choices import RoadMapStatus
from petajalan.planning.models import Regulation, RoadMap
from petajalan.planning.plan_changes import plan_changed
from petajalan.planning.queries.national import framework_of, reference_of
from petajalan.planning.readings import decode
from petajalan.planning.services.checks import check_plan
from petajalan.planning.services.corrections import Choice, apply_choice, in_order
from petajalan.planning.services.counterparts import name_counterparts
from petajalan.planning.services.links import name_objectives, name_units
from petajalan.planning.services.printed_texts import collect_texts
from petajalan.planning.services.refusals import Refused
from petajalan.planning.services.register import build_register
from petajalan.planning.services.statements import Statements
from petajalan.planning.services.unit_names import UnitNames
from petajalan.planning.services.writing import permitted
from petajalan.regulation.data import RegulationData


@transaction.atomic
def adopt_regulation(
    *, regulation: Regulation, by: audit.Actor, at: datetime, choices: Sequence[Choice] | None = None
) -> RoadMap:
    """Make what a read regulation states a road map of the agency.

    Without `choices` it is adopted as printed and becomes the current one, enacted where the document says when. Twice
    is the same as once, and an earlier version becomes current again without being stored anew. With `choices` (an
    empty list, too) it becomes a draft that goes by them. Raises `Refused`.
    """
    permitted(by, "planning.upload_regulation", regulation.agency)
    stored = RoadMap.objects.filter(agency=regulation.agency_id, regulation=regulation).first()
    if choices is not None:
        if stored is not None:
            words = {"version": stored.version}
            raise Refused(_("Peraturan ini sudah menjadi road map versi %(version)d. Buka versi itu.") % words)
        data = decode(regulation.reading.data, regulation.reading.findings).data
        return store_draft(regulation=regulation, data=data, choices=choices, by=by, at=at)
    if stored is None:
        data = decode(regulation.reading.data, regulation.reading.findings).data
        return store_road_map(regulation=regulation, data=data, by=by, at=at)
    if not stored.current:
        _make_current(stored, by=by, at=at)
    return stored


def store_road_map(*, regulation: Regulation, data: RegulationData, by: audit.Actor, at: datetime) -> RoadMap:
    """The regulation's statements as printed, as the current version. Call inside a transaction.

    The version before stays readable, no longer current.
    """
    versions = RoadMap.objects.filter(agency=regulation.agency)
    before = versions.filter(current=True).values_list("version", flat=True).first()
    versions.filter(current=True).update(current=False)
    status = RoadMapStatus.ENACTED if data.enacted_on else RoadMapStatus.DRAFT
    road_map = _store(regulation, data, status=status, current=True, at=at).road_map
    audit.record(
        agency=regulation.agency,
        by=by,
        action="road_map_adopted",
        about=road_map,
        at=at,
        before={"version": before},
        after={"version": road_map.version, "regulation": regulation.filename},
    )
    plan_changed(agency=regulation.agency)
    return road_map


def store_draft(
    *, regulation: Regulation, data: RegulationData, choices: Sequence[Choice], by: audit.Actor, at: datetime
) -> RoadMap:
    """The regulation's statements as a draft, with the choices applied one by one as the edits they are."""
    alone = not RoadMap.objects.filter(agency=regulation.agency, current=True).exists()
    statements = _store(regulation, data, status=RoadMapStatus.DRAFT, current=alone, at=at)
    road_map = statements.road_map
    audit.record(
        agency=regulation.agency,
        by=by,
        action="road_map_drafted",
        about=road_map,
        at=at,
        after={"version": road_map.version, "regulation": regulation.filename},
    )
    for choice in in_order(statements, choices):
        apply_choice(statements, choice, by=by, at=at)
    return road_map


def _store(regulation: Regulation, data: RegulationData, *, status: str, current: bool, at: datetime) -> Statements:
    versions = RoadMap.objects.filter(agency=regulation.agency)
    start, end = data.years or (None, None)
    road_map = RoadMap.objects.create(
        agency=regulation.agency,
        regulation=regulation,
        document=regulation,
        version=(versions.aggregate(last=Max("version"))["last"] or 0) + 1,
        title=data.title or regulation.filename,
        period_start=start,
        period_end=end,
        status=status,
        current=current,
        decree_reference=_reference(data) if data.enacted_on else "",
        decree_date=data.enacted_on,
        created_at=at,
    )
    reference = reference_of(regulation.agency)
    statements = Statements(road_map)
    statements.collect(data.road_map)
    name_objectives(statements)
    build_register(statements, reference)
    framework = framework_of(road_map)
    if framework is not None:
        name_counterparts(statements, framework, reference)
    name_units(statements, UnitNames(regulation.agency, reference))
    collect_texts(statements, data, at)
    statements.store()
    check_plan(road_map=road_map)
    return statements


def _reference(data: RegulationData) -> str:
    """What people call the regulation, in the language of regulations."""
    return f"Peraturan Nomor {data.number} Tahun {data.year}" if data.number and data.year else ""


def _make_current(road_map: RoadMap, *, by: audit.Actor, at: datetime) -> None:
    versions = RoadMap.objects.filter(agency=road_map.agency_id)
    before = versions.filter(current=True).values_list("version", flat=True).first()
    versions.filter(current=True).update(current=False)
    versions.filter(pk=road_map.pk).update(current=True)
    road_map.current = True
    audit.record(
        agency=road_map.agency,
        by=by,
        action="road_map_adopted",
        about=road_map,
        at=at,
        before={"version": before},
        after={"version": road_map.version},
    )
    plan_changed(agency=road_map.agency)
