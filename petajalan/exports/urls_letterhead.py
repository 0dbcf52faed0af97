from django.urls import path

from petajalan.exports.views import letterhead as views

HERE = "<slug:agency_slug>/dokumen/kop/"
TEMPLATE = HERE + "templat/<int:key>/"

urlpatterns = [
    path(HERE, views.letterhead, name="letterhead"),
    path(HERE + "ubah/", views.change, name="letterhead_change"),
    path(HERE + "lambang/", views.logo, name="letterhead_logo"),
    path(HERE + "contoh.pdf", views.letterhead_sample, name="letterhead_sample"),
    path(HERE + "templat-awal.docx", views.template_starter, name="template_starter"),
    path(HERE + "templat/unggah/", views.template_upload, name="template_upload"),
    path(TEMPLATE + "templat.docx", views.template_file, name="template_file"),
    path(TEMPLATE + "contoh.docx", views.template_sample, name="template_sample"),
    path(TEMPLATE + "hapus/", views.template_remove, name="template_remove"),
]
