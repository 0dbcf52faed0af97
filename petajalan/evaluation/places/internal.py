"""Where the evaluation of a year stands in the menu, and how the trail calls what is done there and by coordinators."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petajalan.common.audit import name_actions, name_fields, name_values
from petajalan.evaluation.choices import JudgementChoice


def register() -> None:
    """Its pages are reached from the list of the year's evaluations, which stands in the menu."""
    name_actions(
        {
            "point_judged": _("Menilai butir evaluasi"),
            "figures_taken": _("Mengambil lagi data evaluasi"),
            "evaluation_described": _("Menulis naskah laporan evaluasi"),
            "own_action_assessed": _("Mengisi penilaian mandiri"),
        }
    )
    name_fields(
        {
            "points": _("jumlah butir"),
            "judgement": _("penilaian"),
            "overview": _("gambaran umum"),
            "conclusion": _("simpulan"),
        }
    )
    name_values("judgement", JudgementChoice)
