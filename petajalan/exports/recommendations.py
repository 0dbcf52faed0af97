"""Recommendations as a workbook: the rows that the list shows with the same filters, and every entry about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.http import HttpResponse
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.common import clock
from petajalan.evaluation.display.recommendations import Shown, shown
from petajalan.evaluation.forms.recommendations import FilterForm
from petajalan.evaluation.models import FollowUp
from petajalan.evaluation.queries.recommendations import chosen, entries_of, recommendations_of
from petajalan.exports.xlsx import Cell, Column, Table, book_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Collected:
    """entries  of the owners, by key of the recommendation"""

    rows: Sequence[Shown]
    entries: Mapping[int, Sequence[FollowUp]]


@require_safe
@agency_page
def workbook_of(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "evaluation.view_evaluations", agency)
    today = clock.today()
    found = chosen(recommendations_of(request.user, agency), FilterForm(request.GET).wanted, today=today)
    rows = [shown(one, agency, today=today) for one in found]
    content = recommendation_workbook(Collected(rows, entries_of([row.one for row in rows])))
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="rekomendasi-{agency.slug}-{timezone.localdate()}.xlsx"'
    return response


def recommendation_workbook(collected: Collected) -> bytes:
    """In the language of the reader and the time zone of the agency."""
    return book_of(
        [
            Table(_("Rekomendasi"), [Column(*one) for one in _of_rows()], _rows(collected), fixed=1),
            Table(_("Tindak lanjut"), [Column(*one) for one in _of_entries()], _entries(collected), fixed=1),
        ]
    )


def _of_rows() -> tuple[tuple[str, int, bool], ...]:
    return (
        (_("Nomor"), 14, False), (_("Rekomendasi"), 60, True), (_("Asal"), 36, True), (_("Tahun evaluasi"), 10, False),
        (_("Penanggung jawab"), 34, True), (_("Aksi"), 40, True), (_("Dibuat pada"), 17, False),
        (_("Dibuat oleh"), 24, True), (_("Tenggat"), 17, False), (_("Tenggat semula"), 17, False),
        (_("Keadaan"), 22, True), (_("Hari terlambat"), 10, False), (_("Umur"), 12, False),
        (_("Dilaporkan selesai"), 17, False), (_("Diperiksa pada"), 17, False), (_("Diperiksa oleh"), 24, True),
        (_("Hasil pemeriksaan"), 50, True), (_("Pengecualian independensi"), 40, True), (_("Data simulasi"), 10, False),
    )  # fmt: skip


def _of_entries() -> tuple[tuple[str, int, bool], ...]:
    return (
        (_("Nomor"), 14, False), (_("Ditulis pada"), 17, False), (_("Ditulis oleh"), 24, True),
        (_("Yang sudah dikerjakan"), 60, True), (_("Kemajuan (persen)"), 12, False),
        (_("Dinyatakan selesai"), 12, False), (_("Bukti"), 50, True), (_("Hasil pemeriksaan"), 50, True),
        (_("Diterima"), 10, False), (_("Diperiksa oleh"), 24, True), (_("Diperiksa pada"), 17, False),
    )  # fmt: skip


def _rows(collected: Collected) -> Iterator[tuple[Cell, ...]]:
    for row in collected.rows:
        one, waiver = row.one, row.one.waiver
        yield (
            one.code, one.what, row.source, one.year, one.owner.name, one.action.name if one.action else "",
            localtime(one.raised_at), str(one.raised_by), _day(one.due), _day(one.first_due) if one.moved else None,
            one.get_state_display(), row.late or None, row.age, _day(one.done_on), _moment(one.checked_at),
            str(one.checked_by or ""), one.verdict, f"{waiver.unit}: {waiver.reason}" if waiver else "",
            _mark(one.simulated),
        )  # fmt: skip


def _entries(collected: Collected) -> Iterator[tuple[Cell, ...]]:
    for row in collected.rows:
        for entry in collected.entries.get(row.one.pk, ()):
            proofs = "; ".join(use.evidence.link or use.evidence.name for use in entry.proofs.all())
            accepted = "" if entry.accepted is None else _("ya") if entry.accepted else _("tidak")
            yield (
                row.one.code, localtime(entry.written_at), str(entry.written_by), entry.text, entry.percent,
                _mark(entry.done), proofs, entry.verdict, accepted, str(entry.checked_by or ""),
                _moment(entry.checked_at),
            )  # fmt: skip


def _day(day: date | None) -> datetime | None:
    """A cell of a workbook knows moments only, and no zone."""
    return datetime.combine(day, time()) if day else None


def _moment(at: datetime | None) -> datetime | None:
    return localtime(at) if at else None


def _mark(said: bool) -> str:
    return _("ya") if said else ""
