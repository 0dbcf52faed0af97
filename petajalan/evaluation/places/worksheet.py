"""Where the evaluation worksheet and its simulation stand in the menu, and how the trail calls what is done there."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petajalan.common.audit import name_actions, name_fields, name_values
from petajalan.common.navigation import Place, add_place
from petajalan.evaluation.choices import ItemState, Party


def register() -> None:
    add_place(
        Place(
            "worksheet",
            _("Lembar kerja (LKE)"),
            "worksheet_today",
            icon="table",
            order=55,
            rule="evaluation.view_evaluations",
            under="evaluations",
            home=_("Lembar kerja evaluasi: perkiraan indeks, tiga penilai berdampingan, dan simulasi"),
        )
    )
    name_actions(
        {
            "worksheet_started": _("Memulai lembar kerja evaluasi"),
            "worksheet_finalised": _("Memfinalkan lembar kerja evaluasi"),
            "coefficient_set": _("Mengisi koefisien"),
            "coefficient_corrected": _("Mengoreksi koefisien"),
            "item_scored": _("Mengisi nilai butir"),
            "item_carried": _("Membawa nilai butir dari tahun sebelumnya"),
            "national_results_recorded": _("Mencatat hasil nasional dari berkas"),
            "printed_result_recorded": _("Mencatat hasil nasional yang tercetak"),
            "item_cleared": _("Mengosongkan nilai butir"),
            "item_corrected": _("Mengoreksi nilai butir"),
            "scenario_saved": _("Menyimpan skenario"),
            "scenario_removed": _("Menghapus skenario"),
        }
    )
    name_fields(
        {
            "instrument": _("instrumen"),
            "index": _("indeks"),
            "coefficient": _("koefisien"),
            "item": _("butir"),
            "party": _("penilai"),
            "item_state": _("keadaan butir"),
            "carried_from": _("dibawa dari tahun"),
            "supposed_items": _("butir yang diandaikan"),
            "items_new": _("butir yang baru bernilai"),
            "items_changed": _("butir yang berubah"),
            "items_refused": _("butir yang ditolak"),
            "printed_general": _("RB General tercetak"),
            "printed_thematic": _("RB Tematik tercetak"),
            "printed_grade": _("predikat tercetak"),
        }
    )
    name_values("party", Party)
    name_values("item_state", ItemState)
