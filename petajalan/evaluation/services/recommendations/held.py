"""What every write to a recommendation does first and last."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.evaluation.models import Recommendation
from petajalan.evaluation.queries.standings import Leave
from petajalan.evaluation.queries.verifying import verifying
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.duties import is_of
from petajalan.reporting.queries.reports import today_of


def held(recommendation: Recommendation) -> Recommendation:
    """The row, held until the end of the transaction: writes to it come one after another."""
    rows = Recommendation.objects.select_for_update(of=("self",)).select_related("agency", "owner__agency", "guidance")
    found: Recommendation = rows.get(pk=recommendation.pk)
    return found


def change(recommendation: Recommendation, version: int, **values: object) -> None:
    changed = Recommendation.objects.filter(pk=recommendation.pk, version=version).update(
        **values, version=F("version") + 1
    )
    if changed != 1:
        raise Refused(_("Rekomendasi ini baru saja diubah orang lain. Lihat isinya sekarang, lalu kirim lagi."))


def may_answer(recommendation: Recommendation, by: User, at: datetime) -> Leave:
    """Raises `PermissionDenied` unless this person may verify it, send it back or withdraw it."""
    permit(by, "evaluation.verify_recommendation", recommendation.agency)
    leave = verifying(by, recommendation, day=today_of(recommendation.agency, at))
    if not leave.may:
        raise PermissionDenied(why_not(leave, own=is_of(by, recommendation.owner)))
    return leave


def why_not(leave: Leave, *, own: bool) -> str:
    if own:
        return _("Unit Anda penanggung jawabnya, jadi penilai dari unit lain yang memeriksanya.")
    if leave.stand_in:
        return _("Tim evaluasi masih dapat memeriksanya. Sekretariat memeriksa hanya bila tidak seorang pun boleh.")
    return _("Rekomendasi diperiksa oleh tim evaluasi.")
