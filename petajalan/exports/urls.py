from django.urls import include, path

from petajalan.exports import (
    calendar_feed,
    instrument_files,
    national_template,
    recommendations,
    worksheet_files,
    worksheet_results,
)
from petajalan.exports.views import downloads

ACTIONS = "<slug:agency_slug>/rencana-aksi/<int:key>/"
ONE = "<slug:agency_slug>/peraturan/<int:key>/"

urlpatterns = [
    path("", include("petajalan.exports.urls_letterhead")),
    path("kalender/<str:secret>.ics", calendar_feed.calendar_feed, name="calendar_feed"),
    path("<slug:agency_slug>/unit/daftar-unit.xlsx", downloads.unit_list_workbook, name="unit_workbook"),
    path("<slug:agency_slug>/unit/contoh-daftar-unit.xlsx", downloads.unit_template, name="unit_template"),
    path("<slug:agency_slug>/rencana/riwayat.csv", downloads.history_csv, name="plan_history_csv"),
    path(
        "<slug:agency_slug>/capaian/<int:year>/<int:quarter>/laporan.xlsx",
        downloads.quarter_report_workbook,
        name="quarter_workbook",
    ),
    path("<slug:agency_slug>/tematik-portal.xlsx", downloads.thematic_portal_now, name="thematic_portal_now"),
    path(
        "<slug:agency_slug>/capaian/<int:year>/<int:quarter>/tematik-portal.xlsx",
        downloads.thematic_portal,
        name="thematic_portal",
    ),
    path(
        "<slug:agency_slug>/indeks/indeks-luar.xlsx",
        downloads.outside_indices_workbook,
        name="outside_indices_workbook",
    ),
    path(
        "<slug:agency_slug>/lke/<int:year>/nilai-nasional.xlsx",
        national_template.national_template,
        name="national_template",
    ),
    path(
        "<slug:agency_slug>/lke/<int:year>/selisih.xlsx",
        worksheet_results.differences_file,
        name="worksheet_differences_workbook",
    ),
    path(
        "<slug:agency_slug>/lke/riwayat.xlsx",
        worksheet_results.history_workbook_file,
        name="worksheet_history_workbook",
    ),
    path("<slug:agency_slug>/lke/riwayat.csv", worksheet_results.history_csv, name="worksheet_history_csv"),
    path(
        "<slug:agency_slug>/lke/<int:year>/lke-<slug:party>.xlsx",
        worksheet_files.worksheet_file,
        name="worksheet_workbook",
    ),
    path(
        "<slug:agency_slug>/katalog/instrumen/<int:key>/instrumen.yaml",
        instrument_files.instrument_yaml,
        name="instrument_yaml",
    ),
    path(
        "<slug:agency_slug>/katalog/instrumen/nasional/<slug:code>/instrumen.yaml",
        instrument_files.instrument_national_yaml,
        name="instrument_national_yaml",
    ),
    path("<slug:agency_slug>/rekomendasi/daftar.xlsx", recommendations.workbook_of, name="recommendation_workbook"),
    path(ACTIONS + "rencana-aksi.xlsx", downloads.action_plan_workbook, name="action_workbook"),
    path(ACTIONS + "portal.xlsx", downloads.action_plan_portal, name="action_portal"),
    path(ONE + "temuan.xlsx", downloads.findings_workbook, name="findings_workbook"),
    path(ONE + "temuan.json", downloads.findings_json, name="findings_json"),
    path(ONE + "berkas/", downloads.regulation_file, name="regulation_file"),
    path("", include("petajalan.exports.urls_documents")),
]
