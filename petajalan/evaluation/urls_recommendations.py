"""Addresses of recommendations."""

from __future__ import annotations

from django.urls import path

from petajalan.evaluation.views.recommendations import pages, raising, writes

HERE = "<slug:agency_slug>/rekomendasi/"
ONE = f"{HERE}<int:key>/"

urlpatterns = [
    path(HERE, pages.board, name="recommendations"),
    path(f"{HERE}daftar/", pages.listed, name="recommendation_list"),
    path(f"{HERE}cetak/", pages.printed, name="recommendation_print"),
    path(f"{HERE}tulis/", raising.write, name="recommendation_write"),
    path(f"{HERE}dari-baris/<int:key>/", raising.from_row, name="recommendation_from_row"),
    path(f"{HERE}dari-area/<int:key>/", raising.from_area, name="recommendation_from_area"),
    path(ONE, pages.recommendation, name="recommendation"),
    path(f"{ONE}tindak-lanjut/", writes.follow, name="recommendation_follow"),
    path(f"{ONE}verifikasi/", writes.verify, name="recommendation_verify"),
    path(f"{ONE}kembalikan/", writes.send_back, name="recommendation_send_back"),
    path(f"{ONE}tarik/", writes.withdraw, name="recommendation_withdraw"),
    path(f"{ONE}tenggat/", writes.move_due, name="recommendation_move"),
]
