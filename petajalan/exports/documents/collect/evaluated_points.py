"""The internal evaluation of a year: of its plans before it (ex-ante), and of what came of it afterwards."""

from __future__ import annotations

from django.utils.translation import gettext as _

from petajalan.common import clock
from petajalan.evaluation.choices import EvaluationKind, PointPart
from petajalan.evaluation.display.internal import Group, InternalPage, PointShown, internal_page
from petajalan.evaluation.display.sheet import late
from petajalan.evaluation.models import EvaluationPoint
from petajalan.evaluation.queries.dates import dates_of
from petajalan.evaluation.queries.points import with_waivers
from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.exports.documents.collect.cells import numbered, said, table
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
from petajalan.exports.documents.tree import Block, Cell, Fact, Heading, OfficialDocument, Paragraph, Part

BEFORE = (
    "Memastikan road map dan rencana aksi layak dijalankan sebelum tahunnya berjalan.",
    "Setiap aspek dinilai sesuai atau tidak sesuai oleh evaluator internal, dengan pemeriksaan kelengkapan dan"
    " prapenilaian mutu aplikasi di sampingnya.",
)
AFTER = (
    "Menilai ketercapaian target, efektivitas rencana aksi, dan kualitas pengelolaan reformasi birokrasi selama"
    " setahun.",
    "Target dan realisasi diambil dari capaian yang tersimpan pada triwulan IV; output dan anggaran dari laporan yang"
    " diterima; pengelolaan dari catatan aplikasi. Evaluator internal menilai setiap butir.",
)


def before_year(choice: Choice) -> OfficialDocument:
    return _document(_page(choice, EvaluationKind.EX_ANTE), "ex_ante", "EX-ANTE", BEFORE)


def after_year(choice: Choice) -> OfficialDocument:
    return _document(_page(choice, EvaluationKind.YEAR), "yearly_evaluation", "TAHUNAN", AFTER)


def _page(choice: Choice, kind: EvaluationKind) -> InternalPage:
    found = EvaluationPoint.objects.filter(
        agency=choice.agency, evaluation__kind=kind, evaluation__year=choice.in_year
    )  # fmt: skip
    points = list(with_waivers(found))
    if not points:
        raise NothingToWrite(_("Evaluasi tahun itu belum dimulai. Tim evaluasi memulainya di halaman Evaluasi."))
    evaluation = points[0].evaluation
    evaluation.agency = choice.agency
    for one in points:
        one.evaluation = evaluation
    return internal_page(evaluation, points, late=late(evaluation, dates_of(evaluation), clock.now()))


def _document(page: InternalPage, kind: str, name: str, texts: tuple[str, str]) -> OfficialDocument:
    evaluation, count = page.evaluation, page.count
    summary = f"{count.judged} dari {count.total} butir sudah dinilai."
    if page.deviating:
        summary += f" {page.deviating} butir perlu diperbaiki."
    counted = page.of_aspects or [(group.name, group.count) for group in page.groups]
    blocks: list[Block] = [
        *sent_facts(evaluation, late=page.late),
        Fact("Tahun", str(evaluation.year)),
        *preface(evaluation, *texts),
        Heading("Ringkasan", 2),
        Paragraph(summary),
        conformities(
            "Aspek" if page.of_aspects else "Bagian", "Baik", ((label, one, None) for label, one in counted),
            all_of="Semua butir",
        ),
        *independence(page.waivers),
        Heading("Penilaian", 2),
        *map(_group, page.groups),
        *areas((_about(one), one.point.area) for one in page.points if getattr(one.point, "area", None) is not None),
        Heading("Simpulan", 2),
        *paragraphs(evaluation.conclusion),
        team_signature(evaluation),
    ]  # fmt: skip
    simulated = evaluation.simulated or any(one.facts.simulated for one in page.points)
    return OfficialDocument(
        kind=kind,
        agency=evaluation.agency.name,
        title=("LAPORAN HASIL EVALUASI INTERNAL REFORMASI BIROKRASI", f"EVALUASI {name} TAHUN {evaluation.year}"),
        parts=(Part(tuple(blocks)),),
        notices=notices(simulated=simulated, draft=DRAFT if is_draft(evaluation) else ""),
    )


def _group(group: Group) -> Block:
    columns = [("No.", 2), ("Butir dan data pembantunya", 14), ("Penilaian", 5), ("Catatan", 10)]
    return table(columns, numbered(map(_row, group.points)), caption=group.name)


def _row(one: PointShown) -> list[Cell]:
    about = [one.name, *one.facts.lines, *(f"Perhatian: {warning}" for warning in one.facts.warnings)]
    if one.waivers:
        about.append("dengan pengecualian independensi")
    judged = [one.words or "belum dinilai", *([str(one.point.judged_by)] if one.point.judged_by else [])]
    return [said("\n".join(about)), said("\n".join(judged)), said(one.point.note)]


def _about(one: PointShown) -> str:
    return f"{one.point.name}, {one.name}" if one.point.part == PointPart.ASPECT else one.point.name
