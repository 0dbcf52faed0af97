"""What is submitted to the national portal of a quarter: every approved action plan and the thematic table, in the
columns of the portal.

The portal takes one table at a time, so that as a ZIP each table is a workbook of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from django.utils.translation import gettext as _

from petajalan.accounts.choices import TeamKind
from petajalan.calc.numbers import format_value
from petajalan.common import clock
from petajalan.exports.actions import portal_rows
from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.exports.documents.collect.cells import figure, numbered, said, table
from petajalan.exports.documents.collect.notices import any_simulated, notices
from petajalan.exports.documents.collect.signing import chair_of, signed
from petajalan.exports.documents.tree import Align, Block, Cell, Fact, Heading, OfficialDocument, Paragraph, Part, Table
from petajalan.exports.thematic import HEADINGS, WIDE, Thematic, rows_of
from petajalan.exports.thematic import collected as thematic_of
from petajalan.exports.xlsx import Cell as Value
from petajalan.planning.action_cells import Lists
from petajalan.planning.action_sheet import PORTAL
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import Action, ActionPlan
from petajalan.planning.queries.actions import actions_of
from petajalan.reporting.words import period_words

WIDE_OF_PLAN = {"rencana_aksi", "indikator_output", "pelaksana", "koordinator"}


def package(choice: Choice) -> OfficialDocument:
    year, quarter = choice.in_year, choice.in_quarter
    plans = [(one, [row for row in actions_of(one) if not row.withdrawn]) for one in _plans(choice)]
    thematic = thematic_of(choice.agency, year, quarter)
    if not any(rows for _plan, rows in plans):
        raise NothingToWrite(
            _("Belum ada rencana aksi yang disetujui pada tahun itu. Setujui rencananya lebih dahulu.")
        )
    tables = [table for plan, rows in plans for table in _of_plan(plan, rows)]
    period = period_words(f"{year}-Q{quarter}")
    cover: list[Block] = [
        Fact("Instansi", choice.agency.name),
        Fact("Periode", period),
        Heading("Isi paket", 2),
        _contents(plans, thematic),
        Heading("Yang belum terisi", 2),
        *_lacking(plans),
        signed(chair_of(choice.agency, TeamKind.SECRETARIAT, clock.today(), "KETUA SEKRETARIAT (STU)")),
    ]
    simulated = thematic.simulated or any(any_simulated(rows) for _plan, rows in plans)
    return OfficialDocument(
        kind="portal_package",
        agency=choice.agency.name,
        title=("PAKET PENYAMPAIAN KE PORTAL REFORMASI BIROKRASI NASIONAL", period.upper()),
        parts=(Part(tuple(cover)), Part((*tables, _thematic(thematic)), landscape=True)),
        notices=notices(simulated=simulated),
    )


def _plans(choice: Choice) -> list[ActionPlan]:
    found = ActionPlan.objects.filter(agency=choice.agency, year=choice.in_year, status=ActionPlanStatus.APPROVED)
    plans = list(found.select_related("coordinator").order_by("coordinator__name"))
    for one in plans:
        one.agency = choice.agency
    return plans


def _of_plan(plan: ActionPlan, actions: Sequence[Action]) -> Iterator[Table]:
    """One for each indicator: the portal imports an indicator at a time."""
    lists = Lists(plan)
    order = list(dict.fromkeys(one.indicator_key for one in actions))
    rows = sorted(actions, key=lambda one: order.index(one.indicator_key))
    for key, of in groupby(rows, key=lambda one: one.indicator_key):
        name = lists.indicator_name(key)
        lines = [[_cell(value) for value in row] for row in portal_rows(plan, list(of), lists)]
        columns = [(heading, 8 if heading in WIDE_OF_PLAN else 4) for heading in PORTAL]
        yield table(columns, lines, caption=f"{plan.coordinator.called}: {name}")


def _thematic(thematic: Thematic) -> Table:
    columns = [(heading, 6 if heading in WIDE else 3) for heading in HEADINGS]
    return table(columns, ([_cell(value) for value in row] for row in rows_of(thematic)), caption="RB Tematik")


def _cell(value: Value) -> Cell:
    """What the portal is not told stays empty."""
    if value is None:
        return Cell("")
    if isinstance(value, (int, Decimal)):
        return Cell(format_value(Decimal(value)), Decimal(value), align=Align.RIGHT)
    return said(value)


def _contents(plans: Sequence[tuple[ActionPlan, Sequence[Action]]], thematic: Thematic) -> Table:
    rows = [
        [said(plan.coordinator.name), figure(len({row.indicator_key for row in of})), figure(len(of))]
        for plan, of in plans
    ]
    return table(
        [("No.", 2), ("Koordinator", 14), ("Indikator", 4), ("Aksi", 4)], numbered(rows),
        caption="Rencana aksi yang disetujui", note=f"Ditambah tabel RB Tematik dengan {len(thematic.themes)} tema.",
    )  # fmt: skip


def _lacking(plans: Sequence[tuple[ActionPlan, Sequence[Action]]]) -> Iterator[Block]:
    """What the portal asks for and an action does not say: it is filled in before the package is handed over."""
    rows = [
        [said(plan.coordinator.called), said(one.name), said(", ".join(lacks))]
        for plan, of in plans
        for one in of
        if (lacks := list(_lacks(one)))
    ]
    if rows:
        yield table([("No.", 2), ("Koordinator", 6), ("Aksi", 12), ("Belum ada", 8)], numbered(rows))
    else:
        yield Paragraph("Semua kolom yang diminta portal sudah terisi.")


def _lacks(action: Action) -> Iterator[str]:
    if not action.output_indicator:
        yield "indikator output"
    if not action.output_unit:
        yield "satuan output"
    if not any(one is not None for one in action.targets):
        yield "target"
    if not any(one is not None for one in action.budgets):
        yield "anggaran"
    if not action.all_units and not action.named_implementers.all():
        yield "pelaksana"
