"""The cells of tables that state indicators, as the plan has them: owners merged over the rows that they own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from petajalan.calc.numbers import Reading
from petajalan.exports.documents.collect.annex.columns import column_of, value_of
from petajalan.exports.documents.collect.annex.grids import head_of
from petajalan.exports.documents.tree import Align, Cell, Table
from petajalan.regulation.data import Figure, IndicatorRow, Printed

QUARTERS = {"Q1": "TW I", "Q2": "TW II", "Q3": "TW III", "Q4": "TW IV", "S1": "Semester I", "S2": "Semester II"}
DASH = "-"
TEXTS = ("indicator", "national_indicator", "unit", "source", "coordinator", "implementers")


@dataclass(frozen=True, slots=True)
class Owned:
    """What owns indicators, with the cells that stand once for all of them, by meaning."""

    cells: dict[str, str]
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Words across the table, over the owners that follow."""

    words: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A column that a table has where anything stands in it: its meaning, its head, and its cell of a row. A `None`
    instead of that: the cell is the owner's."""

    meaning: str
    head: str
    cell: Callable[[IndicatorRow], str | Reading | None] | None = None
    group: str = ""  # what stands over it and its neighbours
    always: bool = False


def measured(
    owners: Sequence[Owned | Heading], columns: Iterable[Wanted], *, number: str, caption: str, source: str = ""
) -> Table:
    owned = [one for one in owners if isinstance(one, Owned)]
    shown = [one for one in columns if one.always or any(_says(one, owner) for owner in owned)]
    rows: list[tuple[Cell, ...]] = []
    for owner in owners:
        if isinstance(owner, Heading):
            rows.append((Cell(owner.words, columns=len(shown), bold=True),))
        else:
            rows += _rows(owner, shown)
    return Table(
        columns=tuple(column_of(one.meaning) for one in shown),
        head=_head(shown),
        rows=tuple(rows),
        number=number,
        caption=caption,
        source=source,
    )


def common() -> tuple[Wanted, ...]:
    """What may stand beside the name of an indicator, before its figures."""
    return (Wanted("unit", "Satuan", lambda row: _text(row.unit)),)


def baseline(rows: Sequence[IndicatorRow]) -> Wanted:
    """With the year, when it is one for all."""
    years = {row.baseline_year for row in rows if row.baseline is not None}
    head = f"Baseline {years.pop()}" if len(years) == 1 and None not in years else "Baseline"
    return Wanted("baseline", head, lambda row: _reading(row.baseline), always=True)


def targets(rows: Sequence[IndicatorRow]) -> tuple[Wanted, ...]:
    """A column for each period that any of the rows has a target for."""
    found = sorted({period for row in rows for period, one in row.targets.items() if one.reading.printed != DASH})
    if len(found) == 1:
        return (Wanted(f"target:{found[0]}", f"Target {_period(found[0])}".strip(), _target(found[0])),)
    return tuple(Wanted(f"target:{one}", _period(one), _target(one), group="Target") for one in found)


def national_target() -> Wanted:
    return Wanted("national_target", "Target Nasional", lambda row: _reading(row.national_target))


def responsible() -> tuple[Wanted, ...]:
    return (
        Wanted("source", "Sumber Data", lambda row: _text(row.source)),
        Wanted("coordinator", "Koordinator", lambda row: _text(row.coordinator)),
        Wanted("implementers", "Pelaksana", lambda row: _text(row.implementers)),
    )


def source() -> Wanted:
    return Wanted("source", "Sumber Data", lambda row: _text(row.source))


def indicator(head: str) -> Wanted:
    return Wanted("indicator", head, lambda row: _text(row.name), always=True)


def national_indicator() -> Wanted:
    return Wanted("national_indicator", "Indikator Nasional", lambda row: _text(row.national_indicator))


def owner(meaning: str, head: str, *, always: bool = False) -> Wanted:
    return Wanted(meaning, head, always=always)


def figure_cell(reading: Reading | None) -> Cell:
    if reading is None:
        return Cell(DASH, align=Align.CENTER)
    return Cell(reading.printed or DASH, value_of(reading))


def _says(column: Wanted, owned: Owned) -> bool:
    if column.cell is None:
        return bool(owned.cells.get(column.meaning))
    return any(column.cell(row) is not None for row in owned.rows)


def _rows(owned: Owned, columns: Sequence[Wanted]) -> list[tuple[Cell, ...]]:
    """One row at least; what the owner says stands once, merged over all."""
    count = max(len(owned.rows), 1)
    made = []
    for at in range(count):
        cells = []
        for column in columns:
            if column.cell is None:
                if at == 0:
                    cells.append(Cell(owned.cells.get(column.meaning, ""), rows=count))
            elif not owned.rows:
                cells.append(Cell(""))
            else:
                cells.append(_cell(column, column.cell(owned.rows[at])))
        made.append(tuple(cells))
    return made


def _cell(column: Wanted, said: str | Reading | None) -> Cell:
    if isinstance(said, str):
        return Cell(said)
    if said is None and column.meaning in TEXTS:
        return Cell("")
    return figure_cell(said)


def _head(columns: Sequence[Wanted]) -> tuple[tuple[Cell, ...], ...]:
    if not any(one.group for one in columns):
        return head_of([[one.head for one in columns]])
    upper, before = [], ""
    for one in columns:
        upper.append("" if one.group and one.group == before else one.group or one.head)
        before = one.group
    return head_of([upper, [one.head if one.group else "" for one in columns]])


def _target(period: str) -> Callable[[IndicatorRow], Reading | None]:
    return lambda row: _reading(row.targets.get(period))


def _period(period: str) -> str:
    """ "2024", "TW I 2024"."""
    year, _dash, part = period.partition("-")
    return f"{QUARTERS.get(part, part)} {year}" if part else QUARTERS.get(year, year)


def _text(printed: Printed | None) -> str | None:
    return printed.text if printed else None


def _reading(figure: Figure | None) -> Reading | None:
    return figure.reading if figure else None
