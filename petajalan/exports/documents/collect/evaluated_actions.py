"""The evaluation of a month, sent to the secretariat, and the internal evaluation of a quarter (on-going)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petajalan.common import clock
from petajalan.evaluation.choices import EvaluationKind
from petajalan.evaluation.display.sheet import Page, RowShown, shown_of
from petajalan.evaluation.models import Evaluation, EvaluationRow
from petajalan.evaluation.queries.dates import dates_of
from petajalan.evaluation.queries.guidance import guidance_about
from petajalan.evaluation.queries.rows import with_actions
from petajalan.evaluation.queries.sheet import sheet_of
from petajalan.evaluation.queries.year import last_day_of
from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.exports.documents.collect.cells import day, numbered, said, table
from petajalan.exports.documents.collect.evaluations import (
    DRAFT,
    areas,
    conformities,
    independence,
    is_draft,
    paragraphs,
    preface,
    sent_facts,
    team_signature,
)
from petajalan.exports.documents.collect.notices import notices
from petajalan.exports.documents.tree import Block, Cell, Fact, Heading, Item, OfficialDocument, Paragraph, Part, Table
from petajalan.reporting.words import period_words

PURPOSE = "Menilai pelaksanaan setiap aksi pada triwulan ini dalam empat dimensi."
METHOD = (
    "Setiap dimensi dinilai sesuai atau tidak sesuai oleh evaluator internal, di samping penilaian mandiri"
    " koordinatornya. Penilaian mandiri yang lebih tinggi disertai area perbaikan. Setiap dimensi mengikuti penilaian"
    " terakhir dalam bulan-bulan triwulan itu, kecuali yang diubah tim evaluasi (aturan aplikasi)."
)


def of_month(choice: Choice) -> OfficialDocument:
    page = _page(choice, EvaluationKind.MONTH, choice.in_month)
    return _document(page, "monthly_evaluation", "LAPORAN EVALUASI BULANAN PELAKSANAAN ROAD MAP REFORMASI BIROKRASI")


def of_quarter(choice: Choice) -> OfficialDocument:
    page = _page(choice, EvaluationKind.QUARTER, choice.in_quarter)
    return _document(page, "quarterly_evaluation", "LAPORAN HASIL EVALUASI INTERNAL REFORMASI BIROKRASI (ON-GOING)")


def _page(choice: Choice, kind: EvaluationKind, number: int) -> Page:
    found = EvaluationRow.objects.filter(
        agency=choice.agency, evaluation__kind=kind, evaluation__year=choice.in_year, evaluation__number=number
    )
    rows = list(with_actions(found))
    if not rows:
        raise NothingToWrite(_("Evaluasi periode itu belum dimulai. Tim evaluasi memulainya di halaman Evaluasi."))
    evaluation = rows[0].evaluation
    evaluation.agency = choice.agency
    at, dates = clock.now(), dates_of(evaluation)
    return shown_of(sheet_of(evaluation, rows, dates, at=at), dates, at=at)


def _document(page: Page, kind: str, title: str) -> OfficialDocument:
    evaluation = page.evaluation
    opening: list[Block] = [
        *sent_facts(evaluation, late=page.late),
        Fact("Periode", period_words(evaluation.period)),
        *([] if evaluation.is_month else preface(evaluation, PURPOSE, METHOD)),
        Heading("Ringkasan", 2),
        Paragraph(_summary(page)),
        *_missing(page),
        conformities(
            "Dimensi", "Sesuai", ((one.label, one.of, one.own_view) for one in page.dimensions), all_of="Semua aksi"
        ),
        *independence(page.waivers),
    ]
    closing: list[Block] = [
        *areas((one.seen.row.action.name, one.seen.row.area) for one in page.rows if _area(one)),
        *_guidance(evaluation),
        *([] if evaluation.is_month else [Heading("Simpulan", 2), *paragraphs(evaluation.conclusion)]),
        team_signature(evaluation),
    ]
    return OfficialDocument(
        kind=kind,
        agency=evaluation.agency.name,
        title=(title, period_words(evaluation.period).upper()),
        parts=(Part(tuple(opening)), Part((_judged(page),), landscape=True), Part(tuple(closing))),
        notices=notices(simulated=evaluation.simulated, draft=DRAFT if is_draft(evaluation) else ""),
    )


def _summary(page: Page) -> str:
    said_of = f"{page.judged} dari {page.total} aksi sudah dinilai dalam keempat dimensi."
    return f"{said_of} {page.deviating} aksi tidak sesuai." if page.deviating else said_of


def _missing(page: Page) -> Iterator[Block]:
    """Units are named: the report goes out even where theirs is missing."""
    for names, words in (
        (page.absent, "Laporan belum ada"),
        (page.unaccepted, "Laporan belum diterima koordinator"),
        (page.months_not_sent, "Evaluasi bulanan belum dikirim"),
    ):
        if names:
            yield Paragraph(f"{words}: {', '.join(names)}.")


def _judged(page: Page) -> Table:
    dimensions = [(one.label, 4) for one in page.dimensions]
    columns = [("No.", 2), ("Aksi", 12), ("Koordinator", 6), *dimensions, ("Catatan dan rekomendasi", 12)]
    return table(columns, numbered(map(_row, page.rows)), caption="Penilaian setiap aksi")


def _row(one: RowShown) -> list[Cell]:
    row = one.seen.row
    about = [row.action.name]
    if one.seen.lines:
        about.append(f"{one.seen.accepted} dari {len(one.seen.lines)} laporan diterima")
    if one.seen.waivers:
        about.append("dengan pengecualian independensi")
    if row.left_out:
        about.append(f"dinilai tanpa laporan {', '.join(row.left_out)} (unit penilai)")
    advice = f"Rekomendasi: {row.recommendation}" if row.recommendation else ""
    judged = [
        said("\n".join(filter(None, (cell.words or "belum dinilai", cell.own_view and f"Mandiri: {cell.own_view}"))))
        for cell in one.cells
    ]
    return [
        said("\n".join(about)), said(row.action.plan.coordinator.called), *judged,
        said("\n".join(filter(None, (row.note, advice)))),
    ]  # fmt: skip


def _area(one: RowShown) -> bool:
    return getattr(one.seen.row, "area", None) is not None


def _guidance(evaluation: Evaluation) -> list[Block]:
    found = list(guidance_about(evaluation, last_day_of(evaluation)))
    blocks: list[Block] = []
    for one in found:
        told = f"{day(one.day)}, {one.get_kind_display()}: {one.subject} ({one.written_by}). {one.text}"
        blocks.append(Item(told))
        blocks += [Item(f"{step.code} {step.what} ({step.owner})", level=1) for step in one.recommendations.all()]
    return [Heading("Pendampingan dan arahan", 2), *blocks] if blocks else []
