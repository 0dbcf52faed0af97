"""Where activities for the core values stand in the menu, and how the trail calls what is done with them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petajalan.common.audit import name_actions, name_fields, name_values
from petajalan.common.navigation import Place, add_place
from petajalan.reporting.choices import CoreValue


def register() -> None:
    add_place(
        Place("culture", _("Budaya BerAKHLAK"), "culture_now", icon="flag", order=45, rule="reporting.view_reports")
    )
    name_actions(
        {
            "culture_planned": _("Merencanakan kegiatan budaya kerja"),
            "culture_changed": _("Mengubah kegiatan budaya kerja"),
            "culture_held": _("Menyatakan kegiatan budaya terlaksana"),
            "culture_reopened": _("Mengembalikan kegiatan budaya ke rencana"),
            "culture_removed": _("Menghapus kegiatan budaya kerja"),
        }
    )
    name_fields({"core_value": _("nilai BerAKHLAK"), "participants": _("jumlah peserta"), "title": _("kegiatan")})
    name_values("core_value", CoreValue)
