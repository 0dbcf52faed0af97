"""Addresses of documents: made, frozen, checked."""

from __future__ import annotations

from django.urls import path

from petajalan.exports.views import documents, frozen

HERE = "<slug:agency_slug>/dokumen/"
MADE = HERE + "dibuat/<uuid:key>/"
FROZEN = HERE + "<uuid:key>/"

urlpatterns = [
    path(HERE, documents.documents, name="documents"),
    path(HERE + "buat/", documents.make, name="document_make"),
    path(HERE + "periksa/", frozen.check, name="document_check"),
    path(MADE + "keadaan/", documents.state, name="document_state"),
    path(MADE + "berkas/", documents.file, name="document_file"),
    path(MADE + "lagi/", documents.again, name="document_again"),
    path(MADE + "bekukan/", frozen.freeze, name="document_freeze"),
    path(FROZEN, frozen.frozen_document, name="frozen_document"),
    path(FROZEN + "sekarang/", frozen.comparison, name="frozen_comparison"),
    path(FROZEN + "format/", frozen.another_format, name="frozen_format"),
    path(FROZEN + "berkas/<slug:format>/", frozen.frozen_file, name="frozen_file"),
]
