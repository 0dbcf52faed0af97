"""Tables that a converter wrote as HTML inside Markdown, because pipes cannot show merged cells."""

from __future__ import annotations

from html.parser import HTMLParser

from petajalan.regulation.document import Place
from petajalan.regulation.reading.limits import Watch
from petajalan.regulation.reading.pieces import Grid, Spot, grid
from petajalan.regulation.reading.words import cell_text

BREAKS = {"p", "br", "div", "li"}
MOST_SPAN = 200


class _Rows(HTMLParser):
    """Cells with the row they begin in and the columns that are free there; `lines` holds the line of each row."""

    def __init__(self, first: int, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self.spots: list[Spot] = []
        self.lines: list[int] = []
        self._first = first
        self._taken: set[tuple[int, int]] = set()
        self._column = 0
        self._open: tuple[int, int, list[str]] | None = None  # row span, column span, paragraphs

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._close()
            self.lines.append(self._first + self.getpos()[0] - 1)
            self._column = 0
        elif tag in ("td", "th") and self.lines:
            self._close()
            spans = dict(attrs)
            self._open = (_span(spans.get("rowspan")), _span(spans.get("colspan")), [""])
        elif tag in BREAKS and self._open is not None:
            self._open[2].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._close()
        elif tag in BREAKS and self._open is not None:
            self._open[2].append("")

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open[2][-1] += data

    def _close(self) -> None:
        if self._open is None:
            return
        down, across, paragraphs = self._open
        self._watch.cells(down * across)
        self._open = None
        row = len(self.lines) - 1
        while (row, self._column) in self._taken:
            self._column += 1
        self.spots.append(Spot(row, self._column, cell_text(paragraphs), down, across))
        self._taken.update((row + below, self._column + beside) for below in range(down) for beside in range(across))
        self._column += across


def html_table(lines: list[str], first: int, watch: Watch) -> Grid | None:
    """The grid of an HTML table whose first line is line `first` of the file."""
    rows = _Rows(first, watch)
    rows.feed("\n".join(lines))
    rows.close()
    return grid(rows.spots, [Place(line=line) for line in rows.lines]) if rows.lines else None


def _span(value: str | None) -> int:
    return min(max(int(value), 1), MOST_SPAN) if value is not None and value.isdigit() else 1
