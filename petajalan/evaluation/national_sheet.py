"""A workbook with the official value of each item, read line by line as it was typed. Nothing is judged or stored.

The template that is downloaded holds the same columns (`exports.national_template`).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from typing import Any

from django.utils.translation import gettext_lazy, override

from petajalan.calc.numbers import format_value
from petajalan.regulation.document import UnusableFile
from petajalan.regulation.reading import read_document
from petajalan.regulation.reading.sheet import open_values
from petajalan.regulation.recognise.names import plain

MOST_ROWS = 500
LARGEST = 5 * 1024 * 1024  # bytes
LONGEST = 2000  # characters of a cell
DIGITS = 15  # of a number that a spreadsheet keeps
COLUMNS = {
    "code": gettext_lazy("Kode butir"),
    "name": gettext_lazy("Butir"),
    "range": gettext_lazy("Rentang"),
    "ours": gettext_lazy("Perkiraan kita"),
    "value": gettext_lazy("Nilai resmi"),
    "state": gettext_lazy("Keadaan"),
    "note": gettext_lazy("Catatan"),
}
PRINTED = {
    "general": gettext_lazy("RB General"),
    "thematic": gettext_lazy("RB Tematik"),
    "index": gettext_lazy("Indeks"),
    "grade": gettext_lazy("Predikat"),
}
MADE_A_DATE = "tanggal "  # before what a spreadsheet took for a date


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One row, as it was typed. `line` counts as the spreadsheet does."""

    line: int
    code: str
    value: str = ""
    state: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class NationalRead:
    """printed  by the names of `PRINTED`, as typed; what was left empty is not there"""

    digest: str
    lines: tuple[SheetLine, ...]
    printed: Mapping[str, str] = field(default_factory=dict)

    def kept(self) -> dict[str, Any]:
        """In plain values, for a form to carry; `read_again` makes it whole."""
        lines = [asdict(one) for one in self.lines]
        return {"digest": self.digest, "lines": lines, "printed": dict(self.printed)}


def read_again(kept: Mapping[str, Any]) -> NationalRead:
    return NationalRead(kept["digest"], tuple(SheetLine(**one) for one in kept["lines"]), kept["printed"])


def read_national(data: bytes, filename: str) -> NationalRead:
    """Raises `UnusableFile` for a file that cannot be read at all."""
    read_document(data, filename)  # refuses what is damaged, locked or far too large
    if not _is_workbook(data):
        raise _unusable(
            "Berkas ini bukan buku kerja Excel (XLSX). Isi berkas contoh, simpan sebagai XLSX, lalu unggah.",
            "This file is no Excel workbook (XLSX). Fill in the template, save it as XLSX, then upload it.",
        )
    sheets = open_values(data).worksheets
    rows = [[_shown(cell) for cell in row] for row in sheets[0].iter_rows(max_row=MOST_ROWS + 1, max_col=20)]
    lines = tuple(_lines(rows))
    printed = _printed(sheets[1]) if len(sheets) > 1 else {}
    return NationalRead(sha256(data).hexdigest(), lines, printed)


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[SheetLine]:
    """The rows below the heading that names the code and the value; those without a value or a state are left out."""
    columns: dict[str, int] = {}
    known = _names(COLUMNS)
    for number, row in enumerate(rows, start=1):
        if not {"code", "value"} <= columns.keys():
            columns = {known[plain(cell)]: at for at, cell in enumerate(row) if plain(cell) in known}
            continue
        cells = {name: row[at].strip()[:LONGEST] if at < len(row) else "" for name, at in columns.items()}
        if cells["code"] and (cells["value"] or cells.get("state") or cells.get("note")):
            yield SheetLine(
                number, cells["code"], cells["value"], cells.get("state", ""), cells.get("note", "")
            )  # fmt: skip
    if not {"code", "value"} <= columns.keys():
        raise _unusable(
            "Tidak ada kolom “Kode butir” dan “Nilai resmi”. Pakai judul kolom dari berkas contoh.",
            "There are no columns “Item code” and “Official value”. Use the headings of the template.",
        )


def _printed(sheet: Any) -> dict[str, str]:
    known, found = _names(PRINTED), {}
    for row in sheet.iter_rows(max_row=30, max_col=2):
        cells = [_shown(cell).strip()[:LONGEST] for cell in row]
        if len(cells) == 2 and plain(cells[0]) in known and cells[1]:
            found[known[plain(cells[0])]] = cells[1]
    return found


def _shown(cell: Any) -> str:
    """A number as people here write it; a percentage as the number before its sign."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime | date):
        return f"{MADE_A_DATE}{value:%d/%m/%Y}"
    if isinstance(value, int | float):
        number = Decimal(f"{value:.{DIGITS}g}") * (100 if "%" in (cell.number_format or "") else 1)
        return format_value(number.normalize() if number else Decimal(0))
    return str(value).removeprefix("'")


def _names(words: Mapping[str, Any]) -> dict[str, str]:
    """In both languages of the application."""
    return {plain(text): name for name, texts in in_both(words.items()) for text in texts}


def in_both(words: Any) -> list[tuple[str, tuple[str, ...]]]:
    """Each code with its words in Indonesian and in English."""
    return [(code, tuple(_in(language, text) for language in ("id", "en"))) for code, text in words]


def _in(language: str, text: object) -> str:
    with override(language):
        return str(text)


def _is_workbook(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(data)) as container:
            return "xl/workbook.xml" in container.namelist()
    except zipfile.BadZipFile:
        return False


def _unusable(said: str, said_in_english: str) -> UnusableFile:
    return UnusableFile("no_national_sheet", said, said_in_english)
