"""Addresses of measurements."""

from __future__ import annotations

from django.urls import path

from petajalan.reporting.views import measurements

QUARTER = "<slug:agency_slug>/pengukuran/<int:year>/<int:quarter>/"
UNIT = f"{QUARTER}<int:unit>/"

urlpatterns = [
    path("<slug:agency_slug>/pengukuran/", measurements.now, name="measurements_now"),
    path(QUARTER, measurements.overview, name="measurement_overview"),
    path(UNIT, measurements.of_unit, name="measurements"),
    path(f"{UNIT}<uuid:key>/", measurements.measurement, name="measurement"),
    path(f"{UNIT}<uuid:key>/koreksi/", measurements.correct, name="measurement_correct"),
]
