"""How the trail calls what is done with objections to official values."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petajalan.common.audit import name_actions, name_fields, name_values
from petajalan.evaluation.choices import ObjectionState


def register() -> None:
    name_actions(
        {
            "objection_written": _("Menulis sanggahan"),
            "objection_changed": _("Mengubah rancangan sanggahan"),
            "objection_proof_removed": _("Melepas bukti dari sanggahan"),
            "objection_dropped": _("Menghapus rancangan sanggahan"),
            "objection_proposed": _("Mengajukan sanggahan kepada sekretariat"),
            "objection_returned": _("Mengembalikan sanggahan"),
            "objection_sent": _("Menyetujui dan mengirim sanggahan"),
            "objection_accepted": _("Mencatat sanggahan diterima"),
            "objection_refused": _("Mencatat sanggahan ditolak"),
        }
    )
    name_fields(
        {
            "claimed": _("nilai menurut instansi"),
            "claimed_level": _("tingkat menurut instansi"),
            "objection_state": _("keadaan sanggahan"),
        }
    )
    name_values("objection_state", ObjectionState)
