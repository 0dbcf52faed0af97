"""Addresses of achievements and of punctuality."""

from __future__ import annotations

from django.urls import path

from petajalan.reporting.views import achievement, achievement_setting

QUARTER = "<slug:agency_slug>/capaian/<int:year>/<int:quarter>/"

urlpatterns = [
    path("<slug:agency_slug>/capaian/", achievement.achievement_now, name="achievement_now"),
    path("<slug:agency_slug>/capaian/pengaturan/", achievement_setting.setting, name="achievement_setting"),
    path("<slug:agency_slug>/capaian/pengaturan/ubah/", achievement_setting.change, name="achievement_setting_change"),
    path(QUARTER, achievement.achievement, name="achievement"),
    path(f"{QUARTER}<slug:kind>/<slug:key>/", achievement.achievement_of, name="achievement_of"),
    path("<slug:agency_slug>/ketepatan/", achievement.punctuality_now, name="punctuality_now"),
    path("<slug:agency_slug>/ketepatan/<int:year>/", achievement.punctuality_page, name="punctuality"),
]
