"""The printed context of a finding: the rows around it, or the passage it stands in, with what matters marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext

from petajalan.planning.display import words
from petajalan.planning.display.outline import Outline, section_title
from petajalan.regulation.document import Block, Cell, Place, Row, Table

AROUND = 2  # rows shown before and after the only row of a finding; one where there are several
NARROW = 6  # columns that fit beside the list of findings
EXCERPT = 320  # characters shown before and after the words that matter


@dataclass(frozen=True, slots=True)
class PaperCell:
    text: str
    header: str
    row_span: int = 1
    column_span: int = 1
    hit: bool = False


@dataclass(frozen=True, slots=True)
class PaperRow:
    """`state` is "on" for a row the finding is about, "dim" for its neighbours, "gap" where rows were left out."""

    cells: tuple[PaperCell, ...]
    state: str = ""


@dataclass(frozen=True, slots=True)
class TablePaper:
    title: str
    table: Table
    header: tuple[PaperRow, ...]
    rows: tuple[PaperRow, ...]
    hit_title: bool = False

    @property
    def is_wide(self) -> bool:
        return len(self.table.headers) > NARROW


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class Passage:
    title: str
    place: str
    marker: str
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class Papers:
    """`tables` and `passages` in the order in which the finding names them."""

    tables: list[TablePaper] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    @property
    def are_wide(self) -> bool:
        return any(paper.is_wide for paper in self.tables)


def papers(outline: Outline, places: Sequence[Place]) -> Papers:
    found = Papers()
    tables: dict[int, list[Place]] = {}
    blocks: dict[int, list[Place]] = {}
    for place in places:
        table = outline.table(place)
        if table is not None:
            tables.setdefault(table.index, []).append(place)
        elif (block := outline.block(place)) is not None:
            blocks.setdefault(block, []).append(place)
        elif place.printed:
            found.passages.append(Passage("", words.place(place), "", (Piece(place.printed, True),)))
    for index, inside in tables.items():
        found.tables.append(_table_paper(outline.data.document.tables[index], inside))
    for index, inside in blocks.items():
        found.passages.append(_passage(outline, index, inside))
    return found


def _table_paper(table: Table, places: Sequence[Place]) -> TablePaper:
    hits = {(place.row, place.column) for place in places}
    rows_hit = sorted({place.row for place in places if place.row})
    return TablePaper(
        title=f"{words.table_name(table.name)} {table.caption}".strip(),
        table=table,
        header=_header(table, hits),
        rows=tuple(_body(table, rows_hit, hits)),
        hit_title=any(place.row is None for place in places),
    )


def _header(table: Table, hits: set[tuple[int | None, int | None]]) -> tuple[PaperRow, ...]:
    spans = _header_spans(table.header_rows)
    return tuple(
        PaperRow(
            tuple(
                PaperCell(cell.text, "", *spans[at, column], hit=(0, column + 1) in hits)
                for column, cell in enumerate(row)
                if (at, column) in spans
            )
        )
        for at, row in enumerate(table.header_rows)
    )


def _header_spans(rows: Sequence[Row]) -> dict[tuple[int, int], tuple[int, int]]:
    """Row and column span of each header cell that is drawn.

    A text file cannot merge cells: there an empty one under a title belongs to it, and so does an empty one beside it
    when something stands below.
    """
    spans = {
        (at, column): (cell.row_span, cell.column_span)
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        if not cell.covered
    }
    if len(rows) < 2 or any(span != (1, 1) for span in spans.values()) or len(spans) < sum(map(len, rows)):
        return spans
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell.text:
                continue
            below = any(rows[lower][column].text for lower in range(at + 1, len(rows)))
            if at and rows[at - 1][column].text:
                owner[at, column] = owner.get((at - 1, column), (at - 1, column))
            elif column and below and (at, column - 1) not in owner and rows[at][column - 1].text:
                owner[at, column] = (at, column - 1)
            elif column and below and owner.get((at, column - 1), (at + 1, 0))[0] == at:
                owner[at, column] = owner[at, column - 1]
    for spot, owning in owner.items():
        down, across = spans[owning]
        spans[owning] = (down + (spot[0] > owning[0]), across + (spot[0] == owning[0]))
        del spans[spot]
    return spans


def _body(table: Table, rows_hit: list[int], hits: set[tuple[int | None, int | None]]) -> Iterable[PaperRow]:
    shown = _window(len(table.rows), rows_hit)
    before = 0
    for number in shown:
        if number > before + 1:
            yield PaperRow((PaperCell("", "", column_span=max(len(table.headers), 1)),), "gap")
        state = "on" if number in rows_hit else "dim" if rows_hit else ""
        yield PaperRow(tuple(_cells(table, number, shown, hits)), state)
        before = number
    if before < len(table.rows):
        yield PaperRow((PaperCell("", "", column_span=max(len(table.headers), 1)),), "gap")


def _window(count: int, rows_hit: list[int]) -> list[int]:
    """Numbers of the rows to show: those hit and their neighbours; the first few when the table itself is meant."""
    if not rows_hit:
        return list(range(1, min(count, AROUND + 1) + 1))
    around = AROUND if len(rows_hit) == 1 else 1
    wanted = {number for hit in rows_hit for number in range(hit - around, hit + around + 1)}
    return sorted(number for number in wanted if 1 <= number <= count)


def _cells(
    table: Table, number: int, shown: list[int], hits: set[tuple[int | None, int | None]]
) -> Iterable[PaperCell]:
    """The cells of a row; one merged from above is drawn where the shown part of it begins."""
    row = table.rows[number - 1]
    last = number
    while last + 1 in shown:
        last += 1
    for column, cell in enumerate(row, start=1):
        origin, origin_row = _origin(table.rows, number, column - 1)
        if cell.covered and (origin.covered or column - 1 != _column_of(table.rows[origin_row - 1], origin)):
            continue
        if cell.covered and number - 1 in shown:
            continue
        left = origin.row_span - (number - origin_row)
        yield PaperCell(
            text=origin.text,
            header=table.headers[column - 1] if column <= len(table.headers) else "",
            row_span=max(1, min(left, last - number + 1)),
            column_span=origin.column_span,
            hit=(number, column) in hits or (number != origin_row and (origin_row, column) in hits),
        )


def _origin(rows: Sequence[Row], number: int, column: int) -> tuple[Cell, int]:
    """The cell that fills this spot and the row it starts in: itself, or the merged one above it."""
    at = number
    while at > 1 and rows[at - 1][column].covered:
        at -= 1
        if rows[at - 1][column].row_span > number - at:
            return rows[at - 1][column], at
    return rows[number - 1][column], number


def _column_of(row: Row, cell: Cell) -> int:
    return next((column for column, one in enumerate(row) if one is cell), -1)


def _passage(outline: Outline, index: int, places: Sequence[Place]) -> Passage:
    block = outline.blocks[index]
    chapter = outline.chapter(index)
    return Passage(
        title=section_title(chapter) if chapter else gettext("Judul dan batang tubuh"),
        place=words.place(places[0]),
        marker=block.marker,
        pieces=tuple(_pieces(block, places)),
    )


def _pieces(block: Block, places: Sequence[Place]) -> Iterable[Piece]:
    text = block.text
    spans = sorted({_span(text, place) for place in places})
    begin = max(0, spans[0][0] - EXCERPT)
    end = min(len(text), spans[-1][1] + EXCERPT)
    at = begin
    if begin:
        yield Piece("… ", False)
    for first, last in spans:
        if first < at:
            continue
        yield Piece(text[at:first], False)
        yield Piece(text[first:last], True)
        at = last
    yield Piece(text[at:end], False)
    if end < len(text):
        yield Piece(" …", False)


def _span(text: str, place: Place) -> tuple[int, int]:
    """Where the words of a place stand in the block; the whole block when they are not found as they are."""
    first = text.find(place.printed) if place.printed else -1
    return (first, first + len(place.printed)) if first >= 0 else (0, len(text))
