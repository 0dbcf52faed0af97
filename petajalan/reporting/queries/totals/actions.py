"""Actions in the quarters of a year, from the accepted lines of the reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from petajalan.calc.quarters import FigureRule, up_to
from petajalan.calc.rollup import UnitRule
from petajalan.calc.totals import Pending, Reported, action_quarter, so_far, total
from petajalan.planning.models import Action
from petajalan.planning.queries.actions import active_in
from petajalan.reporting.choices import LineState, SubjectKind
from petajalan.reporting.models import ProgressLine
from petajalan.reporting.queries.totals.structure import QUARTERS, Structure
from petajalan.reporting.queries.totals.values import Computed, plain, trace_as_data


@dataclass(frozen=True, slots=True)
class Line:
    """An accepted line, as far as totals go."""

    pk: int
    action: int
    unit: int
    month: int
    output: Decimal | None
    budget: Decimal | None
    submitted_at: datetime | None
    simulated: bool

    @property
    def quarter(self) -> int:
        return (self.month + 2) // 3


COLUMNS = (
    *("pk", "action_id", "report__unit_id", "report__month", "realised_output", "budget_absorbed"),
    *("report__submitted_at", "report__simulated"),
)


def accepted_lines(structure: Structure, actions: Sequence[Action] | None = None) -> dict[int, list[Line]]:
    """Accepted lines of the year by action. One query."""
    rows = ProgressLine.objects.filter(
        agency=structure.agency, report__year=structure.year, state=LineState.ACCEPTED
    ).order_by("report__month", "pk")
    if actions is not None:
        rows = rows.filter(action__in=actions)
    found: dict[int, list[Line]] = defaultdict(list)
    for row in rows.values_list(*COLUMNS):
        line = Line(*row)
        found[line.action].append(line)
    return found


def computed_actions(
    structure: Structure, quarters: Iterable[int] = QUARTERS, actions: Sequence[Action] | None = None
) -> list[Computed]:
    lines = accepted_lines(structure, actions)
    chosen = structure.actions if actions is None else actions
    return [_computed(structure, one, lines[one.pk], quarter) for one in chosen for quarter in quarters]


def _computed(structure: Structure, action: Action, lines: Sequence[Line], quarter: int) -> Computed:
    newest = {line.unit: line for line in lines if line.quarter == quarter}
    ordered = sorted(newest.values(), key=lambda line: (line.submitted_at is not None, line.submitted_at, line.pk))
    spent = _spent(action, lines, quarter)
    told: dict[str, Any] = {
        "kind": SubjectKind.ACTION.value,
        "key": str(action.key),
        "quarter": quarter,
        "budget": up_to(FigureRule(action.figure_rule), action.budgets, quarter),
        "absorbed": total(list(spent.values())),
        "simulated": action.simulated or any(line.simulated for line in lines if line.quarter <= quarter),
    }
    trace: dict[str, Any] = {
        "unit_rule": action.unit_rule,
        "figure_rule": action.figure_rule,
        "plan": action.plan_id,
        "each": plain(action.targets[quarter - 1]),
        "parts": [
            {"unit": line.unit, "line": line.pk, "month": line.month, "value": plain(line.output)} for line in ordered
        ],
        "spent": [{"unit": unit, "value": plain(value)} for unit, value in sorted(spent.items())],
    }
    target = action.targets[quarter - 1]
    if not active_in(action, quarter):
        return Computed(**told, target=target, reason=Pending.NOT_ACTIVE, trace=trace)
    units = structure.implementers(action, quarter)
    found = action_quarter(
        UnitRule(action.unit_rule) if action.unit_rule else None,
        [Reported(line.output, line.month, line.unit == action.plan.coordinator_id) for line in ordered],
        units=len({*units, *newest}),
        target=target,
        quarter=quarter,
    )
    reason, percent = str(found.pending or ""), None
    if found.achievement is not None:
        percent, reason = found.achievement.percent, str(found.achievement.reason or "")
        trace |= trace_as_data(found.achievement.trace)
    return Computed(
        **told, actual=found.actual, target=found.target, percent=percent, reason=reason, known=found.known,
        parts=found.parts, trace=trace,
    )  # fmt: skip


def _spent(action: Action, lines: Sequence[Line], quarter: int) -> Mapping[int, Decimal | None]:
    """What each unit absorbed since the beginning of the year, by what it said last for each quarter."""
    said: dict[int, dict[int, Decimal | None]] = defaultdict(dict)
    for line in lines:
        if line.quarter <= quarter:
            said[line.unit][line.quarter] = line.budget
    rule = FigureRule(action.figure_rule)
    return {unit: so_far(rule, [by.get(one) for one in range(1, quarter + 1)]) for unit, by in said.items()}
