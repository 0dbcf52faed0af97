"""A document as Markdown. What is read back from it (`regulation.reading`) has the same words in the same cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from petajalan.exports.documents.placing import merges
from petajalan.exports.documents.tree import (
    Align,
    Block,
    Cell,
    Clause,
    Fact,
    Heading,
    Item,
    Letterhead,
    OfficialDocument,
    Paragraph,
    Part,
    Signatures,
    Table,
)
from petajalan.exports.documents.wording import caption_of, heading_lines, source_of, title_lines

MEANINGFUL = re.compile(r"([\\`*_\[\]|])")
# What begins a heading, a quote or a rule only at the start of a line.
AT_START = re.compile(r"^(#+ |[-=]+$|\+ )")
RULES = {Align.LEFT: "---", Align.CENTER: ":---:", Align.RIGHT: "---:"}


def to_markdown(document: OfficialDocument) -> bytes:
    """Every block stands between empty lines, so that no program joins two of them."""
    parts = [*_top(document), *(text for part in document.parts for text in _part(part))]
    return ("\n\n".join(part for part in parts if part.strip()) + "\n").encode()


def _top(document: OfficialDocument) -> Iterator[str]:
    for notice in document.notices:
        yield f"> **{_inline(notice)}**"
    if document.letterhead:
        yield from _letterhead(document.letterhead)
    for line in document.head:
        yield _line(line)
    above, number, below = title_lines(document)
    for lines in (above, (number,), below):
        if any(lines):
            yield "**" + "<br>".join(_inline(line) for line in lines) + "**"


def _letterhead(letterhead: Letterhead) -> Iterator[str]:
    for line in (*letterhead.lines, letterhead.address):
        yield _line(line)
    yield "---"


def _part(part: Part) -> Iterator[str]:
    yield "<br>".join(_line(line) for line in part.head)
    for block in part.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield "#" * min(block.level, 6) + " " + "<br>".join(_inline(line) for line in heading_lines(block))
        case Paragraph():
            yield f"**{_line(block.text)}**" if block.bold else _line(block.text)
        case Item():
            yield _item(block)
        case Fact():
            yield f"{_line(block.label)}: {_inline(block.value)}"
        case Clause():
            yield f"**{_line(block.label)}**:"
            for item in block.items:
                yield _item(item)
        case Table():
            yield from _table(block)
        case Signatures():
            for signer in block.signers:
                lines = (signer.place_and_date, signer.lead, signer.position, signer.name, signer.number)
                yield "<br>".join(_inline(line) for line in lines if line)


def _item(item: Item) -> str:
    """Deeper ones hang under the one above; more than three spaces would make them code."""
    return (" " * 3 if item.level else "") + f"{item.marker} {_inline(item.text)}".strip()


def _table(table: Table) -> Iterator[str]:
    caption = caption_of(table)
    if caption:
        yield _line(caption)
    yield _html(table) if merges(table) or len(table.head) != 1 else _pipes(table)
    if table.source:
        yield _line(source_of(table))
    if table.note:
        yield _line(table.note)


def _pipes(table: Table) -> str:
    rule = "| " + " | ".join(RULES[column.align] for column in table.columns) + " |"
    head, *body = [_pipe_row(row) for row in (*table.head, *table.rows)]
    return "\n".join((head, rule, *body))


def _pipe_row(row: Sequence[Cell]) -> str:
    return "| " + " | ".join(_inline(cell.text) for cell in row) + " |"


def _html(table: Table) -> str:
    """Pipes cannot show merged cells, nor a head of two rows."""
    lines = ["<table>", "<thead>", *(_html_row(row, "th") for row in table.head), "</thead>", "<tbody>"]
    lines += [*(_html_row(row, "td") for row in table.rows), "</tbody>", "</table>"]
    return "\n".join(lines)


def _html_row(row: Sequence[Cell], tag: str) -> str:
    return "<tr>" + "".join(_html_cell(cell, tag) for cell in row) + "</tr>"


def _html_cell(cell: Cell, tag: str) -> str:
    spans = (f' rowspan="{cell.rows}"' if cell.rows > 1 else "") + (
        f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    )
    return f"<{tag}{spans}>{escape(cell.text, quote=False).replace(chr(10), '<br>')}</{tag}>"


def _line(text: str) -> str:
    """A text that begins a line."""
    return AT_START.sub(r"\\\1", _inline(text))


def _inline(text: str) -> str:
    r"""Nothing in the text means anything to Markdown. "$" is a formula to some programs, and "\$" to none."""
    safe = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("$", "&#36;")
    return MEANINGFUL.sub(r"\\\1", safe).replace("\n", "<br>")
