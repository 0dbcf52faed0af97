"""What every write to an objection does first and last."""

from __future__ import annotations

from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.evaluation.models import Objection
from petajalan.planning.services.refusals import Refused


def held_objection(objection: Objection) -> Objection:
    """The row, held until the end of the transaction."""
    rows = Objection.objects.select_for_update(of=("self",)).select_related("agency", "worksheet__adopted")
    found: Objection = rows.get(pk=objection.pk)
    found.worksheet.agency = found.agency
    return found


def change(objection: Objection, version: int, **values: object) -> None:
    changed = Objection.objects.filter(pk=objection.pk, version=version, state=objection.state).update(
        **values, version=F("version") + 1
    )
    if changed != 1:
        raise Refused(_("Sanggahan ini baru saja diubah orang lain. Lihat isinya sekarang, lalu kirim lagi."))


def trail_of(objection: Objection) -> dict[str, object]:
    """What it claims, in what the trail knows how to word."""
    claimed = {"claimed_level": objection.claimed_level} if objection.claimed_level else {}
    return {
        "item": objection.item, "claimed": objection.claimed_raw, **claimed,
        "due": objection.due.isoformat() if objection.due else "", "objection_state": objection.state,
    }  # fmt: skip
