"""The Excel form of an action plan: reading it into rows of cells, with problems by cell. Nothing is stored here.

Two layouts: our own, with every column and a code of the row, and that of the national portal, where a sheet is one
indicator and the year's budget is one figure.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from petajalan.planning.action_cells import COLUMNS, NEEDED, Cell
from petajalan.regulation.document import UnusableFile
from petajalan.regulation.reading.container import check_parts, open_container
from petajalan.regulation.reading.limits import Limits, Watch
from petajalan.regulation.reading.sheet import cell_name, open_values
from petajalan.regulation.recognise.names import plain

log = logging.getLogger(__name__)

MOST_ROWS = 2000
LIMITS = Limits(bytes=5 * 1024 * 1024, unpacked_bytes=50 * 1024 * 1024, seconds=20)
ROW_CODE = gettext_lazy("Kode baris (jangan diubah)")
GUIDE = gettext_lazy("Petunjuk")
PORTAL = {
    "rencana_aksi": "name",
    "satuan_output": "output_unit",
    "indikator_output": "output_indicator",
    "target_tw1": "target_q1",
    "target_tw2": "target_q2",
    "target_tw3": "target_q3",
    "target_tw4": "target_q4",
    "target_total": "target_total",
    "anggaran_total": "budget_total",
    "pelaksana": "implementers",
    "koordinator": "coordinator",
}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class CellProblem:
    """`cell` as a spreadsheet names it ("C7"), `printed` what it holds, `sentence` what to do."""

    sheet: str
    cell: str
    printed: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """key, version  of the action that the row stands for; "" and 0 for a new one"""

    sheet: str
    number: int
    columns: dict[str, int]
    cells: dict[str, Cell]
    key: str = ""
    version: int = 0

    def problem(self, code: str, sentence: str) -> CellProblem:
        column = self.columns.get(code, 0)
        printed = str(self.cells.get(code, ""))[:80]
        return CellProblem(self.sheet, cell_name(column, self.number), printed, sentence)


@dataclass(frozen=True, slots=True)
class SheetRead:
    portal: bool
    rows: list[SheetRow]
    problems: list[CellProblem]


def read_action_sheet(data: bytes) -> SheetRead:
    """Raises `ValidationError` when the file cannot be read at all."""
    if not data.startswith(b"PK"):
        raise ValidationError(_("Ini bukan berkas Excel (.xlsx). Simpan rencananya sebagai .xlsx, lalu unggah lagi."))
    watch = Watch(LIMITS)
    try:
        with open_container(data, LIMITS) as container:
            check_parts(container, watch)
        book = open_values(data)
        sheets = [(sheet.title, list(_lines(sheet, watch))) for sheet in book.worksheets]
        book.close()
    except UnusableFile as error:
        said = error.message_en if (get_language() or "").startswith("en") else error.message_id
        raise ValidationError(said) from error
    except ValidationError:
        raise
    except Exception as error:  # a broken workbook fails in ways that its library does not foresee
        log.warning("Cannot read an action plan: %s", error)
        raise ValidationError(_("Berkas Excel ini rusak. Buka di Excel, simpan ulang, lalu unggah lagi.")) from error
    headings = sheets[0][1][0][1] if sheets and sheets[0][1] else []
    portal = "rencana_aksi" in {str(cell).strip().lower() for cell in headings}
    read = SheetRead(portal, [], [])
    for title, lines in sheets if portal else sheets[:1]:
        _sheet(title, lines, read)
    if not read.rows and not read.problems:
        read.problems.append(CellProblem(sheets[0][0], "A2", "", _("Belum ada aksi. Isi mulai baris kedua.")))
    return read


def _sheet(title: str, lines: list[tuple[int, list[Cell]]], read: SheetRead) -> None:
    if not lines:
        return
    number, headings = lines[0]
    known = PORTAL if read.portal else _own_headings()
    columns: dict[str, int] = {}
    for at, heading in enumerate(headings):
        text = str(heading).strip()
        code = known.get(text.lower() if read.portal else plain(text))
        if code and code not in columns:
            columns[code] = at
        elif text:
            told = _("Kolom “%(name)s” tidak dikenal atau berulang. Pakai judul kolom dari contoh.") % {
                "name": text[:60]
            }
            read.problems.append(CellProblem(title, cell_name(at, number), text[:80], told))
    for code in ("name",) if read.portal else NEEDED:
        if code not in columns:
            told = _("Kolom “%(name)s” tidak ada. Pakai judul kolom dari contoh.") % {"name": COLUMNS[code]}
            read.problems.append(CellProblem(title, f"A{number}", "", told))
    if "name" not in columns:
        return
    for number, line in lines[1:]:
        cells = {code: line[at] if at < len(line) else "" for code, at in columns.items()}
        code = str(cells.pop("row_code", ""))
        key, _colon, version = code.partition(":")
        seen = int(version) if version.isdecimal() and len(version) < 9 else 0
        read.rows.append(SheetRow(title, number, columns, cells, key, seen))


def _own_headings() -> dict[str, str]:
    """Headings in both languages of the application."""
    known: dict[str, str] = {}
    for language in ("id", "en"):
        with override(language):
            known |= {plain(str(words)): code for code, words in COLUMNS.items()}
            known[plain(str(ROW_CODE))] = "row_code"
    return known


def _lines(sheet: Any, watch: Watch) -> Iterator[tuple[int, list[Cell]]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        watch.cells(len(row))
        if number > MOST_ROWS:
            raise ValidationError(_("Paling banyak %(most)d baris dalam satu berkas.") % {"most": MOST_ROWS})
        if any(cell is not None and str(cell).strip() for cell in row):
            yield number, [_cell(cell) for cell in row]


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(repr(value))
    text = str(value).replace("\r\n", "\n").strip()
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA_STARTS) else text
