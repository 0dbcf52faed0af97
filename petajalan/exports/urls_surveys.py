"""Downloads of surveys and of activities for the core values."""

from __future__ import annotations

from django.urls import path

from petajalan.exports import culture, surveys

SURVEY = "<slug:agency_slug>/survei/<int:key>/"

urlpatterns = [
    path(f"{SURVEY}jawaban.xlsx", surveys.survey_workbook, name="survey_workbook"),
    path(f"{SURVEY}contoh-jawaban.xlsx", surveys.survey_template, name="survey_template"),
    path("<slug:agency_slug>/budaya/<int:year>/kegiatan.xlsx", culture.culture_workbook, name="culture_workbook"),
]
