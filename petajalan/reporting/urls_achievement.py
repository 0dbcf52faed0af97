"""Addresses of achievements and of punctuality."""

from __future__ import annotations

from django.urls import path

from petajalan.reporting.views import achievement

QUARTER = "<slug:agency_slug>/capaian/<int:year>/<int:quarter>/"

urlpatterns = [
    path("<slug:agency_slug>/capaian/", achievement.achievement_now, name="achievement_now"),
    path(QUARTER, achievement.achievement, name="achievement"),
    path(f"{QUARTER}<slug:kind>/<slug:key>/", achievement.achievement_of, name="achievement_of"),
    path("<slug:agency_slug>/ketepatan/", achievement.punctuality_now, name="punctuality_now"),
    path("<slug:agency_slug>/ketepatan/<int:year>/", achievement.punctuality_page, name="punctuality"),
]
