"""Addresses of the dashboard."""

from __future__ import annotations

from django.urls import path

from petajalan.dashboard.views import quarter

urlpatterns = [
    path("<slug:agency_slug>/dasbor/", quarter.dashboard, name="dashboard"),
    path("<slug:agency_slug>/dasbor/ketepatan/", quarter.punctuality_part, name="dashboard_punctuality"),
    path("<slug:agency_slug>/dasbor/cetak/", quarter.paper, name="dashboard_paper"),
]
