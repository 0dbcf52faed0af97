"""Where documents stand in the menu, and how the trail calls what is done with them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petajalan.common.audit import name_actions, name_fields, name_values
from petajalan.common.navigation import Place, add_place
from petajalan.exports.choices import FormatChoice


def register() -> None:
    add_place(
        Place(
            "documents",
            _("Dokumen"),
            "documents",
            icon="file-text",
            order=70,
            rule="exports.make_document",
            phone={"secretariat": 22, "administrator": 48},
            home=_("Laporan, berita acara, dan rencana aksi sebagai Word, PDF, atau Excel"),
        )
    )
    name_actions(
        {
            "document_requested": _("Meminta dokumen"),
            "document_made_again": _("Membuat ulang dokumen"),
            "document_frozen": _("Membekukan dokumen"),
        }
    )
    name_fields(
        {
            "document_format": _("format"),
            "document_number": _("nomor surat"),
            "document_date": _("tanggal surat"),
            "document_version": _("versi"),
            "document_digest": _("sidik isi"),
        }
    )
    name_values("document_format", FormatChoice)
