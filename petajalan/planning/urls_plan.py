"""The pages of the plan, beside those of its register (`urls.py` takes both in)."""

from django.urls import path

from petajalan.planning.views import (
    alignment,
    compare,
    counterparts,
    differences,
    parts,
    plan_findings,
    priorities,
    road_maps,
    texts,
    themes,
    wizard,
    years,
)

PLAN = "<slug:agency_slug>/rencana/"
DRAFT = "<slug:agency_slug>/peraturan/<int:key>/rancang/"
PRIORITIES = PLAN + "prioritas/"
THEMES = PLAN + "tema/"
PARTS = PLAN + "isi/<slug:kind>/"

urlpatterns = [
    path(PLAN, road_maps.overview, name="plan"),
    path(PLAN + "baru/", road_maps.create, name="plan_create"),
    path(PLAN + "ubah/", road_maps.change, name="plan_change"),
    path(PLAN + "tetapkan/", road_maps.enact, name="plan_enact"),
    path(PLAN + "mulai-perubahan/", road_maps.amend, name="plan_amend"),
    path(PLAN + "cabut/", road_maps.revoke, name="plan_revoke"),
    path(PLAN + "buka-tahun/", road_maps.open_year, name="plan_open_year"),
    path(PLAN + "tahun/<int:year>/", years.year_difference, name="plan_year"),
    path(PLAN + "tahun/<int:year>/tetap/<uuid:key>/", years.confirm_carried, name="plan_year_keep"),
    path(PLAN + "buang/", road_maps.discard, name="plan_discard"),
    path(PLAN + "versi/<int:version>/perubahan/", differences.difference, name="plan_difference"),
    path(PLAN + "bandingkan/", compare.choose, name="plan_compare"),
    path(PLAN + "keselarasan/", alignment.alignment, name="plan_alignment"),
    path(PLAN + "padanan/<slug:kind>/<uuid:key>/", counterparts.counterpart, name="plan_counterpart"),
    path(PLAN + "temuan/", plan_findings.live, name="plan_findings"),
    path(DRAFT, wizard.decide, name="regulation_draft"),
    path(DRAFT + "putuskan/<int:number>/", wizard.store_decision, name="regulation_decide"),
    path(DRAFT + "simpan/", wizard.confirm, name="regulation_draft_confirm"),
    path(PLAN + "naskah/", texts.contents, name="plan_text"),
    path(PLAN + "naskah/tambah/", texts.add_section, name="plan_section_add"),
    path(PLAN + "naskah/<uuid:key>/", texts.section, name="plan_section"),
    path(PLAN + "naskah/<uuid:key>/hapus/", texts.remove_section, name="plan_section_remove"),
    path(PRIORITIES, priorities.priority_list, name="priorities"),
    path(PRIORITIES + "<int:key>/skor/", priorities.score, name="priority_score"),
    path(PRIORITIES + "<int:key>/total/", priorities.total, name="priority_total"),
    path(PRIORITIES + "faktor/", priorities.factors, name="priority_factors"),
    path(PRIORITIES + "faktor/<int:key>/", priorities.factor, name="priority_factor"),
    path(THEMES, themes.theme_list, name="themes"),
    path(THEMES + "<uuid:key>/", themes.theme, name="theme"),
    path(THEMES + "contoh-seri.csv", themes.series_template, name="theme_series_template"),
    path(THEMES + "seri/<int:key>/", themes.series, name="theme_series"),
    path(THEMES + "seri/<int:key>/impor/", themes.series_import, name="theme_series_import"),
    path(THEMES + "angka/<int:key>/hapus/", themes.point_remove, name="theme_point_remove"),
    path(PARTS + "tambah/", parts.add, name="plan_part_add"),
    path(PARTS + "<int:key>/", parts.change, name="plan_part_edit"),
    path(PARTS + "<int:key>/hapus/", parts.remove, name="plan_part_remove"),
]
