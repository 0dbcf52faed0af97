"""The activities for the core values of a year as a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.exports.views.downloads import XLSX
from petajalan.exports.xlsx import Cell, Column, workbook
from petajalan.reporting.models import CultureActivity
from petajalan.reporting.queries.culture import activities_of, year_of
from petajalan.reporting.services.calendar import YEARS


@require_safe
@agency_page
def culture_workbook(request: SignedInRequest, agency: Agency, year: int) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    if year not in YEARS:
        raise Http404
    rows = year_of(activities_of(request.user, agency), year).rows
    columns = [
        Column(_("Tanggal"), 12),
        Column(_("Kegiatan"), 50, wrap=True),
        Column(_("Unit"), 40, wrap=True),
        Column(_("Nilai BerAKHLAK"), 24),
        Column(_("Keadaan"), 14),
        Column(_("Peserta"), 10),
        Column(_("Bukti dukung"), 12),
        Column(_("Catatan"), 50, wrap=True),
        Column(_("Data simulasi"), 14),
    ]
    content = workbook(_("Budaya %(year)d") % {"year": year}, columns, _rows(rows))
    marked = "-data-simulasi" if any(row.simulated for row in rows) else ""
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="budaya-{agency.slug}-{year}{marked}.xlsx"'
    return response


def _rows(rows: list[CultureActivity]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        state = _("Terlaksana") if row.held_at else _("Direncanakan")
        value = str(row.get_core_value_display())
        proofs = row.evidence  # type: ignore[attr-defined]
        simulated = _("ya") if row.simulated else ""
        yield (
            row.day.isoformat(),
            row.title,
            row.unit.name,
            value,
            state,
            row.participants,
            proofs,
            row.note,
            simulated,
        )
