"""Reads a regulation from text or Markdown, line by line, so that every piece knows its line in the file.

Legal text is not Markdown: "- Menimbang : a. bahwa" is no bullet, lists restart inside paragraphs, and a page break
leaves half a table under an empty header. A Markdown parser would renumber, nest and drop. So lines are looked at
one by one, the rows of pipe tables are cut here (a parser silently drops cells beyond the header's), and only what
stands inside a line is left to markdown-it-py (`inline`).
"""

from __future__ import annotations

import codecs
import re

from petajalan.regulation.document import Document, Place
from petajalan.regulation.reading.flow import assemble
from petajalan.regulation.reading.html_tables import html_table
from petajalan.regulation.reading.inline import plain
from petajalan.regulation.reading.limits import Watch
from petajalan.regulation.reading.pieces import Grid, Line, Piece, Spot, grid
from petajalan.regulation.reading.refusals import refuse
from petajalan.regulation.reading.words import cell_text, fold

DELIMITER = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$")
RULE = re.compile(r"([-=*_])(\s*\1){2,}$")
HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
QUOTE = re.compile(r"^\s*(?:>\s?)+")
COMMENT = re.compile(r"<!--.*?-->")
BREAKS = re.compile(r"<br\s*/?>|</p>\s*<p[^>]*>|</?p[^>]*>", re.IGNORECASE)
BAR = re.compile(r"(?<!\\)\|")
WRAPPED = 130  # a file none of whose lines is longer than this was wrapped to a width


def read_text(data: bytes, watch: Watch) -> Document:
    """The document in a text file; raises `UnusableFile` when it holds no text."""
    lines = decode(data).split("\n")
    watch.characters(sum(map(len, lines)))
    document = assemble("text", _pieces(lines, watch))
    if not document.blocks:
        raise refuse("no_text")
    watch.done(1, 1)
    return document


def decode(data: bytes) -> str:
    """Text in UTF-8, UTF-16 or the Western Windows code page, line ends as "\\n"."""
    text = _decoded(data)
    control = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f\x0b")
    if (control + text.count("\ufffd")) * 20 > len(text):
        raise refuse("not_text")
    text = re.sub(r"[\x00-\x08\x0c\x0e-\x1f]", "", text)  # also form feeds, which take no line of their own
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for encoding, high in (("utf-16-le", data[1:4000:2]), ("utf-16-be", data[0:4000:2])):
        if high.count(0) > 0.8 * len(high) > 1:  # the upper half of nearly every Latin letter
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _pieces(lines: list[str], watch: Watch) -> list[Piece]:
    pieces: list[Piece] = []
    width = _wrap_width(lines)
    gap = True
    position = 0
    while position < len(lines):
        end = _table_end(lines, position)
        if end > position:
            read = html_table if lines[position].lstrip().startswith("<") else _pipe_table
            table = read(lines[position:end], position + 1, watch)
            if table is not None:
                pieces.append(table)
            position, gap = end, True
            continue
        line = _line(lines[position], position + 1, gap, _runs_on(lines, position, width))
        if line is not None:
            pieces.append(line)
        gap = line is None
        position += 1
    return pieces


def _table_end(lines: list[str], start: int) -> int:
    """Where the table that begins on this line ends, the line itself when none begins."""
    end = start
    if lines[start].lstrip().lower().startswith("<table"):
        while end < len(lines) and "</table" not in lines[end].lower():
            end += 1
        return end + 1
    if not _is_row(lines[start]) and start + 1 < len(lines) and "|" in lines[start] and _is_delimiter(lines[start + 1]):
        while end < len(lines) and "|" in lines[end]:  # a table without outer bars
            end += 1
        return end
    while end < len(lines) and _is_row(lines[end]):
        end += 1
    return end


def _line(source: str, number: int, gap: bool, runs_on: bool) -> Line | None:
    source = QUOTE.sub("", COMMENT.sub("", source)).strip()
    if not source or RULE.match(source):
        return None
    heading = 0
    hashes = HASHES.match(source)
    if hashes:
        heading, source = len(hashes[1]), hashes[2]
    text = fold(" ".join(plain(source)))
    if not text:
        return None
    return Line(text, Place(line=number, printed=text), gap or bool(heading), runs_on and not heading, heading=heading)


def _wrap_width(lines: list[str]) -> int:
    """The width the file was wrapped to, 0 when paragraphs stand on lines of any length."""
    lengths = [len(line.rstrip()) for line in lines if not _is_row(line)]
    widest = max(lengths, default=0)
    full = sum(length > 0.8 * widest for length in lengths)
    return widest if 40 < widest <= WRAPPED and full * 5 > sum(length > 0 for length in lengths) else 0


def _runs_on(lines: list[str], position: int, width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    if not width or position + 1 >= len(lines) or not lines[position + 1].strip():
        return False
    return len(lines[position].rstrip()) + 1 + len(lines[position + 1].split()[0]) > width


def _is_delimiter(line: str) -> bool:
    return "|" in line and bool(DELIMITER.match(line.strip()))


def _is_row(line: str) -> bool:
    stripped = line.strip()
    return stripped.startswith("|") and stripped.count("|") > 1


def _pipe_table(lines: list[str], first: int, watch: Watch) -> Grid | None:
    split = [(first + offset, _cells(line)) for offset, line in enumerate(lines) if not DELIMITER.match(line.strip())]
    if not split:
        return None
    watch.cells(sum(len(cells) for _, cells in split))
    spots = [Spot(row, column, text) for row, (_, cells) in enumerate(split) for column, text in enumerate(cells)]
    return grid(spots, [Place(line=number) for number, _ in split])


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [
        cell_text(part for source in BREAKS.split(raw.replace("\\|", "|")) for part in plain(source))
        for raw in BAR.split(inner)
    ]
