"""The list of units as a workbook that can be changed and imported again."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from petajalan.accounts.choices import UnitKind
from petajalan.accounts.queries import UnitRow
from petajalan.accounts.unit_sheet import COLUMNS
from petajalan.exports.xlsx import neutral, new_book

if TYPE_CHECKING:
    from xlsxwriter import Workbook

WIDTHS = (44, 20, 18, 32, 44, 32, 14)
ROOM = 1000  # rows that offer the kinds to choose from


def unit_workbook(rows: Iterable[UnitRow]) -> bytes:
    """The first sheet is the list, the second says how it is filled in. Without rows it is the empty form."""
    buffer = BytesIO()
    book = new_book(buffer)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E0F0F5", "bottom": 1})
    text = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
    sheet = book.add_worksheet(_("Unit"))
    for at, (words, width) in enumerate(zip(COLUMNS.values(), WIDTHS, strict=True)):
        sheet.set_column(at, at, width, day if at == len(WIDTHS) - 1 else text)
        sheet.write_string(0, at, str(words), head)
    for line, row in enumerate(rows, start=1):
        unit = row.unit
        parent = unit.parent.name if unit.parent else ""
        cells = (unit.name, unit.get_kind_display(), unit.short_name, parent, "; ".join(row.aliases))
        for at, cell in enumerate((*cells, row.head.name if row.head else "")):
            sheet.write_string(line, at, neutral(str(cell)), text)
        if unit.active_from:
            sheet.write_datetime(line, len(cells) + 1, unit.active_from, day)
    kinds = [str(kind.label) for kind in UnitKind]
    sheet.data_validation(1, 1, ROOM, 1, {"validate": "list", "source": kinds})
    sheet.freeze_panes(1, 1)
    _instructions(book, head, kinds)
    book.close()
    return buffer.getvalue()


def _instructions(book: Workbook, head: object, kinds: list[str]) -> None:
    sheet = book.add_worksheet(_("Petunjuk"))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, _("Kolom"), head)
    sheet.write_string(0, 1, _("Cara mengisi"), head)
    ways = {
        "name": _("Nama lengkap, wajib diisi. Unit yang namanya sudah ada diubah, yang lain ditambahkan."),
        "kind": _("Wajib diisi, salah satu: %(kinds)s.") % {"kinds": ", ".join(kinds)},
        "short_name": _("Singkatan yang tampil di tabel, misalnya Diskominfo. Boleh kosong."),
        "parent": _("Nama atau singkatan unit lain, di aplikasi atau di berkas ini. Boleh kosong."),
        "aliases": _("Nama lama dan singkatan lain yang dipakai peraturan, misalnya: Bagor; Bag. Organisasi."),
        "head": _("Misalnya Kepala Dinas Sosial. Dibuat bila unitnya belum punya jabatan yang memimpin."),
        "active_from": _("Tanggal seperti 31/12/2024. Kosongkan bila unit sudah ada sebelum Petajalan dipakai."),
    }
    for line, (code, way) in enumerate(ways.items(), start=1):
        sheet.write_string(line, 0, str(COLUMNS[code]), wrapped)
        sheet.write_string(line, 1, way, wrapped)
