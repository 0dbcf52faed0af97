"""Addresses of national results, differences, objections and the history of all years."""

from __future__ import annotations

from django.urls import path

from petajalan.evaluation.views.objections import pages, writes
from petajalan.evaluation.views.worksheet import national, results

HERE = "<slug:agency_slug>/lke/"
YEAR = f"{HERE}<int:year>/"
NATIONAL = f"{YEAR}nasional/"
OBJECTIONS = f"{YEAR}sanggah/"
ONE = f"{OBJECTIONS}<int:key>/"

urlpatterns = [
    path(f"{HERE}riwayat/", results.worksheet_history, name="worksheet_history"),
    path(f"{YEAR}selisih/", results.worksheet_differences, name="worksheet_differences"),
    path(NATIONAL, national.national, name="worksheet_national"),
    path(f"{NATIONAL}unggah/", national.upload, name="worksheet_national_upload"),
    path(f"{NATIONAL}simpan/", national.confirm, name="worksheet_national_confirm"),
    path(f"{NATIONAL}tercetak/", national.printed, name="worksheet_printed"),
    path(OBJECTIONS, pages.listed, name="objections"),
    path(f"{OBJECTIONS}tulis/<str:code>/", pages.write, name="objection_write"),
    path(ONE, pages.objection, name="objection"),
    path(f"{ONE}ubah/", writes.change, name="objection_change"),
    path(f"{ONE}ajukan/", writes.propose, name="objection_propose"),
    path(f"{ONE}kirim/", writes.send, name="objection_send"),
    path(f"{ONE}kembalikan/", writes.give_back, name="objection_return"),
    path(f"{ONE}jawaban/", writes.answer, name="objection_answer"),
    path(f"{ONE}hapus/", writes.drop, name="objection_drop"),
    path(f"{ONE}bukti/<int:evidence>/lepas/", writes.remove_proof, name="objection_proof_remove"),
]
