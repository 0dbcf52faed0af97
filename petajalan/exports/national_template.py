"""The workbook that is filled in with official values, an item a line beside our estimate; totals on another sheet."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page
from petajalan.accounts.models import Agency
from petajalan.evaluation.choices import Party
from petajalan.evaluation.display.worksheet.words import range_words, raw_words
from petajalan.evaluation.national_sheet import COLUMNS, PRINTED
from petajalan.evaluation.queries.worksheet.index import Sheet, sheet_of
from petajalan.evaluation.services.worksheet.national import SCORE, STATES
from petajalan.evaluation.views.worksheet.doors import find_worksheet
from petajalan.exports.views.downloads import XLSX
from petajalan.exports.xlsx import neutral, new_book

WIDTHS = {"code": 14, "name": 56, "range": 16, "ours": 16, "value": 16, "state": 18, "note": 48}
FILLED_IN = ("value", "state", "note")


@require_safe
@agency_page
def national_template(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    found = find_worksheet(request, agency, year, SCORE)
    name = f'attachment; filename="nilai-nasional-{year}.xlsx"'
    return HttpResponse(
        template_workbook(sheet_of(found)), content_type=XLSX, headers={"Content-Disposition": name}
    )  # fmt: skip


def template_workbook(sheet: Sheet) -> bytes:
    """In the language of the reader; it is read in both."""
    buffer = BytesIO()
    book = new_book(buffer)
    styles = {name: book.add_format(one) for name, one in _styles().items()}
    _items(book.add_worksheet(_("Nilai butir")), styles, sheet)
    _printed(book.add_worksheet(_("Hasil tercetak")), styles)
    _guide(book.add_worksheet(_("Petunjuk")), styles, sheet)
    book.close()
    return buffer.getvalue()


def _items(page: Any, styles: dict[str, Any], sheet: Sheet) -> None:
    for at, (name, words) in enumerate(COLUMNS.items()):
        page.set_column(at, at, WIDTHS[name])
        page.write_string(0, at, str(words), styles["head"])
    items = list(sheet.instrument.items())
    places = {name: at for at, name in enumerate(COLUMNS)}
    for line, item in enumerate(items, start=1):
        ours = sheet.score(item.code, Party.INTERNAL) or sheet.score(item.code, Party.SELF)
        known = {"code": item.code, "name": item.name, "range": range_words(item), "ours": raw_words(ours)}
        for name, text in known.items():
            page.write_string(line, places[name], neutral(text), styles["wrapped"])
        for name in FILLED_IN:
            page.write_blank(line, places[name], None, styles["entry"])
        if item.levels:
            codes = [one.code for one in item.levels]
            page.data_validation(line, places["value"], line, places["value"], {"validate": "list", "source": codes})
    choices = [
        str(STATES["assessed"]), str(STATES["excluded"]),
        *(f"{STATES['carried']} {sheet.worksheet.year - back}" for back in (1, 2)),
    ]  # fmt: skip
    given = {"validate": "list", "source": choices, "error_type": "warning"}
    page.data_validation(1, places["state"], len(items), places["state"], given)
    page.freeze_panes(1, 2)


def _printed(page: Any, styles: dict[str, Any]) -> None:
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 20)
    page.write_string(0, 0, _("Tercetak"), styles["head"])
    page.write_string(0, 1, _("Isi"), styles["head"])
    for line, words in enumerate(PRINTED.values(), start=1):
        page.write_string(line, 0, str(words), styles["wrapped"])
        page.write_blank(line, 1, None, styles["entry"])


def _guide(page: Any, styles: dict[str, Any], sheet: Sheet) -> None:
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 90)
    for line, (column, way) in enumerate(_ways(sheet)):
        page.write_string(line, 0, column, styles["wrapped" if line else "head"])
        page.write_string(line, 1, way, styles["wrapped" if line else "head"])


def _ways(sheet: Sheet) -> Iterator[tuple[str, str]]:
    told = {"state": STATES["excluded"], "carried": f"{STATES['carried']} {sheet.worksheet.year - 1}"}
    yield _("Kolom"), _("Cara mengisi")
    yield str(COLUMNS["value"]), _("Nilai mentah menurut dokumen hasil evaluasi nasional, atau tingkatnya (opini).")
    yield str(COLUMNS["state"]), _("Boleh kosong: dinilai tahun ini. Selain itu “%(carried)s” atau “%(state)s”.") % told
    yield str(COLUMNS["note"]), _("Wajib untuk butir di luar lokus; selain itu boleh kosong.")
    yield (
        str(COLUMNS["ours"]),
        _("Untuk pembanding saja; tidak dibaca. Evaluator internal, atau mandiri bila belum ada."),
    )
    yield _("Hasil tercetak"), _("Jumlah, indeks, dan predikat seperti yang tercetak pada dokumen. Boleh kosong.")
    yield _("Baris kosong"), _("Baris tanpa nilai, keadaan, dan catatan dilewati. Anda dapat mengunggah bertahap.")


def _styles() -> dict[str, dict[str, Any]]:
    return {
        "head": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E0F0F5", "bottom": 1},
        "wrapped": {"text_wrap": True, "valign": "top"},
        "entry": {"bg_color": "#FFF8E1", "border": 1, "border_color": "#D8C690", "text_wrap": True, "valign": "top"},
    }
