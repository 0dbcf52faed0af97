"""Whatever a table holds, recognition ends, and each of its cells is in the road map, unplaced, or reported."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from petajalan.regulation.data import RoadMapData, TableKind
from petajalan.regulation.document import Place
from petajalan.regulation.recognise import recognise
from petajalan.regulation.recognise.factors import is_weights
from petajalan.regulation.recognise.rows import KnownTable
from tests.regulation.building import document, table

HEADERS = st.sampled_from(
    "No,Kegiatan Utama,Indikator,Indikator Nasional,Satuan,Baseline 2022,Target 2023,Target / 2024,2025,Koordinator,"
    "Pelaksana,Mandat (1-10),Keparahan,Waktu,Kesiapan,Bobot,Total,Peringkat,Sifat,Tema,Sasaran,Tujuan,Tujuan Nasional,"
    "Target Nasional,Sumber Data,Skala,Nilai 2021,Hasil Antara,Kedudukan dalam Tim,Jabatan,Nama,Tim,Ketua,Anggota,"
    "Uraian,Keterangan,Rata-rata Skor,".split(",")
)
CELLS = st.sampled_from(
    ",,,1,2,3.,A,SS.1: Tata kelola,Arsip Digital,Indeks SPBE,1. Satu¶2. Dua,70¶75,2.66,2,66,BB,-,n.a,10,Mandatory,"
    "TIM EVALUASI,TIM RB TEMATIK¶Ketua,1. Ketua¶2. Anggota,Inspektur¶1. Irban I,Anggota,^,<,Bobot,30%,x".split(",")
)
CAPTIONS = st.sampled_from(["", "Prioritas Kegiatan Utama", "Tujuan", "RB Tematik Pangan", "Susunan Tim", "Lain"])
REPEATED = ("name", "national_name", "goal", "objective", "team")  # names that may stand on each row of their group


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, str, str]:
    width = draw(st.integers(1, 7))
    headers = [draw(HEADERS) for _ in range(width)]
    rows = [[draw(CELLS) for _ in range(width)] for _ in range(draw(st.integers(1, 5)))]
    rows[0] = ["x" if cell == "^" else cell for cell in rows[0]]
    for row in rows:
        row[0] = "x" if row[0] == "<" else row[0]
    return draw(CAPTIONS), " | ".join(headers), "\n".join(" | ".join(row) or "-" for row in rows)


@settings(max_examples=150, deadline=None)
@given(tables())
def test_every_cell_is_somewhere(drawn: tuple[str, str, str]) -> None:
    caption, headers, rows = drawn
    if not rows.replace("\n", "").strip(" |"):
        return
    data = recognise(document(table("7.1", caption, headers, _with_marks(rows))))
    (meaning,) = data.meanings
    if meaning.kind is TableKind.UNKNOWN:
        assert [notice.code for notice in data.notices] == ["unknown_table"]
        return
    held = _places(data.road_map) | {(cell.place.row, cell.place.column) for cell in data.road_map.unplaced}
    repeated: dict[str, set[str]] = {}
    for row in KnownTable(data.document.tables[0], meaning).rows():
        for name, cell in (*row.cells.items(), *(("", loose) for loose in row.loose)):
            again = name in REPEATED and cell.text.strip().casefold() in repeated.setdefault(name, set())
            repeated.setdefault(name, set()).add(cell.text.strip().casefold())
            number = name == "no" and len(cell.text.strip()) <= 8
            if cell.text.strip() and not (again or number or is_weights(row)):
                assert (cell.place.row, cell.place.column) in held


def _with_marks(rows: str) -> str:
    """Rows that are wholly empty would vanish from the table: they get a mark."""
    return "\n".join(row if row.strip(" |") else row + "x" for row in rows.split("\n"))


def _places(value: object) -> set[tuple[int | None, int | None]]:
    if isinstance(value, Place):
        return {(value.row, value.column)}
    if isinstance(value, RoadMapData) or is_dataclass(value):
        return {place for field in fields(value) for place in _places(getattr(value, field.name))}
    if isinstance(value, dict):
        return _places(tuple(value.values()))
    return {place for item in value for place in _places(item)} if isinstance(value, tuple) else set()
