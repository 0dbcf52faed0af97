"""Indicators and their figures from the rows of any table that has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from petajalan.calc.numbers import State, read_value
from petajalan.regulation.data import Figure, IndicatorRow, Printed
from petajalan.regulation.document import Cell
from petajalan.regulation.recognise.headers import period_of
from petajalan.regulation.recognise.rows import KnownRow, KnownTable

_NAMES = ("indicator", "national_indicator")
_SHARED = ("coordinator", "implementers", "source", "unit")  # a merged cell of these speaks for every row it covers
_STARTS_AN_ITEM = re.compile(r"[A-Z0-9(“\"•▪*-]|[a-z][.)]\s")
_MARKER = re.compile(r"^(?:\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+|[-•▪]\s+)")


def indicators(known: KnownTable, rows: Iterable[KnownRow]) -> tuple[IndicatorRow, ...]:
    """One for each indicator printed; a row without indicator and figures holds none."""
    reader = _Reader(known, known.columns("target"), known.columns("actual"), _baseline_year(known))
    return tuple(reader.read(rows))


def _baseline_year(known: KnownTable) -> int | None:
    said = period_of(known.header("baseline")) if known.has("baseline") else None
    return int(said[:4]) if said and said[:4].isdigit() else None


@dataclass(slots=True)
class _Reader:
    known: KnownTable
    targets: Mapping[str, int]
    actuals: Mapping[str, int]
    baseline_year: int | None

    def read(self, rows: Iterable[KnownRow]) -> Iterator[IndicatorRow]:
        above: dict[str, Printed] = {}
        for printed_row in rows:
            for row in _apart(printed_row):
                for meaning in (*_NAMES, *_SHARED):
                    if not row.is_covered(meaning):
                        above.pop(meaning, None)
                    if printed := row.printed(meaning):
                        above[meaning] = printed
                if self._states_something(row):
                    yield self._indicator(row, above)

    def _states_something(self, row: KnownRow) -> bool:
        return any(
            meaning in (*_NAMES, "baseline", "national_target") or meaning.startswith(("target:", "actual:"))
            for meaning in row.filled()
        )

    def _indicator(self, row: KnownRow, above: Mapping[str, Printed]) -> IndicatorRow:
        actuals = self._figures(row, "actual", self.actuals)
        baseline, year = row.figure("baseline"), self.baseline_year
        if baseline is None and actuals and not self.known.has("baseline"):
            latest = max(actuals)
            baseline, year = actuals.pop(latest), int(latest[:4]) if latest[:4].isdigit() else None
        return IndicatorRow(
            name=above.get("indicator"),
            place=row.place(),
            table=self.known.table.index,
            national_indicator=above.get("national_indicator"),
            unit=above.get("unit"),
            baseline=baseline,
            baseline_year=None if baseline is None else year,
            targets=self._figures(row, "target", self.targets),
            national_target=row.figure("national_target"),
            source=above.get("source"),
            actuals=actuals,
            coordinator=above.get("coordinator"),
            implementers=above.get("implementers"),
        )

    def _figures(self, row: KnownRow, prefix: str, columns: Mapping[str, int]) -> dict[str, Figure]:
        read = {period: row.figure(f"{prefix}:{period}") for period in columns}
        return {period: figure for period, figure in read.items() if figure is not None}


# ---- several indicators in one cell ----


def _apart(row: KnownRow) -> Iterator[KnownRow]:
    """The row, or one for each paragraph of its indicator cell when the figures beside it have as many."""
    name = row.cell("indicator") or row.cell("national_indicator")
    count = len(name.lines) if name is not None else 1
    if name is None or count < 2 or not all(_STARTS_AN_ITEM.match(line.strip()) for line in name.lines):
        yield row
        return
    parts = {meaning: _parts(cell, meaning, count) for meaning, cell in row.cells.items()}
    figures = [part for meaning, part in parts.items() if _is_figure(meaning) and part]
    if not figures or not all(_readable(words) for part in figures for words in part):
        yield row
        return
    for at in range(count):
        yield replace(row, cells={key: _part(cell, parts[key], at, key) for key, cell in row.cells.items()})


def _is_figure(meaning: str) -> bool:
    return meaning in ("baseline", "national_target") or meaning.startswith(("target:", "actual:"))


def _is_number(words: str) -> bool:
    return read_value(words).state in (State.SET, State.NOT_SET, State.NOT_AVAILABLE)


def _readable(words: str) -> bool:
    return read_value(words).state is not State.REFUSED


def _parts(cell: Cell, meaning: str, count: int) -> tuple[str, ...]:
    """As many statements as there are indicators: the paragraphs, or figures side by side; () when there are not."""
    lines = cell.lines
    words = tuple(cell.text.split())
    if len(lines) != count and (meaning == "unit" or (_is_figure(meaning) and all(map(_is_number, words)))):
        lines = words
    if len(lines) != count:
        return ()
    return tuple(_MARKER.sub("", words.strip()) if len(words.strip()) > 2 else words.strip() for words in lines)


def _part(cell: Cell, parts: tuple[str, ...], at: int, meaning: str) -> Cell:
    """The `at`-th statement; a cell with one statement for all keeps it, once when it is a figure."""
    if parts:
        return replace(cell, text=parts[at], place=cell.place.showing(parts[at]))
    if at == 0 or meaning in _SHARED:
        return cell
    return replace(cell, text="", covered=True)
