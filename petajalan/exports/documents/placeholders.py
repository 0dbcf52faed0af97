"""What a template of an agency may hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from petajalan.regulation.reading.limits import MEGABYTE

LARGEST = 2 * MEGABYTE
CONTENT = "isi"
PLACEHOLDERS: Mapping[str, Any] = {
    CONTENT: gettext_lazy("isi dokumen: paragraf, daftar, tabel, dan tanda tangan; wajib ada, sendirian pada barisnya"),
    "judul": gettext_lazy("judul dokumen; tanpa isian ini judul ditulis di atas isi"),
    "nomor": gettext_lazy("nomor surat, kosong selama belum ada"),
    "tanggal": gettext_lazy("tanggal surat, kosong selama belum ada"),
    "instansi": gettext_lazy("nama instansi"),
    "pemberitahuan": gettext_lazy("rancangan, perkiraan, atau data simulasi; tanpa isian ini ditulis di atas isi"),
}


class BrokenTemplate(Exception):
    """Why a file cannot serve as a template. The message is a whole sentence that says what to do."""
