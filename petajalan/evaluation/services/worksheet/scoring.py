"""Scoring an item of the worksheet: by the unit that leads it, by an internal evaluator, or as the national result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import User
from petajalan.calc.index import Item
from petajalan.calc.numbers import format_value
from petajalan.common import audit
from petajalan.evaluation.choices import ItemState, Party
from petajalan.evaluation.models import EvaluationWorksheet, ScoreCorrection, WorksheetScore
from petajalan.evaluation.models.worksheet import ScoreFigure
from petajalan.evaluation.queries.worksheet.known import Known, earlier
from petajalan.evaluation.services.worksheet.documents import kept_document
from petajalan.evaluation.services.worksheet.writing import Overtaken, Writing, asked, kept, open_for, trail_of
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Evidence
from petajalan.reporting.services.amounts import check_fits
from petajalan.reporting.services.write_keys import first_time

COPIED = tuple(field.name for field in ScoreFigure._meta.get_fields())
SAID = tuple(name for name in COPIED if name not in {"entered_by", "entered_at"})


@dataclass(frozen=True, slots=True)
class ScoreValues:
    """raw, level  one of them; neither for an item that is out of scope (`excluded`), which needs a `note`
    carried_from   the year that the value was carried from, where its giver says so
    file, link     a document to keep, or `evidence` that is kept already; without any, what the row has stays
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
    carried_from: int | None = None
    evidence: Evidence | None = None


@transaction.atomic
def score_item(
    *, worksheet: EvaluationWorksheet, code: str, party: str, values: ScoreValues, version: int, by: User,
    at: datetime, key: UUID | None = None,
) -> WorksheetScore:  # fmt: skip
    """Keep what a party says of an item. `version` is that of the row the person saw, 0 where there was none."""
    one = asked(worksheet, code, party, by, at)
    fresh = first_time(about=one.worksheet, key=key, what=f"score {code} {party}", by=by, at=at)
    if not fresh and one.row is not None:
        return one.row
    open_for(one)
    return kept(one, columns_of(one, values), version, "item_scored")


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
    one = asked(worksheet, code, party, by, at)
    open_for(one)
    known = earlier(one.worksheet, one.item, one.party)
    if known is None:
        raise Refused(_("Belum ada nilai tahun sebelumnya untuk butir ini. Isi nilainya, atau tandai di luar lokus."))
    sound(one.item, known.raw, known.level)
    columns = _of_known(known, one) | {"state": ItemState.CARRIED, "carried_from": known.year}
    return kept(one, columns, version, "item_carried")


@transaction.atomic
def take_known(
    *, worksheet: EvaluationWorksheet, code: str, known: Known, version: int, by: User, at: datetime
) -> WorksheetScore:
    """The value that is known of the year from elsewhere (`queries.worksheet.known`) becomes the self-assessment."""
    one = asked(worksheet, code, Party.SELF, by, at)
    open_for(one)
    sound(one.item, known.raw, known.level)
    return kept(one, _of_known(known, one), version, "item_scored")


@transaction.atomic
def clear_score(*, worksheet: EvaluationWorksheet, code: str, party: str, version: int, by: User, at: datetime) -> None:
    """Take away what was entered by mistake; the trail keeps it."""
    one = asked(worksheet, code, party, by, at)
    open_for(one)
    if one.row is None:
        return
    if WorksheetScore.objects.filter(pk=one.row.pk, version=version).delete()[0] == 0:
        raise Overtaken(one.row)
    audit.record(
        agency=one.worksheet.agency, by=by, action="item_cleared", about=one.worksheet, at=at,
        before=trail_of(one, one.row),
    )  # fmt: skip


@transaction.atomic
def correct_score(
    *, worksheet: EvaluationWorksheet, code: str, party: str, values: ScoreValues, reason: str, version: int,
    by: User, at: datetime, key: UUID | None = None,
) -> WorksheetScore:  # fmt: skip
    """Put a value of a final worksheet right. What it was stays in sight, with the reason."""
    one = asked(worksheet, code, party, by, at)
    if not first_time(about=one.worksheet, key=key, what=f"correct {code} {party}", by=by, at=at) and one.row:
        return one.row
    if one.worksheet.is_open:
        raise Refused(_("Lembar kerja ini masih rancangan. Ubah nilainya, tidak perlu koreksi."))
    return put_right(one, columns_of(one, values), reason, version)


def put_right(one: Writing, columns: dict[str, object], reason: str, version: int) -> WorksheetScore:
    """Another value takes the place of the one there is, which stays in sight as a correction."""
    if one.row is None:
        raise Refused(_("Belum ada nilai yang dapat dikoreksi."))
    if not reason.strip():
        raise Refused(_("Isi alasan koreksi."))
    if not differs(one, columns):
        raise Refused(_("Isian ini sama dengan yang sudah ada."))
    before = {name: getattr(one.row, name) for name in COPIED}
    row = kept(one, columns, version, "item_corrected", reason.strip())
    ScoreCorrection.objects.create(
        agency=one.worksheet.agency, score=row, reason=reason.strip(), made_by=one.by, made_at=one.at, **before
    )
    return row


def differs(one: Writing, columns: dict[str, object]) -> bool:
    """Whether the columns say anything else than the row."""
    return one.row is None or any(getattr(one.row, name) != columns[name] for name in SAID)


def columns_of(one: Writing, values: ScoreValues) -> dict[str, object]:
    if values.excluded:
        if not values.note.strip():
            raise Refused(_("Tulis mengapa instansi ini di luar lokus butir ini."))
        given: dict[str, object] = {"state": ItemState.EXCLUDED, "raw": None, "level": ""}
    else:
        values = replace(values, level=sound(one.item, values.raw, values.level))
        given = {"state": ItemState.ASSESSED, "raw": None if values.level else values.raw, "level": values.level}
        if values.carried_from is not None:
            if values.carried_from >= one.worksheet.year:
                raise Refused(_("Nilai dibawa dari tahun sebelum tahun ukur lembar kerja ini."))
            given["state"] = ItemState.CARRIED
    if one.party is Party.NATIONAL and not values.source.strip():
        raise Refused(_("Tulis dokumen hasil evaluasi nasional yang memuat nilai ini."))
    agency = one.worksheet.agency
    document = values.evidence or kept_document(
        agency=agency, file=values.file, filename=values.filename, link=values.link, by=one.by, at=one.at
    )
    return given | {
        "carried_from": None if values.excluded else values.carried_from,
        "source": values.source.strip(),
        "evidence": document or (one.row.evidence if one.row else None),
        "page": " ".join(values.page.split()),
        "note": values.note.strip(),
    }


def _of_known(known: Known, one: Writing) -> dict[str, object]:
    source = known.source
    if one.party is Party.NATIONAL and not source:
        raise Refused(_("Tulis dokumen hasil evaluasi nasional yang memuat nilai ini."))
    evidence: Evidence | None = known.evidence
    return {
        "state": ItemState.ASSESSED, "raw": None if known.level else known.raw, "level": known.level,
        "carried_from": None, "source": source, "evidence": evidence, "page": known.page,
        "note": one.row.note if one.row else "",
    }  # fmt: skip


def sound(item: Item, raw: Decimal | None, level: str) -> str:
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
