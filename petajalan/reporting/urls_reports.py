"""Addresses of tasks, of monthly reports and of their review."""

from __future__ import annotations

from django.urls import path

from petajalan.reporting.views import reports, review, tasks

REPORT = "<slug:agency_slug>/laporan/<int:year>/<int:month>/<int:unit>/"

urlpatterns = [
    path("<slug:agency_slug>/tugas/", tasks.tasks, name="tasks"),
    path("<slug:agency_slug>/tugas/jumlah/", tasks.count, name="tasks_count"),
    path(REPORT, reports.report, name="report"),
    path(f"{REPORT}mulai/", reports.start, name="report_start"),
    path(f"{REPORT}nihil/", reports.nil, name="report_nil"),
    path(f"{REPORT}limpahkan/", reports.delegate, name="report_delegate"),
    path(f"{REPORT}kirim/", reports.submit, name="report_submit"),
    path("<slug:agency_slug>/laporan/baris/<int:key>/", reports.save_line, name="report_line"),
    path("<slug:agency_slug>/laporan/baris/<int:key>/terima/", review.accept, name="line_accept"),
    path("<slug:agency_slug>/laporan/baris/<int:key>/kembalikan/", review.send_back, name="line_send_back"),
    path("<slug:agency_slug>/laporan/baris/<int:key>/koreksi/", review.correct, name="line_correct"),
]
