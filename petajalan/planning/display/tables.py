"""A table printed and read side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from petajalan.planning.display import words
from petajalan.planning.display.findings import Entry, gravest_first
from petajalan.regulation.data import Figure, RegulationData, RoadMapData, TableKind, TableMeaning, Team
from petajalan.regulation.document import Place, Row, Table

Spot = tuple[str | None, int | None, int | None]  # table, row, column


@dataclass(frozen=True, slots=True)
class Column:
    header: str
    meaning: str
    placed: bool


@dataclass(frozen=True, slots=True)
class ReadCell:
    """`read` is what was read, in words, where the cell holds a figure; `known` says that it is a value."""

    lines: tuple[str, ...]
    header: str
    read: str = ""
    known: bool = True
    refused: bool = False
    row_span: int = 1
    column_span: int = 1
    flagged: str = ""  # severity of the gravest finding that points at this very cell

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class ReadRow:
    number: int
    place: str
    cells: tuple[ReadCell, ...]
    findings: tuple[Entry, ...]
    is_group: bool


@dataclass(frozen=True, slots=True)
class TableSummary:
    """A table in the list of tables. `position` counts from 1; `figures` counts the figures that were read."""

    position: int
    name: str
    caption: str
    kind: str
    known: bool
    rows: int
    figures: int
    unplaced_columns: int
    place: str
    findings: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ReadTeam:
    kind: str
    name: str
    members: tuple[tuple[str, str], ...]  # role in words, and who


@dataclass(frozen=True, slots=True)
class TablePage:
    summary: TableSummary
    columns: tuple[Column, ...]
    rows: tuple[ReadRow, ...]
    findings: tuple[Entry, ...]  # those about the table as a whole, its caption or its header
    source: str
    teams: tuple[ReadTeam, ...]


def figures(road_map: RoadMapData) -> Iterator[Figure]:
    for result in road_map.interim_results:
        yield from result.values.values()
    for activity in road_map.key_activities:
        yield from activity.scores.values()
        if activity.total_printed:
            yield activity.total_printed
    for row in road_map.indicators():
        yield from filter(None, (row.baseline, row.national_target))
        yield from row.targets.values()
        yield from row.actuals.values()


def summaries(data: RegulationData, entries: Sequence[Entry]) -> list[TableSummary]:
    counts: dict[str | None, int] = defaultdict(int)
    for figure in figures(data.road_map):
        counts[figure.place.table] += 1
    return [
        _summary(table, meaning, counts[table.name], entries)
        for table, meaning in zip(data.document.tables, data.meanings, strict=True)
    ]


def table_page(data: RegulationData, index: int, entries: Sequence[Entry]) -> TablePage:
    table, meaning = data.document.tables[index], data.meanings[index]
    read = {_spot(figure.place): figure for figure in figures(data.road_map) if figure.place.table == table.name}
    about = _pointing_at(table.name, entries)
    columns = tuple(
        Column(header, words.column(column), bool(column))
        for header, column in zip(table.headers, meaning.columns, strict=True)
    )
    rows = tuple(_row(number, row, table, read, about) for number, row in enumerate(table.rows, start=1))
    in_rows = {entry.number for row in rows for entry in row.findings}
    here = [entry for entry in entries if any(place.table == table.name for place in entry.finding.places)]
    return TablePage(
        summary=_summary(table, meaning, len(read), entries),
        columns=columns,
        rows=rows,
        findings=tuple(gravest_first([entry for entry in here if entry.number not in in_rows])),
        source=table.source or "",
        teams=tuple(_team(team) for team in data.road_map.teams if team.name.place.table == table.name),
    )


def _team(team: Team) -> ReadTeam:
    members = tuple((words.role(member.role), member.position.text) for member in team.members)
    return ReadTeam(str(words.TEAM_KINDS[team.kind]), team.name.text, members)


def _summary(table: Table, meaning: TableMeaning, count: int, entries: Sequence[Entry]) -> TableSummary:
    return TableSummary(
        position=table.index + 1,
        name=words.table_name(table.name),
        caption=table.caption,
        kind=str(words.TABLE_KINDS[meaning.kind]),
        known=meaning.kind is not TableKind.UNKNOWN,
        rows=len(table.rows),
        figures=count,
        unplaced_columns=sum(1 for column in meaning.columns if not column)
        if meaning.kind is not TableKind.UNKNOWN
        else 0,
        place=words.file_place(table.caption_place or (table.rows[0][0].place if table.rows else Place())),
        findings=tuple(entry for entry in entries if any(place.table == table.name for place in entry.finding.places)),
    )


def _pointing_at(table: str, entries: Sequence[Entry]) -> dict[tuple[int | None, int | None], list[Entry]]:
    """Findings by the row and the column they name."""
    about: dict[tuple[int | None, int | None], list[Entry]] = defaultdict(list)
    for entry in entries:
        for place in entry.finding.places:
            if place.table == table and place.row:
                about[place.row, place.column].append(entry)
    return about


def _row(
    number: int,
    row: Row,
    table: Table,
    read: dict[Spot, Figure],
    about: dict[tuple[int | None, int | None], list[Entry]],
) -> ReadRow:
    found = {entry.number: entry for (at, _column), entries in about.items() if at == number for entry in entries}
    cells = []
    for column, cell in enumerate(row, start=1):
        if cell.covered:
            continue
        figure = read.get((table.name, number, column))
        flags = gravest_first(about.get((number, column), []))
        cells.append(
            ReadCell(
                lines=cell.lines,
                header=table.headers[column - 1] if column <= len(table.headers) else "",
                read=words.reading(figure.reading) if figure else "",
                known=figure is None or figure.reading.state.value in ("set", "text"),
                refused=figure is not None and figure.reading.state.value == "refused",
                row_span=cell.row_span,
                column_span=cell.column_span,
                flagged=flags[0].severity if flags else "",
            )
        )
    filled = [cell for cell in row if cell.text]
    is_group = len(filled) == 1 and len(row) > 2 and (filled[0].column_span > 1 or filled[0] is row[0])
    if is_group:
        cells = [ReadCell(lines=filled[0].lines, header="", column_span=len(row))]
    place = next((words.file_place(cell.place) for cell in row if cell.text), "")
    return ReadRow(number, place, tuple(cells), tuple(gravest_first(list(found.values()))), is_group)


def _spot(place: Place) -> Spot:
    return (place.table, place.row, place.column)
