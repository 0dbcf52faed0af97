"""Scoring an item of the worksheet: by the unit that leads it, by an internal evaluator, or as the national result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.calc.index import Item
from petajalan.calc.numbers import format_value
from petajalan.common import audit
from petajalan.evaluation.choices import ItemState, Party
from petajalan.evaluation.models import EvaluationWorksheet, ScoreCorrection, ScoreWaiver, Waiver, WorksheetScore
from petajalan.evaluation.models.worksheet import ScoreFigure
from petajalan.evaluation.queries.worksheet.known import Known, earlier
from petajalan.evaluation.queries.worksheet.leave import Leave, Why, leading, leave_of
from petajalan.evaluation.services.judging import NotIndependent
from petajalan.evaluation.services.worksheet.documents import kept_document
from petajalan.evaluation.services.worksheet.keeping import taken, writable
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Evidence
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.amounts import check_fits
from petajalan.reporting.services.write_keys import first_time

RULES = {
    Party.SELF: "evaluation.score_self",
    Party.INTERNAL: "evaluation.judge",
    Party.NATIONAL: "evaluation.score_national",
}
COPIED = tuple(field.name for field in ScoreFigure._meta.get_fields())
SAID = tuple(name for name in COPIED if name not in {"entered_by", "entered_at"})


@dataclass(frozen=True, slots=True)
class ScoreValues:
    """raw, level  one of them; neither for an item that is out of scope (`excluded`), which needs a `note`
    file, link     a document to keep; without one, what is kept already stays
    """

    raw: Decimal | None = None
    level: str = ""
    excluded: bool = False
    source: str = ""
    page: str = ""
    note: str = ""
    file: File[bytes] | None = None
    filename: str = ""
    link: str = ""


class Overtaken(Refused):
    """Somebody else scored the item meanwhile. `score` is the row as it is now, `None` when it was taken away."""

    def __init__(self, score: WorksheetScore | None) -> None:
        who = score.entered_by if score is not None and score.entered_by else _("Orang lain")
        told = {"who": who, "value": said(score) if score is not None else _("belum ada")}
        super().__init__(_("%(who)s sudah mengubah nilai ini menjadi %(value)s. Bandingkan, lalu simpan lagi.") % told)
        self.score = score


@dataclass(frozen=True, slots=True)
class _Writing:
    """One write: who, when, about what, after every question was asked."""

    worksheet: EvaluationWorksheet
    item: Item
    party: Party
    row: WorksheetScore | None
    leave: Leave
    by: User
    at: datetime


@transaction.atomic
def score_item(
    *, worksheet: EvaluationWorksheet, code: str, party: str, values: ScoreValues, version: int, by: User,
    at: datetime, key: UUID | None = None,
) -> WorksheetScore:  # fmt: skip
    """Keep what a party says of an item. `version` is that of the row the person saw, 0 where there was none."""
    one = _asked(worksheet, code, party, by, at)
    fresh = first_time(about=one.worksheet, key=key, what=f"score {code} {party}", by=by, at=at)
    if not fresh and one.row is not None:
        return one.row
    _open_for(one)
    columns = _columns(one, values)
    return _kept(one, columns, version, "item_scored")


def record_national_score(
    *, worksheet: EvaluationWorksheet, code: str, values: ScoreValues, version: int, by: User, at: datetime,
    key: UUID | None = None,
) -> WorksheetScore:  # fmt: skip
    """What the national evaluator gave an item, with its document: also in a final worksheet, as long as there is
    none yet."""
    return score_item(
        worksheet=worksheet, code=code, party=Party.NATIONAL, values=values, version=version, by=by, at=at, key=key
    )


@transaction.atomic
def carry_forward(
    *, worksheet: EvaluationWorksheet, code: str, party: str, version: int, by: User, at: datetime
) -> WorksheetScore:
    """The last known value stands for this year too, marked with its year."""
    one = _asked(worksheet, code, party, by, at)
    _open_for(one)
    known = earlier(one.worksheet, one.item, one.party)
    if known is None:
        raise Refused(_("Belum ada nilai tahun sebelumnya untuk butir ini. Isi nilainya, atau tandai di luar lokus."))
    _sound(one.item, known.raw, known.level)
    columns = _of_known(known, one) | {"state": ItemState.CARRIED, "carried_from": known.year}
    return _kept(one, columns, version, "item_carried")


@transaction.atomic
def take_known(
    *, worksheet: EvaluationWorksheet, code: str, known: Known, version: int, by: User, at: datetime
) -> WorksheetScore:
    """The value that is known of the year from elsewhere (`queries.worksheet.known`) becomes the self-assessment."""
    one = _asked(worksheet, code, Party.SELF, by, at)
    _open_for(one)
    _sound(one.item, known.raw, known.level)
    return _kept(one, _of_known(known, one), version, "item_scored")


@transaction.atomic
def clear_score(*, worksheet: EvaluationWorksheet, code: str, party: str, version: int, by: User, at: datetime) -> None:
    """Take away what was entered by mistake; the trail keeps it."""
    one = _asked(worksheet, code, party, by, at)
    _open_for(one)
    if one.row is None:
        return
    if WorksheetScore.objects.filter(pk=one.row.pk, version=version).delete()[0] == 0:
        raise Overtaken(one.row)
    audit.record(
        agency=one.worksheet.agency, by=by, action="item_cleared", about=one.worksheet, at=at,
        before=_trail(one, one.row),
    )  # fmt: skip


@transaction.atomic
def correct_score(
    *, worksheet: EvaluationWorksheet, code: str, party: str, values: ScoreValues, reason: str, version: int,
    by: User, at: datetime, key: UUID | None = None,
) -> WorksheetScore:  # fmt: skip
    """Put a value of a final worksheet right. What it was stays in sight, with the reason."""
    one = _asked(worksheet, code, party, by, at)
    if not first_time(about=one.worksheet, key=key, what=f"correct {code} {party}", by=by, at=at) and one.row:
        return one.row
    if one.worksheet.is_open:
        raise Refused(_("Lembar kerja ini masih rancangan. Ubah nilainya, tidak perlu koreksi."))
    if one.row is None:
        raise Refused(_("Belum ada nilai yang dapat dikoreksi."))
    if not reason.strip():
        raise Refused(_("Isi alasan koreksi."))
    columns = _columns(one, values)
    if all(getattr(one.row, name) == columns[name] for name in SAID):
        raise Refused(_("Isian ini sama dengan yang sudah ada."))
    before = {name: getattr(one.row, name) for name in COPIED}
    row = _kept(one, columns, version, "item_corrected", reason.strip())
    ScoreCorrection.objects.create(
        agency=one.worksheet.agency, score=row, reason=reason.strip(), made_by=by, made_at=at, **before
    )
    return row


def said(row: ScoreFigure) -> str:
    """A value in words: "3,15", "WTP", "di luar lokus"."""
    if row.state == ItemState.EXCLUDED:
        return _("di luar lokus")
    return row.level or format_value(row.raw)


def _asked(worksheet: EvaluationWorksheet, code: str, party: str, by: User, at: datetime) -> _Writing:
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
    return _Writing(held, item, of, rows.filter(worksheet=held, item=code, party=of).first(), leave, by, at)


def why_not(leave: Leave) -> str:
    return {
        Why.NOT_LEADING: _("Penilaian mandiri butir ini diisi unit yang memimpin indikatornya, atau administrator."),
        Why.ROLE: _("Kolom ini diisi oleh penilainya. Peran Anda tidak mencakupnya."),
        Why.COORDINATES: _("Unit Anda mengoordinasikan indikator butir ini, jadi Anda tidak boleh menilainya."),
        Why.TEAM_MAY: _(
            "Butir ini masih dapat dinilai tim evaluasi. Sekretariat menilai hanya bila tidak seorang pun boleh."
        ),
    }[leave.why or Why.ROLE]


def _open_for(one: _Writing) -> None:
    """National scores come in after the worksheet is final; the others do not."""
    if one.party is Party.NATIONAL and one.row is None:
        return
    writable(one.worksheet)


def _columns(one: _Writing, values: ScoreValues) -> dict[str, object]:
    if values.excluded:
        if not values.note.strip():
            raise Refused(_("Tulis mengapa instansi ini di luar lokus butir ini."))
        given: dict[str, object] = {"state": ItemState.EXCLUDED, "raw": None, "level": ""}
    else:
        values = replace(values, level=_sound(one.item, values.raw, values.level))
        given = {"state": ItemState.ASSESSED, "raw": None if values.level else values.raw, "level": values.level}
    if one.party is Party.NATIONAL and not values.source.strip():
        raise Refused(_("Tulis dokumen hasil evaluasi nasional yang memuat nilai ini."))
    agency = one.worksheet.agency
    document = kept_document(
        agency=agency, file=values.file, filename=values.filename, link=values.link, by=one.by, at=one.at
    )
    return given | {
        "carried_from": None,
        "source": values.source.strip(),
        "evidence": document or (one.row.evidence if one.row else None),
        "page": " ".join(values.page.split()),
        "note": values.note.strip(),
    }


def _of_known(known: Known, one: _Writing) -> dict[str, object]:
    source = known.source
    if one.party is Party.NATIONAL and not source:
        raise Refused(_("Tulis dokumen hasil evaluasi nasional yang memuat nilai ini."))
    evidence: Evidence | None = known.evidence
    return {
        "state": ItemState.ASSESSED, "raw": None if known.level else known.raw, "level": known.level,
        "carried_from": None, "source": source, "evidence": evidence, "page": known.page,
        "note": one.row.note if one.row else "",
    }  # fmt: skip


def _sound(item: Item, raw: Decimal | None, level: str) -> str:
    """The level as the instrument writes it; "" for a number. Raises `Refused` for what the item cannot hold."""
    if item.levels and level:
        known = next((one.code for one in item.levels if one.code.casefold() == level.casefold()), None)
        if known is None:
            told = {"level": level, "levels": ", ".join(one.code for one in item.levels)}
            raise Refused(_("“%(level)s” bukan tingkat butir ini. Pilih salah satu: %(levels)s.") % told)
        return known
    if raw is None:
        raise Refused(_("Isi nilai mentahnya, misalnya 3,15."))
    check_fits(raw, WorksheetScore._meta.get_field("raw"))
    if not item.holds(raw):
        raise Refused(_outside(item, raw))
    return ""


def _outside(item: Item, raw: Decimal) -> str:
    told = {"raw": format_value(raw), "low": format_value(item.low), "high": format_value(item.high)}
    if item.low is None:
        return _("%(raw)s di luar rentang butir ini, paling tinggi %(high)s. Periksa angka dan satuannya.") % told
    if item.high is None:
        return _("%(raw)s di luar rentang butir ini, paling rendah %(low)s. Periksa angka dan satuannya.") % told
    return _("%(raw)s di luar rentang butir ini, %(low)s sampai %(high)s. Periksa angka dan satuannya.") % told


def _kept(one: _Writing, columns: dict[str, object], version: int, action: str, reason: str = "") -> WorksheetScore:
    columns = columns | {"entered_by": one.by, "entered_at": one.at}
    before = _trail(one, one.row) if one.row else {}
    row = _made(one, columns) if one.row is None and version == 0 else _changed(one, columns, version)
    _under(row, one.leave.waivers)
    audit.record(
        agency=one.worksheet.agency, by=one.by, action=action, about=row, at=one.at, before=before,
        after=_trail(one, row), reason=reason or "; ".join(each.reason for each in one.leave.waivers),
    )  # fmt: skip
    return row


def _made(one: _Writing, columns: dict[str, object]) -> WorksheetScore:
    of = {"agency": one.worksheet.agency, "worksheet": one.worksheet, "item": one.item.code, "party": one.party}
    try:
        with transaction.atomic():
            row: WorksheetScore = WorksheetScore.objects.create(**of, **columns)
    except IntegrityError as error:  # the database holds an item and party to one row
        raise Overtaken(WorksheetScore.objects.filter(**of).select_related("entered_by").first()) from error
    return row


def _changed(one: _Writing, columns: dict[str, object], version: int) -> WorksheetScore:
    rows = WorksheetScore.objects.select_related("entered_by", "evidence")
    key = one.row.pk if one.row else None
    if rows.filter(pk=key, version=version).update(**columns, version=F("version") + 1) != 1:
        raise Overtaken(one.row)
    row: WorksheetScore = rows.get(pk=key)
    return row


def _under(row: WorksheetScore, waivers: tuple[Waiver, ...]) -> None:
    """Name the waivers that the value stands under now."""
    ScoreWaiver.objects.filter(score=row).exclude(waiver__in=waivers).delete()
    for one in waivers:
        ScoreWaiver.objects.get_or_create(agency_id=row.agency_id, score=row, waiver=one)


def _trail(one: _Writing, row: WorksheetScore) -> dict[str, object]:
    value: dict[str, object] = {"measured_level": row.level} if row.level else {"value": row.raw}
    carried = {"carried_from": row.carried_from} if row.carried_from else {}
    return {
        "item": one.item.code, "party": one.party.value, "item_state": row.state, **value, **carried,
        "document": row.source,
    }  # fmt: skip
