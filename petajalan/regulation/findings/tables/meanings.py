"""What columns a table has, and where their heads are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from petajalan.regulation.data import IndicatorRow, RegulationData, TableKind, TableMeaning
from petajalan.regulation.document import Place, Table

WITH_INDICATORS = (TableKind.GOALS, TableKind.OBJECTIVES, TableKind.KEY_ACTIVITIES, TableKind.THEMES)


@dataclass(frozen=True, slots=True)
class Known:
    """A table with what its columns mean."""

    table: Table
    meaning: TableMeaning

    @property
    def kind(self) -> TableKind:
        return self.meaning.kind

    def has(self, name: str) -> bool:
        return name in self.meaning.columns

    def periods(self) -> tuple[str, ...]:
        """The periods of its target columns, as printed."""
        return tuple(name.removeprefix("target:") for name in self.meaning.columns if name.startswith("target:"))

    def head(self, name: str | None = None) -> Place:
        """The head of a column that begins with `name`; else the first cell of the head, showing all of it."""
        cells = [cell for row in self.table.header_rows for cell in row if not cell.covered and cell.text]
        if name is not None:
            at = next((i for i, meaning in enumerate(self.meaning.columns, 1) if meaning.startswith(name)), None)
            found = next((cell.place for cell in reversed(cells) if cell.place.column == at), None)
            if found:
                return found
        if not cells:
            return self.table.caption_place or Place(table=self.table.name)
        return cells[0].place.showing(" | ".join(" ".join(cell.text.split()) for cell in cells))


def known_tables(data: RegulationData, *kinds: TableKind) -> Iterator[Known]:
    for meaning in data.meanings:
        if meaning.kind in kinds:
            yield Known(data.document.tables[meaning.table], meaning)


def rows_of(data: RegulationData, known: Known) -> list[IndicatorRow]:
    """The rows of a table that name an indicator, in printed order."""
    rows = [row for row in data.road_map.indicators() if row.table == known.table.index and row.name]
    return sorted(rows, key=lambda row: row.place.row or 0)
