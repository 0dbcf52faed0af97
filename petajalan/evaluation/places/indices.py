"""Where the register of outside indices stands in the menu, and how the trail calls what is done there."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petajalan.common.audit import name_actions, name_fields
from petajalan.common.navigation import Place, add_place


def register() -> None:
    add_place(
        Place(
            "outside_indices",
            _("Indeks luar"),
            "outside_indices",
            icon="graph-up",
            order=56,
            rule="evaluation.view_evaluations",
            under="evaluations",
            home=_("Nilai indeks dari penerbit di luar instansi, menurut tahun, dengan dokumennya"),
        )
    )
    name_actions(
        {
            "index_value_entered": _("Mencatat nilai indeks luar"),
            "index_value_corrected": _("Mengoreksi nilai indeks luar"),
            "index_value_withdrawn": _("Menarik nilai indeks luar"),
            "index_expected": _("Mengatur penerbit dan perkiraan terbit indeks luar"),
        }
    )
    name_fields(
        {
            "issuer": _("penerbit"),
            "provisional": _("sementara"),
            "expected_month": _("bulan terbit"),
            "years_later": _("tahun setelah tahun ukur"),
        }
    )
