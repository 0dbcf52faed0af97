from django.urls import include, path

from petajalan.planning.views import compare, findings, home, pages, regulations, uploads

OF_AGENCY = "<slug:agency_slug>/"
LIST = OF_AGENCY + "peraturan/"
ONE = LIST + "<int:key>/"

urlpatterns = [
    path(OF_AGENCY, home.home_page, name="agency_home"),
    path(LIST, regulations.regulation_list, name="regulation_list"),
    path(LIST + "unggah/", uploads.upload, name="regulation_upload"),
    path(ONE, regulations.regulation, name="regulation"),
    path(ONE + "kemajuan/", uploads.progress, name="regulation_progress"),
    path(ONE + "baca-ulang/", uploads.read_again, name="regulation_read_again"),
    path(ONE + "berlakukan/", regulations.adopt, name="regulation_adopt"),
    path(ONE + "tabel/<int:position>/", pages.table, name="regulation_table"),
    path(ONE + "teks/", pages.text, name="regulation_text"),
    path(ONE + "cetak/", pages.printed, name="regulation_print"),
    path(ONE + "bandingkan/", compare.compare, name="regulation_compare"),
    path(ONE + "temuan/", findings.finding_list, name="regulation_findings"),
    path(ONE + "temuan/<int:number>/", findings.finding, name="regulation_finding"),
    path("", include("petajalan.planning.urls_plan")),
    path("", include("petajalan.planning.urls_register")),
    path("", include("petajalan.planning.urls_actions")),
]
