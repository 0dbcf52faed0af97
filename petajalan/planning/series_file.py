"""A file or a pasted area of figures, read into points of a series: CSV, XLSX, or the columns copied from Excel.

Columns: periode, nilai, and after them sumber and tanggal as far as there are any. One mistake and nothing is taken.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from petajalan.calc.numbers import State, read_typed
from petajalan.planning.services.series import Point
from petajalan.regulation.document import UnusableFile
from petajalan.regulation.reading import read_document
from petajalan.regulation.reading.sheet import open_values

HEADER = ("periode", "nilai", "sumber", "tanggal")
MOST_ROWS = 2000
PERIOD = re.compile(r"\d{4}(-(Q[1-4]|S[12]|0[1-9]|1[0-2]))?")
DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d %H:%M:%S")
TEMPLATE = "periode;nilai;sumber;tanggal\n2022;6,37;BPS;2022-12-31\n2023;6,60;BPS;2023-12-31\n"


@dataclass(frozen=True, slots=True)
class Mistake:
    """`cell` is where it stands, as in Excel: "B3"."""

    cell: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SeriesRead:
    points: tuple[Point, ...]
    mistakes: tuple[Mistake, ...]


def read_series(data: bytes, filename: str) -> SeriesRead:
    """What a file holds. Raises `UnusableFile` for one that cannot be read at all."""
    if filename.lower().endswith(".xlsx"):
        return _points(_sheet(data, filename))
    return read_text(_decoded(data))


def read_text(text: str) -> SeriesRead:
    """CSV with commas or semicolons, or columns copied from a sheet."""
    first = text.lstrip("\ufeff\r\n ").split("\n", 1)[0]
    mark = "\t" if "\t" in first else ";" if ";" in first else ","
    try:
        rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=mark))
    except csv.Error as error:
        return SeriesRead((), (Mistake("A1", _("Isinya tidak dapat dibaca sebagai tabel: %(why)s") % {"why": error}),))
    return _points(rows)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableFile(
            "not_text",
            "Berkas ini bukan CSV berkode UTF-8. Simpan ulang dari Excel sebagai “CSV UTF-8”, atau unggah XLSX.",
            "This file is no CSV in UTF-8. Save it from Excel as “CSV UTF-8”, or upload XLSX.",
        ) from error


def _sheet(data: bytes, filename: str) -> list[list[str]]:
    """The first sheet as text. `read_document` has refused files that are damaged, locked or far too large."""
    read_document(data, filename)
    book = open_values(data)
    rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, max_col=len(HEADER), values_only=True)
    return [[_shown(cell) for cell in row] for row in rows]


def _shown(cell: object) -> str:
    """A cell as somebody here would write it: numbers with a decimal comma, days as "2023-12-31"."""
    if cell is None:
        return ""
    if isinstance(cell, bool | str):
        return str(cell)
    if isinstance(cell, int | float):
        return f"{Decimal(repr(cell)):f}".removesuffix(".0").replace(".", ",")
    return cell.date().isoformat() if isinstance(cell, datetime) else str(cell)


def _points(rows: Sequence[Sequence[str]]) -> SeriesRead:
    points: list[Point] = []
    mistakes: list[Mistake] = []
    where: dict[str, str] = {}
    numbered = [(number, [cell.strip() for cell in row]) for number, row in enumerate(rows, start=1)]
    filled = [(number, row) for number, row in numbered if any(row)]
    if filled and _is_header(filled[0][1]):
        filled = filled[1:]
    if not filled:
        return SeriesRead((), (Mistake("A1", _("Tidak ada baris angka. Isi kolom periode dan nilai.")),))
    if len(filled) > MOST_ROWS:
        words = _("Terlalu banyak baris: paling banyak %(most)d sekali unggah.") % {"most": MOST_ROWS}
        return SeriesRead((), (Mistake(f"A{filled[MOST_ROWS][0]}", words),))
    for number, row in filled:
        cells = [*row, "", "", "", ""][:4]
        period = cells[0].upper().removesuffix(".0")
        found = list(_row_mistakes(number, period, cells))
        if period in where:
            told = _("Periode %(period)s sudah ada di %(cell)s.") % {"period": period, "cell": where[period]}
            found.append(Mistake(f"A{number}", told))
        where.setdefault(period, f"A{number}")
        mistakes += found
        value = _value(cells[1])
        if not found and value is not None:
            points.append(Point(period, value, cells[2], _date(cells[3])))
    return SeriesRead(() if mistakes else tuple(points), tuple(mistakes))


def _is_header(row: Sequence[str]) -> bool:
    return not any(character.isdigit() for character in row[0]) and _value(row[1] if len(row) > 1 else "") is None


def _row_mistakes(number: int, period: str, cells: Sequence[str]) -> Iterable[Mistake]:
    if not PERIOD.fullmatch(period):
        words = _("“%(text)s” bukan periode. Tulis 2022, 2023-Q2, 2023-S1, atau 2023-06.")
        yield Mistake(f"A{number}", words % {"text": cells[0]})
    if not cells[1]:
        yield Mistake(f"B{number}", _("Nilainya kosong. Hapus baris ini bila angkanya belum ada."))
    elif _value(cells[1]) is None:
        words = _("“%(text)s” bukan angka. Tulis dengan koma desimal, misalnya 6,37.")
        yield Mistake(f"B{number}", words % {"text": cells[1]})
    if cells[3] and _date(cells[3]) is None:
        words = _("“%(text)s” bukan tanggal. Tulis misalnya 2023-12-31 atau 31/12/2023.")
        yield Mistake(f"D{number}", words % {"text": cells[3]})


def _value(text: str) -> Decimal | None:
    reading = read_typed(text)
    if reading.state is not State.SET or reading.level or reading.low is not None or reading.high is not None:
        return None
    return reading.value


def _date(text: str) -> date | None:
    for form in DATES:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None
