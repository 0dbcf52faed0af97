"""Addresses of activities for the core values."""

from __future__ import annotations

from django.urls import path

from petajalan.reporting.views import culture

CULTURE = "<slug:agency_slug>/budaya/"
ONE = f"{CULTURE}kegiatan/<int:key>/"

urlpatterns = [
    path(CULTURE, culture.now, name="culture_now"),
    path(f"{CULTURE}<int:year>/", culture.of_year, name="culture"),
    path(f"{CULTURE}kegiatan/tambah/", culture.add, name="culture_add"),
    path(ONE, culture.activity, name="culture_activity"),
    path(f"{ONE}ubah/", culture.change, name="culture_change"),
    path(f"{ONE}terlaksana/", culture.hold, name="culture_hold"),
    path(f"{ONE}batal-terlaksana/", culture.reopen, name="culture_reopen"),
    path(f"{ONE}hapus/", culture.remove, name="culture_remove"),
]
