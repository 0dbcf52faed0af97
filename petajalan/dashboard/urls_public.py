"""Addresses without an account, and the settings behind them."""

from __future__ import annotations

from django.urls import path

from petajalan.dashboard.views.public import data, pages, setting

urlpatterns = [
    path("publik/", pages.agencies, name="public_agencies"),
    path("publik/<slug:agency_slug>/", pages.overview, name="public_overview"),
    path("publik/<slug:agency_slug>/indikator/<uuid:key>/", pages.indicator, name="public_indicator"),
    path("publik/<slug:agency_slug>/tema/<uuid:key>/", pages.theme, name="public_theme"),
    path("publik/<slug:agency_slug>/dokumen/<uuid:key>.<str:format>", data.document, name="public_document"),
    path("publik/<slug:agency_slug>/data/", data.data, name="public_data"),
    path("publik/<slug:agency_slug>/data/<str:name>", data.data_file, name="public_data_file"),
    path("<slug:agency_slug>/publik/", setting.setting, name="public_setting"),
    path("<slug:agency_slug>/publik/kata/", setting.write, name="public_setting_text"),
    path("<slug:agency_slug>/publik/pratinjau/<slug:item>/", setting.preview, name="public_setting_preview"),
    path("<slug:agency_slug>/publik/butir/<slug:item>/", setting.switch, name="public_setting_switch"),
]
