"""Which printed cells found no place in the road map, and the notices that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass

from petajalan.regulation.data import Printed, RoadMapData, TableKind
from petajalan.regulation.document import Notice, Place, Table
from petajalan.regulation.recognise.factors import is_weights
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.recognise.rows import KnownTable, as_printed

_Spot = tuple[str | None, int | None, int | None]
_REPEATED = {"name", "national_name", "goal", "objective", "team"}
_LONGEST_NUMBER = 8


def unplaced(tables: Iterable[KnownTable], road_map: RoadMapData) -> Iterator[Printed]:
    """Cells of the known tables that no part of the road map holds.

    Left out: row numbers, names printed again on each row of their group, and the words of a row of weights.
    """
    held = set(_spots(road_map))
    for known in tables:
        said: dict[str, str] = {}
        for row in known.rows():
            weights = is_weights(row)
            for meaning, cell in (*row.cells.items(), *(("", loose) for loose in row.loose)):
                if not cell.text.strip():
                    continue
                words = plain(cell.text)
                again = meaning in _REPEATED and said.get(meaning) == words
                said[meaning] = words
                number = meaning == "no" and len(cell.text.strip()) <= _LONGEST_NUMBER
                if not (_spot(cell.place) in held or again or number or weights):
                    yield as_printed(cell)


def notices(tables: Sequence[Table], known: Sequence[KnownTable], left: Sequence[Printed]) -> Iterator[Notice]:
    placed = {table.table.index: table for table in known}
    for table in tables:
        meaning = placed[table.index].meaning
        place = table.caption_place or _first_place(table)
        if meaning.kind is TableKind.UNKNOWN:
            yield Notice(
                "unknown_table",
                f"Tabel {table.name} tidak dikenali sebagai tabel road map; isinya tidak dimasukkan ke data.",
                f"Table {table.name} was not recognised as a road-map table; its contents are not in the data.",
                place,
            )
            continue
        for at, column in enumerate(meaning.columns):
            if column == "" and any(row[at].text.strip() for row in table.rows):
                header = table.headers[at] or str(at + 1)
                yield Notice(
                    "unknown_column",
                    f"Kolom “{header}” pada Tabel {table.name} tidak dikenali; isinya disimpan sebagai catatan.",
                    f"The column “{header}” of Table {table.name} was not recognised; its cells are kept as remarks.",
                    _header_place(table, at),
                )
    for cell in left:
        known_table = next((table for table in known if table.table.name == cell.place.table), None)
        if known_table is not None and known_table.meaning.columns[(cell.place.column or 1) - 1]:
            yield Notice(
                "unplaced_cell",
                f"Isi “{cell.text}” pada Tabel {cell.place.table} tidak dapat ditempatkan; periksa barisnya.",
                f"“{cell.text}” in Table {cell.place.table} could not be placed; check its row.",
                cell.place,
            )


def _header_place(table: Table, column: int) -> Place:
    for row in reversed(table.header_rows):
        if column < len(row) and row[column].text:
            return row[column].place
    return table.caption_place or _first_place(table)


def _first_place(table: Table) -> Place:
    for row in (*table.header_rows, *table.rows):
        for cell in row:
            return cell.place
    return Place(table=table.name)


def _spots(value: object) -> Iterator[_Spot]:
    if isinstance(value, Place):
        yield _spot(value)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spots(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _spots(item)
    elif isinstance(value, dict):
        yield from _spots(tuple(value.values()))


def _spot(place: Place) -> _Spot:
    return (place.table, place.row, place.column)
