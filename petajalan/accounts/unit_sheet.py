"""The Excel list of units: its columns, and reading it into rows and problems by cell. Nothing is stored here."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from petajalan.accounts.choices import UnitKind
from petajalan.regulation.document import UnusableFile
from petajalan.regulation.reading.container import check_parts, open_container
from petajalan.regulation.reading.limits import Limits, Watch
from petajalan.regulation.reading.sheet import cell_name, open_values
from petajalan.regulation.recognise.names import fold, plain

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

log = logging.getLogger(__name__)

MOST_ROWS = 5000
LIMITS = Limits(bytes=5 * 1024 * 1024, unpacked_bytes=50 * 1024 * 1024, seconds=20)
DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
LONGEST = {"name": 200, "short_name": 50, "parent": 200, "head": 200, "aliases": 4000}

# Code of a column, its heading; the first two have to be there.
COLUMNS = {
    "name": gettext_lazy("Nama unit"),
    "kind": gettext_lazy("Jenis"),
    "short_name": gettext_lazy("Singkatan"),
    "parent": gettext_lazy("Bagian dari"),
    "aliases": gettext_lazy("Sebutan lain (pisahkan dengan titik koma)"),
    "head": gettext_lazy("Jabatan yang memimpin"),
    "active_from": gettext_lazy("Aktif sejak"),
}
REQUIRED = ("name", "kind")


@dataclass(frozen=True, slots=True)
class CellProblem:
    """`cell` as a spreadsheet names it ("C7"), `printed` what it holds, `sentence` what to do."""

    cell: str
    printed: str
    sentence: str


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A row of the sheet. `given` holds the columns that the sheet has; cells are where problems are shown."""

    number: int
    columns: dict[str, int]
    kind: str = ""
    name: str = ""
    short_name: str = ""
    parent: str = ""
    head: str = ""
    aliases: tuple[str, ...] = ()
    active_from: date | None = None

    @property
    def given(self) -> frozenset[str]:
        return frozenset(self.columns)

    def problem(self, column: str, printed: str, sentence: str) -> CellProblem:
        at = self.columns.get(column, self.columns["name"])
        return CellProblem(cell_name(at, self.number), printed, sentence)


def read_unit_sheet(data: bytes) -> tuple[list[UnitLine], list[CellProblem]]:
    """The rows and what is wrong with them, cell by cell. Raises `ValidationError` when it cannot be read at all."""
    if not data.startswith(b"PK"):
        raise ValidationError(_("Ini bukan berkas Excel (.xlsx). Simpan daftarnya sebagai .xlsx, lalu unggah lagi."))
    watch = Watch(LIMITS)
    try:
        with open_container(data, LIMITS) as container:
            check_parts(container, watch)
        book = open_values(data)
        table = list(_cells(book, watch))
        book.close()
    except UnusableFile as error:
        said = error.message_en if (get_language() or "").startswith("en") else error.message_id
        raise ValidationError(said) from error
    except Exception as error:  # a broken workbook fails in ways that its library does not foresee
        log.warning("Cannot read a list of units: %s", error)
        raise ValidationError(_("Berkas Excel ini rusak. Buka di Excel, simpan ulang, lalu unggah lagi.")) from error
    head = next(iter(table), (1, []))
    columns, problems = _columns(head)
    if problems:
        return [], problems
    lines: list[UnitLine] = []
    for number, cells in table[1:]:
        line, wrong = _line(number, cells, columns)
        problems += wrong
        lines.append(line)
    if not lines:
        problems.append(CellProblem("A2", "", _("Belum ada unit. Isi mulai baris kedua.")))
    return lines, problems


def _cells(book: Any, watch: Watch) -> Iterator[tuple[int, list[object]]]:
    """Rows of the first sheet that hold anything, with their numbers."""
    for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
        watch.cells(len(row))
        if number > MOST_ROWS:
            break
        if any(cell is not None and str(cell).strip() for cell in row):
            yield number, list(row)


def _columns(head: tuple[int, list[object]]) -> tuple[dict[str, int], list[CellProblem]]:
    known = {words: code for code, heading in COLUMNS.items() for words in _in_all_languages(heading)}
    known["sebutan lain"] = "aliases"
    columns: dict[str, int] = {}
    problems = []
    number, cells = head
    for at, cell in enumerate(cells):
        words = fold(str(cell or ""))
        code = known.get(plain(words))
        place = cell_name(at, number)
        if code and code not in columns:
            columns[code] = at
        elif words:
            problems.append(
                CellProblem(
                    place, words, _("Judul kolom ini tidak dikenal atau sudah ada. Hapus, atau pakai berkas contoh.")
                )
            )
    for code in REQUIRED:
        if code not in columns:
            said = _("Kolom “%(column)s” tidak ada di baris pertama. Pakai berkas contoh.") % {"column": COLUMNS[code]}
            problems.append(CellProblem(f"A{number}", "", said))
    return columns, problems


def _line(number: int, cells: list[object], columns: dict[str, int]) -> tuple[UnitLine, list[CellProblem]]:
    texts = {code: fold(_text(cells[at])) if at < len(cells) else "" for code, at in columns.items()}
    empty = UnitLine(number, columns)
    problems = []
    for code, longest in LONGEST.items():
        if len(texts.get(code, "")) > longest:
            said = _("Paling panjang %(count)d huruf.") % {"count": longest}
            problems.append(empty.problem(code, texts[code][:40] + "…", said))
    if not plain(texts["name"]):
        problems.append(empty.problem("name", texts["name"], _("Tulis nama unit.")))
    kind = _kind(texts["kind"])
    if kind is None:
        choices = ", ".join(str(one.label) for one in UnitKind)
        said = _("Tulis salah satu jenis: %(kinds)s.") % {"kinds": choices}
        problems.append(empty.problem("kind", texts["kind"], said))
    since = cells[columns["active_from"]] if columns.get("active_from", len(cells)) < len(cells) else None
    active_from = _day(since)
    if texts.get("active_from") and active_from is None:
        problems.append(empty.problem("active_from", texts["active_from"], _("Tulis tanggal seperti 31/12/2024.")))
    line = UnitLine(
        number=number,
        columns=columns,
        kind=kind or "",
        name=texts["name"],
        short_name=texts.get("short_name", ""),
        parent=texts.get("parent", ""),
        head=texts.get("head", ""),
        aliases=tuple(part.strip() for part in texts.get("aliases", "").split(";") if part.strip()),
        active_from=active_from,
    )
    return line, problems


def _text(cell: object) -> str:
    if isinstance(cell, datetime | date):
        return cell.strftime("%d/%m/%Y")
    return "" if cell is None else str(cell)


def _kind(words: str) -> UnitKind | None:
    return next((kind for kind in UnitKind if plain(words) in _in_all_languages(kind.label)), None)


def _in_all_languages(words: str | _StrPromise) -> set[str]:
    """A list that was downloaded in one language may be imported in another."""
    found = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.add(plain(str(words)))
    return found


def _day(cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if found := DAY.match(fold(str(cell or ""))):
        day, month, year = map(int, found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            return None
    return None
