"""Addresses of the evaluation of a year, before and after it, and of self-assessments."""

from __future__ import annotations

from django.urls import path

from petajalan.evaluation.views import internal, points, self_assessments

HERE = "<slug:agency_slug>/evaluasi/"
SHEET = f"{HERE}lembar/<int:key>/"
POINT = f"{HERE}butir/<int:key>/"
QUARTER = f"{HERE}mandiri/<int:year>/<int:quarter>/"
WORDS = {"ex_ante": "ex-ante", "yearly_evaluation": "tahunan"}

urlpatterns = [
    path(f"{SHEET}angka/", internal.refresh, name="evaluation_refresh"),
    path(f"{SHEET}naskah/", internal.texts, name="evaluation_texts"),
    path(POINT, points.point, name="evaluation_point"),
    path(f"{POINT}nilai/", points.judge, name="evaluation_point_judge"),
    path(f"{POINT}area/", points.area, name="evaluation_point_area"),
    path(f"{POINT}area/hapus/", points.remove_area, name="evaluation_point_area_remove"),
    path(QUARTER, self_assessments.coordinators, name="self_assessments"),
    path(f"{QUARTER}<int:unit>/", self_assessments.unit, name="self_assessment"),
    path(f"{QUARTER}aksi/<int:action>/", self_assessments.save, name="self_assessment_save"),
]
for _kind, _word in WORDS.items():
    _year = f"{HERE}{_word}/<int:year>/"
    urlpatterns += [
        path(_year, internal.sheet, {"kind": _kind}, name=_kind),
        path(f"{_year}mulai/", internal.start, {"kind": _kind}, name=f"{_kind}_start"),
        path(f"{_year}cetak/", internal.printed, {"kind": _kind}, name=f"{_kind}_print"),
        path(f"{_year}<slug:group>/", internal.group, {"kind": _kind}, name=f"{_kind}_group"),
    ]
