from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import astuple

from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page, permit
from petajalan.accounts.models import Agency
from petajalan.accounts.queries import unit_rows
from petajalan.common import clock
from petajalan.exports import collect
from petajalan.exports.actions import action_workbook, portal_workbook
from petajalan.exports.delimited import delimited
from petajalan.exports.indices import collected as indices_of
from petajalan.exports.indices import index_workbook
from petajalan.exports.quarter import collected, quarter_workbook
from petajalan.exports.thematic import collected as thematic_of
from petajalan.exports.thematic import thematic_workbook
from petajalan.exports.units import unit_workbook
from petajalan.exports.xlsx import Column, workbook
from petajalan.planning.action_cells import Lists
from petajalan.planning.forms.indicators import HistoryFilterForm
from petajalan.planning.models import Action, ActionPlan, Regulation
from petajalan.planning.queries.actions import actions_of
from petajalan.planning.queries.history import of_plan
from petajalan.planning.readings import RegulationRead
from petajalan.planning.views.actions.doors import action_plan_page
from petajalan.planning.views.doors import find_regulation, read_regulation_page
from petajalan.planning.views.plan import Plan, plan_page
from petajalan.reporting.queries.measurement_page import usual_quarter
from petajalan.reporting.services.calendar import YEARS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@read_regulation_page
def findings_workbook(request: SignedInRequest, regulation: Regulation, read: RegulationRead) -> HttpResponse:
    columns = [
        Column(_("Nomor"), 8),
        Column(_("Tingkat"), 12),
        Column(_("Kode"), 24),
        Column(_("Jenis temuan"), 36, wrap=True),
        Column(_("Temuan"), 70, wrap=True),
        Column(_("Saran"), 50, wrap=True),
        Column(_("Bagian naskah"), 30, wrap=True),
        Column(_("Baris berkas"), 9),
        Column(_("Halaman"), 9),
        Column(_("Tabel"), 8),
        Column(_("Baris"), 7),
        Column(_("Kolom"), 7),
        Column(_("Tercetak"), 40, wrap=True),
    ]
    rows = [
        (
            *(one.number, one.severity, one.code, one.meaning, one.message, one.advice, one.group),
            *(one.line, one.page, one.table, one.row, one.column, one.printed),
        )
        for one in collect.finding_rows(read)
    ]
    response = HttpResponse(workbook(_("Temuan"), columns, rows), content_type=XLSX)
    response["Content-Disposition"] = attachment(regulation, "xlsx")
    return response


@require_safe
@read_regulation_page
def findings_json(request: SignedInRequest, regulation: Regulation, read: RegulationRead) -> HttpResponse:
    response = JsonResponse(
        collect.findings_as_json(regulation, read), json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    response["Content-Disposition"] = attachment(regulation, "json")
    return response


@require_safe
@agency_page
def regulation_file(request: SignedInRequest, agency: Agency, key: int) -> FileResponse:
    """The file as it was uploaded: always to be saved, never shown inside the application."""
    regulation = find_regulation(request, agency, key)
    return FileResponse(
        regulation.file.open("rb"),
        as_attachment=True,
        filename=regulation.filename,
        content_type="application/octet-stream",
    )


@require_safe
@plan_page
def history_csv(request: SignedInRequest, plan: Plan) -> HttpResponse:
    """The history of the plan as the page filters it, the newest first."""
    chosen = HistoryFilterForm(request.GET, versions=plan.versions).chosen
    head = (
        *(_("Waktu"), _("Pelaku"), _("Tindakan"), _("Tentang")),
        *(_("Isian"), _("Semula"), _("Menjadi"), _("Alasan")),
    )
    rows = (astuple(row) for row in collect.history_rows(of_plan(request.agency, **chosen).iterator()))
    response = HttpResponse(delimited(head, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="riwayat-rencana-{request.agency.slug}.csv"'
    return response


@require_safe
@agency_page
def unit_list_workbook(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """The active units, to be changed and imported again."""
    permit(request.user, "accounts.manage_units", agency)
    rows = [row for row in unit_rows(agency, timezone.localdate()) if row.active]
    return _workbook(unit_workbook(rows), f"daftar-unit-{agency.slug}.xlsx")


@require_safe
@agency_page
def unit_template(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "accounts.manage_units", agency)
    return _workbook(unit_workbook([]), "contoh-daftar-unit.xlsx")


def _workbook(content: bytes, filename: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def attachment(regulation: Regulation, ending: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", f"{regulation.agency.slug} {regulation.short_name}".lower()).strip("-")[:80]
    return f'attachment; filename="temuan-{words}.{ending}"'


@require_safe
@action_plan_page
def action_plan_workbook(request: SignedInRequest, plan: ActionPlan) -> HttpResponse:
    """The actions of the plan, to be changed and imported again; without any it is the empty form."""
    rows = [row for row in actions_of(plan) if not row.withdrawn]
    name = f"rencana-aksi-{plan.agency.slug}-{plan.year}{_marked(rows)}.xlsx"
    return _workbook(action_workbook(rows, Lists(plan)), name)


@require_safe
@action_plan_page
def action_plan_portal(request: SignedInRequest, plan: ActionPlan) -> HttpResponse:
    rows = actions_of(plan)
    name = f"rencana-aksi-portal-{plan.agency.slug}-{plan.year}{_marked(rows)}.xlsx"
    return _workbook(portal_workbook(plan, rows, Lists(plan)), name)


def _marked(actions: Sequence[Action]) -> str:
    """For the name of a file with rows that were made up."""
    return "-data-simulasi" if any(action.simulated for action in actions) else ""


@require_safe
@agency_page
def quarter_report_workbook(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    if year not in YEARS or not 1 <= quarter <= 4:
        raise Http404
    report = collected(agency, year, quarter, at=clock.now())
    return _workbook(quarter_workbook(report), f"laporan-triwulan-{agency.slug}-{year}-tw{quarter}.xlsx")


@require_safe
@agency_page
def outside_indices_workbook(request: SignedInRequest, agency: Agency) -> HttpResponse:
    permit(request.user, "evaluation.view_evaluations", agency)
    book = indices_of(agency, clock.today())
    marked = "-data-simulasi" if book.simulated else ""
    return _workbook(index_workbook(book), f"indeks-luar-{agency.slug}{marked}.xlsx")


@require_safe
@agency_page
def thematic_portal_now(request: SignedInRequest, agency: Agency) -> HttpResponse:
    """Of the quarter that people report on now."""
    permit(request.user, "reporting.view_reports", agency)
    return redirect("thematic_portal", agency.slug, *usual_quarter(agency, at=clock.now()))


@require_safe
@agency_page
def thematic_portal(request: SignedInRequest, agency: Agency, year: int, quarter: int) -> HttpResponse:
    permit(request.user, "reporting.view_reports", agency)
    if year not in YEARS or not 1 <= quarter <= 4:
        raise Http404
    thematic = thematic_of(agency, year, quarter)
    marked = "-data-simulasi" if thematic.simulated else ""
    return _workbook(
        thematic_workbook(thematic), f"rencana-aksi-tematik-portal-{agency.slug}-{year}-tw{quarter}{marked}.xlsx"
    )
