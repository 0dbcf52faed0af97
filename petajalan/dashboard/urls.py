"""Addresses of the dashboard."""

from __future__ import annotations

from django.urls import path

from petajalan.dashboard import views

urlpatterns = [
    path("<slug:agency_slug>/dasbor/", views.dashboard, name="dashboard"),
    path("<slug:agency_slug>/dasbor/ketepatan/", views.punctuality_part, name="dashboard_punctuality"),
    path("<slug:agency_slug>/dasbor/cetak/", views.paper, name="dashboard_paper"),
]
