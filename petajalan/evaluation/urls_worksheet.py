"""Addresses of the evaluation worksheet (LKE) and its simulation."""

from __future__ import annotations

from django.urls import include, path

from petajalan.evaluation.views.worksheet import items, pages, simulation

HERE = "<slug:agency_slug>/lke/"
YEAR = f"{HERE}<int:year>/"
ITEM = f"{YEAR}butir/<str:code>/"
WHAT_IF = f"{YEAR}simulasi/"

urlpatterns = [
    path("", include("petajalan.evaluation.urls_results")),
    path(HERE, pages.this_year, name="worksheet_today"),
    path(YEAR, pages.worksheet, name="worksheet"),
    path(f"{YEAR}mulai/", pages.start, name="worksheet_start"),
    path(f"{YEAR}koefisien/", pages.coefficient, name="worksheet_coefficient"),
    path(f"{YEAR}final/", pages.finalise, name="worksheet_finalise"),
    path(f"{YEAR}diketahui/", pages.known, name="worksheet_known"),
    path(ITEM, items.item, name="worksheet_item"),
    path(f"{ITEM}diketahui/", items.known, name="worksheet_item_known"),
    path(f"{ITEM}<slug:party>/", items.score, name="worksheet_score"),
    path(f"{ITEM}<slug:party>/cepat/", items.quick, name="worksheet_quick"),
    path(f"{ITEM}<slug:party>/bawa/", items.carry, name="worksheet_carry"),
    path(f"{ITEM}<slug:party>/kosongkan/", items.clear, name="worksheet_clear"),
    path(WHAT_IF, simulation.simulation, name="worksheet_simulation"),
    path(f"{WHAT_IF}simpan/", simulation.save, name="scenario_save"),
    path(f"{WHAT_IF}bandingkan/", simulation.compare, name="scenario_compare"),
    path(f"{WHAT_IF}<int:key>/simpan/", simulation.change, name="scenario_change"),
    path(f"{WHAT_IF}<int:key>/hapus/", simulation.remove, name="scenario_remove"),
]
