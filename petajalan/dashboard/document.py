"""The sheet of one unit for a meeting, as a document: what its dashboard shows of a quarter, on one page."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from petajalan.common import clock
from petajalan.dashboard.display.budget import budget_of
from petajalan.dashboard.queries.red import Red, reds
from petajalan.dashboard.queries.year import year_of
from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.exports.documents.collect.cells import UNKNOWN, figure, known, percent, said, table
from petajalan.exports.documents.collect.notices import notices
from petajalan.exports.documents.collect.signing import head_of, signed
from petajalan.exports.documents.tree import Block, Cell, Fact, Heading, OfficialDocument, Paragraph, Part, Table
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.display.quarter import lead_of
from petajalan.reporting.display.totals import view_of
from petajalan.reporting.queries.achievement import Achieved, Quarter
from petajalan.reporting.queries.achievement_page import sums_of
from petajalan.reporting.queries.punctuality import UnitMonths, punctuality
from petajalan.reporting.words import period_words

ON_PAPER = 5  # red rows, as on the printed dashboard: the rest is counted
LISTED = 8  # indicators, the lowest first


def meeting_sheet(choice: Choice) -> OfficialDocument:
    year, quarter, unit = choice.in_year, choice.in_quarter, choice.of_unit
    seen = year_of(choice.agency, year, quarter, frozenset({unit.pk}))
    chosen = seen[quarter]
    if not any(chosen.kind(kind) for kind in (SubjectKind.INDICATOR, SubjectKind.ACTION)):
        raise NothingToWrite(_("Unit ini belum mempunyai indikator atau aksi yang dapat dinilai pada triwulan itu."))
    found, period = reds(chosen), period_words(f"{year}-Q{quarter}")
    blocks: list[Block] = [
        Fact("Unit", unit.name),
        Paragraph(lead_of(sums_of(chosen), year, quarter), bold=True),
        Heading("Yang rendah, dan mengapa", 2, "1."),
        *_reds(found, chosen),
        Heading("Indikator", 2, "2."),
        *_indicators(chosen),
        Heading("Pelaporan dan anggaran", 2, "3."),
        Paragraph(_reported(choice, quarter)),
        Paragraph(budget_of(seen, quarter).sentence),
        signed(head_of(unit, clock.today())),
    ]
    return OfficialDocument(
        kind="meeting_sheet",
        agency=choice.agency.name,
        title=("LEMBAR RAPAT PELAKSANAAN ROAD MAP REFORMASI BIROKRASI", f"{unit.called.upper()}, {period.upper()}"),
        parts=(Part(tuple(blocks)),),
        notices=notices(simulated=any(one.row.simulated for one in chosen.of.values())),
    )


def _reds(found: Sequence[Red], quarter: Quarter) -> list[Block]:
    if not found:
        judged = any(one.is_judged for one in quarter.of.values())
        return [Paragraph("Tidak ada capaian rendah." if judged else "Belum ada yang dinilai pada triwulan ini.")]
    columns = [("Indikator atau aksi", 12), ("Capaian", 4), ("Sebab", 9), ("Tindakan", 12)]
    left = len(found) - ON_PAPER
    note = f"{left} lagi yang rendah ada di dasbor." if left > 0 else ""
    return [table(columns, map(_red, found[:ON_PAPER]), note=note)]


def _red(red: Red) -> list[Cell]:
    view, cause = view_of(red.one), red.causes[0] if red.causes else None
    decided = [f"Keputusan forum: {one.text} ({one.owner})" for one in red.decisions]
    acts = [cause.solution] if cause and cause.solution else []
    return [
        said(view.name), percent(red.one.shown), known(cause.obstacle if cause else ""),
        known("\n".join([*acts, *decided])),
    ]  # fmt: skip


def _indicators(quarter: Quarter) -> list[Block]:
    listed = sorted(quarter.kind(SubjectKind.INDICATOR), key=_lowest_first)
    if not listed:
        return [Paragraph("Unit ini tidak mengoordinasikan indikator.")]
    left = len(listed) - LISTED
    note = f"{left} indikator lagi ada di halaman Capaian." if left > 0 else ""
    return [_table(listed[:LISTED], note)]


def _lowest_first(one: Achieved) -> tuple[bool, object]:
    return one.row.percent is None, one.row.percent or 0


def _table(listed: Sequence[Achieved], note: str) -> Table:
    columns = [("Indikator", 14), ("Target", 5), ("Realisasi", 5), ("Capaian", 4), ("Kategori", 5)]
    rows = (
        (said(view.name), said(view.target), said(view.actual), percent(one.shown), said(view.band or view.text))
        for one in listed
        for view in [view_of(one)]
    )
    return table(columns, rows, note=note)


def _reported(choice: Choice, quarter: int) -> str:
    months = range(quarter * 3 - 2, quarter * 3 + 1)
    found = punctuality(choice.agency, choice.in_year, at=clock.now(), months=months)
    row: UnitMonths | None = next((one for one in found.rows if one.unit == choice.unit), None)
    if row is None or not row.due:
        return f"Laporan bulanan yang jatuh tempo: {UNKNOWN}."
    return f"{figure(row.on_time).text} dari {row.due} laporan bulanan yang jatuh tempo dikirim tepat waktu."
