"""The annex of a road map's regulation: chapters with the agency's own text, and all its tables.

An enacted version that nobody has edited repeats its print, errors included. A draft or an amendment prints what it
adopts and computes.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.exports.documents.collect.annex.choosing import road_map_of
from petajalan.exports.documents.collect.annex.composed import Tables
from petajalan.exports.documents.collect.annex.drafted import drafted_blocks
from petajalan.exports.documents.collect.annex.paging import in_parts
from petajalan.exports.documents.collect.annex.printed import Printed, printed_annex
from petajalan.exports.documents.collect.annex.signing import head_of, office_of, signature_of
from petajalan.exports.documents.collect.annex.standing import read_of
from petajalan.exports.documents.collect.notices import notices
from petajalan.exports.documents.tree import OfficialDocument
from petajalan.planning.models import RoadMap
from petajalan.planning.queries.register import register_of
from petajalan.planning.queries.stated import is_reprinted

EXAMPLE = "Dibuat dari kota contoh: bukan dokumen resmi, dan nama penanda tangannya contoh."

__all__ = ["Tables", "annex"]


def annex(choice: Choice) -> OfficialDocument:
    road_map = road_map_of(choice)
    made = reprinted(road_map) or drafted(road_map)
    return OfficialDocument(
        kind="annex",
        agency=choice.agency.name,
        title=(),
        head=made.head,
        parts=made.parts,
        notices=_notices(road_map, made),
    )


def reprinted(road_map: RoadMap) -> Printed | None:
    """The print again; `None` where the plan does not stand as it was printed, or where what was read is gone."""
    if not is_reprinted(road_map):
        return None
    data = read_of(road_map.agency_id, road_map.regulation_id)
    return None if data is None else printed_annex(road_map, data)


def drafted(road_map: RoadMap) -> Printed:
    blocks = drafted_blocks(road_map)
    if not blocks:
        raise NothingToWrite(_("Road map ini belum berisi naskah atau tabel. Isi dahulu naskahnya, lalu buat lagi."))
    office = office_of(road_map.agency)
    head = head_of(road_map, office)
    return Printed(head, tuple(in_parts([*blocks, signature_of(road_map, office)])))


def _notices(road_map: RoadMap, made: Printed) -> tuple[str, ...]:
    pictures = f"{made.pictures} gambar ada pada naskah aslinya saja." if made.pictures else ""
    open_ = sum(len(one.undecided) for one in register_of(road_map).entries) if road_map.is_draft else 0
    told = f"{open_} angka belum diputuskan." if open_ else "belum ditetapkan."
    example = EXAMPLE if road_map.agency.is_demonstration else ""
    return (*notices(draft=told if road_map.is_draft else ""), *(one for one in (pictures, example) if one))
