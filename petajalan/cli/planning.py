"""`petajalan import` and `petajalan show`: the road map of an agency into the database, and out of it."""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from petajalan.cli.database import open_database
from petajalan.cli.failure import Failure
from petajalan.cli.files import content_of, name_of, sentence_of
from petajalan.cli.language import gettext as _
from petajalan.cli.progress import Progress
from petajalan.regulation.document import UnusableFile

if TYPE_CHECKING:
    from petajalan.planning.models import Regulation, RoadMap
    from petajalan.planning.services import ImportResult


def import_file(given: argparse.Namespace) -> int:
    content = content_of(given.file)
    open_database()
    from django.core.exceptions import ValidationError

    from petajalan.common.audit import SYSTEM
    from petajalan.planning.services import import_regulation

    name = name_of(given.file)
    try:
        with Progress(_("Membaca %(file)s:") % {"file": name}) as progress:
            result = import_regulation(
                agency=given.agency,
                data=content,
                filename=name,
                by=SYSTEM,
                at=datetime.now(UTC),
                dry_run=given.dry_run,
                strict=given.strict,
                progress=progress,
            )
    except UnusableFile as error:
        raise Failure(sentence_of(error)) from error
    except ValidationError as error:
        raise Failure(_("Tidak disimpan: %(why)s") % {"why": " ".join(error.messages)}) from error
    print(summary(result, given))
    return 1 if given.strict and result.read.errors else 0


def summary(result: ImportResult, given: argparse.Namespace) -> str:
    from petajalan.planning.services import ImportOutcome

    counted = _("%(errors)d temuan berjenis kesalahan, %(all)d temuan seluruhnya.") % {
        "errors": result.read.errors,
        "all": len(result.read.findings),
    }
    match result.outcome:
        case ImportOutcome.DRY_RUN:
            outcome = _("Dapat dibaca; tidak ada yang disimpan (--dry-run).")
        case ImportOutcome.REFUSED:
            outcome = _("Ditolak karena berisi kesalahan; tidak ada yang disimpan (--strict).")
        case ImportOutcome.UNCHANGED:
            outcome = _("Berkas ini sudah tersimpan untuk %(agency)s; tidak ada yang berubah.") % {
                "agency": result.agency
            }
        case ImportOutcome.STORED:
            outcome = _("Road map %(agency)s tersimpan (versi %(version)d).") % {
                "agency": result.agency,
                "version": result.road_map.version if result.road_map else 1,
            }
            if result.agency_created:
                outcome = _("Instansi %(agency)s dibuat.") % {"agency": result.agency} + " " + outcome
    what = f"--agency {given.agency}" if result.road_map else shlex.quote(given.file)
    return f"{outcome} {counted}\n" + _("Rinciannya: petajalan check %(what)s") % {"what": what}


def show(given: argparse.Namespace) -> int:
    stored = current(given.agency)
    from petajalan.planning.queries import road_map_json

    if given.full:
        from petajalan.planning.queries.whole import whole_json

        return print_json(whole_json(stored))
    road_map = road_map_json(stored)
    if given.json:
        return print_json(road_map)
    print(outline(road_map))
    return 0


def print_json(shape: object) -> int:
    json.dump(shape, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


def compare(given: argparse.Namespace) -> int:
    """1 where anything differs."""
    content = content_of(given.file)
    road_map = version_of(given.agency, given.road_map)
    from petajalan.planning.display import comparison
    from petajalan.planning.queries.comparison import compare as held_against
    from petajalan.planning.readings import read_file

    name = name_of(given.file)
    try:
        with Progress(_("Membaca %(file)s:") % {"file": name}) as progress:
            read = read_file(content, name, progress)
    except UnusableFile as error:
        raise Failure(sentence_of(error)) from error
    found = held_against(road_map, read.data)
    if given.json:
        print_json(comparison.as_json(found, name))
        return 1 if found.differences else 0
    print(comparison.summary(found))
    for one in comparison.told(found):
        print(f"- {one.sentence}" + (f" ({one.place})" if one.place else ""))
    for column in comparison.left_out_words(found):
        print(_("Tidak ada kolomnya dalam berkas, jadi tidak dibandingkan: %(column)s") % {"column": column})
    return 1 if found.differences else 0


def version_of(slug: str, version: int | None) -> RoadMap:
    """The version of the agency's road map with this number, else the current one."""
    if version is None:
        return current(slug)
    open_database()
    from petajalan.planning.models import RoadMap

    found = RoadMap.objects.filter(agency__slug=slug, version=version).select_related("agency").first()
    if found is None:
        raise Failure(
            _("Instansi %(slug)s tidak mempunyai road map versi %(version)d.") % {"slug": slug, "version": version}
        )
    return found


def outline(road_map: dict[str, list[dict[str, object]]]) -> str:
    """Names only, one line each, for a person who wants to see what is there."""
    headings = {
        "interim_results": _("Hasil antara"),
        "goals": _("Tujuan"),
        "objectives": _("Sasaran strategis"),
        "key_activities": _("Kegiatan utama"),
        "themes": _("Tema"),
        "teams": _("Tim"),
    }
    lines = []
    for key, heading in headings.items():
        rows = road_map[key]
        lines.append(f"{heading} ({len(rows)})")
        lines += [f"  - {row['name'] or row.get('national_name') or ''}" for row in rows]
    return "\n".join(lines)


def current(slug: str) -> RoadMap:
    """The agency's current road map. A `Failure` that says how to get one when there is none."""
    open_database()
    from petajalan.planning.queries import current_road_map

    road_map = current_road_map(slug)
    if road_map is None:
        raise Failure(
            _("Instansi %(slug)s belum mempunyai road map. Simpan dahulu: petajalan import BERKAS --agency %(slug)s")
            % {"slug": slug}
        )
    return road_map


def current_regulation(slug: str) -> Regulation:
    """The regulation behind the agency's current road map. A `Failure` when the plan was written without one."""
    regulation = current(slug).regulation
    if regulation is None:
        raise Failure(
            _("Road map instansi %(slug)s disusun di aplikasi, bukan dari berkas. Temuannya ada di halaman Temuan.")
            % {"slug": slug}
        )
    return regulation
