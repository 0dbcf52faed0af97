"""The register of outside indices as a workbook: every value with its document, and what gave way to others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency
from petajalan.catalogue.display.words import confidence
from petajalan.evaluation.display.index_history import Past, history_of
from petajalan.evaluation.display.index_words import issuer_words
from petajalan.evaluation.display.indices import MEASURED, OFFICIAL, PRINTED, PROVISIONAL, awaited, rows_of
from petajalan.evaluation.models import IndexCorrection
from petajalan.evaluation.queries.index_register import IndexEntry, IndexRegister, index_register
from petajalan.exports.xlsx import Cell, Column, Table, book_of


@dataclass(frozen=True, slots=True)
class IndexBook:
    """Collected once; the workbook only writes it down. `past` by code."""

    agency: Agency
    today: date
    register: IndexRegister
    past: dict[str, list[Past]]

    @property
    def simulated(self) -> bool:
        return any(one.simulated for entry in self.register.entries for one in entry.figures)


def collected(agency: Agency, today: date) -> IndexBook:
    register = index_register(agency, year=today.year)
    rows = list(IndexCorrection.objects.filter(agency=agency).select_related("made_by").order_by("code", "year", "pk"))
    past = {
        entry.code: history_of(entry, [row for row in rows if row.code == entry.code]) for entry in register.entries
    }
    return IndexBook(agency, today, register, past)


def index_workbook(book: IndexBook) -> bytes:
    """In the language of the reader."""
    return book_of(
        [
            Table(_("Indeks"), _columns(_of_indices()), _indices(book), fixed=1),
            Table(_("Nilai"), _columns(_of_values()), _values(book), fixed=2),
            Table(_("Diganti atau ditarik"), _columns(_of_past()), _past(book), fixed=2),
        ]
    )


def _of_indices() -> tuple[tuple[str, int], ...]:
    return (
        (_("Indeks"), 44), (_("Penerbit"), 24), (_("Sumber penerbit"), 40), (_("Keyakinan penerbit"), 30),
        (_("Tahun berikutnya"), 12), (_("Perkiraan terbit"), 18), (_("Kode"), 24),
    )  # fmt: skip


def _of_values() -> tuple[tuple[str, int], ...]:
    return (
        (_("Indeks"), 44), (_("Tahun ukur"), 10), (_("Nilai"), 14), (_("Tingkat"), 12), (_("Huruf predikat"), 10),
        (_("Predikat"), 24), (_("Keadaan"), 24), (_("Sumber"), 26), (_("Dokumen"), 60), (_("Halaman"), 12),
        (_("Tanggal terbit"), 14), (_("Perubahan"), 40), (_("Tabel predikat"), 40), (_("Keyakinan tabel"), 30),
        (_("Dua sumber berbeda"), 10), (_("Alasan angka tidak biasa"), 40), (_("Dicatat oleh"), 24),
        (_("Data simulasi"), 10), (_("Kode"), 24),
    )  # fmt: skip


def _of_past() -> tuple[tuple[str, int], ...]:
    return (
        (_("Indeks"), 44), (_("Tahun ukur"), 10), (_("Nilai semula"), 18), (_("Dokumen"), 60), (_("Sementara"), 10),
        (_("Yang terjadi"), 12), (_("Alasan"), 60), (_("Oleh"), 24), (_("Tanggal"), 14), (_("Data simulasi"), 10),
    )  # fmt: skip


def _columns(widths: tuple[tuple[str, int], ...]) -> list[Column]:
    return [Column(header, width, wrap=width >= 30) for header, width in widths]


def _indices(book: IndexBook) -> Iterator[tuple[Cell, ...]]:
    for entry in book.register.entries:
        issuer, ahead = entry.issuer, awaited(entry, book.today)
        mark = confidence(issuer.confidence) if issuer and issuer.source else ""
        yield (
            entry.name, issuer_words(issuer), issuer.source if issuer else "", mark,
            ahead.year if ahead else None, ahead.month if ahead else "", entry.code,
        )  # fmt: skip


def _values(book: IndexBook) -> Iterator[tuple[Cell, ...]]:
    for entry in book.register.entries:
        yield from _of_index(entry)


def _of_index(entry: IndexEntry) -> Iterator[tuple[Cell, ...]]:
    states = {
        OFFICIAL: _("resmi"), PROVISIONAL: _("sementara"), PRINTED: _("tercetak dalam peraturan"),
        MEASURED: _("perkiraan koordinator"),
    }  # fmt: skip
    for row in reversed(rows_of(entry)):
        view, one = row.view, row.view.one
        grade, kept = view.grade, one.row
        released = one.released_on.isoformat() if one.released_on else ""
        yield (
            entry.name, one.year, one.value, one.level, grade.letter if grade else "", grade.label if grade else "",
            states[view.state], view.origin, view.document, one.page, released,
            row.change.text if row.change else "", grade.table.source if grade else "",
            confidence(grade.table.confidence) if grade else "", _yes(view.differs), kept.confirmation if kept else "",
            str(kept.entered_by or "") if kept else "", _yes(one.simulated), entry.code,
        )  # fmt: skip


def _past(book: IndexBook) -> Iterator[tuple[Cell, ...]]:
    for entry in book.register.entries:
        for past in book.past[entry.code]:
            row = past.row
            yield (
                entry.name, row.year, past.text, row.source, _yes(row.provisional),
                _("ditarik") if row.withdrawn else _("diganti"), row.reason, str(row.made_by), row.made_at,
                _yes(row.simulated),
            )  # fmt: skip


def _yes(told: bool) -> str:
    return _("ya") if told else ""
