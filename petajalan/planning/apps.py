from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Whoever writes the plan opens it most; the leadership reads where it leads; who checks looks for what is wrong.
ON_THE_PHONE = {
    "road_map": {"secretariat": 20, "administrator": 20},
    "indicators": {"": 30},
    "plan_findings": {"evaluator": 35, "auditor": 35},
    "plan_history": {"auditor": 38},
    "logic_map": {"": 40, "secretariat": 70, "administrator": 70},
    "priorities": {"secretariat": 40, "leader": 45},
    "themes": {"": 60},
}
ICONS = {
    "road_map": "signpost-split",
    "plan_findings": "search",
    "plan_alignment": "flag",
    "plan_text": "file-text",
    "priorities": "list-ol",
    "themes": "bullseye",
    "indicators": "speedometer2",
    "logic_map": "diagram-3",
    "plan_history": "clock-history",
    "action_plans": "list-check",
}
SHORT = {"plan_findings": _("Temuan")}


class PlanningConfig(AppConfig):
    name = "petajalan.planning"
    label = "planning"
    verbose_name = _("Perencanaan")

    def ready(self) -> None:
        from petajalan.common.audit import name_actions, name_fields
        from petajalan.common.navigation import Place, add_place

        add_place(Place("home", _("Beranda"), "agency_home", icon="house-door", order=10, exact=True, phone={"": 10}))
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
        of_text = ("rencana/isi/isu/", "rencana/isi/kondisi/")
        parts_of_theme = ("tema", "hambatan", "akar-masalah", "program", "peraturan-terkait", "seri")
        of_themes = tuple(f"rencana/isi/{kind}/" for kind in parts_of_theme)
        for key, label, url_name, order, also in (
            ("road_map", _("Road map"), "plan", 31, of_road_map),
            ("plan_findings", _("Temuan rencana"), "plan_findings", 38, ()),
            ("plan_alignment", _("Keselarasan nasional"), "plan_alignment", 37, ("rencana/padanan/",)),
            ("plan_text", _("Naskah"), "plan_text", 36, of_text),
            ("priorities", _("Prioritas"), "priorities", 34, ()),
            ("themes", _("Tema"), "themes", 35, of_themes),
            ("indicators", _("Indikator"), "indicator_list", 33, ("rencana/tahun/",)),
            ("logic_map", _("Peta logika"), "logic_map", 32, ()),
            ("action_plans", _("Rencana aksi"), "action_plans", 35, ()),
            ("plan_history", _("Riwayat"), "plan_history", 39, ()),
        ):
            add_place(
                Place(
                    key, label, url_name, icon=ICONS[key], order=order, under="plan",
                    exact=key == "road_map", also=also, phone=ON_THE_PHONE.get(key, {}), short=SHORT.get(key, ""),
                )
            )  # fmt: skip

        name_actions(
            {
                "regulation_uploaded": _("Mengunggah peraturan"),
                "regulation_read_again": _("Membaca ulang peraturan"),
                "regulation_imported": _("Mengimpor peraturan"),
                "road_map_adopted": _("Menetapkan road map yang berlaku"),
                "year_simulated": _("Mengisi tahun contoh dengan data simulasi"),
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
                "actions": _("jumlah aksi"),
                "reports": _("jumlah laporan"),
                "measurements": _("jumlah pengukuran"),
            }
        )
        from petajalan.planning.trail import name_words

        name_words()
