"""Where recommendations stand in the menu and beside an indicator, and how the trail calls what is done with them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petajalan.common.audit import name_actions, name_fields, name_values
from petajalan.common.navigation import Place, add_place
from petajalan.evaluation.choices import RecommendationSource, RecommendationState
from petajalan.planning.beside import show_beside_indicators


def register() -> None:
    from petajalan.evaluation.display.beside_indicator import recommended

    show_beside_indicators(recommended)
    add_place(
        Place(
            "recommendations",
            _("Rekomendasi"),
            "recommendations",
            icon="flag",
            order=54,
            rule="evaluation.view_evaluations",
            under="evaluations",
            phone={"evaluator": 16},
            home=_("Yang harus diperbaiki sesudah evaluasi, oleh siapa, sampai kapan"),
        )
    )
    name_actions(
        {
            "recommendation_raised": _("Membuat rekomendasi"),
            "recommendation_followed": _("Melaporkan kemajuan rekomendasi"),
            "recommendation_done": _("Melaporkan rekomendasi selesai"),
            "recommendation_verified": _("Memverifikasi rekomendasi"),
            "recommendation_returned": _("Mengembalikan rekomendasi"),
            "recommendation_withdrawn": _("Menarik rekomendasi"),
            "recommendation_due_moved": _("Memindahkan tenggat rekomendasi"),
        }
    )
    name_fields(
        {
            "recommendation_source": _("asal"),
            "recommendation_state": _("keadaan"),
            "owner": _("penanggung jawab"),
            "due": _("tenggat"),
            "outcome": _("hasil"),
            "work_percent": _("kemajuan (persen)"),
        }
    )
    name_values("recommendation_source", RecommendationSource)
    name_values("recommendation_state", RecommendationState)
