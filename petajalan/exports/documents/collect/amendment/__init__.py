"""The amendment of a road map: what was and what becomes, and the tables of the annex that change."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.exports.documents.collect.amendment.changes import KEPT, indicators_of, tables_of
from petajalan.exports.documents.collect.annex import EXAMPLE
from petajalan.exports.documents.collect.annex.choosing import road_map_of
from petajalan.exports.documents.collect.annex.drafted import drafted_tables
from petajalan.exports.documents.collect.annex.paging import in_parts
from petajalan.exports.documents.collect.annex.signing import office_of, signature_of
from petajalan.exports.documents.collect.notices import notices
from petajalan.exports.documents.tree import Block, Heading, OfficialDocument, Paragraph
from petajalan.planning.models import RoadMap
from petajalan.planning.queries.differences import differences_between


def amendment(choice: Choice) -> OfficialDocument:
    newer = _amending(choice)
    older = newer.based_on
    if older is None:
        raise NothingToWrite(
            _("Versi ini bukan perubahan atas versi lain. Pilih versi yang dibuat dengan “Mulai perubahan”.")
        )
    office = office_of(choice.agency)
    with translation.override("id"):
        blocks = tuple(_blocks(older, newer))
        if not blocks:
            raise NothingToWrite(_("Perubahan ini belum mengubah apa pun. Ubah dahulu isinya, lalu buat lagi."))
        return OfficialDocument(
            kind="amendment",
            agency=choice.agency.name,
            title=(),
            head=_head(older, newer, office),
            parts=tuple(in_parts([*blocks, signature_of(newer, office)])),
            notices=(
                *notices(draft="belum ditetapkan." if newer.is_draft else ""),
                *([EXAMPLE] if choice.agency.is_demonstration else []),
            ),
        )


def _amending(choice: Choice) -> RoadMap:
    """The version that was named, else the amendment that is being written, else the one in force."""
    if choice.road_map is None:
        drafts = RoadMap.objects.filter(agency=choice.agency, status="draft").exclude(based_on=None)
        newest = drafts.select_related("agency", "based_on").order_by("-version").first()
        if newest is not None:
            return newest
    return road_map_of(choice)


def _head(older: RoadMap, newer: RoadMap, office: str) -> tuple[str, ...]:
    of = f" {older.decree_reference.upper()}" if older.decree_reference else ""
    of = of.replace(" PERATURAN NOMOR", f" PERATURAN {office} NOMOR")
    return (
        "LAMPIRAN",
        f"PERATURAN {office}",
        "NOMOR … TAHUN …",
        "TENTANG",
        f"PERUBAHAN ATAS{of or f' PERATURAN {office}'} TENTANG {older.title.upper()}",
    )


def _blocks(older: RoadMap, newer: RoadMap) -> Iterator[Block]:
    found = differences_between(older, newer, only=KEPT)
    changed = list(tables_of(found))
    if not changed:
        return
    yield Heading("I. POKOK PERUBAHAN")
    if newer.reason:
        yield Paragraph(f"Alasan perubahan: {newer.reason}")
    for at, (title, table) in enumerate(changed):
        yield Heading(title, 2, f"{chr(ord('A') + at)}.")
        yield table
    indicators = indicators_of(found)
    if indicators is not None:
        yield Heading("II. INDIKATOR LAMA DAN BARU")
        yield indicators
    before, after = drafted_tables(older), drafted_tables(newer)
    tables = [table for name, table in after.items() if name not in before or before[name].rows != table.rows]
    if tables:
        yield Heading(f"{'III' if indicators is not None else 'II'}. TABEL YANG DIUBAH")
        yield Paragraph("Tabel berikut menggantikan tabel dengan nomor yang sama dalam lampiran yang diubah.")
        yield from tables
    gone = [table for name, table in before.items() if name not in after]
    for table in gone:
        yield Paragraph(f"Tabel {table.number} {table.caption} dihapus.")
