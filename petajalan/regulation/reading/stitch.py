"""From grids to tables: parts on several pages become one table, with its caption, header and source."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from petajalan.regulation.document import BlockKind, Notice, Place, Row, Table
from petajalan.regulation.reading import headers
from petajalan.regulation.reading.notices import notice
from petajalan.regulation.reading.patterns import caption, caption_number
from petajalan.regulation.reading.pieces import Grid, Rest
from petajalan.regulation.reading.words import CELL_ITEM, closed, expects_more, words_of

CAPTION_REACH = (
    200  # a paragraph longer than this between a caption and a grid is running text: the caption is another's
)


@dataclass(slots=True)
class Draft:
    """A table while parts may still follow."""

    number: str | None
    caption: str
    caption_place: Place | None
    columns: int
    header_rows: tuple[Row, ...]
    formulas: tuple[str, ...]
    body: list[Row] = field(default_factory=list)
    source: str | None = None
    source_place: Place | None = None


class Stitcher:
    """Takes the grids and texts of a document in printed order."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.notices: list[Notice] = []
        self._caption: tuple[str, Place] | None = None
        self._adjacent = False  # nothing but page furniture since the last grid
        self._words: set[str] = set()  # of the running text so far

    def pass_text(self, kind: BlockKind, text: str, place: Place) -> None:
        """A block of text goes by."""
        self._words.update(words_of(text))
        if kind == BlockKind.CATCHWORD:
            return
        if kind == BlockKind.SOURCE and self._adjacent and self.drafts[-1].source is None:
            self.drafts[-1].source, self.drafts[-1].source_place = text, place
        self._adjacent = False
        if kind in (BlockKind.CAPTION, BlockKind.HEADING, BlockKind.SOURCE) or len(text) > CAPTION_REACH:
            self._give_up_caption()
        if kind == BlockKind.CAPTION:
            self._caption = (text, place)

    def add(self, grid: Grid) -> int | None:
        """Takes a grid; the index of the table it begins, or `None` when it carries the last table on."""
        number, words, place = self._take_caption()
        last = self.drafts[-1] if self.drafts else None
        same_number = last is not None and number is not None and number == last.number
        if last is not None and (self._adjacent or same_number):
            rows = self._continued(last, grid)
            if rows is not None:
                if rows and not last.body and grid.carries_on:
                    rows = self._rest_of_header(last, rows)
                if rows and last.body and grid.rest and grid.rest.row == len(grid.rows) - len(rows):
                    _finish(last.body, rows[0], grid.rest)
                    rows = rows[1:]
                elif rows and last.body and _cut_in_two(last.body[-1], rows[0]):
                    last.body[-1] = self._whole(last.body[-1], rows[0])
                    rows = rows[1:]
                last.body.extend(rows)
                self._adjacent = True
                return None
        depth = headers.depth(grid.rows)
        formulas, body = headers.take_formulas(grid.rows[depth:])
        self.drafts.append(Draft(number, words, place, grid.columns, grid.rows[:depth], formulas, list(body)))
        self._adjacent = True
        return len(self.drafts) - 1

    def _rest_of_header(self, draft: Draft, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Takes the rest of a header that a page break cut, in a row or between two; the rows that are left."""
        above, row = draft.header_rows[-1:], rows[0]
        if not above or draft.formulas or row[0].text or headers.is_empty(row):
            return rows
        if all(one.text for one, other in zip(above[0], row, strict=True) if other.text):
            draft.header_rows = (*draft.header_rows[:-1], self._whole(above[0], row))
            rows = rows[1:]
        while rows and headers.is_next_level(draft.header_rows[-1], rows[0]):
            draft.header_rows, rows = (*draft.header_rows, rows[0]), rows[1:]
        draft.formulas, rows = headers.take_formulas(rows)
        return rows

    def _whole(self, above: Row, row: Row) -> Row:
        """The two parts of a row put together, and the words that the page break cut in them."""
        cells = []
        for one, other in zip(above, row, strict=True):
            text = one.text
            if other.text:
                text += f"{self._between(one.text, other.text)}{other.text}"
            cells.append(replace(one, text=text, place=one.place.showing(text)))
        return tuple(cells)

    def _between(self, before: str, after: str) -> str:
        """What stands between the two parts: nothing in a word, a new line before a list item, else a space."""
        if CELL_ITEM.match(after):
            return "\n"
        first, last = words_of(before)[-1:], words_of(after)[:1]
        halves = {*first, *last}
        is_cut = before[-1].isalpha() and after[0].isalpha() and not halves <= self._words
        return "" if is_cut and "".join((*first, *last)) in self._words else " "

    def _take_caption(self) -> tuple[str | None, str, Place | None]:
        if self._caption is None:
            return None, "", None
        text, place = self._caption
        self._caption = None
        found = caption(text)
        if found is None or found["what"].casefold() != "tabel":
            return None, "", None
        return caption_number(found), found["title"].strip(), place

    def _continued(self, last: Draft, grid: Grid) -> tuple[Row, ...] | None:
        """The body rows of a grid that carries the last table on, or `None` when it is a table of its own."""
        if grid.columns != last.columns:
            return None
        rows = grid.rows
        repeated = headers.repeated(last.header_rows, rows)
        if repeated:
            rows = rows[repeated:]
        elif headers.is_empty(rows[0]):
            rows = rows[1:]
        elif not (grid.carries_on or headers.like_body(rows[0])):
            return None
        return headers.take_formulas(rows)[1]

    def _give_up_caption(self) -> None:
        """A caption whose table did not come: said, so that no table is missed in silence."""
        number, _, place = self._take_caption()
        if number is not None and place is not None:
            self.notices.append(notice("table_not_found", place, table=f"Tabel {number}"))

    def tables(self) -> tuple[Table, ...]:
        self._give_up_caption()
        return tuple(_table(index, draft) for index, draft in enumerate(self.drafts))


def _table(index: int, draft: Draft) -> Table:
    name = draft.number or f"#{index + 1}"
    body = headers.without_repeats(draft.header_rows, draft.formulas, draft.body)
    return Table(
        index=index,
        number=draft.number,
        caption=draft.caption,
        caption_place=draft.caption_place,
        headers=headers.join_levels(draft.header_rows, draft.columns),
        header_rows=tuple(_placed(row, name, 0) for row in draft.header_rows),
        rows=tuple(_placed(row, name, number) for number, row in enumerate(body, start=1)),
        column_formulas=draft.formulas,
        source=draft.source,
        source_place=draft.source_place,
    )


def _finish(body: list[Row], row: Row, rest: Rest) -> None:
    """Adds the rest of a row to the last one; a cell that rows above have merged takes its rest there."""
    for column, join in rest.joins.items():
        number = next((n for n in reversed(range(len(body))) if body[n][column].text), len(body) - 1)
        cell = body[number][column]
        text = f"{cell.text}{join}{row[column].text}"
        whole = replace(cell, text=text, place=cell.place.showing(text))
        body[number] = (*body[number][:column], whole, *body[number][column + 1 :])


def _cut_in_two(above: Row, row: Row) -> bool:
    """Whether a page break cut one row in two: no ordinal, and every text carries on a sentence of the row above."""
    pairs = [(one.text, other.text) for one, other in zip(above, row, strict=True)]
    parts = [(before, after) for before, after in pairs if after]
    ended = [len(before) for before, after in pairs[1:] if before and not after]
    if len(parts) == 1 and row[0].text and not ended:  # a group heading over all columns
        return expects_more(parts[0][0])
    if row[0].text or not all(before and not closed(before) for before, _ in parts):
        return False
    return all(after[0].islower() or after[0] in "(&/" or before.endswith(("-", "/", ",")) for before, after in parts)


def _placed(row: Row, table: str, number: int) -> Row:
    return tuple(
        replace(cell, place=replace(cell.place, table=table, row=number, column=column))
        for column, cell in enumerate(row, start=1)
    )
