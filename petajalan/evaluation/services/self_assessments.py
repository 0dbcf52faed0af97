"""A coordinator judges its own action: the evaluation team sees it beside what it finds itself."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from petajalan.accounts.models import User
from petajalan.calc.evaluation import Dimension
from petajalan.common import audit
from petajalan.evaluation.choices import JudgementChoice
from petajalan.evaluation.models import SelfAssessment
from petajalan.evaluation.queries.self_assessments import may_still_say
from petajalan.evaluation.values import RowValues
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import Action
from petajalan.planning.queries.actions import active_in
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.duties import is_of
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.write_keys import first_time


class StaleView(Refused):
    """Somebody else of the unit judged meanwhile. `view` is the row as it is now."""

    def __init__(self, view: SelfAssessment | None) -> None:
        super().__init__(_("Baris ini sudah diubah orang lain. Bandingkan, lalu simpan lagi."))
        self.view = view


@transaction.atomic
def assess_own_action(
    *, action: Action, year: int, quarter: int, values: RowValues, version: int, by: User, at: datetime,
    key: UUID | None = None,
) -> SelfAssessment:  # fmt: skip
    """Keep what somebody of the coordinating unit says of its action. `version`: of the row the person saw, 0 where
    there was none."""
    unit = action.plan.coordinator
    if not is_of(by, unit):
        raise PermissionDenied(_("Penilaian mandiri diisi oleh orang dari unit koordinator aksinya."))
    of = {"agency_id": action.agency_id, "action": action, "year": year, "quarter": quarter}
    what = f"assess_own_action {year}-Q{quarter}"
    current = SelfAssessment.objects.filter(**of).first()
    if not first_time(about=action, key=key, what=what, by=by, at=at) and current is not None:
        return current
    _sound(action, year, quarter, values, at)
    given = {**values.judgements, "note": values.note.strip(), "judged_by": by, "judged_at": at}
    if version == 0:
        view = _made(of, given)
    else:
        changed = SelfAssessment.objects.filter(**of, version=version).update(**given, version=F("version") + 1)
        if changed != 1:
            raise StaleView(current)
        view = SelfAssessment.objects.get(**of)
    audit.record(
        agency=unit.agency, by=by, action="own_action_assessed", about=view, at=at,
        before=_kept(current) if current else {}, after=_kept(view),
    )  # fmt: skip
    return view


def _sound(action: Action, year: int, quarter: int, values: RowValues, at: datetime) -> None:
    unit = action.plan.coordinator
    in_force = Q(plan__status=ActionPlanStatus.APPROVED) | Q(plan__revision__gt=1)
    approved = Action.objects.filter(in_force, pk=action.pk).exists()
    if action.plan.year != year or quarter not in range(1, 5) or not approved or not active_in(action, quarter):
        raise Refused(_("Aksi ini tidak ada dalam rencana yang disetujui untuk triwulan itu."))
    if date(year, quarter * 3 - 2, 1) > today_of(unit.agency, at):
        raise Refused(_("Triwulan itu belum mulai. Nilailah triwulan yang sedang berjalan atau sebelumnya."))
    if not may_still_say(unit, year, quarter, at=at):
        raise Refused(_("Penilaian mandiri triwulan ini sudah ditutup: evaluasinya sudah dikirim atau waktunya lewat."))
    if any(code and code not in JudgementChoice.values for code in values.judgements.values()):
        raise Refused(_("Pilih “sesuai” atau “tidak sesuai”."))


def _made(of: dict[str, object], given: dict[str, object]) -> SelfAssessment:
    try:
        with transaction.atomic():
            made: SelfAssessment = SelfAssessment.objects.create(**of, **given)
    except IntegrityError as error:  # somebody of the unit judged at the same moment
        raise StaleView(SelfAssessment.objects.filter(**of).first()) from error
    return made


def _kept(view: SelfAssessment) -> dict[str, object]:
    judged = {f"judged_{one.value}": getattr(view, one.value) for one in Dimension}
    return {**judged, "note": view.note}
