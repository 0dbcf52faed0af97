from django.urls import path

from petajalan.exports import views

ONE = "<slug:agency_slug>/peraturan/<int:key>/"

urlpatterns = [
    path("<slug:agency_slug>/unit/daftar-unit.xlsx", views.unit_list_workbook, name="unit_workbook"),
    path("<slug:agency_slug>/unit/contoh-daftar-unit.xlsx", views.unit_template, name="unit_template"),
    path("<slug:agency_slug>/rencana/riwayat.csv", views.history_csv, name="plan_history_csv"),
    path(ONE + "temuan.xlsx", views.findings_workbook, name="findings_workbook"),
    path(ONE + "temuan.json", views.findings_json, name="findings_json"),
    path(ONE + "berkas/", views.regulation_file, name="regulation_file"),
]
