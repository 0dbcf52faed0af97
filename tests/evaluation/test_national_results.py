"""National results in by spreadsheet: what the preview says, what is kept, what is refused and not lost."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from openpyxl import Workbook, load_workbook

from petajalan.common.models import AuditEntry
from petajalan.evaluation.models import NationalResult, ScoreCorrection, WorksheetScore
from petajalan.evaluation.national_sheet import NationalRead, read_again, read_national
from petajalan.evaluation.queries.worksheet.index import sheet_of
from petajalan.evaluation.services.worksheet.national import Document, Kind, Plan, planned, record_national_results
from petajalan.evaluation.services.worksheet.printed import record_printed_result
from petajalan.evaluation.services.worksheet.writing import Overtaken
from petajalan.evaluation.values import PrintedValues
from petajalan.exports.national_template import template_workbook
from petajalan.planning.services.refusals import Refused
from petajalan.regulation.document import UnusableFile
from tests.evaluation.worksheets import AT, LATER, Scoring
from tests.evaluation.worksheets import scoring_ as scoring_

LHE = Document("LHE 2025")
Typed = Mapping[str, tuple[Any, ...]]  # value, state, note by code of the item
ALL: Typed = {"A1": (70,), "A2": (60,), "B1": ("2,8",), "B2": (3.2,), "B3": ("wtp",), "T1": (65,)}


def filled(scoring: Scoring, typed: Typed, printed: Mapping[str, Any] | None = None) -> bytes:
    """The template as somebody fills it in."""
    book = load_workbook(BytesIO(template_workbook(sheet_of(scoring.worksheet))))
    sheet = book.worksheets[0]
    rows = {str(row[0].value): row[0].row for row in sheet.iter_rows(min_row=2)}
    for code, cells in typed.items():
        line = rows.get(code) or sheet.max_row + 1
        sheet.cell(line, 1, code)
        for at, value in enumerate(cells):
            sheet.cell(line, 5 + at, value)
    for row in book.worksheets[1].iter_rows(min_row=2, max_col=2):
        row[1].value = dict(printed or {}).get(str(row[0].value))
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(scoring: Scoring, typed: Typed, printed: Mapping[str, Any] | None = None) -> NationalRead:
    found = read_national(filled(scoring, typed, printed), "nilai.xlsx")
    return read_again(found.kept())


def record(scoring: Scoring, what: NationalRead, **more: Any) -> Plan:
    scoring.worksheet.refresh_from_db()
    given: dict[str, Any] = {"document": LHE, "by": scoring.cast.ani, "at": LATER}
    if "versions" not in more:
        given["versions"] = planned(worksheet=scoring.worksheet, read=what).versions
    return record_national_results(worksheet=scoring.worksheet, read=what, **{**given, **more})


def kinds(plan: Plan) -> dict[str, str]:
    return {one.line.code: one.kind.value for one in plan.lines}


def test_the_template_names_the_items_and_our_estimate(scoring_: Scoring) -> None:
    scoring_.score("B1", "2.5")
    scoring_.score("B1", "2.4", party="internal", by=scoring_.cast.ani)
    scoring_.score("B3", level="WTP")
    sheet = load_workbook(BytesIO(template_workbook(sheet_of(scoring_.worksheet)))).worksheets[0]
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    assert rows[0] == (
        "Kode butir", "Butir", "Rentang", "Perkiraan kita", "Nilai resmi", "Keadaan", "Catatan",
    )  # fmt: skip
    assert rows[3] == ("B1", "Indeks SPBE", "1–5", "2,4", None, None, None)
    assert rows[5][:4] == ("B3", "Opini BPK", "WTP · WDP · TMP", "WTP")


def test_a_whole_file_becomes_the_official_column(scoring_: Scoring) -> None:
    what = read(scoring_, ALL, {"RB General": 64.6, "Indeks": "77,60", "Predikat": "BB"})
    plan = planned(worksheet=scoring_.worksheet, read=what)
    assert [(one.before, one.after, one.kind) for one in plan.lines][:2] == [("", "70", "new"), ("", "60", "new")]
    assert not WorksheetScore.objects.exists()
    key = uuid4()
    record(scoring_, what, key=key)
    record(scoring_, what, key=key)  # the same form once more
    rows = {row.item: (row.raw, row.level, row.source, row.party) for row in WorksheetScore.objects.all()}
    assert rows["B2"] == (Decimal("3.2"), "", "LHE 2025", "national")
    assert rows["B3"] == (None, "WTP", "LHE 2025", "national")
    result = NationalResult.objects.get()
    assert (result.general, result.thematic, result.index, result.grade, result.source) == (
        Decimal("64.6"), None, Decimal("77.6"), "BB", "LHE 2025",
    )  # fmt: skip
    entry = AuditEntry.objects.get(action="national_results_recorded")
    assert (entry.after["items_new"], entry.after["document"]) == (["A1", "A2", "B1", "B2", "B3", "T1"], "LHE 2025")
    assert AuditEntry.objects.filter(action="item_scored").count() == 6


REFUSED = {
    "A1": (("seratus",), "“seratus” bukan angka. Tulis satu angka, misalnya 7 atau 7,5."),
    "A2": (("", "di luar lokus"), "Tulis di kolom catatan mengapa instansi ini di luar lokus butir ini."),
    "B1": ((7,), "7 di luar rentang butir ini, 1 sampai 5. Periksa angka dan satuannya."),
    "B2": ((3, "dibawa"), "Tulis dari tahun berapa nilainya dibawa, misalnya “dibawa 2023”."),
    "B3": (("AA",), "“AA” bukan tingkat butir ini. Pilih salah satu: WTP, WDP, TMP."),
    "T1": (
        (60, "entah"),
        "Keadaan ini tidak dikenal. Pilih dinilai, dibawa (dengan tahunnya), atau di luar lokus.",
    ),
    "X9": ((1,), "Kode ini tidak ada pada instrumen lembar kerja. Pakai kode dari berkas contoh."),
}


def test_each_line_says_why_it_is_refused_and_nothing_is_written(scoring_: Scoring) -> None:
    what = read(scoring_, {code: cells for code, (cells, _said) in REFUSED.items()}, {"Indeks": "770"})
    plan = planned(worksheet=scoring_.worksheet, read=what)
    assert {one.line.code: one.sentence for one in plan.lines} == {code: said for code, (_c, said) in REFUSED.items()}
    assert plan.printed_problems == (("770", "Jumlah dan indeks dari 0 sampai 200. Periksa koma desimalnya."),)
    with pytest.raises(Refused, match="tidak mengubah apa pun"):
        record(scoring_, what)
    assert not WorksheetScore.objects.exists()


def test_sound_lines_come_in_beside_refused_ones(scoring_: Scoring) -> None:
    plan = record(scoring_, read(scoring_, {"A1": (70,), "B1": (9,), "B2": (3, "dibawa 2023"), "A2": (5, "dinilai")}))
    assert kinds(plan) == {"A1": "new", "A2": "new", "B1": "refused", "B2": "new"}
    row = WorksheetScore.objects.get(item="B2")
    assert (row.state, row.carried_from) == ("carried", 2023)
    assert AuditEntry.objects.get(action="national_results_recorded").after["items_refused"] == ["B1"]


def test_what_is_there_already_is_left_alone_and_what_differs_is_changed(scoring_: Scoring) -> None:
    record(scoring_, read(scoring_, ALL))
    plan = record(scoring_, read(scoring_, {**ALL, "B1": (3,)}), document=Document("LHE perbaikan"))
    assert kinds(plan) == dict.fromkeys(ALL, "same") | {"B1": "changed"}
    sources = {row.item: row.source for row in WorksheetScore.objects.all()}
    assert (sources["A1"], sources["B1"]) == ("LHE 2025", "LHE perbaikan")


def test_in_a_final_worksheet_another_value_is_a_correction_with_a_reason(scoring_: Scoring) -> None:
    scoring_.all()
    record(scoring_, read(scoring_, {"B1": ("2,8",)}))
    scoring_.finalise()
    what = read(scoring_, {"B1": (3,), "B2": (3,)})
    with pytest.raises(Refused, match="Isi alasan koreksi"):
        record(scoring_, what)
    assert not WorksheetScore.objects.filter(party="national", item="B2").exists()
    plan = record(scoring_, what, reason="LHE salah cetak")
    assert kinds(plan) == {"B1": "corrected", "B2": "new"}
    assert [(one.raw, one.reason) for one in ScoreCorrection.objects.all()] == [(Decimal("2.8"), "LHE salah cetak")]


def test_what_somebody_entered_since_the_preview_stops_the_whole_file(scoring_: Scoring) -> None:
    what = read(scoring_, ALL)
    versions = planned(worksheet=scoring_.worksheet, read=what).versions
    scoring_.score("B2", 4, party="national", source="LHE lain")
    with pytest.raises(Overtaken, match="sudah mengubah nilai ini menjadi 4"):
        record(scoring_, what, versions=versions)
    assert WorksheetScore.objects.count() == 1


def test_who_may_bring_them_in_and_what_must_be_named(scoring_: Scoring) -> None:
    what, cast = read(scoring_, ALL), scoring_.cast
    for user in (cast.siti, cast.budi, cast.rina, cast.wali, cast.dewi):
        with pytest.raises(PermissionDenied):
            record(scoring_, what, by=user)
    with pytest.raises(Refused, match="Tulis dokumen"):
        record(scoring_, what, document=Document(" "))
    assert record(scoring_, what, by=cast.wati).of(Kind.NEW)


def test_a_date_a_percentage_and_a_double_line(scoring_: Scoring) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Item code", "Official value", "Status"], ["a1", 0.705], ["B1", AT.replace(tzinfo=None)], ["A1", 70]):
        sheet.append(row)
    sheet["B2"].number_format = "0.0%"
    buffer = BytesIO()
    book.save(buffer)
    plan = planned(worksheet=scoring_.worksheet, read=read_national(buffer.getvalue(), "nilai.xlsx"))
    assert [one.after or one.sentence for one in plan.lines[:1]] == ["70,5"]
    assert [one.sentence for one in plan.lines[1:]] == [
        "Excel menjadikan nilai ini tanggal (03/11/2025). Jadikan selnya Teks, lalu tulis lagi.",
        "Butir ini juga ada di baris 2. Satu baris untuk satu butir.",
    ]


def test_a_file_that_is_no_such_workbook_says_what_to_do(scoring_: Scoring) -> None:
    book = Workbook()
    buffer = BytesIO()
    book.save(buffer)
    for data, said in ((b"halo", "bukan buku kerja"), (buffer.getvalue(), "")):
        with pytest.raises(UnusableFile) as refused:
            read_national(data, "nilai.xlsx")
        assert said in refused.value.message_id


def test_printed_totals_by_the_form(scoring_: Scoring) -> None:
    given: dict[str, Any] = {"worksheet": scoring_.worksheet, "by": scoring_.cast.wati, "at": LATER}
    values = PrintedValues(index=Decimal("77.6"), grade="BB", source="LHE 2025")
    record_printed_result(values=values, version=0, **given)
    with pytest.raises(Refused, match="baru saja diubah orang lain"):
        record_printed_result(values=values, version=0, **given)
    for wrong, said in (
        (PrintedValues(source="LHE"), "sekurang-kurangnya satu"),
        (PrintedValues(index=Decimal(-1), source="LHE"), "dari 0 sampai 200"),
        (PrintedValues(index=Decimal(1)), "Tulis dokumen"),
    ):
        with pytest.raises(Refused, match=said):
            record_printed_result(values=wrong, version=1, **given)
    with pytest.raises(PermissionDenied):
        record_printed_result(values=values, version=1, **{**given, "by": scoring_.cast.siti})
    record_printed_result(values=PrintedValues(index=Decimal(78), source="Surat ralat"), version=1, **given)
    entry = AuditEntry.objects.filter(action="printed_result_recorded").latest("pk")
    assert (entry.before["index"], entry.after["index"]) == ("77.6", "78")
