"""Judging an action: sesuai or tidak sesuai in four dimensions, by somebody who is independent of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.calc.evaluation import Dimension
from petajalan.common import audit
from petajalan.evaluation.choices import JudgementChoice
from petajalan.evaluation.independence import Bar
from petajalan.evaluation.models import Evaluation, EvaluationRow
from petajalan.evaluation.queries.dates import first_day
from petajalan.evaluation.queries.items import Items, items_of
from petajalan.evaluation.queries.standings import Leave, before
from petajalan.evaluation.services.open_sheet import taken, writable
from petajalan.evaluation.values import RowValues
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.write_keys import first_time


class NotIndependent(Refused):
    """The person's unit coordinates the action or carries it out."""


class Stale(Refused):
    """The row was changed after the person saw it. `row` is the row as it is now."""

    def __init__(self, row: EvaluationRow) -> None:
        super().__init__(_("Baris ini sudah diubah orang lain. Bandingkan, lalu simpan lagi."))
        self.row = row


@transaction.atomic
def judge_row(
    *, row: EvaluationRow, values: RowValues, version: int, by: User, at: datetime, key: UUID | None = None
) -> EvaluationRow:
    """Keep what somebody judged. A row that was emptied again counts as untouched: that of a quarter then follows its
    months. `version` is that of the row the person saw."""
    evaluation = taken(row.evaluation)
    permit(by, "evaluation.judge", evaluation.agency)
    if not first_time(about=row, key=key, what="judge_row", by=by, at=at):
        return EvaluationRow.objects.get(pk=row.pk)
    writable(evaluation, by, at)
    current = EvaluationRow.objects.select_related("action__plan__coordinator").get(pk=row.pk, evaluation=evaluation)
    allowed, items = leave_for(current, evaluation, by, at)
    if not allowed.may:
        raise NotIndependent(why_not(allowed))
    if any(code and code not in JudgementChoice.values for code in values.judgements.values()):
        raise Refused(_("Pilih “sesuai” atau “tidak sesuai”."))
    touched = not values.empty
    changed = EvaluationRow.objects.filter(pk=row.pk, version=version).update(
        **values.judgements, note=values.note.strip(), recommendation=values.recommendation.strip(),
        judged_by=by if touched else None, judged_at=at if touched else None,
        waiver=allowed.waiver if touched else None,
        left_out=[items.names[unit] for unit in sorted(allowed.standing.own_lines)] if touched else [],
        version=F("version") + 1,
    )  # fmt: skip
    if changed != 1:
        raise Stale(current)
    audit.record(
        agency=evaluation.agency, by=by, action="row_judged", about=current, at=at, before=_kept(current),
        after=_kept(values),
        reason=allowed.waiver.reason if allowed.waiver else "",
    )  # fmt: skip
    return EvaluationRow.objects.get(pk=row.pk)


def leave_for(row: EvaluationRow, evaluation: Evaluation, by: User, at: datetime) -> tuple[Leave, Items]:
    """Whether this person may judge the row, and what was looked at."""
    agency = evaluation.agency
    items = items_of(agency, [row.action], first_day(evaluation))
    return before(by, agency, items, row.action_id, day=today_of(agency, at)).leave, items


def why_not(allowed: Leave) -> str:
    """One sentence: the reason, and where to go."""
    if allowed.stand_in and allowed.standing.free:
        return _("Aksi ini masih dapat dinilai tim evaluasi. Sekretariat menilai hanya bila tidak seorang pun boleh.")
    return {
        Bar.COORDINATES: _("Unit Anda mengoordinasikan aksi ini, jadi Anda tidak boleh menilainya."),
        Bar.NAMED: _("Unit Anda pelaksana aksi ini, jadi Anda tidak boleh menilainya."),
        Bar.ONLY_OWN_LINES: _("Hanya unit Anda yang melaporkan aksi ini, jadi Anda tidak boleh menilainya."),
    }[allowed.standing.bars[0]] if allowed.standing.bars else _("Aksi ini dinilai oleh tim evaluasi.")  # fmt: skip


def _kept(of: EvaluationRow | RowValues) -> dict[str, object]:
    judged = {f"judged_{one.value}": getattr(of, one.value) for one in Dimension}
    return {**judged, "note": of.note.strip(), "recommendation": of.recommendation.strip()}
