"""Writes one regulation in four formats, so that tests can ask whether they read alike.

A manuscript is a `Document`: what the text reader makes of a small Markdown regulation. The tests for the text reader
itself stand on their own; everything else may start from `manuscript("...")`.

    page = manuscript("BAB I\\nPENDAHULUAN\\n\\n| No | Target | |\\n|--|--|--|\\n| | 2023 | 2024 |\\n| 1 | 5 | 6 |")
    read_document(to_pdf(page), "peraturan.pdf")

Header cells that Markdown leaves empty are written as merged cells, as an office program would.
"""

from __future__ import annotations

from dataclasses import dataclass

from petajalan.regulation.document import Block, BlockKind, Document, Row, Table
from petajalan.regulation.reading import read_document


def manuscript(markdown: str) -> Document:
    return read_document(markdown.encode(), "naskah.md")


@dataclass(frozen=True)
class Merged:
    """A cell to write: its text and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


def header(table: Table) -> list[list[Merged | None]]:
    """Header rows with their merged cells; `None` where another cell covers."""
    rows = [[cell.text for cell in row] for row in table.header_rows]
    written: list[list[Merged | None]] = [[Merged(text) for text in row] for row in rows]
    for level, row in enumerate(rows):
        for column, text in enumerate(row):
            if not text or written[level][column] is None:
                continue
            columns = 1
            while level + 1 < len(rows) and column + columns < len(row) and not row[column + columns]:
                if not rows[level + 1][column + columns]:
                    break
                columns += 1
            down = 1
            while columns == 1 and level + down < len(rows) and not rows[level + down][column]:
                down += 1
            written[level][column] = Merged(text, down, columns)
            for covered_row in range(level, level + down):
                for covered in range(column, column + columns):
                    if (covered_row, covered) != (level, column):
                        written[covered_row][covered] = None
    return written


def printed_rows(table: Table) -> list[list[str]]:
    """Rows below the header: column numbers, then the body."""
    numbers = [list(table.column_formulas)] if table.column_formulas else []
    return [*numbers, *([cell.text for cell in row] for row in table.rows)]


def title_lines(block: Block) -> list[str]:
    """ "BAB I PENDAHULUAN" stands on two lines, as in print."""
    words = block.text.split(" ")
    if block.kind == BlockKind.HEADING and words[0] == "BAB" and len(words) > 2:
        return [" ".join(words[:2]), " ".join(words[2:])]
    return [block.text]


def line(block: Block) -> str:
    return f"{block.marker} {block.text}" if block.marker else block.text


# ---- Markdown ----


def to_markdown(document: Document, rows_per_part: int | None = None) -> bytes:
    """The manuscript as Markdown; `rows_per_part` cuts tables into parts that repeat their header."""
    parts: list[str] = []
    for block in document.blocks:
        if block.table is not None:
            parts.extend(_pipe_tables(document.tables[block.table], rows_per_part))
        else:
            parts.append("\n".join(title_lines(block)) if block.kind == BlockKind.HEADING else line(block))
    return ("\n\n".join(parts) + "\n").encode()


def _pipe_tables(table: Table, rows_per_part: int | None) -> list[str]:
    body = [[cell.text for cell in row] for row in table.rows]
    size = rows_per_part or max(len(body), 1)
    head = [[cell.text for cell in row] for row in table.header_rows]
    numbers = [list(table.column_formulas)] if table.column_formulas else []
    parts = []
    for start in range(0, max(len(body), 1), size):
        rows = [*head, *numbers, *body[start : start + size]]
        lines = [
            "| " + " | ".join(text.replace("\n", "<br>").replace("|", "\\|") for text in row) + " |" for row in rows
        ]
        lines.insert(1, "|" + "--|" * len(rows[0]))
        parts.append("\n".join(lines))
    return parts


# ---- DOCX ----


def to_docx(document: Document) -> bytes:
    import io

    import docx

    word = docx.Document()
    word.sections[0].footer.paragraphs[0].text = "Bagian Hukum"
    for block in document.blocks:
        if block.table is not None:
            _word_table(word, document.tables[block.table])
            continue
        for text in title_lines(block) if block.kind == BlockKind.HEADING else [line(block)]:
            word.add_paragraph(text)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def _word_table(word, table: Table) -> None:
    head, body = header(table), printed_rows(table)
    columns = len(table.headers)
    grid = word.add_table(rows=len(head) + len(body), cols=columns, style="Table Grid")
    cells = [row.cells for row in grid.rows]
    for level, row in enumerate(head):
        for column, cell in enumerate(row):
            if cell is None:
                continue
            first, last = cells[level][column], cells[level + cell.rows - 1][column + cell.columns - 1]
            merged = first.merge(last) if first is not last else first
            _fill(merged, cell.text)
    for number, texts in enumerate(body, start=len(head)):
        for column, text in enumerate(texts):
            _fill(cells[number][column], text)


def _fill(cell, text: str) -> None:
    first, *others = text.split("\n")
    cell.paragraphs[0].text = first
    for other in others:
        cell.add_paragraph(other)


# ---- PDF ----

PDF_HEAD = """
#set page(paper: "a4", margin: (left: 3cm, right: 2.5cm, y: 2.5cm), numbering: "- 1 -")
#set text(size: {size}pt, lang: "id", hyphenate: false)
#set par(justify: {justify}, leading: 0.65em, spacing: 1.3em)
#show table: set text(size: 8pt)
#show table: set par(justify: false, leading: 0.5em, spacing: 0.5em)
#set table(stroke: 0.5pt, inset: 4pt)
"""


def to_pdf(document: Document, *, justify: bool = True, size: int = 11) -> bytes:
    return typeset(typst_source(document, justify=justify, size=size))


def typst_source(document: Document, *, justify: bool = True, size: int = 11) -> str:
    parts = [PDF_HEAD.format(justify=str(justify).lower(), size=size)]
    for block in document.blocks:
        if block.table is not None:
            parts.append(_typst_table(document.tables[block.table]))
        elif block.kind == BlockKind.HEADING:
            for text in title_lines(block):
                parts.append(f"#align(center, par(justify: false)[#{_string(text)}])" if text.isupper() else _par(text))
        elif block.marker:
            parts.append(
                f"#pad(left: {(block.level - 1) * 14}pt, grid(columns: (22pt, 1fr), "
                f"[#{_string(block.marker)}], [#{_string(block.text)}]))"
            )
        elif block.text.isupper() or block.kind == BlockKind.CAPTION:
            parts.append(f"#align(center, par(justify: false)[#{_string(block.text)}])")
        elif block.kind == BlockKind.CATCHWORD:
            parts.append(f"#align(right)[#{_string(block.text)}]\n#pagebreak()")
        else:
            parts.append(_par(block.text))
    return "\n\n".join(parts)


def typeset(source: str) -> bytes:
    import typst

    return typst.compile(source.encode())


def _par(text: str) -> str:
    return f"#par[#{_string(text)}]"


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _typst_table(table: Table) -> str:
    cells = [
        f"table.cell(rowspan: {cell.rows}, colspan: {cell.columns}){_content(cell.text)}"
        for row in header(table)
        for cell in row
        if cell is not None
    ]
    body = [[cell.text for cell in row] for row in table.rows]
    numbers = [_content(text) for text in table.column_formulas]
    rows = [f"table.cell(breakable: false){_content(text)}" for row in body for text in row]
    widths = ", ".join(f"{width}pt" for width in _widths(table))
    return f"#table(columns: ({widths}), table.header({', '.join(cells + numbers)}), {', '.join(rows)})"


def _content(text: str) -> str:
    return "[" + " ".join(f"#par[#{_string(part)}]" for part in text.split("\n")) + "]" if text else "[]"


def _widths(table: Table) -> list[float]:
    """Widths in points: room for the longest word of a column, the rest by how much a column says."""
    rows = [*([cell.text for cell in row] for row in (*table.header_rows, *table.rows)), list(table.column_formulas)]
    columns = [[row[at] for row in rows if row] for at in range(len(table.headers))]
    least = [max(len(word) for text in column for word in text.split() or [""]) * 4.6 + 10 for column in columns]
    wanted = [max(map(len, column)) for column in columns]
    spare = max(438 - sum(least), 0)
    return [round(low + spare * want / (sum(wanted) or 1), 1) for low, want in zip(least, wanted, strict=True)]


# ---- XLSX ----


def to_xlsx(document: Document, *, numbers: bool = False) -> bytes:
    """One sheet; with `numbers`, figures are stored as numbers and shown by their number format."""
    import io

    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Peraturan"
    at = 1
    for block in document.blocks:
        if block.table is None:
            for text in title_lines(block) if block.kind == BlockKind.HEADING else [line(block)]:
                sheet.cell(at, 1, text)
                at += 1
            at += 1
            continue
        at = _sheet_table(sheet, document.tables[block.table], at, numbers) + 1
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _sheet_table(sheet, table: Table, at: int, numbers: bool) -> int:
    for row in header(table):
        for column, cell in enumerate(row, start=1):
            if cell is None:
                continue
            sheet.cell(at, column, cell.text)
            if (cell.rows, cell.columns) != (1, 1):
                sheet.merge_cells(
                    start_row=at, start_column=column, end_row=at + cell.rows - 1, end_column=column + cell.columns - 1
                )
        at += 1
    for texts in printed_rows(table):
        for column, text in enumerate(texts, start=1):
            cell = sheet.cell(at, column)
            value, shown = _stored(text) if numbers else (text or None, "General")
            cell.value, cell.number_format = value, shown
            if isinstance(value, str):
                cell.data_type = "s"  # "=3" and the like are printed text here, not formulas
        at += 1
    return at


def _stored(text: str) -> tuple[object, str]:
    """ "28%" as 0.28 shown by "0%", "2,66" as 2.66 shown by "0.00"; other texts as they are."""
    figure = text.removesuffix("%")
    whole, comma, decimals = figure.partition(",")
    if not whole.isdigit() or (comma and not decimals.isdigit()) or (whole != "0" and whole.startswith("0")):
        return text or None, "General"
    percent = "%" if text.endswith("%") else ""
    value = float(f"{whole}.{decimals or 0}")
    return (value / 100 if percent else value), "0" + ("." + "0" * len(decimals) if decimals else "") + percent


# ---- comparing ----


def content(document: Document) -> tuple[object, ...]:
    """Everything a document says, places left out: what must not depend on the format."""
    blocks = [(block.kind.value, block.level, block.marker, block.text, block.table) for block in document.blocks]
    tables = [
        (
            table.number,
            table.caption,
            table.headers,
            tuple(_texts(row) for row in table.header_rows),
            tuple(_texts(row) for row in table.rows),
            table.column_formulas,
            table.source,
        )
        for table in document.tables
    ]
    return (*blocks, *tables)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)
