"""Thematic action plans in the layout of the national portal: theme, indicator, problem, action, and what was reached.

The figures are the stored achievements that the pages show. What nobody entered, or what the application does not ask
for (the evaluator's notes on an indicator, the targets of a problem), is an empty cell, never 0.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency
from petajalan.calc.numbers import read_typed
from petajalan.calc.totals import kept
from petajalan.catalogue.frameworks import focuses
from petajalan.exports.quarter import result_of, unit_of
from petajalan.exports.xlsx import Cell, Column, Table, book_of
from petajalan.planning.models import Action, Theme
from petajalan.planning.queries.actions import NAMED
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.display.totals import view_of
from petajalan.reporting.models import Measurement
from petajalan.reporting.queries.achievement import Achieved, Quarter, achieved
from petajalan.reporting.queries.measuring import keys_of, rows_in_force
from petajalan.reporting.words import period_words

KINDS = (SubjectKind.THEME, SubjectKind.INDICATOR, SubjectKind.ACTION)
# As the portal exports them, in its own words: they are not translated. Two groups of columns carry the same names.
JUDGED = ("Target", "Satuan", "Realisasi", "Capaian", "Catatan", "Catatan Evaluator")
HEADINGS = (
    *("No", "Tema", "Sasaran", "Indikator roadmap", *JUDGED),
    *("Permasalahan", "Sasaran", "Indikator Permasalahan", *JUDGED),
    *("Rencana Aksi", "Indikator Output", "Satuan Output", "Target (TW)", "Anggaran", "Fokus Intervensi"),
    *("Koordinator", "Pelaksana", "Realisasi Output", "Realisasi Anggaran", "Capaian Output", "Capaian Anggaran"),
)
WIDE = {"Tema", "Sasaran", "Indikator roadmap", "Permasalahan", "Indikator Permasalahan", "Rencana Aksi", "Pelaksana"}
OF_PROBLEM: tuple[Cell, ...] = (None,) * len(JUDGED)  # nothing asks for them
NOTHING: tuple[Cell, ...] = (None,) * (len(HEADINGS) - HEADINGS.index("Permasalahan"))


@dataclass(frozen=True, slots=True)
class Thematic:
    """themes   of the road map in force, in its order
    actions  those of the themes' indicators, with their implementers, by key
    notes    on the measurements of the quarter, by key of the indicator
    """

    quarter: Quarter
    themes: tuple[Theme, ...]
    actions: Mapping[str, Action]
    notes: Mapping[str, str]

    @property
    def simulated(self) -> bool:
        return any(
            one.row.simulated
            for kind in KINDS
            for one in self.quarter.kind(kind)
            if kind == SubjectKind.THEME or self._themed(one)
        )

    def _themed(self, one: Achieved) -> bool:
        return any(kind == SubjectKind.THEME for kind, _key in one.subject.under)


def collected(agency: Agency, year: int, quarter: int) -> Thematic:
    """Approved actions only: a draft has no achievement yet."""
    found = achieved(agency, year, quarter, KINDS)
    road_map = rows_in_force(agency, year).order_by().values("road_map")[:1]
    themes = tuple(Theme.objects.filter(agency=agency, road_map=road_map).order_by("position"))
    actions = [one.subject.action for one in found.kind(SubjectKind.ACTION) if one.subject.action]
    prefetch_related_objects(actions, NAMED)
    notes: dict[str, list[str]] = defaultdict(list)
    said = Measurement.objects.filter(agency=agency, year=year, quarter=quarter).exclude(note="").order_by("pk")
    for key, note in said.values_list("indicator_key", "note"):
        notes[str(key)].append(note)
    return Thematic(
        found,
        themes,
        {str(one.key): one for one in actions},
        {key: "\n".join(listed) for key, listed in notes.items()},
    )


def thematic_workbook(thematic: Thematic) -> bytes:
    """The table alone on the first sheet, so that it can be handed over as it is; the second says how it is read."""
    name = _("Tematik (data simulasi)") if thematic.simulated else _("Tematik")
    columns = [Column(heading, 36 if heading in WIDE else 16, wrap=True) for heading in HEADINGS]
    guide = [Column(_("Isi"), 28), Column(_("Keterangan"), 110, wrap=True)]
    return book_of([Table(name, columns, rows_of(thematic), fixed=2), Table(_("Keterangan"), guide, _guide(thematic))])


def rows_of(thematic: Thematic) -> Iterator[tuple[Cell, ...]]:
    """One row for each action, one for an indicator without any, one for a theme without an indicator."""
    number = 0
    for theme in thematic.themes:
        for rest in list(_of_theme(thematic, theme)) or [(None, *OF_PROBLEM, *NOTHING)]:
            number += 1
            yield (number, theme.name, theme.objective, *rest)


def _of_theme(thematic: Thematic, theme: Theme) -> Iterator[tuple[Cell, ...]]:
    quarter = thematic.quarter
    for indicator in quarter.below(SubjectKind.INDICATOR, (SubjectKind.THEME, str(theme.key))):
        head = (indicator.subject.name, *_judged(thematic, indicator))
        below = quarter.below(SubjectKind.ACTION, (SubjectKind.INDICATOR, indicator.subject.key))
        for action in below:
            yield (*head, *_of_action(action, thematic.actions[action.subject.key]))
        if not below:
            yield (*head, *NOTHING)


def _judged(thematic: Thematic, one: Achieved) -> tuple[Cell, ...]:
    indicator = one.subject.indicator
    actual, target, unit, percent, *_words = result_of(view_of(one), indicator.unit if indicator else "")
    known = [thematic.notes.get(str(key), "") for key in keys_of(indicator)] if indicator else []
    return _portal(target), unit, _portal(actual), percent, "\n".join(filter(None, known)), None


def _of_action(one: Achieved, action: Action) -> tuple[Cell, ...]:
    actual, target, unit, percent, *_words = result_of(view_of(one), unit_of(one))
    return (
        action.problem, None, action.problem_indicator, *OF_PROBLEM,
        action.name, action.output_indicator, unit, _portal(target), one.row.budget, _focus(action.focus_code),
        action.plan.coordinator.name, _implementers(action), _portal(actual), one.row.absorbed, percent,
        kept(one.absorbed_percent),
    )  # fmt: skip


def _portal(cell: Cell) -> Cell:
    """A range as the portal reads numbers, with a decimal dot; a grade and other words stay as they are."""
    if not isinstance(cell, str):
        return cell
    read = read_typed(cell)
    if read.low is not None and read.high is not None:
        return f"{read.low:f} - {read.high:f}"
    return cell if read.level or read.value is None or read.low is not None or read.high is not None else read.value


def _focus(code: str) -> str:
    """By its name where it is one of the catalogue's codes; else as somebody wrote it."""
    return next((one.name for one in focuses() if one.code == code), code)


def _implementers(action: Action) -> str:
    everybody = [_("Semua unit")] if action.all_units else []
    return "; ".join([*everybody, *(one.unit.called for one in action.named_implementers.all())])


def _guide(thematic: Thematic) -> Iterator[tuple[Cell, ...]]:
    year, quarter = thematic.quarter.year, thematic.quarter.quarter
    yield _("Instansi"), thematic.quarter.agency.name
    yield _("Periode"), period_words(f"{year}-Q{quarter}")
    yield "Target (TW)", _("Target triwulan ini. Bila dihitung dari unit yang selesai: persen unit.")
    yield "Anggaran", _("Sejak awal tahun sampai dengan triwulan ini, dalam rupiah; begitu pula Realisasi Anggaran.")
    yield "Capaian", _("Dalam persen, dari capaian yang tersimpan; sama dengan halaman Capaian.")
    yield _("Kosong"), _("Sel kosong berarti belum diketahui atau tidak ditanyakan aplikasi ini, bukan nol.")
    yield _("Aksi"), _("Hanya aksi dari rencana yang sudah disetujui.")
    if thematic.simulated:
        yield _("Data simulasi"), _("Data simulasi kota contoh, bukan data resmi.")
