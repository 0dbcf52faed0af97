"""Addresses of surveys; the public form is outside of every agency."""

from __future__ import annotations

from django.urls import path

from petajalan.surveys.views import entry, periods, public, surveys

SURVEYS = "<slug:agency_slug>/survei/"
ONE = f"{SURVEYS}<int:key>/"

urlpatterns = [
    path("survei/<str:token>/", public.form, name="public_survey"),
    path("survei/<str:token>/terima-kasih/", public.thanks, name="public_survey_thanks"),
    path(SURVEYS, surveys.survey_list, name="surveys"),
    path(f"{SURVEYS}baru/", surveys.add, name="survey_add"),
    path(f"{SURVEYS}periode/<str:code>/", periods.period, name="survey_period"),
    path(f"{SURVEYS}periode/<str:code>/ukur/", periods.measure, name="survey_measure"),
    path(f"{SURVEYS}jawaban/<int:key>/hapus/", entry.remove, name="survey_entry_remove"),
    path(ONE, surveys.survey, name="survey"),
    path(f"{ONE}ubah/", surveys.change, name="survey_change"),
    path(f"{ONE}tutup/", surveys.close, name="survey_close"),
    path(f"{ONE}buka/", surveys.reopen, name="survey_reopen"),
    path(f"{ONE}hapus/", surveys.remove, name="survey_remove"),
    path(f"{ONE}isi/", entry.entry, name="survey_entry"),
    path(f"{ONE}isi/simpan/", entry.save, name="survey_entry_save"),
    path(f"{ONE}unggah/", entry.upload, name="survey_upload"),
]
