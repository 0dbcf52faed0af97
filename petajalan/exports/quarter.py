"""The quarterly report as a workbook: the same stored achievements, in the same words, as the pages show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency
from petajalan.calc.numbers import format_value
from petajalan.calc.totals import ALL, kept
from petajalan.exports.xlsx import Cell, Column, Table, book_of
from petajalan.planning.choices import FigureRule, UnitRuleChoice
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.display.punctuality import WORDS
from petajalan.reporting.display.quarter import lead_of, punctuality_lead
from petajalan.reporting.display.totals import View, counts_units, view_of
from petajalan.reporting.queries.achievement import Achieved, Quarter, achieved
from petajalan.reporting.queries.achievement_page import sums_of
from petajalan.reporting.queries.punctuality import Punctuality, punctuality
from petajalan.reporting.words import period_words

Widths = tuple[tuple[str, int], ...]  # header and width of each column
GROUPS = (SubjectKind.ACTIVITY, SubjectKind.OBJECTIVE, SubjectKind.THEME, SubjectKind.UNIT)


@dataclass(frozen=True, slots=True)
class QuarterReport:
    """Collected once; the workbook only writes it down."""

    agency: Agency
    quarter: Quarter
    punctuality: Punctuality

    def named(self, kind: str, key: object) -> str:
        found = self.quarter.get(kind, key)
        return found.subject.name if found else ""


def collected(agency: Agency, year: int, quarter: int, *, at: datetime) -> QuarterReport:
    found = achieved(agency, year, quarter)
    months = range(quarter * 3 - 2, quarter * 3 + 1)
    return QuarterReport(agency, found, punctuality(agency, year, at=at, months=months, units=found.units))


def quarter_workbook(report: QuarterReport) -> bytes:
    """In the language of the reader."""
    return book_of(
        [
            Table(_("Ringkasan"), [Column(_("Isi"), 28), Column(_("Keterangan"), 110, wrap=True)], _summary(report)),
            Table(_("Ketepatan"), _columns(_of_punctuality()), _punctual(report), fixed=1),
            Table(_("Aksi"), _columns(_of_actions()), _actions(report), fixed=1),
            Table(_("Indikator"), _columns(_of_indicators()), _indicators(report), fixed=1),
            Table(_("Kelompok"), _columns(_of_groups()), _groups(report), fixed=2),
        ]
    )


def _of_punctuality() -> Widths:
    return (
        (_("Unit"), 44), (_("Bulan"), 16), (_("Keadaan"), 30), (_("Tenggat"), 18), (_("Ditutup"), 18),
        (_("Pertama dikirim"), 18), (_("Hari terlambat"), 10), (_("Data simulasi"), 10),
    )  # fmt: skip


def _of_actions() -> Widths:
    return (
        (_("Aksi"), 60), (_("Indikator"), 44), (_("Koordinator"), 30), *_of_result(), (_("Unit diketahui"), 10),
        (_("Dari unit"), 10), (_("Dari unit ke instansi"), 22), (_("Angka triwulan"), 20), *_of_money(), *_of_origin(),
    )  # fmt: skip


def _of_indicators() -> Widths:
    return (
        (_("Indikator"), 60), (_("Koordinator"), 30), (_("Kegiatan utama"), 44), *_of_result(),
        (_("Dinilai terhadap"), 18), (_("Angka sementara"), 10), *_of_work(), *_of_money(), *_of_origin(),
    )  # fmt: skip


def _of_groups() -> Widths:
    return (
        (_("Kelompok"), 20), (_("Nama"), 60), (_("Capaian (%)"), 12), (_("Kategori"), 16),
        (_("Sebab belum dinilai"), 36), (_("Indikator dinilai"), 10), (_("Dari indikator"), 10),
        *_of_work(), *_of_money(), *_of_origin(),
    )  # fmt: skip


def _of_result() -> Widths:
    return (
        (_("Realisasi"), 16), (_("Target"), 16), (_("Satuan"), 16), (_("Capaian (%)"), 12), (_("Kategori"), 16),
        (_("Sebab belum dinilai"), 36),
    )  # fmt: skip


def _of_work() -> Widths:
    return (_("Pelaksanaan aksi (%)"), 14), (_("Aksi dinilai"), 10), (_("Dari aksi"), 10)


def _of_money() -> Widths:
    return (_("Anggaran sejak awal tahun (Rp)"), 20), (_("Terserap (Rp)"), 20)


def _of_origin() -> Widths:
    return (
        (_("Rumus"), 30), (_("Kode dan versi rumus"), 18), (_("Dasar rumus"), 36), (_("Asal angka"), 60),
        (_("Data simulasi"), 10), (_("Kunci"), 38),
    )  # fmt: skip


def _columns(widths: Widths) -> list[Column]:
    return [Column(header, width, wrap=width >= 30) for header, width in widths]


def _summary(report: QuarterReport) -> Iterator[tuple[Cell, ...]]:
    year, quarter = report.quarter.year, report.quarter.quarter
    yield _("Instansi"), report.agency.name
    yield _("Periode"), period_words(f"{year}-Q{quarter}")
    yield _("Capaian"), lead_of(sums_of(report.quarter), year, quarter)
    yield _("Ketepatan waktu"), punctuality_lead(report.punctuality)
    yield _("Kosong"), _("Sel kosong berarti belum diketahui, bukan nol; sebabnya ada di kolomnya.")
    yield _("Pembulatan"), _("Angka tidak dibulatkan; yang tampak dua angka di belakang koma hanya tampilannya.")
    cap = report.quarter.group_cap
    rule = _("Rata-rata anggota yang diketahui, masing-masing dibatasi 0 sampai %(cap)s (%(source)s).")
    source = _("aturan aplikasi") if cap == ALL else _("batasnya ditetapkan instansi")
    yield _("Kelompok"), rule % {"cap": format_value(cap), "source": source}


def _punctual(report: QuarterReport) -> Iterator[tuple[Cell, ...]]:
    for row in report.punctuality.rows:
        for month in row.months:
            dates = month.dates
            sent = month.sent.astimezone(dates.due.tzinfo) if month.sent and dates else month.sent
            yield (
                row.unit.name, period_words(f"{report.quarter.year}-{month.number:02}"), str(WORDS[month.cell]),
                dates.due if dates else None, dates.closed if dates else None, sent,
                month.late if sent and dates else None, _mark(month.simulated),
            )  # fmt: skip


def _actions(report: QuarterReport) -> Iterator[tuple[Cell, ...]]:
    for one in report.quarter.kind(SubjectKind.ACTION):
        row, trace = one.row, one.row.trace
        serves = next((key for kind, key in one.subject.under if kind == SubjectKind.INDICATOR), "")
        rule = trace.get("unit_rule")
        parts = [_part(report, part, f"{row.year}-{part['month']:02}") for part in trace.get("parts", [])]
        yield (
            one.subject.name, report.named("indicator", serves), ", ".join(one.subject.units),
            *result_of(view_of(one), unit_of(one)), row.known, row.parts,
            str(UnitRuleChoice(rule).label) if rule else "",
            str(FigureRule(trace["figure_rule"]).label) if trace.get("figure_rule") else "",
            row.budget, row.absorbed, *_origin(one, "; ".join(parts)),
        )  # fmt: skip


def _indicators(report: QuarterReport) -> Iterator[tuple[Cell, ...]]:
    for one in report.quarter.kind(SubjectKind.INDICATOR):
        row, trace, view = one.row, one.row.trace, view_of(one)
        activity = next((key for kind, key in one.subject.under if kind == SubjectKind.ACTIVITY), "")
        basis = f"{row.year}-Q{row.quarter}" if trace.get("basis") == "quarter" else str(row.year)
        parts = [_part(report, part, f"{row.year}-Q{part['quarter']}") for part in trace.get("parts", [])]
        unit = one.subject.indicator.unit if one.subject.indicator else ""
        yield (
            one.subject.name, ", ".join(one.subject.units), report.named("activity", activity),
            *result_of(view, unit), _("target %(period)s") % {"period": period_words(basis)}, _mark(row.provisional),
            *_work(one), row.budget, row.absorbed, *_origin(one, "; ".join(parts)),
        )  # fmt: skip


def _groups(report: QuarterReport) -> Iterator[tuple[Cell, ...]]:
    for kind in GROUPS:
        for one in report.quarter.kind(kind):
            view, row = view_of(one), one.row
            names = [report.named("indicator", part["key"]) for part in row.trace.get("parts", [])]
            yield (
                str(kind.label), one.subject.name, _percent(one), view.band, "" if view.known else view.text,
                row.known, row.parts, *_work(one), row.budget, row.absorbed, *_origin(one, "; ".join(names)),
            )  # fmt: skip


def unit_of(one: Achieved) -> str:
    if counts_units(one):
        return _("persen unit yang selesai")
    return one.subject.action.output_unit if one.subject.action else ""


def result_of(view: View, unit: str) -> tuple[Cell, ...]:
    """Numbers as numbers; a grade or a range in words."""
    row = view.one.row
    actual: Cell = row.actual if row.actual is not None else str(row.trace.get("level", ""))
    target: Cell = row.target if row.target is not None else str(row.trace.get("printed", ""))
    return actual, target, unit, _percent(view.one), view.band, "" if view.known else view.text


def _percent(one: Achieved) -> Decimal | None:
    return kept(one.shown)


def _work(one: Achieved) -> tuple[Cell, ...]:
    return kept(one.row.work_percent), one.row.work_known, one.row.work_parts


def _origin(one: Achieved, parts: str) -> tuple[Cell, ...]:
    trace: dict[str, Any] = one.row.trace
    code = f"{trace['formula']} {trace['version']}" if "formula" in trace else ""
    return (
        str(trace.get("expression", "")), code, str(trace.get("source", "")), parts, _mark(one.row.simulated),
        one.subject.key,
    )  # fmt: skip


def _part(report: QuarterReport, part: Mapping[str, Any], period: str) -> str:
    """Who reported or measured what, for when, and by which document."""
    unit = report.named(SubjectKind.UNIT, part["unit"])
    value = part["value"] or _("belum ada")
    document = f" ({part['source']})" if part.get("source") else ""
    return f"{unit} {period_words(period)}: {value}{document}"


def _mark(said: bool) -> str:
    return _("ya") if said else ""
