"""What reports of the evaluation team have in common: who received them, independence, areas of improvement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from petajalan.accounts.choices import TeamKind
from petajalan.calc.evaluation import Conformity
from petajalan.common import clock
from petajalan.evaluation.choices import EvaluationStatus
from petajalan.evaluation.models import Evaluation, ImprovementArea, Waiver
from petajalan.exports.documents.collect.cells import day, figure, percent, said, table
from petajalan.exports.documents.collect.signing import chair_of, signed
from petajalan.exports.documents.tree import Block, Cell, Fact, Heading, Item, Paragraph, Signatures, Table

DRAFT = "evaluasi ini belum dikirim kepada sekretariat."
BASIS = (
    "Peraturan Menteri PANRB Nomor 9 Tahun 2023 tentang evaluasi reformasi birokrasi",
    "Peraturan kepala daerah tentang road map reformasi birokrasi yang berlaku",
)
INDEPENDENT = (
    "Orang yang unitnya mengoordinasikan suatu hal, atau tercantum sebagai pelaksananya, tidak menilainya. Bila seluruh"
    " tim evaluasi terhalang, sekretariat atau penilai dari luar instansi yang menilai; pengecualian ditandatangani"
    " ketua sekretariat (STU) dan dicetak di bawah."
)


def is_draft(evaluation: Evaluation) -> bool:
    return evaluation.status in {EvaluationStatus.DRAFT, EvaluationStatus.SENT_BACK}


def sent_facts(evaluation: Evaluation, *, late: bool | None) -> list[Block]:
    """To whom it goes, and what became of it."""
    facts: list[Block] = [Fact("Kepada", "Sekretaris Daerah selaku ketua sekretariat (STU)")]
    if is_draft(evaluation) or evaluation.submitted_at is None:
        return [*facts, Fact("Keadaan", "rancangan, belum dikirim")]
    told = f"dikirim {evaluation.submitted_by}, {day(evaluation.submitted_at)}"
    facts.append(Fact("Keadaan", f"{told} (terlambat)" if late else told))
    if evaluation.acknowledged_at:
        facts.append(Fact("Diterima", f"{evaluation.acknowledged_by}, {day(evaluation.acknowledged_at)}"))
    return facts


def preface(evaluation: Evaluation, purpose: str, method: str) -> list[Block]:
    """The opening of a report of the internal evaluation."""
    blocks: list[Block] = [
        Heading("Dasar hukum", 2),
        *(Item(text, f"{at}.") for at, text in enumerate(BASIS, start=1)),
        Heading("Tujuan", 2),
        Paragraph(purpose),
        Heading("Metode", 2),
        Paragraph(method),
        Paragraph(INDEPENDENT),
    ]
    if evaluation.overview:
        blocks += [Heading("Gambaran umum", 2), *paragraphs(evaluation.overview)]
    return blocks


def paragraphs(text: str, otherwise: str = "Belum ada.") -> list[Block]:
    return [Paragraph(line.strip()) for line in text.splitlines() if line.strip()] or [Paragraph(otherwise)]


def conformities(
    of: str, good: str, rows: Iterable[tuple[str, Conformity, Conformity | None]], *, all_of: str
) -> Table:  # fmt: skip
    """`rows`: label, what was judged, and, where coordinators judge themselves, the same of their own view."""
    listed = list(rows)
    own = any(theirs is not None for _label, _count, theirs in listed)
    columns = [(of, 8), (good, 3), ("Dinilai", 3), (all_of, 3), ("Persentase", 4)]
    lines = [
        [
            said(label), figure(count.conforming), figure(count.judged), figure(count.total), percent(count.percent),
            *([_own(theirs)] if own else []),
        ]
        for label, count, theirs in listed
    ]  # fmt: skip
    if own:
        columns.append(("Mandiri: sesuai dari yang dinilai", 5))
    note = f"Persentase = {good.lower()} ÷ yang dinilai × 100. Yang belum dinilai tidak dihitung."
    return table(columns, lines, caption="Rekap penilaian", note=note)


def _own(theirs: Conformity | None) -> Cell:
    return said("" if theirs is None else f"{theirs.conforming} dari {theirs.judged}")


def independence(waivers: Sequence[Waiver]) -> list[Block]:
    blocks: list[Block] = [Heading("Independensi", 2)]
    if not waivers:
        return [*blocks, Paragraph("Tidak ada penilaian yang memakai pengecualian independensi.")]
    blocks.append(Paragraph("Butir berikut dinilai dengan pengecualian independensi."))
    return [*blocks, *(Item(_waiver(one)) for one in waivers)]


def _waiver(one: Waiver) -> str:
    signed_by = f"ditandatangani {one.signed_by} ({one.signed_as}) {day(one.signed_at)}"
    gone = f" (dicabut {day(one.revoked_at)})" if one.revoked_at else ""
    return f"{one.action.name}: {one.unit}, {signed_by}: {one.reason}{gone}"


def areas(found: Iterable[tuple[str, ImprovementArea]]) -> list[Block]:
    """Each with what it is about, in its five parts."""
    blocks: list[Block] = []
    for at, (about, area) in enumerate(found, start=1):
        blocks += [
            Heading(area.title, 3, f"{at}."),
            Fact("Tentang", about),
            Fact("Kondisi", area.condition),
            Fact("Kriteria", area.criterion),
            Fact("Akibat", area.consequence),
            Fact("Saran", area.suggestion),
        ]
    return [Heading("Area perbaikan", 2), *blocks] if blocks else []


def team_signature(evaluation: Evaluation) -> Signatures:
    on = clock.today() if evaluation.submitted_at is None else evaluation.submitted_at.date()
    return signed(chair_of(evaluation.agency, TeamKind.EVALUATION, on, "KETUA TIM EVALUASI"))
