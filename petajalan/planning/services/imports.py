"""Importing a regulation from the command line or for the demonstration: read, check and adopt in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from petajalan.accounts.choices import AgencyKind
from petajalan.accounts.models import Agency
from petajalan.accounts.services import create_agency
from petajalan.common import audit
from petajalan.planning.choices import RegulationStatus
from petajalan.planning.models import Regulation, RoadMap
from petajalan.planning.queries.national import reference_of
from petajalan.planning.readings import Progress, RegulationRead, read_file
from petajalan.planning.services.adoption import store_road_map
from petajalan.planning.services.files import clean_filename, fingerprint, keep_file
from petajalan.planning.services.readings import store_reading
from petajalan.regulation.document import UnusableFile


class ImportOutcome(StrEnum):
    STORED = "stored"
    UNCHANGED = "unchanged"  # this very file is the agency's road map already, or was an earlier version of it
    DRY_RUN = "dry_run"
    REFUSED = "refused"  # strict, and the document has errors


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. `agency`, `regulation` and `road_map` are `None` where nothing was stored."""

    outcome: ImportOutcome
    read: RegulationRead
    agency: Agency | None = None
    agency_created: bool = False
    regulation: Regulation | None = None
    road_map: RoadMap | None = None


def import_regulation(
    *,
    agency: str,
    data: bytes,
    filename: str,
    by: audit.Actor,
    at: datetime,
    dry_run: bool = False,
    strict: bool = False,
    progress: Progress | None = None,
) -> ImportResult:
    """Read a regulation, keep its file, and make what it states the current road map of the agency with this slug.

    An unknown slug becomes an agency with the name and kind the document gives. The same content again changes
    nothing; other content makes a new version, and the older ones stay. With `strict` a document with errors is not
    stored. Before anything is stored it raises `UnusableFile`, also for a document without any table of a road map, or
    `ValidationError` for a slug that no agency may have.
    """
    known = Agency.objects.filter(slug=agency).first()
    read = read_file(data, filename, progress, reference=reference_of(known) if known else None)
    if read.data.road_map.is_empty:
        raise no_road_map()
    if dry_run:
        return ImportResult(ImportOutcome.DRY_RUN, read)
    if strict and read.errors:
        return ImportResult(ImportOutcome.REFUSED, read)
    with transaction.atomic():
        owner, created = _agency(agency, read, by=by, at=at)
        regulation = _regulation(owner, data, filename, by=by, at=at)
        road_map = RoadMap.objects.filter(agency=owner, regulation=regulation).first()
        if road_map:
            return ImportResult(ImportOutcome.UNCHANGED, read, owner, created, regulation, road_map)
        store_reading(regulation=regulation, read=read, at=at)
        audit.record(
            agency=owner,
            by=by,
            action="regulation_imported",
            about=regulation,
            at=at,
            after={"filename": regulation.filename, "errors": read.errors, "findings": len(read.findings)},
        )
        road_map = store_road_map(regulation=regulation, data=read.data, by=by, at=at)
    return ImportResult(ImportOutcome.STORED, read, owner, created, regulation, road_map)


def no_road_map() -> UnusableFile:
    return UnusableFile(
        "no_road_map",
        "Tidak ada tabel road map (tujuan, sasaran, kegiatan utama, tema, atau tim) yang dikenali dalam berkas ini, "
        "jadi tidak ada yang disimpan. Periksa apakah berkasnya benar dan tabelnya mempunyai kepala kolom.",
        "No table of a road map (goals, objectives, key activities, themes or teams) was recognised in this file, so "
        "nothing was stored. Check whether it is the right file and whether its tables have column headers.",
    )


def _agency(slug: str, read: RegulationRead, *, by: audit.Actor, at: datetime) -> tuple[Agency, bool]:
    known = Agency.objects.filter(slug=slug).first()
    if known:
        return known, False
    kind, name = read.data.agency_kind, read.data.agency_name
    agency = create_agency(
        name=(name or slug.replace("-", " ").title())[:150],
        kind=kind if kind in AgencyKind.values else AgencyKind.CITY,
        slug=slug,
        by=by,
        at=at,
    )
    return agency, True


def _regulation(agency: Agency, data: bytes, filename: str, *, by: audit.Actor, at: datetime) -> Regulation:
    digest = fingerprint(data)
    known = Regulation.objects.filter(agency=agency, sha256=digest).first()
    if known:
        return known
    regulation = Regulation(
        agency=agency,
        filename=clean_filename(filename),
        sha256=digest,
        size=len(data),
        uploaded_by=None if by == audit.SYSTEM else by,
        uploaded_at=at,
        status=RegulationStatus.WAITING,
        status_at=at,
    )
    keep_file(regulation, data)
    regulation.save()
    return regulation
