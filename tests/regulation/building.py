"""Builders of documents and regulations for tests, as short as what they say.

    document(
        heading("BAB III AGENDA"),
        paragraph("Target disajikan pada tabel berikut:"),
        table("3.1", "Target Kegiatan Utama", "No | Kegiatan Utama | Target / 2024", '''
            1 | Arsip Digital | 80
            ^ | ^             | 75
        '''),
    )

In a table "^" continues the cell above (merged rows), "<" the one to the left (merged columns), "¶" separates the
paragraphs of a cell. Lines are counted as the document is built; every place carries its line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from petajalan.calc.numbers import read_value
from petajalan.regulation.data import (
    Factor,
    Figure,
    Goal,
    IndicatorRow,
    InterimResult,
    KeyActivity,
    Member,
    Objective,
    Printed,
    RegulationData,
    RoadMapData,
    Team,
    TeamKind,
    Theme,
)
from petajalan.regulation.document import Block, BlockKind, Cell, Document, Place, Row, Table

# ---- documents ----


def heading(text: str, level: int = 1) -> Block:
    return Block(BlockKind.HEADING, text, Place(printed=text), level=level)


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, Place(printed=text))


def item(marker: str, text: str, level: int = 0) -> Block:
    return Block(BlockKind.ITEM, text, Place(printed=f"{marker} {text}"), marker=marker, level=level)


def caption(text: str) -> Block:
    return Block(BlockKind.CAPTION, text, Place(printed=text))


def source(text: str) -> Block:
    return Block(BlockKind.SOURCE, text, Place(printed=text))


@dataclass(frozen=True)
class TablePart:
    """A table before it has its place in a document."""

    number: str | None
    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    formulas: tuple[str, ...] = ()
    source: str | None = None


def table(
    number: str | None,
    caption: str,
    headers: str,
    rows: str,
    formulas: str = "",
    source: str | None = None,
) -> TablePart:
    """A table from text: columns separated by "|", one body row per line, levels of a header separated by " / "."""
    names = _split(headers)
    body = tuple(_split(line) for line in rows.splitlines() if line.strip())
    for row in body:
        if len(row) != len(names):
            raise ValueError(f"{len(row)} cells under {len(names)} headers: {row}")
    return TablePart(number, caption, names, body, _split(formulas) if formulas else (), source)


def document(*parts: Block | TablePart, format: str = "text") -> Document:
    """The parts in printed order, each on its own line."""
    blocks: list[Block] = []
    tables: list[Table] = []
    line = 0
    for part in parts:
        line += 1
        if isinstance(part, Block):
            blocks.append(replace(part, place=replace(part.place, line=line)))
            continue
        built = _table(part, len(tables), line)
        if part.caption or part.number:
            blocks.append(Block(BlockKind.CAPTION, _caption(part), _place_of_caption(built)))
        blocks.append(Block(BlockKind.TABLE, "", Place(line=line + 1, table=built.name), table=built.index))
        line += len(part.rows) + 1
        if part.source:
            line += 1
            blocks.append(Block(BlockKind.SOURCE, part.source, Place(line=line, printed=part.source)))
            built = replace(built, source=part.source, source_place=Place(line=line, printed=part.source))
        tables.append(built)
    return Document(format, tuple(blocks), tuple(tables))


def _split(line: str) -> tuple[str, ...]:
    return tuple(cell.strip().replace("¶", "\n") for cell in line.split("|"))


def _caption(part: TablePart) -> str:
    return f"Tabel {part.number} {part.caption}" if part.number else part.caption


def _place_of_caption(table: Table) -> Place:
    if table.caption_place is None:
        raise ValueError("the table has no caption")
    return table.caption_place


def _table(part: TablePart, index: int, line: int) -> Table:
    name = part.number or f"#{index + 1}"
    words = _caption(part)
    return Table(
        index=index,
        number=part.number,
        caption=part.caption,
        caption_place=Place(line=line, printed=words) if part.caption or part.number else None,
        headers=part.headers,
        header_rows=_header_rows(part.headers, name, line + 1),
        rows=tuple(_row(part.rows, number, name, line) for number in range(len(part.rows))),
        column_formulas=part.formulas,
    )


def _header_rows(headers: tuple[str, ...], table: str, line: int) -> tuple[Row, ...]:
    """One row for each level of the deepest header; a header of fewer levels stands in the first rows."""
    levels = [header.split(" / ") for header in headers]
    depth = max(map(len, levels))
    texts = [[parts[level] if level < len(parts) else "" for parts in levels] for level in range(depth)]
    return tuple(
        tuple(
            Cell(text, Place(line=line, table=table, row=0, column=column, printed=text))
            for column, text in enumerate(row, 1)
        )
        for row in texts
    )


def _row(rows: tuple[tuple[str, ...], ...], number: int, table: str, line: int) -> Row:
    cells = []
    for column, text in enumerate(rows[number]):
        place = Place(line=line + 2 + number, table=table, row=number + 1, column=column + 1)
        if text in ("^", "<"):
            cells.append(Cell("", place, covered=True))
            continue
        down = 1
        while number + down < len(rows) and rows[number + down][column] == "^":
            down += 1
        right = 1
        while column + right < len(rows[number]) and rows[number][column + right] == "<":
            right += 1
        cells.append(Cell(text, replace(place, printed=text), row_span=down, column_span=right))
    return tuple(cells)


# ---- regulations as data, without a document to read them from ----


@dataclass
class Lines:
    """Counts lines, so that everything built has a place of its own, in the order in which it was built."""

    last: int = field(default=0)

    def next(self) -> int:
        self.last += 1
        return self.last


LINES = Lines()


def place(printed: str = "", table: str | None = None, row: int | None = None, column: int | None = None) -> Place:
    return Place(line=LINES.next(), table=table, row=row, column=column, printed=printed)


def printed(text: str | None, table: str | None = None) -> Printed | None:
    return None if text is None else Printed(text, place(text, table))


def words(text: str, table: str | None = None) -> Printed:
    return Printed(text, place(text, table))


def figure(text: str | None, table: str | None = None) -> Figure | None:
    return None if text is None else Figure(read_value(text), place(text, table))


def figures(by_period: dict[str, str], table: str | None = None) -> dict[str, Figure]:
    return {period: Figure(read_value(text), place(text, table)) for period, text in by_period.items()}


def indicator_row(
    name: str | None,
    baseline: str | None = None,
    targets: dict[str, str] | None = None,
    *,
    table: str = "3.4",
    table_index: int = 0,
    baseline_year: int | None = 2022,
    national_indicator: str | None = None,
    national_target: str | None = None,
    unit: str | None = None,
    source: str | None = None,
    coordinator: str | None = None,
    implementers: str | None = None,
) -> IndicatorRow:
    return IndicatorRow(
        name=printed(name, table),
        place=place(name or national_indicator or "", table),
        table=table_index,
        national_indicator=printed(national_indicator, table),
        unit=printed(unit, table),
        baseline=figure(baseline, table),
        baseline_year=None if baseline is None else baseline_year,
        targets=figures(targets or {}, table),
        national_target=figure(national_target, table),
        source=printed(source, table),
        coordinator=printed(coordinator, table),
        implementers=printed(implementers, table),
    )


def interim_result(
    name: str, values: dict[int, str], scale: str | None = "0-100", source: str | None = "Instansi"
) -> InterimResult:
    read = {year: Figure(read_value(text), place(text, "2.1")) for year, text in values.items()}
    return InterimResult(words(name, "2.1"), printed(scale, "2.1"), read, printed(source, "2.1"))


def goal(name: str | None, *indicators: IndicatorRow, national_name: str | None = None) -> Goal:
    return Goal(printed(name, "3.1"), printed(national_name, "3.1"), indicators)


def objective(name: str | None, *indicators: IndicatorRow, national_name: str | None = None) -> Objective:
    return Objective(printed(name, "3.2"), printed(national_name, "3.2"), indicators)


def factor(
    code: str, name: str | None = None, low: int | None = 1, high: int | None = 10, weight: str | None = None
) -> Factor:
    scale = (None if low is None else Decimal(low), None if high is None else Decimal(high))
    return Factor(code, words(name or code, "3.3"), *scale, None if weight is None else Decimal(weight))


def activity(
    name: str,
    *indicators: IndicatorRow,
    scores: dict[str, str] | None = None,
    total_printed: str | None = None,
    total: int | None = None,
    rank_printed: int | None = None,
    rank: int | None = None,
    target_name: str | None = None,
    objective: str | None = None,
    mandatory: bool | None = None,
) -> KeyActivity:
    return KeyActivity(
        name=words(name, "3.3"),
        target_name=printed(target_name, "3.4"),
        objective=printed(objective, "3.3"),
        mandatory=mandatory,
        scores=figures(scores or {}, "3.3"),
        total_printed=figure(total_printed, "3.3"),
        total=None if total is None else Decimal(total),
        rank_printed=rank_printed,
        rank=rank,
        indicators=indicators,
    )


def theme(name: str, *indicators: IndicatorRow, objective: str | None = None) -> Theme:
    return Theme(words(name, "3.5"), printed(objective, "3.5"), indicators)


def team(kind: TeamKind, name: str, chair: str | None, *members: str) -> Team:
    """A team with its chair and its members, numbered from 1."""
    listed = [Member("member", words(position, "4.1"), f"{number}.") for number, position in enumerate(members, 1)]
    chairs = [] if chair is None else [Member("chair", words(chair, "4.1"), None)]
    return Team(kind, words(name, "4.1"), (*chairs, *listed))


def regulation(read: Document | None = None, road_map: RoadMapData | None = None, **parts: object) -> RegulationData:
    """A regulation of the city "Kota Contoh" with nothing in it but what is given.

    `road_map` parts may be given by name: `regulation(goals=(...), teams=(...))`.
    """
    names = RoadMapData.__dataclass_fields__
    inside = {name: parts.pop(name) for name in list(parts) if name in names}
    plain: dict[str, object] = {
        "document": read or document(),
        "agency_kind": "city",
        "agency_name": "Kota Contoh",
        "number": "1",
        "year": 2023,
        "title": "ROAD MAP REFORMASI BIROKRASI PEMERINTAH KOTA CONTOH TAHUN 2023-2024",
        "period": (2023, 2024),
        "enacted_on": None,
        "identities": (),
        "citations": (),
        "articles": (),
        "sections": (),
        "meanings": (),
        "road_map": road_map or RoadMapData(**inside),  # type: ignore[arg-type]
    }
    return RegulationData(**{**plain, **parts})  # type: ignore[arg-type]
