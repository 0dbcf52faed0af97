from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanningConfig(AppConfig):
    name = "petajalan.planning"
    label = "planning"
    verbose_name = _("Perencanaan")

    def ready(self) -> None:
        from petajalan.common.audit import name_actions, name_fields
        from petajalan.common.navigation import Place, add_place

        add_place(Place("home", _("Beranda"), "agency_home", icon="house-door", order=10, exact=True))
        add_place(
            Place(
                "regulations",
                _("Peraturan"),
                "regulation_list",
                icon="file-earmark-text",
                order=20,
                rule="planning.view_regulation",
            )
        )

        name_actions(
            {
                "regulation_uploaded": _("Mengunggah peraturan"),
                "regulation_read_again": _("Membaca ulang peraturan"),
                "regulation_imported": _("Mengimpor peraturan"),
                "road_map_adopted": _("Menetapkan road map yang berlaku"),
            }
        )
        name_fields(
            {
                "filename": _("nama berkas"),
                "size": _("ukuran"),
                "errors": _("kesalahan"),
                "findings": _("temuan"),
                "version": _("versi"),
                "regulation": _("peraturan"),
            }
        )
