"""National results in by spreadsheet: what a file would change, line by line, and all that is sound kept at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.calc.index import Item
from petajalan.calc.numbers import State, read_typed
from petajalan.common import audit
from petajalan.evaluation.choices import Party
from petajalan.evaluation.models import EvaluationWorksheet, WorksheetScore
from petajalan.evaluation.national_sheet import MADE_A_DATE, NationalRead, SheetLine, in_both
from petajalan.evaluation.queries.worksheet.leave import Leave
from petajalan.evaluation.services.worksheet.documents import kept_document
from petajalan.evaluation.services.worksheet.keeping import taken
from petajalan.evaluation.services.worksheet.printed import keep_printed, printed_of
from petajalan.evaluation.services.worksheet.scoring import ScoreValues, columns_of, put_right, sound
from petajalan.evaluation.services.worksheet.writing import Overtaken, Writing, kept, said
from petajalan.evaluation.values import PrintedValues
from petajalan.planning.services.refusals import Refused
from petajalan.regulation.recognise.names import plain
from petajalan.reporting.services.write_keys import first_time

SCORE = "evaluation.score_national"
STATES = {
    "assessed": gettext_lazy("dinilai"),
    "excluded": gettext_lazy("di luar lokus"),
    "carried": gettext_lazy("dibawa"),
}
_YEAR = re.compile(r"\b(20\d\d)\b")
Versions = Mapping[str, int]  # of the official values that a person saw, by code of the item; 0 where there was none


class Kind(StrEnum):
    NEW = "new"
    CHANGED = "changed"  # in a draft
    CORRECTED = "corrected"  # in a final worksheet: needs a reason
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """before, after  the official value in words; `sentence`: why it is refused"""

    line: SheetLine
    item: Item | None
    kind: Kind
    before: str = ""
    after: str = ""
    sentence: str = ""
    values: ScoreValues | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file would change. `printed` is `None` where it states no totals, or none that can be read."""

    lines: tuple[PlannedLine, ...]
    printed: PrintedValues | None
    printed_problems: tuple[tuple[str, str], ...]  # as typed, and what to do

    def of(self, *kinds: Kind) -> list[PlannedLine]:
        return [one for one in self.lines if one.kind in kinds]

    @property
    def writes(self) -> bool:
        return bool(self.of(Kind.NEW, Kind.CHANGED, Kind.CORRECTED) or self.printed)

    @property
    def versions(self) -> dict[str, int]:
        return {one.item.code: one.version for one in self.lines if one.item is not None}


@dataclass(frozen=True, slots=True)
class Document:
    """What states the official values: each of them, and the printed totals, names it."""

    source: str
    page: str = ""
    file: object = None
    filename: str = ""
    link: str = ""


def planned(*, worksheet: EvaluationWorksheet, read: NationalRead) -> Plan:
    """Two queries. Whatever is wrong with a line is said of the line; the others do not suffer."""
    rows = {row.item: row for row in _rows(worksheet)}
    items = {plain(one.code): one for one in worksheet.instrument.items()}
    seen: dict[str, int] = {}
    found = []
    for line in read.lines:
        item = items.get(plain(line.code))
        row = rows.get(item.code) if item else None
        try:
            found.append(_planned(worksheet, line, item, row, seen))
        except Refused as refusal:
            before = said(row) if row else ""
            version = row.version if row else 0
            found.append(
                PlannedLine(line, item, Kind.REFUSED, before, line.value, refusal.sentence, version=version)
            )  # fmt: skip
    printed, problems = printed_of(read.printed)
    return Plan(tuple(found), printed, problems)


@transaction.atomic
def record_national_results(
    *, worksheet: EvaluationWorksheet, read: NationalRead, versions: Versions, document: Document, reason: str = "",
    by: User, at: datetime, key: UUID | None = None,
) -> Plan:  # fmt: skip
    """Keep every line that is sound, the totals with them, or nothing. `versions` are those of the preview. Gives what
    was kept, and what was refused and still has to come in."""
    held = taken(worksheet)
    permit(by, SCORE, held.agency)
    plan = planned(worksheet=held, read=read)
    if not first_time(about=held, key=key, what="national_results", by=by, at=at):
        return plan
    if not plan.writes:
        raise Refused(_("Berkas ini tidak mengubah apa pun. Periksa baris yang ditolak, lalu unggah lagi."))
    if not document.source.strip():
        raise Refused(_("Tulis dokumen hasil evaluasi nasional yang memuat nilai ini."))
    if plan.of(Kind.CORRECTED) and not reason.strip():
        raise Refused(_("Lembar kerja ini sudah final dan sebagian nilai resminya berubah. Isi alasan koreksi."))
    evidence = kept_document(
        agency=held.agency, file=document.file, filename=document.filename, link=document.link, by=by, at=at  # type: ignore[arg-type]
    )  # fmt: skip
    rows = {row.item: row for row in _rows(held)}
    for one in plan.of(Kind.NEW, Kind.CHANGED, Kind.CORRECTED):
        assert one.item is not None
        assert one.values is not None
        row = rows.get(one.item.code)
        writing = Writing(held, one.item, Party.NATIONAL, row, Leave(), by, at)
        values = replace(one.values, source=document.source, page=document.page, evidence=evidence)
        version = versions.get(one.item.code, -1)
        if version != (row.version if row else 0):
            raise Overtaken(row)
        if one.kind is Kind.CORRECTED:
            put_right(writing, columns_of(writing, values), reason, version)
        else:
            kept(writing, columns_of(writing, values), version, "item_scored")
    if plan.printed is not None:
        stated = replace(plan.printed, source=document.source, page=document.page, evidence=evidence)
        keep_printed(held, stated, by, at)
    audit.record(
        agency=held.agency, by=by, action="national_results_recorded", about=held, at=at, reason=reason.strip(),
        after={
            "items_new": [one.line.code for one in plan.of(Kind.NEW)],
            "items_changed": [one.line.code for one in plan.of(Kind.CHANGED, Kind.CORRECTED)],
            "items_refused": [one.line.code for one in plan.of(Kind.REFUSED)],
            "document": document.source.strip(), "sha256": read.digest,
        },
    )  # fmt: skip
    return plan


def _rows(worksheet: EvaluationWorksheet) -> Sequence[WorksheetScore]:
    rows = WorksheetScore.objects.filter(agency=worksheet.agency_id, worksheet=worksheet, party=Party.NATIONAL)
    return list(rows.select_related("entered_by", "evidence"))


def _planned(
    worksheet: EvaluationWorksheet, line: SheetLine, item: Item | None, row: WorksheetScore | None,
    seen: dict[str, int],
) -> PlannedLine:  # fmt: skip
    if item is None:
        raise Refused(_("Kode ini tidak ada pada instrumen lembar kerja. Pakai kode dari berkas contoh."))
    if item.code in seen:
        told = {"line": seen[item.code]}
        raise Refused(_("Butir ini juga ada di baris %(line)d. Satu baris untuk satu butir.") % told)
    seen[item.code] = line.line
    values = _values(line, item)
    if row is not None and not values.note:
        values = replace(values, note=row.note)
    shown = WorksheetScore(state="excluded" if values.excluded else "assessed", raw=values.raw, level=values.level)
    if values.carried_from is not None and values.carried_from >= worksheet.year:
        raise Refused(_("Nilai dibawa dari tahun sebelum tahun ukur lembar kerja ini."))
    kind = _kind(worksheet, row, values)
    return PlannedLine(
        line, item, kind, said(row) if row else "", said(shown), "", values, row.version if row else 0
    )  # fmt: skip


def _kind(worksheet: EvaluationWorksheet, row: WorksheetScore | None, values: ScoreValues) -> Kind:
    if row is None:
        return Kind.NEW
    figure = (None, "") if values.excluded else (None if values.level else values.raw, values.level)
    same = (row.raw, row.level) == figure and row.carried_from == values.carried_from and row.note == values.note
    if same:
        return Kind.SAME
    return Kind.CHANGED if worksheet.is_open else Kind.CORRECTED


def _values(line: SheetLine, item: Item) -> ScoreValues:
    """Raises `Refused` with what to do about the line."""
    if line.value.startswith(MADE_A_DATE):
        told = {"date": line.value.removeprefix(MADE_A_DATE)}
        raise Refused(_("Excel menjadikan nilai ini tanggal (%(date)s). Jadikan selnya Teks, lalu tulis lagi.") % told)
    state, year = _state(line.state)
    if state == "excluded":
        if line.value:
            raise Refused(_("Kosongkan nilainya, atau pilih keadaan “dinilai”."))
        if not line.note:
            raise Refused(_("Tulis di kolom catatan mengapa instansi ini di luar lokus butir ini."))
        return ScoreValues(excluded=True, note=line.note)
    if not line.value:
        raise Refused(_("Nilai resminya kosong. Isi, atau pilih keadaan “di luar lokus” dengan catatannya."))
    if item.levels:
        return ScoreValues(level=sound(item, None, line.value), note=line.note, carried_from=year)
    read = read_typed(line.value)
    if read.state is not State.SET or read.value is None or read.unit or read.low or read.high:
        told = {"text": line.value[:60]}
        raise Refused(_("“%(text)s” bukan angka. Tulis satu angka, misalnya 7 atau 7,5.") % told)
    sound(item, read.value, "")
    return ScoreValues(raw=read.value, note=line.note, carried_from=year)


def _state(text: str) -> tuple[str, int | None]:
    """The state and, of a value that was carried, its year."""
    if not text:
        return "assessed", None
    year = _YEAR.search(text)
    word = plain(_YEAR.sub("", text))
    found = next((code for code, words in in_both(STATES.items()) if word in {plain(one) for one in words}), None)
    if found == "carried":
        if year is None:
            raise Refused(_("Tulis dari tahun berapa nilainya dibawa, misalnya “dibawa 2023”."))
        return found, int(year[1])
    if found is None or year is not None:
        raise Refused(_("Keadaan ini tidak dikenal. Pilih dinilai, dibawa (dengan tahunnya), atau di luar lokus."))
    return found, None
