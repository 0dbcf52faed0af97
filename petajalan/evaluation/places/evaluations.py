"""Where the month and the quarter of the evaluation team, guidance and independence stand in the menu, and how the
trail calls what is done there."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petajalan.common.audit import name_actions, name_fields, name_values
from petajalan.common.navigation import Place, add_place
from petajalan.evaluation.choices import DimensionChoice, GuidanceKind, JudgementChoice

OF_YEAR = ("evaluasi/ex-ante/", "evaluasi/tahunan/", "evaluasi/butir/", "evaluasi/mandiri/")


def register() -> None:
    for place in (
        Place(
            "evaluations",
            _("Evaluasi"),
            "evaluations_today",
            icon="check2-circle",
            order=50,
            rule="evaluation.view_evaluations",
            exact=True,
        ),
        Place(
            "evaluation_list",
            _("Daftar evaluasi"),
            "evaluations_today",
            icon="check2-circle",
            order=51,
            rule="evaluation.view_evaluations",
            under="evaluations",
            also=("evaluasi/lembar/", "evaluasi/baris/", *OF_YEAR),
            phone={"evaluator": 12, "secretariat": 45},
            short=_("Evaluasi"),
            home=_("Evaluasi bulanan dan triwulanan tim evaluasi, dan yang menunggu diterima"),
        ),
        Place(
            "guidance",
            _("Pendampingan dan arahan"),
            "guidance_list",
            icon="lightbulb",
            order=52,
            rule="evaluation.view_evaluations",
            under="evaluations",
            phone={"evaluator": 14},
            short=_("Pendampingan"),
            home=_("Catatan pendampingan, arahan sekretariat, dan yang harus dikerjakan sesudahnya"),
        ),
        Place(
            "waivers",
            _("Independensi"),
            "waivers",
            icon="shield-lock",
            order=53,
            rule="evaluation.view_evaluations",
            under="evaluations",
        ),
    ):
        add_place(place)

    name_actions(
        {
            "evaluation_started": _("Memulai evaluasi"),
            "actions_taken_in": _("Mengambil aksi baru ke dalam evaluasi"),
            "row_judged": _("Menilai aksi"),
            "evaluation_submitted": _("Mengirim evaluasi"),
            "evaluation_acknowledged": _("Menerima evaluasi"),
            "evaluation_returned": _("Mengembalikan evaluasi"),
            "area_written": _("Menulis area perbaikan"),
            "area_removed": _("Menghapus area perbaikan"),
            "waiver_signed": _("Menandatangani pengecualian independensi"),
            "waiver_revoked": _("Mencabut pengecualian independensi"),
            "guidance_written": _("Menulis pendampingan atau arahan"),
            "guidance_changed": _("Mengubah pendampingan atau arahan"),
            "follow_up_added": _("Menambah tindak lanjut"),
            "follow_up_done": _("Menyelesaikan tindak lanjut"),
        }
    )
    name_fields(
        {
            **{f"judged_{code}": label for code, label in DimensionChoice.choices},
            "rows": _("jumlah aksi"),
            "note": _("catatan"),
            "recommendation": _("rekomendasi"),
            "condition": _("kondisi"),
            "criterion": _("kriteria"),
            "consequence": _("akibat"),
            "suggestion": _("saran"),
            "subject": _("perihal"),
            "text": _("isi"),
            "owner": _("penanggung jawab"),
            "due": _("tenggat"),
            "outcome": _("hasil"),
        }
    )
    for code in DimensionChoice.values:
        name_values(f"judged_{code}", JudgementChoice)
    name_values("kind", GuidanceKind)
