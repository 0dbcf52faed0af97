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

        add_place(Place("plan", _("Rencana"), "plan", icon="signpost-split", order=30, exact=True))
        of_road_map = ("rencana/versi/", "rencana/ubah/", "rencana/baru/")
        for key, label, url_name, icon, order, also in (
            ("road_map", _("Road map"), "plan", "signpost-split", 31, of_road_map),
            ("plan_findings", _("Temuan rencana"), "plan_findings", "search", 38, ()),
            ("plan_alignment", _("Keselarasan nasional"), "plan_alignment", "flag", 37, ("rencana/padanan/",)),
            ("plan_text", _("Naskah"), "plan_text", "file-text", 36, ()),
            ("priorities", _("Prioritas"), "priorities", "list-ol", 34, ()),
            ("themes", _("Tema"), "themes", "bullseye", 35, ()),
            ("indicators", _("Indikator"), "indicator_list", "bullseye", 33, ("rencana/tahun/",)),
        ):
            exact = key == "road_map"
            add_place(Place(key, label, url_name, icon=icon, order=order, under="plan", exact=exact, also=also))
        add_place(Place("logic_map", _("Peta logika"), "logic_map", icon="diagram-3", order=32, under="plan"))
        add_place(Place("plan_history", _("Riwayat"), "plan_history", icon="clock-history", order=39, under="plan"))

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
        from petajalan.planning.trail import name_words

        name_words()
