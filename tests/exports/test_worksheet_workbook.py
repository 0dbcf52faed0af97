"""The worksheet as a workbook: LibreOffice, given other raw values, comes to the index that `calc.index` comes to."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from django.test import Client

from petajalan.calc.index import Index, Instrument, Item, Section, State, Value, compute, grade
from petajalan.calc.numbers import rounded
from petajalan.catalogue.instruments import instruments
from petajalan.catalogue.load import national_reference
from petajalan.evaluation.queries.worksheet.index import worksheet_index
from petajalan.exports.worksheet import HIGH, NAME, RAW, SCORE, STATE, WorksheetDocument, worksheet_workbook
from tests.cast import Cast
from tests.evaluation.worksheets import YEAR, begin

KL = next(one for one in instruments() if one.code == "lke-2024-kl")
OUT = Value(None, State.EXCLUDED)
SCALE = next(one for one in national_reference().scales if one.code == "reform-index")


def office() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.fail("This test needs LibreOffice Calc: apt-get install libreoffice-calc-nogui.")
    return found


def made(instrument: Instrument, values: dict[str, Value], coefficient: str = "0") -> tuple[Index, bytes]:
    result = compute(instrument, values, Decimal(coefficient))
    found = grade(SCALE, result.index, 2024, result.items)
    document = WorksheetDocument("=LKE 2024", ["data simulasi"], result, SCALE, 2024, found, {"A1": "=cmd()"})
    return result, worksheet_workbook(document)


def good_at(instrument: Instrument, share: str) -> Instrument:
    """Every item has a target at this share of its top."""

    def aimed(part: Section | Item) -> Section | Item:
        if isinstance(part, Section):
            return replace(part, parts=tuple(aimed(one) for one in part.parts))
        return replace(part, target_good=(part.high or Decimal(0)) * Decimal(share))

    general, thematic = aimed(instrument.general), aimed(instrument.thematic or instrument.general)
    assert isinstance(general, Section)
    assert isinstance(thematic, Section)
    return replace(instrument, general=general, thematic=thematic)


def at(share: str) -> dict[str, Value]:
    return {one.code: Value((one.high or Decimal(0)) * Decimal(share)) for one in KL.items()}


def recalculated(book: openpyxl.Workbook, folder: Path) -> openpyxl.Workbook:
    """What LibreOffice computes; openpyxl saves formulas without the figures that stood beside them."""
    book.save(folder / "lke.xlsx")
    subprocess.run(
        [office(), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"), str(folder / "lke.xlsx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return openpyxl.load_workbook(folder / "out" / "lke.xlsx", data_only=True)


def test_a_workbook_that_somebody_changes_gives_the_same_index(tmp_path: Path) -> None:
    """Four worksheets on four sheets of one file, so that LibreOffice starts once."""
    aimed = good_at(KL, "0.85")
    _before, content = made(aimed, at("0.5"), "0")
    book = openpyxl.load_workbook(BytesIO(content))
    first = book.worksheets[0]
    rows = {first.cell(row, 1).value: row for row in range(1, first.max_row + 1)}
    changes: list[tuple[dict[str, Value], str]] = [
        (at("0.7"), "-1.5"),
        ({**at("0.9"), "A1": Value(Decimal(80)), "B9": OUT, "B5": OUT}, "0"),
        ({**at("0.95"), "T1": Value(Decimal(100), State.CARRIED)}, "0"),
        ({code: one for code, one in at("0.9").items() if code != "C5"}, "0"),
    ]
    for number, (values, coefficient) in enumerate(changes):
        sheet = book.copy_worksheet(first)
        sheet.title = f"kasus {number}"
        for code, row in rows.items():
            if code in at("0"):
                value = values.get(str(code))
                sheet.cell(row, RAW + 1).value = None if value is None or value.raw is None else float(value.raw)
                words = {State.EXCLUDED: "di luar lokus", State.CARRIED: "dibawa"}
                sheet.cell(row, STATE + 1).value = words.get(value.state, "dinilai") if value else "dinilai"
        last = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, NAME + 1).value == "Koefisien")
        sheet.cell(last, SCORE + 1).value = float(coefficient)
    done = recalculated(book, tmp_path)
    for number, (values, coefficient) in enumerate(changes):
        result = compute(aimed, values, Decimal(coefficient))
        found = grade(SCALE, result.index, 2024, result.items)
        shown = {str(row[NAME]): row[SCORE] for row in done[f"kasus {number}"].iter_rows(values_only=True) if row[NAME]}
        for name, wanted in (
            ("RB General setelah penyesuaian", result.adjusted),
            ("Indeks Reformasi Birokrasi", result.index),
            ("Indeks SPBE", result.item("C1").score),
            ("Capaian IKU", result.item("C2b").score),
        ):
            if wanted is None:
                assert shown[name] == "?"
            else:
                assert rounded(Decimal(repr(shown[name])), 8) == rounded(wanted, 8), (number, name)
        assert shown["Predikat"] == (found.letter if found else "?"), number


def test_the_workbook_holds_the_computed_figures_and_no_formula_of_others() -> None:
    result, content = made(KL, at("0.7"), "-1.5")
    shown = openpyxl.load_workbook(BytesIO(content), data_only=True).worksheets[0]
    formulas = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    figures = {row[NAME]: row[SCORE] for row in shown.iter_rows(values_only=True) if row[NAME]}
    assert result.index is not None
    assert figures["Indeks Reformasi Birokrasi"] == float(result.index)
    assert figures["Predikat"] == "BB"
    assert (shown["A1"].value, shown["A2"].value) == ("'=LKE 2024", "data simulasi")
    own = [cell.value for row in formulas.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(own) == 33 * 2 + 9 + 6
    assert not any("cmd" in str(formula) for formula in own)


def test_what_is_unknown_stays_unknown() -> None:
    result, content = made(KL, {"A1": Value(Decimal(50))})
    assert result.index is None
    sheet = openpyxl.load_workbook(BytesIO(content), data_only=True).worksheets[0]
    figures = {row[NAME]: row[SCORE] for row in sheet.iter_rows(values_only=True) if row[NAME]}
    assert (figures["Indeks Reformasi Birokrasi"], figures["Predikat"], figures["Nilai SAKIP"]) == ("?", "?", "?")
    assert [row[HIGH] for row in sheet.iter_rows(values_only=True) if row[0] == "B3"] == [5]


def test_the_page_offers_the_workbook_of_each_party(client: Client, cast: Cast) -> None:
    scoring = begin(cast)
    scoring.all()
    client.force_login(cast.wali)
    page = client.get(f"/kota-melati/lke/{YEAR}/").content.decode()
    assert f"/kota-melati/lke/{YEAR}/lke-mandiri.xlsx" in page
    assert f"/kota-melati/lke/{YEAR}/lke-nasional.xlsx" not in page
    answer = client.get(f"/kota-melati/lke/{YEAR}/lke-mandiri.xlsx")
    assert answer["Content-Disposition"] == f'attachment; filename="lke-{YEAR}-mandiri.xlsx"'
    sheet = openpyxl.load_workbook(BytesIO(answer.content), data_only=True).worksheets[0]
    figures = {row[NAME]: row[SCORE] for row in sheet.iter_rows(values_only=True) if row[NAME]}
    result = worksheet_index(scoring.worksheet, "self")
    assert result.index is not None
    assert figures["Indeks Reformasi Birokrasi"] == float(result.index)
    assert client.get(f"/kota-melati/lke/{YEAR}/lke-lain.xlsx").status_code == 404
    client.force_login(cast.dewi)
    assert client.get(f"/kota-melati/lke/{YEAR}/lke-mandiri.xlsx").status_code == 404
