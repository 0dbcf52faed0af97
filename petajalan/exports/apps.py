from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExportsConfig(AppConfig):
    name = "petajalan.exports"
    label = "exports"
    verbose_name = _("Dokumen")

    def ready(self) -> None:
        from petajalan.common.audit import name_actions, name_fields
        from petajalan.exports.places import register

        register()

        name_actions(
            {
                "letterhead_changed": _("Mengubah kop surat"),
                "document_template_uploaded": _("Mengunggah templat dokumen"),
                "document_template_removed": _("Menghapus templat dokumen"),
            }
        )
        name_fields(
            {
                "letterhead_lines": _("baris kop"),
                "letterhead_address": _("alamat dan kontak"),
                "letterhead_place": _("tempat penandatanganan"),
                "letterhead_logo": _("lambang"),
                "document_kind": _("jenis dokumen"),
            }
        )
