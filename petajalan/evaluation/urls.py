"""Addresses of evaluations, of guidance and of waivers; those of other subjects stand in files of their own."""

from __future__ import annotations

from django.urls import include, path

from petajalan.evaluation.views import evaluations, guidance, rows, waivers

HERE = "<slug:agency_slug>/evaluasi/"
SHEET = f"{HERE}lembar/<int:key>/"
ROW = f"{HERE}baris/<int:key>/"

urlpatterns = [
    path("", include("petajalan.evaluation.urls_indices")),
    path(HERE, evaluations.this_year, name="evaluations_today"),
    path(f"{HERE}<int:year>/", evaluations.year, name="evaluations"),
    path(f"{HERE}<int:year>/mulai/<slug:kind>/<int:number>/", evaluations.start, name="evaluation_start"),
    path(SHEET, evaluations.evaluation, name="evaluation"),
    path(f"{SHEET}cetak/", evaluations.printed, name="evaluation_print"),
    path(f"{SHEET}aksi-baru/", evaluations.take_in, name="evaluation_take_in"),
    path(f"{SHEET}kirim/", evaluations.submit, name="evaluation_submit"),
    path(f"{SHEET}terima/", evaluations.acknowledge, name="evaluation_acknowledge"),
    path(f"{SHEET}kembalikan/", evaluations.send_back, name="evaluation_send_back"),
    path(ROW, rows.row, name="evaluation_row"),
    path(f"{ROW}nilai/", rows.judge, name="evaluation_judge"),
    path(f"{ROW}area/", rows.area, name="evaluation_area"),
    path(f"{ROW}area/hapus/", rows.remove_area, name="evaluation_area_remove"),
    path(f"{HERE}pendampingan/", guidance.guidance_list, name="guidance_list"),
    path(f"{HERE}pendampingan/tulis/<slug:kind>/", guidance.write, name="guidance_write"),
    path(f"{HERE}pendampingan/<int:key>/", guidance.guidance, name="guidance"),
    path(f"{HERE}pendampingan/<int:key>/ubah/", guidance.change, name="guidance_change"),
    path(f"{HERE}pendampingan/<int:key>/tindak-lanjut/", guidance.follow, name="follow_up_add"),
    path(f"{HERE}independensi/", waivers.waivers, name="waivers"),
    path(f"{HERE}independensi/tanda-tangan/<int:year>/", waivers.sign, name="waiver_sign"),
    path(f"{HERE}independensi/<int:key>/cabut/", waivers.revoke, name="waiver_revoke"),
    path("", include("petajalan.evaluation.urls_internal")),
    path("", include("petajalan.evaluation.urls_recommendations")),
]
