"""The evaluation worksheet (LKE) of a year: three parties side by side, the index, and what each item brings to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from petajalan.accounts.choices import TeamKind
from petajalan.calc.index import Section
from petajalan.common import clock
from petajalan.evaluation.display.worksheet.page import Cell as ItemCell
from petajalan.evaluation.display.worksheet.page import Line, PartyShown, WorksheetPage, page_of
from petajalan.evaluation.queries.worksheet.index import Sheet, sheet_of, worksheet_in
from petajalan.evaluation.queries.worksheet.official import official_index
from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.exports.documents.collect.cells import UNKNOWN, figure, said, table
from petajalan.exports.documents.collect.notices import notices
from petajalan.exports.documents.collect.signing import chair_of, signed
from petajalan.exports.documents.tree import Align, Block, Cell, Fact, Heading, OfficialDocument, Paragraph, Part, Table

DRAFT = "lembar kerja ini belum final."
FORMULA = (
    "Skor = nilai mentah ÷ nilai tertinggi × bobot. Butir di luar lokus tidak ikut menjadi dasar; butir yang dikalikan"
    " mengikuti skor butir pengalinya. Indeks = (skor RB General + koefisien) ÷ bobot yang dinilai × 100 + RB Tematik"
    " (PermenPANRB 9/2023)."
)


def worksheet(choice: Choice) -> OfficialDocument:
    found = worksheet_in(choice.agency, choice.in_year)
    if found is None:
        raise NothingToWrite(_("Lembar kerja tahun itu belum ada. Administrator membuatnya di halaman Evaluasi, LKE."))
    sheet = sheet_of(found)
    page, official = page_of(sheet), official_index(choice.agency, found.year)
    simulated = found.simulated or found.adopted.simulated or bool(official and official.simulated)
    opening: list[Block] = [
        Fact("Tahun ukur", str(found.year)),
        Fact("Instrumen", f"{sheet.instrument.name} ({sheet.instrument.source})"),
        Fact("Koefisien", _coefficient(sheet)),
        *([Fact("Indeks resmi", f"{figure(official.value, 2).text}, {official.source}")] if official else []),
        Heading("Hasil", 2, "A."),
        Paragraph(page.lead),
        _results(page.parties),
        *(Paragraph(text) for text in _whys(page.parties)),
        Heading("Bagaimana indeks dihitung", 2, "B."),
        Paragraph(FORMULA),
        *_explained(sheet, page),
    ]
    closing = signed(chair_of(choice.agency, TeamKind.SECRETARIAT, clock.today(), "KETUA SEKRETARIAT (STU)"))
    return OfficialDocument(
        kind="worksheet",
        agency=choice.agency.name,
        title=("LEMBAR KERJA EVALUASI REFORMASI BIROKRASI", f"TAHUN {found.year}"),
        parts=(Part(tuple(opening)), Part((_items(page), closing), landscape=True)),
        notices=notices(simulated=simulated, draft=DRAFT if found.is_open else "", estimate=official is None),
    )


def _coefficient(sheet: Sheet) -> str:
    worksheet = sheet.worksheet
    if not worksheet.coefficient:
        return "tanpa koefisien pengurang"
    return f"{figure(worksheet.coefficient).text}: {worksheet.coefficient_note}"


def _results(parties: Sequence[PartyShown]) -> Table:
    columns = [
        ("Penilai", 6), ("RB General", 4), ("RB Tematik", 4), ("Indeks", 4), ("Predikat", 5), ("Kemajuan penilaian", 9)
    ]  # fmt: skip
    rows = (
        (
            said(one.name), figure(one.index.adjusted, 2), figure(one.index.thematic, 2), figure(one.index.index, 2),
            said(f"{one.grade.letter} ({one.grade.label})" if one.grade else UNKNOWN), said(one.so_far),
        )
        for one in parties
    )  # fmt: skip
    return table(columns, rows, caption="Indeks menurut setiap penilai")


def _whys(parties: Sequence[PartyShown]) -> Iterator[str]:
    """Why a grade is that one, and what keeps an index unknown."""
    for one in parties:
        if one.begun and one.why:
            yield f"{one.name}: indeks belum dapat dihitung ({one.why})."
        elif one.grade and one.grade.reason:
            yield f"{one.name}: {one.grade.reason}"


def _explained(sheet: Sheet, page: WorksheetPage) -> list[Block]:
    """By the last party whose index is known: the official word before that of the evaluators and one's own."""
    known = next((one for one in reversed(page.parties) if one.known), None)
    if known is None:
        return []
    brought = sheet.parts(known.party)
    names = {one.code: one.name for one in sheet.instrument.items()}
    rows = [[said(code), said(names.get(code, "Koefisien")), figure(one.points, 4)] for code, one in brought.items()]
    total = [Cell("Indeks", columns=2, bold=True, align=Align.RIGHT), figure(known.index.index, 4)]
    note = "Dibulatkan ke empat desimal dengan sisa terbesar, sehingga jumlahnya sama dengan indeks."
    return [
        table(
            [("Kode", 3), ("Butir", 16), ("Sumbangan", 5)], [*rows, total],
            caption=f"Sumbangan setiap butir kepada indeks ({known.name.lower()})", note=note,
        )
    ]  # fmt: skip


def _items(page: WorksheetPage) -> Table:
    parties = [(f"{party.short}: {what}", 4) for party in page.parties for what in ("nilai", "skor")]
    columns = [("Kode", 4), ("Komponen dan butir", 14), ("Pemberi nilai", 6), ("Bobot", 3), ("Rentang", 4), *parties]
    return table(columns, map(_line, page.lines), caption="Komponen, butir, nilai mentah, dan skor")


def _line(line: Line) -> list[Cell]:
    part = line.part
    if isinstance(part, Section):
        totals = [cell for one in line.totals for cell in (Cell(""), figure(one.one.known if one.begun else None, 2))]
        weight = figure(part.weight)
        return [said(part.code, bold=True), said(part.name, bold=True), Cell(""), weight, Cell(""), *totals]
    cells = [
        cell
        for one in line.cells
        for cell in (Cell(_raw(one), align=Align.RIGHT), figure(one.score.score, 2) if one.row else Cell(""))
    ]
    return [said(part.code), said(part.name), said(part.evaluator), figure(part.weight), said(line.range), *cells]


def _raw(cell: ItemCell) -> str:
    if cell.row is None:
        return ""
    if cell.excluded:
        return "di luar lokus"
    return f"{cell.raw} (dari {cell.carried_from})" if cell.carried_from else cell.raw
