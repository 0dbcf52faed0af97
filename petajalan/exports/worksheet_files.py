"""The worksheet of a year as a workbook with live formulas, by the scores of one party."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page
from petajalan.accounts.models import Agency
from petajalan.evaluation.choices import Party
from petajalan.evaluation.queries.worksheet.index import Sheet, sheet_of
from petajalan.evaluation.views.worksheet.doors import find_party, find_worksheet
from petajalan.exports.views.downloads import XLSX
from petajalan.exports.worksheet import WorksheetDocument, worksheet_workbook


@require_safe
@agency_page
def worksheet_file(request: SignedInRequest, agency: Agency, year: int, party: str) -> HttpResponse:
    found, by = find_worksheet(request, agency, year), find_party(party)
    sheet = sheet_of(found)
    if sheet.scale is None:
        raise AssertionError(sheet.instrument.scale)  # the loader of instruments has refused unknown scales
    document = WorksheetDocument(
        title=_("Lembar kerja evaluasi %(year)d, %(agency)s") % {"year": year, "agency": agency.name},
        notes=_notes(sheet, by),
        result=sheet.index(by),
        scale=sheet.scale,
        year=year,
        grade=sheet.grade(by),
        documents=_documents(sheet, by),
    )
    name = f'attachment; filename="lke-{year}-{party}.xlsx"'
    return HttpResponse(worksheet_workbook(document), content_type=XLSX, headers={"Content-Disposition": name})


def _notes(sheet: Sheet, party: Party) -> list[str]:
    worksheet = sheet.worksheet
    notes = [f"{party.label}. {sheet.instrument.name}: {sheet.instrument.source}"]
    if party is not Party.NATIONAL:
        notes.append(_("Perkiraan: bukan hasil resmi kementerian."))
    if worksheet.simulated or worksheet.adopted.simulated:
        notes.append(_("Data simulasi."))
    if worksheet.coefficient_note:
        notes.append(_("Koefisien: %(why)s") % {"why": worksheet.coefficient_note})
    notes.append(_("Sel kuning boleh diubah; skor, jumlah, indeks, dan predikat ikut berubah."))
    return notes


def _documents(sheet: Sheet, party: Party) -> dict[str, str]:
    """What each score rests on: its source with the page."""
    told = {}
    for item in sheet.instrument.items():
        score = sheet.score(item.code, party)
        if score is not None:
            page = _("halaman %(page)s") % {"page": score.page} if score.page else ""
            told[item.code] = ", ".join(filter(None, (score.source, page, score.note)))
    return told
