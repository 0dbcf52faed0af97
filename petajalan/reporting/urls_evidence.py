"""Addresses of evidence."""

from __future__ import annotations

from django.urls import path

from petajalan.reporting.views import evidence

EVIDENCE = "<slug:agency_slug>/bukti-dukung/"

urlpatterns = [
    path(EVIDENCE, evidence.units, name="evidence_units"),
    path(f"{EVIDENCE}unit/<int:unit>/", evidence.of_unit, name="evidence_unit"),
    path(f"{EVIDENCE}baris/<int:key>/", evidence.of_line, name="evidence_line"),
    path(f"{EVIDENCE}pengukuran/<int:key>/", evidence.of_measurement, name="evidence_measurement"),
    path(f"{EVIDENCE}budaya/<int:key>/", evidence.of_activity, name="evidence_activity"),
    path(f"{EVIDENCE}pemakaian/<int:key>/lepas/", evidence.remove, name="evidence_remove"),
    path(f"{EVIDENCE}<int:key>/ganti/", evidence.replace, name="evidence_replace"),
    path(f"{EVIDENCE}<int:key>/berkas/", evidence.file, name="evidence_file"),
]
