"""What every write to a score asks first, and how it is kept: once, in its version, with its waivers and its trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.calc.index import Item
from petajalan.calc.numbers import format_value
from petajalan.common import audit
from petajalan.evaluation.choices import ItemState, Party
from petajalan.evaluation.models import EvaluationWorksheet, ScoreWaiver, Waiver, WorksheetScore
from petajalan.evaluation.models.worksheet import ScoreFigure
from petajalan.evaluation.queries.worksheet.leave import Leave, Why, leading, leave_of
from petajalan.evaluation.services.judging import NotIndependent
from petajalan.evaluation.services.worksheet.keeping import taken, writable
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.queries.reports import today_of

RULES = {
    Party.SELF: "evaluation.score_self",
    Party.INTERNAL: "evaluation.judge",
    Party.NATIONAL: "evaluation.score_national",
}


class Overtaken(Refused):
    """Somebody else scored the item meanwhile. `score` is the row as it is now, `None` when it was taken away."""

    def __init__(self, score: WorksheetScore | None) -> None:
        who = score.entered_by if score is not None and score.entered_by else _("Orang lain")
        told = {"who": who, "value": said(score) if score is not None else _("belum ada")}
        super().__init__(_("%(who)s sudah mengubah nilai ini menjadi %(value)s. Bandingkan, lalu simpan lagi.") % told)
        self.score = score


@dataclass(frozen=True, slots=True)
class Writing:
    """One write: who, when, about what, after every question was asked."""

    worksheet: EvaluationWorksheet
    item: Item
    party: Party
    row: WorksheetScore | None
    leave: Leave
    by: User
    at: datetime


def said(row: ScoreFigure) -> str:
    """A value in words: "3,15", "WTP", "di luar lokus"."""
    if row.state == ItemState.EXCLUDED:
        return _("di luar lokus")
    return row.level or format_value(row.raw)


def asked(worksheet: EvaluationWorksheet, code: str, party: str, by: User, at: datetime) -> Writing:
    """The questions that every write asks: the role, the item, and how the person stands to it."""
    held = taken(worksheet)
    agency, of = held.agency, Party(party)
    permit(by, RULES[of], agency)
    item = next((one for one in held.instrument.items() if one.code == code), None)
    if item is None:
        raise Refused(_("Butir itu tidak ada lagi pada instrumen ini. Muat ulang halaman."))
    led = leading(agency, held.year)
    leave = leave_of(by, agency, held.year, item, of, led, day=today_of(agency, at))
    if not leave.may:
        raise NotIndependent(why_not(leave))
    rows = WorksheetScore.objects.select_related("entered_by", "evidence")
    return Writing(held, item, of, rows.filter(worksheet=held, item=code, party=of).first(), leave, by, at)


def why_not(leave: Leave) -> str:
    return {
        Why.NOT_LEADING: _("Penilaian mandiri butir ini diisi unit yang memimpin indikatornya, atau administrator."),
        Why.ROLE: _("Kolom ini diisi oleh penilainya. Peran Anda tidak mencakupnya."),
        Why.COORDINATES: _("Unit Anda mengoordinasikan indikator butir ini, jadi Anda tidak boleh menilainya."),
        Why.TEAM_MAY: _(
            "Butir ini masih dapat dinilai tim evaluasi. Sekretariat menilai hanya bila tidak seorang pun boleh."
        ),
    }[leave.why or Why.ROLE]


def open_for(one: Writing) -> None:
    """National scores come in after the worksheet is final; the others do not."""
    if one.party is Party.NATIONAL and one.row is None:
        return
    writable(one.worksheet)


def kept(one: Writing, columns: dict[str, object], version: int, action: str, reason: str = "") -> WorksheetScore:
    columns = columns | {"entered_by": one.by, "entered_at": one.at}
    before = trail_of(one, one.row) if one.row else {}
    row = _made(one, columns) if one.row is None and version == 0 else _changed(one, columns, version)
    _under(row, one.leave.waivers)
    audit.record(
        agency=one.worksheet.agency, by=one.by, action=action, about=row, at=one.at, before=before,
        after=trail_of(one, row), reason=reason or "; ".join(each.reason for each in one.leave.waivers),
    )  # fmt: skip
    return row


def _made(one: Writing, columns: dict[str, object]) -> WorksheetScore:
    of = {"agency": one.worksheet.agency, "worksheet": one.worksheet, "item": one.item.code, "party": one.party}
    try:
        with transaction.atomic():
            row: WorksheetScore = WorksheetScore.objects.create(**of, **columns)
    except IntegrityError as error:  # the database holds an item and party to one row
        raise Overtaken(WorksheetScore.objects.filter(**of).select_related("entered_by").first()) from error
    return row


def _changed(one: Writing, columns: dict[str, object], version: int) -> WorksheetScore:
    rows = WorksheetScore.objects.select_related("entered_by", "evidence")
    key = one.row.pk if one.row else 0
    if rows.filter(pk=key, version=version).update(**columns, version=F("version") + 1) != 1:
        raise Overtaken(one.row)
    row: WorksheetScore = rows.get(pk=key)
    return row


def _under(row: WorksheetScore, waivers: tuple[Waiver, ...]) -> None:
    """Name the waivers that the value stands under now."""
    ScoreWaiver.objects.filter(score=row).exclude(waiver__in=waivers).delete()
    for one in waivers:
        ScoreWaiver.objects.get_or_create(agency_id=row.agency_id, score=row, waiver=one)


def trail_of(one: Writing, row: WorksheetScore) -> dict[str, object]:
    value: dict[str, object] = {"measured_level": row.level} if row.level else {"value": row.raw}
    carried = {"carried_from": row.carried_from} if row.carried_from else {}
    return {
        "item": one.item.code, "party": one.party.value, "item_state": row.state, **value, **carried,
        "document": row.source,
    }  # fmt: skip
