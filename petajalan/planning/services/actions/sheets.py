"""Storing rows that came in a workbook: all of them, or those that are right where the person asks for that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import Unit
from petajalan.calc.quarters import FigureRule, looks_like
from petajalan.common import audit
from petajalan.planning.action_cells import BUDGETS, TARGETS, Cell, Lists, RowRead, read_row, texts_of
from petajalan.planning.action_sheet import CellProblem, SheetRead, SheetRow
from petajalan.planning.models import Action, ActionPlan
from petajalan.planning.queries.actions import actions_of
from petajalan.planning.services.actions.rows import add_action, edit_action, open_rows
from petajalan.planning.services.refusals import Refused
from petajalan.regulation.recognise.names import plain


@dataclass(slots=True)
class Imported:
    """What was stored; nothing while there are problems, unless only the right rows were asked for.

    notices  what the layout cannot say and a person has to fill in
    """

    added: int
    changed: int
    unchanged: int
    problems: list[CellProblem]
    notices: list[CellProblem]
    stored: bool = False


class _Undo(Exception):
    pass


def import_actions(
    *, plan: ActionPlan, sheet: SheetRead, only_right: bool, figure_rule: str = "", indicator: str = "",
    by: audit.Actor, at: datetime,
) -> Imported:  # fmt: skip
    """`figure_rule` and `indicator` answer what the portal's layout does not say."""
    result = Imported(0, 0, 0, list(sheet.problems), [])
    try:
        with transaction.atomic():
            open_rows(plan, by)
            _rows(plan, sheet, figure_rule, indicator, result, by, at)
            if result.problems and (not only_right or sheet.problems):
                raise _Undo
            result.stored = bool(result.added or result.changed or result.unchanged)
            audit.record(
                agency=plan.agency, by=by, action="actions_imported", about=plan, at=at,
                after={"added": result.added, "changed": result.changed, "errors": len(result.problems)},
            )  # fmt: skip
    except _Undo:
        result.stored = False
    return result


def _rows(
    plan: ActionPlan, sheet: SheetRead, rule: str, indicator: str, result: Imported, by: audit.Actor, at: datetime
) -> None:
    lists = Lists(plan)
    stored = actions_of(plan)
    by_key = {str(action.key): action for action in stored}
    seen: set[str] = set()
    for row in sheet.rows:
        cells = dict(row.cells)
        if sheet.portal:
            cells, problems = _from_portal(row, plan, lists, rule, indicator, result)
            action = _same(stored, cells, lists)
        else:
            problems, action = [], by_key.get(row.key)
            if row.key and (action is None or row.key in seen):
                said = _("Kode baris ini bukan dari rencana ini, atau berulang. Kosongkan bila ini aksi baru.")
                problems.append(row.problem("row_code", said))
            seen.add(row.key)
        if action is not None:
            now = texts_of(action, lists)
            cells = {code: cell for code, cell in cells.items() if _differs(cell, now[code])}
        read = read_row(cells, lists)
        problems += [row.problem(code, sentence) for code, sentence in read.errors.items()]
        if problems:
            result.problems += problems
            continue
        _store(plan, row, action, read, row.version if row.key else (action.version if action else 0), result, by, at)


def _store(
    plan: ActionPlan, row: SheetRow, action: Action | None, read: RowRead, seen: int, result: Imported,
    by: audit.Actor, at: datetime,
) -> None:  # fmt: skip
    values: dict[str, Any] = read.values
    units: list[Unit] | None = read.implementers
    try:
        if action is None:
            with transaction.atomic():
                add_action(plan=plan, implementers=units or (), by=by, at=at, **values)
            result.added += 1
        elif not values and units is None:
            result.unchanged += 1
        elif edit_action(action=action, seen=seen, implementers=units, by=by, at=at, **values):
            result.changed += 1
        else:
            result.unchanged += 1
    except Refused as refusal:
        result.problems.append(row.problem("name", refusal.sentence))


def _from_portal(
    row: SheetRow, plan: ActionPlan, lists: Lists, rule: str, indicator: str, result: Imported
) -> tuple[dict[str, Cell], list[CellProblem]]:
    """The cells in our columns, and what the portal's layout leaves open."""
    cells = dict(row.cells)
    total, budget = cells.pop("target_total", ""), cells.pop("budget_total", "")
    coordinator = str(cells.pop("coordinator", ""))
    problems = []
    sheet_of = [one for one in lists.indicators if sheet_title(one.name) == row.sheet]
    cells["indicator"] = sheet_of[0].name if sheet_of else indicator
    if not cells["indicator"]:
        problems.append(row.problem("name", _("Pilih indikator untuk lembar ini, lalu unggah lagi.")))
        del cells["indicator"]
    if coordinator and [plan.coordinator] != lists.units.owners(coordinator):
        problems.append(row.problem("coordinator", _("Koordinator ini bukan unit yang rencananya sedang Anda isi.")))
    numbers = {code: cells[code] for code in TARGETS if code in cells}
    read = read_row({**numbers, "target_q1": cells.get("target_q1", "")}, lists)
    figures = [read.values.get(code) for code in TARGETS]
    known = [one if isinstance(one, Decimal) else None for one in figures]
    of_year = read_row({"target_q4": total}, lists)
    if of_year.errors:
        problems.append(row.problem("target_total", of_year.errors["target_q4"]))
        return cells, problems
    printed = of_year.values["target_q4"]
    found = looks_like(known, printed if isinstance(printed, Decimal) else None)
    if found is None and not rule:
        said = _("Tidak jelas apakah angka ini per triwulan atau s/d. Pilih di formulir unggah, lalu unggah lagi.")
        problems.append(row.problem("target_total", said))
    chosen = found or FigureRule(rule or FigureRule.PER_QUARTER)
    cells["figure_rule"] = chosen.value
    _budget(row, budget, chosen, cells, lists, problems, result)
    return cells, problems


def _budget(
    row: SheetRow, budget: Cell, rule: FigureRule, cells: dict[str, Cell], lists: Lists,
    problems: list[CellProblem], result: Imported,
) -> None:  # fmt: skip
    """The year's budget is TW IV of figures up to date; how it falls on single quarters is not guessed."""
    read = read_row({BUDGETS[3]: budget}, lists)
    if read.errors:
        problems.append(row.problem("budget_total", read.errors[BUDGETS[3]]))
    elif read.values[BUDGETS[3]] is None:
        return
    elif rule is FigureRule.TO_DATE:
        cells[BUDGETS[3]] = budget
    else:
        said = _("Anggaran setahun belum dibagi per triwulan. Isi anggaran tiap triwulan di kisi.")
        result.notices.append(row.problem("budget_total", said))


def _same(stored: list[Action], cells: dict[str, Cell], lists: Lists) -> Action | None:
    for action in stored:
        same = plain(lists.indicator_name(action.indicator_key)) == plain(str(cells.get("indicator", "")))
        if same and plain(action.name) == plain(str(cells.get("name", ""))):
            return action
    return None


def _differs(cell: Cell, now: str) -> bool:
    if isinstance(cell, Decimal):
        return read_row({"target_q1": now}, None).values.get("target_q1") != cell  # type: ignore[arg-type]
    return cell.strip() != now.strip()


def sheet_title(name: str) -> str:
    """The name of an indicator as the name of a sheet: without signs that Excel refuses, 31 letters at most."""
    return "".join(" " if sign in "[]:*?/\\'" else sign for sign in name).strip()[:31].strip()
