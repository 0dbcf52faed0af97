"""The action plan of a coordinator in a year, and that of a theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from petajalan.accounts.choices import TeamKind
from petajalan.calc.totals import total
from petajalan.common import clock
from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.exports.documents.collect.cells import day, figure, known, numbered, said, table
from petajalan.exports.documents.collect.notices import any_simulated, notices
from petajalan.exports.documents.collect.signing import chair_of, head_of, signed
from petajalan.exports.documents.tree import (
    Align,
    Block,
    Cell,
    Column,
    Fact,
    Heading,
    OfficialDocument,
    Paragraph,
    Part,
    Table,
)
from petajalan.planning.action_cells import Lists
from petajalan.planning.choices import ActionPlanStatus, FigureRule
from petajalan.planning.models import Action, ActionPlan, Theme
from petajalan.planning.queries.actions import NAMED, actions_of, budget_total, target_total
from petajalan.planning.queries.themes import Branch, theme_page
from petajalan.reporting.queries.measuring import keys_of, rows_in_force

QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
DRAFT = "rencana ini belum disetujui sekretariat."


def of_unit(choice: Choice) -> OfficialDocument:
    plan = _plan(choice)
    actions = [one for one in actions_of(plan) if not one.withdrawn]
    if not actions:
        raise NothingToWrite(_("Rencana ini belum berisi aksi. Tambahkan aksinya di halaman Rencana aksi."))
    lists = Lists(plan)
    names = {one.pk: lists.indicator_name(one.indicator_key) for one in actions}
    facts = [
        Fact("Koordinator", plan.coordinator.name),
        Fact("Tahun", str(plan.year)),
        Fact("Revisi", str(plan.revision)),
        Fact("Keadaan", _status(plan)),
    ]
    blocks: list[Block] = [*facts, *_tables(actions, names)]
    blocks.append(signed(head_of(plan.coordinator, clock.today())))
    return OfficialDocument(
        kind="action_plan",
        agency=choice.agency.name,
        title=("RENCANA AKSI REFORMASI BIROKRASI", plan.coordinator.name.upper(), f"TAHUN {plan.year}"),
        parts=(Part(tuple(blocks), landscape=True),),
        notices=notices(
            simulated=any_simulated(actions), draft="" if plan.status == ActionPlanStatus.APPROVED else DRAFT
        ),
    )


def of_theme(choice: Choice) -> OfficialDocument:
    """All actions of the year that serve an indicator of the theme, whoever coordinates them."""
    theme = _theme(choice)
    page = theme_page(theme)
    actions = _thematic(choice, [key for row in page.indicators if row.indicator for key in keys_of(row.indicator)])
    if not actions:
        raise NothingToWrite(_("Belum ada aksi untuk tema ini pada tahun itu. Pilih tahun atau tema lain."))
    names = {one.pk: name for one in actions for name in [_served(one, page.indicators)]}
    blocks: list[Block] = [
        Fact("Tema", theme.name),
        Fact("Sasaran tematik", theme.objective or "belum ada"),
        Fact("Tahun", str(choice.in_year)),
        Heading("Permasalahan dan akar masalah", 2, "A."),
        _causes(page.causes),
        Heading("Rencana aksi", 2, "B."),
        *_tables(actions, names, coordinated=True),
        signed(chair_of(choice.agency, TeamKind.THEMATIC, clock.today(), "KETUA TIM RB TEMATIK")),
    ]
    draft = any(one.plan.status != ActionPlanStatus.APPROVED for one in actions)
    simulated = any_simulated(actions) or any_simulated(_every(page.causes))
    return OfficialDocument(
        kind="thematic_action_plan",
        agency=choice.agency.name,
        title=("RENCANA AKSI REFORMASI BIROKRASI TEMATIK", theme.name.upper(), f"TAHUN {choice.in_year}"),
        parts=(Part(tuple(blocks), landscape=True),),
        notices=notices(simulated=simulated, draft="sebagian rencana belum disetujui sekretariat." if draft else ""),
    )


def _plan(choice: Choice) -> ActionPlan:
    found = ActionPlan.objects.filter(agency=choice.agency, coordinator=choice.of_unit, year=choice.in_year)
    plan: ActionPlan | None = found.select_related("coordinator", "decided_by").first()
    if plan is None:
        raise NothingToWrite(_("Unit ini belum mempunyai rencana aksi pada tahun itu. Pilih unit atau tahun lain."))
    plan.agency = choice.agency
    return plan


def _status(plan: ActionPlan) -> str:
    if plan.status == ActionPlanStatus.APPROVED and plan.decided_at:
        return f"disetujui {plan.decided_by}, {day(plan.decided_at)}"
    return str(plan.get_status_display()).lower()


def _theme(choice: Choice) -> Theme:
    road_map = rows_in_force(choice.agency, choice.in_year).order_by().values("road_map")[:1]
    found = Theme.objects.filter(agency=choice.agency, road_map=road_map, key=_uuid(choice.theme)).first()
    if found is None:
        raise NothingToWrite(_("Tema ini tidak ada dalam road map yang berlaku pada tahun itu. Pilih tema lain."))
    return found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _thematic(choice: Choice, keys: Sequence[UUID]) -> list[Action]:
    found = Action.objects.filter(
        agency=choice.agency, plan__year=choice.in_year, indicator_key__in=keys, withdrawn=False
    ).select_related("plan__coordinator")
    return list(found.prefetch_related(NAMED).order_by("plan__coordinator__name", "position"))


def _served(action: Action, rows: Iterable[object]) -> str:
    for row in rows:
        indicator = getattr(row, "indicator", None)
        if indicator is not None and action.indicator_key in keys_of(indicator):
            return str(indicator.name)
    return ""


def _tables(actions: Sequence[Action], indicators: dict[int, str], *, coordinated: bool = False) -> list[Block]:
    """What is done, with what budget, and what proves it: three tables whose rows carry the same numbers."""
    return [
        _targets(actions, indicators, coordinated=coordinated),
        _budgets(actions),
        _proofs(actions, thematic=coordinated),
    ]


def _targets(actions: Sequence[Action], indicators: dict[int, str], *, coordinated: bool) -> Table:
    lead = [
        ("No.", 2), ("Indikator", 8), ("Rencana aksi", 10), *([("Koordinator", 5)] if coordinated else []),
        ("Indikator output", 7), ("Satuan", 4),
    ]  # fmt: skip
    rows = (
        (
            known(indicators[one.pk]), said(one.name), *([said(one.plan.coordinator.called)] if coordinated else []),
            known(one.output_indicator or one.output), known(one.output_unit), *_figures(one, one.targets),
            figure(target_total(one)), known(_implementers(one)),
        )
        for one in actions
    )  # fmt: skip
    note = "Target bertanda “s/d” dihitung sejak awal tahun." if any(map(_to_date, actions)) else ""
    return _quartered("Aksi dan target", lead, "Target", numbered(rows), [("Pelaksana", 7)], 3, note=note)


def _budgets(actions: Sequence[Action]) -> Table:
    totals = [budget_total(one) for one in actions]
    rows = list(
        numbered(
            (said(one.name), *_figures(one, one.budgets), figure(of))
            for one, of in zip(actions, totals, strict=True)
        )
    )  # fmt: skip
    rows.append(
        (
            Cell("Jumlah anggaran yang diketahui", columns=6, bold=True, align=Align.RIGHT),
            figure(total(totals)),
        )
    )
    return _quartered("Anggaran (rupiah)", [("No.", 2), ("Rencana aksi", 14)], "Anggaran", tuple(rows), [], 6)


def _proofs(actions: Sequence[Action], *, thematic: bool) -> Table:
    columns = [
        ("No.", 2), ("Rencana aksi", 10), *([("Permasalahan", 9)] if thematic else []), ("Bukti dukung", 9),
        ("Acuan RPJMD/RKPD", 8), ("Kode sub-kegiatan", 5),
    ]  # fmt: skip
    rows = (
        (
            said(one.name), *([known(one.problem)] if thematic else []), known(one.evidence_needed),
            known(one.planning_reference), known(one.sub_activity_code),
        )
        for one in actions
    )  # fmt: skip
    return table(columns, numbered(rows), caption="Bukti dukung dan acuan perencanaan")


def _figures(action: Action, figures: Sequence[Decimal | None]) -> list[Cell]:
    if not _to_date(action):
        return [figure(one) for one in figures]
    return [
        Cell(f"s/d {cell.text}", cell.value, align=Align.RIGHT) if cell.value is not None else cell
        for cell in map(figure, figures)
    ]


def _to_date(action: Action) -> bool:
    return bool(action.figure_rule == FigureRule.TO_DATE)


def _implementers(action: Action) -> str:
    named = ["Semua unit"] if action.all_units else []
    return "; ".join([*named, *(one.unit.called for one in action.named_implementers.all())])


def _quartered(
    caption: str, lead: Sequence[tuple[str, int]], over: str, rows: tuple[tuple[Cell, ...], ...],
    rest: Sequence[tuple[str, int]], width: int, *, note: str = "",
) -> Table:  # fmt: skip
    """A head of two lines: the four quarters and the year stand under one word."""
    below = tuple(Cell(words, align=Align.CENTER, bold=True) for words in (*QUARTERS, "Setahun"))
    widths = [size for _name, size in lead] + [width] * 5 + [size for _name, size in rest]
    first = (
        *(_tall(name) for name, _size in lead),
        Cell(over, columns=5, align=Align.CENTER, bold=True),
        *(_tall(name) for name, _size in rest),
    )
    return Table(tuple(Column(one) for one in widths), (first, below), rows, caption=caption, note=note)


def _tall(words: str) -> Cell:
    return Cell(words, rows=2, align=Align.CENTER, bold=True)


def _causes(branches: Sequence[Branch]) -> Block:
    rows = [
        (said(f"{'– ' * depth}{one.cause.text}"), said(one.cause.get_category_display()), known(_answers(one)))
        for one, depth in _walk(branches)
    ]
    if not rows:
        return Paragraph("Akar masalah tema ini belum ditulis.")
    return table([("No.", 2), ("Akar masalah", 16), ("Kelompok", 5), ("Program yang menjawab", 12)], numbered(rows))


def _answers(branch: Branch) -> str:
    return "; ".join(str(one) for one in branch.programmes)


def _walk(branches: Sequence[Branch], depth: int = 0) -> Iterable[tuple[Branch, int]]:
    for one in branches:
        yield one, depth
        yield from _walk(one.below, depth + 1)


def _every(branches: Sequence[Branch]) -> list[object]:
    return [one.cause for one, _depth in _walk(branches)]
