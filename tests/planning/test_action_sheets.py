"""Action plans out to Excel and back."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from petajalan.exports.actions import action_workbook, portal_workbook
from petajalan.planning.action_cells import Lists
from petajalan.planning.action_sheet import read_action_sheet
from petajalan.planning.models import Action
from petajalan.planning.queries.actions import actions_of
from petajalan.planning.services.actions import Imported, import_actions
from tests.planning.actions import COMPLETE, Acting
from tests.planning.actions import acting as acting  # the fixture
from tests.planning.regulations import AT


def out(acting: Acting) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(action_workbook(actions_of(acting.plan), Lists(acting.plan))))


def back(acting: Acting, book: openpyxl.Workbook, *, only_right: bool = False, **more: str) -> Imported:
    buffer = BytesIO()
    book.save(buffer)
    sheet = read_action_sheet(buffer.getvalue())
    return import_actions(plan=acting.plan, sheet=sheet, only_right=only_right, by=acting.cast.siti, at=AT, **more)


def many(acting: Acting, count: int) -> None:
    values = {**COMPLETE, "target_q2": Decimal("1234.5678"), "budget_q2": Decimal("9999999999999.99")}
    Action.objects.bulk_create(
        Action(
            agency=acting.cast.agency, plan=acting.plan, position=number, indicator_key=acting.indicator.key,
            name=f"=Aksi {number}", evidence_needed="- satu\n- dua", all_units=number % 2 == 0, **values,
        )
        for number in range(1, count + 1)
    )  # fmt: skip


def test_500_rows_go_out_and_come_back_unchanged(acting: Acting) -> None:
    many(acting, 500)
    before = list(Action.objects.order_by("pk").values())
    result = back(acting, out(acting))
    assert (result.problems, result.added, result.changed, result.unchanged) == ([], 0, 0, 500)
    assert list(Action.objects.order_by("pk").values()) == before


def test_rows_that_were_made_up_say_so_and_come_back_unchanged(client: Client, acting: Acting) -> None:
    many(acting, 3)
    client.force_login(acting.cast.siti)
    address = [
        reverse(name, args=[acting.cast.agency.slug, acting.plan.pk]) for name in ("action_workbook", "action_portal")
    ]
    assert not any("simulasi" in client.get(one)["Content-Disposition"] for one in address)
    Action.objects.update(simulated=True)
    own, portal = (client.get(one) for one in address)
    assert all("-data-simulasi.xlsx" in one["Content-Disposition"] for one in (own, portal))
    books = [openpyxl.load_workbook(BytesIO(one.content)) for one in (own, portal)]
    assert books[0].sheetnames[0] == "Rencana aksi (data simulasi)"
    for book in books:
        sheet = book.worksheets[0]
        assert "Data simulasi" in (sheet.oddHeader.left.text or "")
        assert sheet["A1"].comment
        assert "Data simulasi" in sheet["A1"].comment.text
    sheet = read_action_sheet(own.content)
    result = import_actions(plan=acting.plan, sheet=sheet, only_right=False, by=acting.cast.siti, at=AT)
    assert (result.problems, result.unchanged) == ([], 3)


def test_20_planted_errors_come_back_as_20_cells_and_nothing_is_stored(acting: Acting) -> None:
    many(acting, 10)
    book = out(acting)
    sheet = book.worksheets[0]
    sheet["C2"] = "Keluaran baru"
    planted = {
        **{f"{letter}{line}": "banyak" for letter in "GHIJ" for line in (3, 4)},
        **{f"{letter}5": -5 for letter in "KLMN"},
        **{"A6": "Indeks Kolam", "B6": None, "F6": "tiap minggu", "O6": "Dinas Entah"},
        **{"G7": 1.23456, "K7": "10 ribu kali", "P7": "entah", "V7": "Sebab lain"},
    }
    for cell, value in planted.items():
        sheet[cell] = value
    assert len(planted) == 20
    result = back(acting, book)
    assert sorted(one.cell for one in result.problems) == sorted(planted)
    assert {one.sheet for one in result.problems} == {"Rencana aksi"}
    assert all(one.sentence for one in result.problems)
    assert (result.stored, Action.objects.exclude(output="Layanan terpadu").count()) == (False, 0)
    result = back(acting, book, only_right=True)
    assert (result.stored, result.changed, result.unchanged, len(result.problems)) == (True, 1, 4, 20)
    assert Action.objects.get(position=1).output == "Keluaran baru"


def test_row_that_somebody_changed_meanwhile_is_refused(acting: Acting) -> None:
    action = acting.add()
    book = out(acting)
    Action.objects.filter(pk=action.pk).update(output="Lain", version=2)
    book.worksheets[0]["D2"] = "Jumlah baru"
    result = back(acting, book)
    assert [one.cell for one in result.problems] == ["B2"]
    assert Action.objects.get().output_indicator == "Jumlah layanan terpadu"


def test_new_row_is_added(acting: Acting) -> None:
    book = out(acting)
    for letter, value in {"A": "Indeks SPBE", "B": "Baru", "G": 2, "O": "Semua unit"}.items():
        book.worksheets[0][f"{letter}2"] = value
    assert back(acting, book).added == 1
    assert list(Action.objects.values_list("name", "target_q1", "all_units")) == [("Baru", Decimal(2), True)]


def test_portal_layout_goes_out_and_comes_back(acting: Acting) -> None:
    acting.add()
    content = portal_workbook(acting.plan, actions_of(acting.plan), Lists(acting.plan))
    book = openpyxl.load_workbook(BytesIO(content))
    sheet = book["Indeks SPBE"]
    assert [cell.value for cell in sheet[1]] == [
        *("rencana_aksi", "satuan_output", "indikator_output", "target_tw1", "target_tw2", "target_tw3", "target_tw4"),
        *("target_total", "anggaran_total", "pelaksana", "koordinator"),
    ]
    assert [cell.value for cell in sheet[2]][3:9] == [1, None, 2.5, None, 3.5, 10_000_000]
    sheet["A3"], sheet["D3"], sheet["G3"], sheet["H3"] = "Kedua", 1, 4, 4
    sheet["A4"], sheet["D4"], sheet["G4"], sheet["H4"] = "Ketiga", 1, 4, 9
    result = back(acting, book)
    assert [(one.cell, one.sentence[:20]) for one in result.problems] == [("H4", "Tidak jelas apakah a")]
    result = back(acting, book, figure_rule="per_quarter")
    assert (result.stored, result.added, result.unchanged) == (True, 2, 1)
    assert [(one.name, one.figure_rule) for one in Action.objects.order_by("position")] == [
        ("Menyatukan layanan", "per_quarter"), ("Kedua", "to_date"), ("Ketiga", "per_quarter"),
    ]  # fmt: skip


def test_what_is_no_workbook_is_refused_in_words() -> None:
    with pytest.raises(ValidationError, match="bukan berkas Excel"):
        read_action_sheet(b"%PDF-1.7")
    with pytest.raises(ValidationError, match="rusak"):
        read_action_sheet(b"PK\x03\x04 tetapi rusak")


def test_page_takes_the_file_and_lists_the_cells(client: Client, acting: Acting) -> None:
    acting.add()
    book = out(acting)
    book.worksheets[0]["G2"] = "banyak"
    buffer = BytesIO()
    book.save(buffer)
    place = {"agency_slug": acting.cast.agency.slug, "key": acting.plan.pk}
    client.force_login(acting.cast.siti)
    answer = client.post(
        reverse("action_upload", kwargs=place), {"berkas": SimpleUploadedFile("r.xlsx", buffer.getvalue())}
    )
    assert answer.status_code == 422
    assert b"<strong>G2</strong>" in answer.content
    assert client.get(reverse("action_workbook", kwargs=place)).content[:2] == b"PK"
    assert client.get(reverse("action_portal", kwargs=place)).content[:2] == b"PK"
    client.force_login(acting.cast.dewi)
    assert {client.get(reverse(name, kwargs=place)).status_code for name in ("action_workbook", "action_upload")} == {
        404
    }
