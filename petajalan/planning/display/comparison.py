"""What differs between a file and the database, in words and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petajalan.planning.display import words
from petajalan.planning.display.addresses import address_of
from petajalan.planning.models import IndicatorRow
from petajalan.planning.queries.comparison import DIFFERENT, ONLY_DATABASE, CellDifference, Comparison, Step

KINDS = {
    "interim_result": _("Hasil antara"),
    "goal": _("Tujuan"),
    "objective": _("Sasaran strategis"),
    "factor": _("Faktor prioritas"),
    "key_activity": _("Kegiatan utama"),
    "theme": _("Tema"),
    "team": _("Tim"),
    "member": _("Anggota"),
    "indicator_row": _("Indikator"),
    "section": _("Bagian naskah"),
}
FIELDS = {
    "name": _("nama"),
    "national_name": _("padanan nasional"),
    "target_name": _("nama dalam tabel target"),
    "national_indicator": _("indikator nasional"),
    "objective": _("sasaran"),
    "scale": _("skala"),
    "source": _("sumber data"),
    "unit": _("satuan"),
    "coordinator": _("koordinator"),
    "implementers": _("pelaksana"),
    "mandatory": _("sifat"),
    "rank": _("peringkat"),
    "group": _("kelompok tim"),
    "role": _("kedudukan dalam tim"),
    "number": _("nomor"),
    "title": _("judul"),
    "body": _("naskah"),
    "baseline": _("baseline"),
    "target": _("target"),
    "actual": _("realisasi"),
    "national_target": _("target nasional"),
    "value": _("nilai"),
    "score": _("skor"),
    "total": _("total skor"),
}
AROUND = 40  # characters shown before the first that differs
SHOWN = 160


@dataclass(frozen=True, slots=True)
class Told:
    """One difference for a list."""

    found: CellDifference
    way: str
    field: str
    sentence: str
    database: str
    file: str
    place: str
    address: str


def told(comparison: Comparison) -> tuple[Told, ...]:
    slug = comparison.road_map.agency.slug
    version = f"?versi={comparison.road_map.version}"
    return tuple(_told(one, slug, version) for one in comparison.differences)


def left_out_words(comparison: Comparison) -> list[str]:
    """Columns that the file does not print: "Indikator: satuan"."""
    return [f"{KINDS[kind]}: {_field(field, of)}" for kind, field, of in comparison.left_out]


def summary(comparison: Comparison) -> str:
    count = len(comparison.differences)
    told = {"count": count, "cells": comparison.cells, "version": comparison.road_map.version}
    if not count:
        return gettext("Tidak ada perbedaan: %(cells)d sel sama dengan road map versi %(version)d.") % told
    return gettext("%(count)d perbedaan dari %(cells)d sel yang dibandingkan dengan road map versi %(version)d.") % told


def as_json(comparison: Comparison, filename: str) -> dict[str, Any]:
    return {
        "agency": comparison.road_map.agency.slug,
        "version": comparison.road_map.version,
        "file": filename,
        "cells": comparison.cells,
        "differences": [_as_json(one) for one in told(comparison)],
        "columns_not_in_file": [
            {"kind": kind, "field": field, "of": of or None} for kind, field, of in comparison.left_out
        ],
    }


def _as_json(one: Told) -> dict[str, Any]:
    found = one.found
    return {
        "kind": found.kind,
        "message": one.sentence,
        "way": [{"kind": step.kind, "name": step.name} for step in found.way],
        "field": found.field or None,
        "of": found.of or None,
        "database": found.database,
        "file": found.file,
        "same_value": found.same_value,
        "place": found.place.as_json() if found.place else None,
        "row": {"kind": found.row._meta.model_name, "key": str(found.row.key), "address": one.address}
        if found.row
        else None,
    }


def _told(found: CellDifference, slug: str, version: str) -> Told:
    way = " · ".join(_step(step) for step in found.way)
    field = _field(found.field, found.of) if found.field else ""
    database, file = _parted(found.database, found.file)
    return Told(
        found, way, field, _sentence(found, way, field, database, file), database, file,
        words.place(found.place) if found.place else "", _address(found, slug, version),
    )  # fmt: skip


def _sentence(found: CellDifference, way: str, field: str, database: str, file: str) -> str:
    of = {"way": way, "field": field, "database": database, "file": file}
    if found.kind == ONLY_DATABASE:
        return gettext("%(way)s: ada di basis data, tidak ada dalam berkas.") % of
    if found.kind != DIFFERENT:
        return gettext("%(way)s: ada dalam berkas, tidak ada di basis data.") % of
    if found.database is None:
        return gettext("%(way)s, %(field)s: berkas mencetak “%(file)s”, basis data kosong.") % of
    if found.file is None:
        return gettext("%(way)s, %(field)s: berkas kosong, basis data “%(database)s”.") % of
    if found.same_value:
        return (
            gettext(
                "%(way)s, %(field)s: nilainya sama, ditulis “%(file)s” dalam berkas dan “%(database)s” di basis data."
            )
            % of
        )
    return gettext("%(way)s, %(field)s: berkas mencetak “%(file)s”, basis data “%(database)s”.") % of


def _step(step: Step) -> str:
    return f"{KINDS[step.kind]} “{step.name}”"


def _field(field: str, of: str) -> str:
    return f"{FIELDS.get(field, field)} {of}".strip()


def _parted(one: str | None, other: str | None) -> tuple[str, str]:
    """Long texts from shortly before where they part."""
    first, second = one or "", other or ""
    if max(len(first), len(second)) <= SHOWN:
        return first, second
    same = next((at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    at = min(len(first), len(second)) if same is None else same
    start = max(0, at - AROUND)
    if start:
        start = first.find(" ", start, at) + 1 or start
    return _cut(first, start), _cut(second, start)


def _cut(text: str, start: int) -> str:
    piece = text[start : start + SHOWN]
    return f"{'… ' if start else ''}{piece}{' …' if start + SHOWN < len(text) else ''}"


def _address(found: CellDifference, slug: str, version: str) -> str:
    row = found.row
    if row is None:
        return ""
    if isinstance(row, IndicatorRow) and row.indicator_id is not None:
        return address_of(slug, "Indicator", str(row.indicator.key)) + version if row.indicator else ""
    return address_of(slug, type(row).__name__, str(row.key)) + version
