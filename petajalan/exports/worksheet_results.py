"""Differences with the official figures, and the history of all years, as files. Both write what their pages show."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.calc.numbers import rounded
from petajalan.common.templatetags.petajalan import num
from petajalan.evaluation.choices import Party
from petajalan.evaluation.display.worksheet.differences import DifferencesPage
from petajalan.evaluation.display.worksheet.history import PLACES, HistoryPage, history_page
from petajalan.evaluation.display.worksheet.words import SLUGS
from petajalan.evaluation.queries.worksheet.history import history_of
from petajalan.evaluation.views.doors import VIEW
from petajalan.evaluation.views.worksheet.results import asked_differences
from petajalan.exports.delimited import delimited
from petajalan.exports.views.downloads import XLSX
from petajalan.exports.xlsx import Cell, Column, Table, book_of

FOUR = 4


@require_safe
@agency_page
def differences_file(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    page = asked_differences(request, agency, year)
    return _file(differences_workbook(page), f"selisih-lke-{year}-{SLUGS[page.party]}.xlsx", XLSX)


@require_safe
@agency_page
def history_workbook_file(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, VIEW, agency)
    page = history_page(history_of(agency))
    columns = [Column(words, width, wrap=width > 20) for words, width in _history_columns()]
    content = book_of([Table(_("Riwayat indeks"), columns, _history(page), fixed=2)])
    return _file(content, "riwayat-indeks.xlsx", XLSX)


@require_safe
@agency_page
def history_csv(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, VIEW, agency)
    page = history_page(history_of(agency))
    rows = ([_text(cell) for cell in row] for row in _history(page))
    return _file(delimited([words for words, _w in _history_columns()], rows), "riwayat-indeks.csv", "text/csv")


def differences_workbook(page: DifferencesPage) -> bytes:
    """In the language of the reader. The last row is the sum, and that is the difference of the indices."""
    worksheet = page.sheet.worksheet
    marked = _(" (data simulasi)") if worksheet.simulated or worksheet.adopted.simulated else ""
    name = _("Selisih %(party)s") % {"party": str(page.party.label).lower()}
    columns = [Column(words, width, wrap=width > 20) for words, width in _difference_columns()]
    return book_of([Table(name + marked, columns, _differences(page), fixed=2)])


def _difference_columns() -> tuple[tuple[str, int], ...]:
    return (
        (_("Kode butir"), 14), (_("Butir"), 56), (_("Perkiraan"), 14), (_("Skor"), 12), (_("Nilai resmi"), 14),
        (_("Skor resmi"), 12), (_("Poin indeks perkiraan"), 14), (_("Poin indeks resmi"), 14),
        (_("Selisih poin indeks"), 14), (_("Belum diketahui"), 44),
    )  # fmt: skip


def _differences(page: DifferencesPage) -> Iterator[tuple[Cell, ...]]:
    for line in page.lines:
        code = line.item.code if line.item else ""
        scores: list[Decimal | None] = [None, None]
        if line.item is not None:
            scores = [page.sheet.index(party).item(code).score for party in (page.party, Party.NATIONAL)]
        ours, theirs = (None if one is None else rounded(one, FOUR) for one in scores)
        yield (
            code, line.item.name if line.item else _("Koefisien"), line.ours.raw, ours, line.theirs.raw, theirs,
            line.ours.brings, line.theirs.brings, line.points, line.why,
        )  # fmt: skip
    found = page.found
    words = _("Jumlah selisih = selisih indeks") if page.known else _("Jumlah butir yang diketahui kedua pihak")
    yield "", words, "", None, "", None, found.ours, found.theirs, found.known, ""


def _history_columns() -> tuple[tuple[str, int], ...]:
    return (
        (_("Skema"), 14), (_("Tahun"), 8), (_("Menurut"), 40), (_("Indeks"), 12), (_("Huruf predikat"), 10),
        (_("Predikat"), 20), (_("RB General"), 12), (_("RB Tematik"), 12), (_("Perubahan dalam skema"), 14),
        (_("Dokumen atau instrumen"), 50), (_("Belum diketahui"), 50), (_("Sementara"), 10), (_("Data simulasi"), 10),
        (_("Sumber skema"), 50),
    )  # fmt: skip


def _history(page: HistoryPage) -> Iterator[tuple[Cell, ...]]:
    for scheme in page.schemes:
        for row in scheme.rows:
            grade = row.grade
            yield (
                scheme.years, row.year, row.name, _two(row.index), grade.letter if grade else row.level,
                grade.label if grade else "", _two(row.general), _two(row.thematic), _two(row.change), row.document,
                row.why, _yes(row.provisional), _yes(row.simulated), scheme.source,
            )  # fmt: skip


def _two(value: Decimal | None) -> Decimal | None:
    return None if value is None else rounded(value, PLACES)


def _yes(said: bool) -> str:
    return _("ya") if said else ""


def _text(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return num(cell, PLACES)
    return "" if cell is None else str(cell)


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
