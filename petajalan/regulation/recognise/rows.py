"""The rows of a table whose columns are known: cells by meaning, headings over groups, rows that continue one above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from petajalan.calc.numbers import read_value
from petajalan.regulation.data import Figure, Printed, TableKind, TableMeaning
from petajalan.regulation.document import Cell, Place, Table
from petajalan.regulation.recognise.mandatory import says_mandatory
from petajalan.regulation.recognise.names import fold, plain

_ARABIC = re.compile(r"\d+[.)]?$")
_HEADING = re.compile(r"(SS|sasaran|tujuan|kegiatan utama|tema)\b|[A-Z]\.\s|[IVX]+\.\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KnownRow:
    cells: dict[str, Cell]  # by meaning
    loose: tuple[Cell, ...]  # of the columns without a meaning

    def cell(self, meaning: str) -> Cell | None:
        """The cell when something is printed in it."""
        cell = self.cells.get(meaning)
        return cell if cell is not None and cell.text.strip() else None

    def printed(self, meaning: str) -> Printed | None:
        cell = self.cell(meaning)
        return None if cell is None else as_printed(cell)

    def figure(self, meaning: str) -> Figure | None:
        """The figure of a column; an empty cell is a figure that is not set, a cell under a merged one is none."""
        cell = self.cells.get(meaning)
        return None if cell is None or cell.covered else as_figure(cell)

    def is_covered(self, meaning: str) -> bool:
        cell = self.cells.get(meaning)
        return cell is not None and cell.covered

    def filled(self) -> tuple[str, ...]:
        return tuple(meaning for meaning, cell in self.cells.items() if cell.text.strip())

    def place(self) -> Place:
        """The row as a whole: its line and number, showing what it prints."""
        cells = [*self.cells.values(), *self.loose]
        texts = [fold(cell.text) for cell in sorted(cells, key=_column) if cell.text.strip()]
        first = min(cells, key=_column).place
        return Place(first.line, first.page, first.table, first.row, None, " | ".join(texts))

    def ordinal(self) -> int | None:
        """The row's number when it is a plain one ("3", "3.")."""
        cell = self.cell("no")
        return int(cell.text.strip(" .)")) if cell is not None and _ARABIC.match(cell.text.strip()) else None


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs to one goal, activity, theme...: the row that names it and those that continue it.

    headings  the headings it stands under, the outer first: "Kegiatan Utama Mandatory", "SS.1: ..."
    """

    rows: tuple[KnownRow, ...]
    headings: tuple[Printed, ...] = ()

    @property
    def first(self) -> KnownRow:
        return self.rows[0]


@dataclass(frozen=True, slots=True)
class KnownTable:
    table: Table
    meaning: TableMeaning

    @property
    def kind(self) -> TableKind:
        return self.meaning.kind

    def has(self, prefix: str) -> bool:
        return any(column == prefix or column.startswith(f"{prefix}:") for column in self.meaning.columns)

    def columns(self, prefix: str) -> dict[str, int]:
        """What stands after "prefix:" in the meanings, and the index of the column."""
        return {
            column.removeprefix(f"{prefix}:"): at
            for at, column in enumerate(self.meaning.columns)
            if column.startswith(f"{prefix}:")
        }

    def header(self, meaning: str) -> str:
        return self.table.headers[self.meaning.columns.index(meaning)]

    def rows(self) -> Iterator[KnownRow]:
        for row in self.table.rows:
            pairs = list(zip(self.meaning.columns, row, strict=False))
            yield KnownRow(
                {meaning: cell for meaning, cell in pairs if meaning},
                tuple(cell for meaning, cell in pairs if not meaning),
            )

    def groups(self, owners: tuple[str, ...]) -> Iterator[Group]:
        """Rows by their owner (the first of `owners` that is printed); a repeated owner is still the same one."""
        rows = tuple(self.rows())
        numbered = _are_numbered(rows)
        gathering = _Gathering(owners)
        for row in rows:
            if heading := _heading(row, numbered):
                yield from gathering.close()
                gathering.add_heading(heading)
                continue
            if gathering.begins(row):
                yield from gathering.close()
            gathering.rows.append(row)
        yield from gathering.close()


def _are_numbered(rows: Iterable[KnownRow]) -> bool:
    """Whether rows here have a number of their own, so that one without it is a heading."""
    named = [row for row in rows if row.cell("name") and len(row.filled()) > 1]
    return bool(named) and all(row.ordinal() is not None for row in named)


def _heading(row: KnownRow, numbered: bool) -> Printed | None:
    """The words of a row that is a heading over the rows below: one cell across, or a mark that is no number."""
    filled = row.filled()
    if not filled or any(cell.text.strip() for cell in row.loose):
        return None
    if set(filled) == {"no", "name"} and row.ordinal() is None:
        return row.printed("name")
    if len(filled) > 1 or filled[0] not in ("no", "name"):
        return None
    cell = row.cells[filled[0]]
    marked = cell.column_span > 1 or _HEADING.match(cell.text.strip()) is not None
    alone = row.ordinal() is None if filled[0] == "no" else numbered
    return as_printed(cell) if marked or alone else None


@dataclass(slots=True)
class _Gathering:
    owners: tuple[str, ...]
    rows: list[KnownRow] = field(default_factory=list)
    headings: list[Printed] = field(default_factory=list)

    def add_heading(self, heading: Printed) -> None:
        """A heading replaces the one of its own sort and what stood under that."""
        sort = says_mandatory(heading.text) is None
        for at, above in enumerate(self.headings):
            if (says_mandatory(above.text) is None) is sort:
                del self.headings[at:]
                break
        self.headings.append(heading)

    def begins(self, row: KnownRow) -> bool:
        if not self.rows:
            return False
        first = self.rows[0]
        for owner in self.owners:
            cell, above = row.cell(owner), first.cell(owner)
            if cell is not None:
                repeated = above is not None and plain(above.text) == plain(cell.text)
                return not repeated or _renumbered(first, row)
        return False

    def close(self) -> Iterator[Group]:
        if self.rows:
            yield Group(tuple(self.rows), tuple(self.headings))
        self.rows = []


def _renumbered(first: KnownRow, row: KnownRow) -> bool:
    one, other = first.ordinal(), row.ordinal()
    return one is not None and other is not None and one != other


def _column(cell: Cell) -> int:
    return cell.place.column or 0


def as_printed(cell: Cell) -> Printed:
    return Printed(fold(cell.text), cell.place)


def as_figure(cell: Cell) -> Figure:
    return Figure(read_value(fold(cell.text)), cell.place)
