"""The pages of action plans."""

from django.urls import path

from petajalan.planning.views.actions import life, pages, rows, sheets

LIST = "<slug:agency_slug>/rencana-aksi/"
ONE = LIST + "<int:key>/"

urlpatterns = [
    path(LIST, pages.plan_list, name="action_plans"),
    path(LIST + "buka/", pages.open_plan, name="action_plan_open"),
    path(ONE, pages.plan_page, name="action_plan"),
    path(ONE + "mutu/", pages.quality, name="action_plan_quality"),
    path(ONE + "aksi/tambah/", rows.add, name="action_add"),
    path(ONE + "aksi/<int:row>/", rows.save, name="action_row"),
    path(ONE + "aksi/<int:row>/hapus/", rows.remove, name="action_remove"),
    path(ONE + "aksi/<int:row>/pulihkan/", rows.restore, name="action_restore"),
    path(ONE + "unggah/", sheets.upload, name="action_upload"),
    path(ONE + "ajukan/", life.submit, name="action_plan_submit"),
    path(ONE + "setujui/", life.approve, name="action_plan_approve"),
    path(ONE + "kembalikan/", life.send_back, name="action_plan_send_back"),
    path(ONE + "mulai-perubahan/", life.amend, name="action_plan_amend"),
    path(ONE + "perbaikan/<int:number>/", life.repair, name="action_repair"),
    path(ONE + "revisi/<int:number>/", pages.revision, name="action_revision"),
]
