"""What a person should know of the recognition: tables, columns and cells that could not be placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from petajalan.regulation.data import Printed, TableKind
from petajalan.regulation.document import Notice, Place, Table
from petajalan.regulation.recognise.rows import KnownTable


def notices(known: Sequence[KnownTable], left: Sequence[Printed]) -> Iterator[Notice]:
    """`left`: the cells that found no place."""
    for table in known:
        if table.kind is TableKind.UNKNOWN:
            yield _unknown_table(table.table)
        else:
            yield from _unknown_columns(table)
    without_meaning = {
        (table.table.name, at) for table in known for at, column in enumerate(table.meaning.columns, 1) if column == ""
    }
    for cell in left:
        if (cell.place.table, cell.place.column) not in without_meaning:
            yield _unplaced(cell)


def _unknown_table(table: Table) -> Notice:
    return Notice(
        "unknown_table",
        f"Tabel {table.name} tidak dikenali sebagai tabel road map; isinya tidak dimasukkan ke data.",
        f"Table {table.name} was not recognised as a road-map table; its contents are not in the data.",
        table.caption_place or _first_place(table),
    )


def _unknown_columns(known: KnownTable) -> Iterator[Notice]:
    table = known.table
    for at, column in enumerate(known.meaning.columns):
        if column == "" and any(row[at].text.strip() for row in table.rows):
            header = table.headers[at] or str(at + 1)
            yield Notice(
                "unknown_column",
                f"Kolom “{header}” pada Tabel {table.name} tidak dikenali; isinya disimpan sebagai catatan.",
                f"The column “{header}” of Table {table.name} was not recognised; its cells are kept as remarks.",
                _header_place(table, at),
            )


def _unplaced(cell: Printed) -> Notice:
    return Notice(
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
