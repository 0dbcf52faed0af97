"""An action plan as a grid: rows of cells with what is typed, what is wrong, and what somebody else wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from petajalan.calc.numbers import format_value
from petajalan.planning.action_cells import BUDGETS, COLUMNS, TARGETS, THEMATIC, Lists, texts_of
from petajalan.planning.choices import FigureRule, UnitRuleChoice
from petajalan.planning.models import Action, ActionPlan, PlanRepair
from petajalan.planning.queries.actions import budget_total, target_total

FIGURES = (*TARGETS, *BUDGETS)
SHOWN_APART = ("indicator", "name", "output_unit", "figure_rule", *FIGURES)
NARROW = (*FIGURES, "output_unit", "sub_activity_code", "focus_code")
NAMED = {"figure_rule": "rule", "indicator": "indicator", "root_cause": "cause", "unit_rule": "unit_rule"}


@dataclass(slots=True)
class CellView:
    """`theirs` is what somebody else saved meanwhile, where that differs from `text`; `simulated` says that the root
    cause which it names is made up."""

    code: str
    label: str
    text: str
    error: str = ""
    theirs: str = ""
    simulated: bool = False

    @property
    def kind(self) -> str:
        if self.code in FIGURES:
            return "number"
        if self.code in NAMED:
            return NAMED[self.code]
        return "line" if self.code in NARROW else "text"


@dataclass(slots=True)
class RowView:
    """A row of the grid; the empty one at the end has no `action`."""

    number: int
    action: Action | None
    version: int
    cells: list[CellView]
    target: str = ""
    budget: str = ""
    error: str = ""
    repairs: tuple[PlanRepair, ...] = ()

    @property
    def form(self) -> str:
        return f"baris-{self.action.pk}" if self.action else "baris-baru"

    @property
    def texts(self) -> dict[str, str]:
        return {cell.code: cell.text for cell in self.cells}

    @property
    def facts(self) -> list[CellView]:
        """What is known beside name, indicator and figures."""
        return [cell for cell in self.cells if cell.code not in SHOWN_APART and cell.text]

    @property
    def lacking(self) -> str:
        """The names of what nobody has filled in; what only a thematic action has is none of them."""
        lacks = [cell.label for cell in self.cells if cell.code not in (*SHOWN_APART, *THEMATIC) and not cell.text]
        return ", ".join(lacks)

    @property
    def quarters(self) -> list[dict[str, str]]:
        texts = self.texts
        return [
            {"name": f"TW {roman}", "target": texts[target], "budget": texts[budget]}
            for roman, target, budget in zip(("I", "II", "III", "IV"), TARGETS, BUDGETS, strict=True)
        ]


def rows_of(actions: list[Action], repairs: list[PlanRepair], lists: Lists) -> list[RowView]:
    views = []
    for number, action in enumerate(actions, start=1):
        asked = tuple(one for one in repairs if one.action_id == action.pk and not one.done)
        views.append(row_of(number, action, lists, asked))
    return views


def row_of(number: int, action: Action, lists: Lists, repairs: tuple[PlanRepair, ...] = ()) -> RowView:
    texts = texts_of(action, lists)
    cells = _cells(texts)
    if action.root_cause_key:
        next(one for one in cells if one.kind == "cause").simulated = action.root_cause_key in lists.simulated_causes
    return RowView(
        number=number,
        action=action,
        version=action.version,
        cells=cells,
        target=known(target_total(action)),
        budget=known(budget_total(action)),
        repairs=repairs,
    )


def empty_row(number: int) -> RowView:
    return RowView(number, None, 0, _cells({"figure_rule": str(FigureRule.PER_QUARTER.label)}))


def typed(row: RowView, given: Mapping[str, str], errors: Mapping[str, str], theirs: Mapping[str, str]) -> None:
    """Put into the row what somebody typed and what is wrong with it."""
    for cell in row.cells:
        cell.text = given.get(cell.code, cell.text)
        cell.error = errors.get(cell.code, "")
        cell.theirs = theirs.get(cell.code, "")


def known(value: Decimal | None) -> str:
    return "" if value is None else format_value(value)


def summary(plan: ActionPlan, actions: list[Action]) -> str:
    active = [action for action in actions if not action.withdrawn]
    budgets = [total for total in map(budget_total, active) if total is not None]
    told = {"count": len(active), "known": len(budgets), "status": plan.get_status_display().lower()}
    if not budgets:
        return _("%(count)d aksi, anggaran belum ada; %(status)s.") % told
    told["budget"] = format_value(sum(budgets, Decimal(0)))
    return _("%(count)d aksi, anggaran Rp%(budget)s dari %(known)d aksi; %(status)s.") % told


def revision_headings() -> list[str]:
    return [str(label) for code, label in COLUMNS.items() if code != "root_cause"]


def revision_line(kept: Mapping[str, Any]) -> list[str]:
    """A kept row in the order of the columns."""
    named = [_("Semua unit")] if kept["all_units"] else []
    told = dict(kept) | {
        "implementers": "; ".join([*named, *kept["implementers"]]),
        "figure_rule": str(FigureRule(kept["figure_rule"]).label),
        "unit_rule": str(UnitRuleChoice(kept["unit_rule"]).label) if kept["unit_rule"] else "",
        **{code: known(None if kept[code] is None else Decimal(kept[code])) for code in FIGURES},
    }
    return [str(told.get(code) or "") for code in COLUMNS if code != "root_cause"]


def _cells(texts: Mapping[str, str]) -> list[CellView]:
    return [CellView(code, str(label), texts.get(code, "")) for code, label in COLUMNS.items()]
