from django.urls import path

from petajalan.exports import views

ONE = "<slug:agency_slug>/peraturan/<int:key>/"

urlpatterns = [
    path(ONE + "temuan.xlsx", views.findings_workbook, name="findings_workbook"),
    path(ONE + "temuan.json", views.findings_json, name="findings_json"),
    path(ONE + "berkas/", views.regulation_file, name="regulation_file"),
]
