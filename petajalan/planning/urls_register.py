"""Addresses of the register, the logic map, and the history of the plan."""

from django.urls import path

from petajalan.planning.views import entries, figure, history, indicators, logic_map, logic_rows, quarters

PLAN = "<slug:agency_slug>/rencana/"
INDICATORS = PLAN + "indikator/"
ONE = INDICATORS + "<uuid:key>/"

urlpatterns = [
    path(INDICATORS, indicators.indicator_list, name="indicator_list"),
    path(INDICATORS + "tambah/", logic_rows.add, {"kind": "indikator"}, name="indicator_add"),
    path(ONE, indicators.indicator, name="indicator"),
    path(ONE + "ubah/", logic_rows.change, {"kind": "indikator"}, name="indicator_edit"),
    path(ONE + "satukan/", entries.join, name="indicator_join"),
    path(ONE + "baris/<uuid:row_key>/", entries.row, name="indicator_row"),
    path(ONE + "triwulan/<int:year>/", quarters.quarters, name="indicator_quarters"),
    path(ONE + "angka/<slug:code>/", figure.figure, name="indicator_figure"),
    path(PLAN + "naskah/tabel/<str:name>/", indicators.printed_table, name="plan_printed_table"),
    path(PLAN + "peta-logika/", logic_map.logic_map, name="logic_map"),
    path(PLAN + "peta-logika/tambah/<slug:kind>/", logic_rows.add, name="plan_row_add"),
    path(PLAN + "peta-logika/ubah/<slug:kind>/<uuid:key>/", logic_rows.change, name="plan_row_edit"),
    path(PLAN + "riwayat/", history.history, name="plan_history"),
]
