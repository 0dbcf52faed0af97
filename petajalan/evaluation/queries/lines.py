"""The progress lines behind a row: what each unit reported, and whether it was accepted, late or not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from petajalan.accounts.models import Agency
from petajalan.calc import evaluation as calc
from petajalan.calc.rollup import Share, UnitRule, over_units
from petajalan.evaluation.queries.items import Items
from petajalan.planning.models import Action
from petajalan.reporting.choices import LineState, ReportStatus
from petajalan.reporting.models import ProgressLine

MISSING, WAITING, SENT_BACK, ACCEPTED = "missing", "waiting", "sent_back", "accepted"


@dataclass(frozen=True, slots=True)
class LineSeen:
    """One unit's line of one action. `output` and `budget` are `None` while not known.

    state    "missing" (nothing was sent), "waiting" (nobody accepted it yet), "sent_back" or "accepted"
    punctual whether the report came in time; `False` also when it is due and not there, `None` while it may still be
    """

    unit: int
    name: str
    state: str
    punctual: bool | None
    output: Decimal | None = None
    budget: Decimal | None = None
    nil: bool = False
    narrative: str = ""
    obstacle: str = ""
    solution: str = ""

    def as_data(self) -> dict[str, Any]:
        """As it is kept: figures as texts."""
        return {key: format(value, "f") if isinstance(value, Decimal) else value for key, value in asdict(self).items()}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> LineSeen:
        known = {field.name: data[field.name] for field in fields(cls) if field.name in data}
        for name in ("output", "budget"):
            known[name] = None if known.get(name) is None else Decimal(known[name])
        return cls(**known)


def lines_behind(
    agency: Agency, actions: Iterable[Action], items: Items, *, year: int, month: int, due: datetime | None,
    at: datetime,
) -> dict[int, list[LineSeen]]:  # fmt: skip
    """By key of the action, a line for each unit that owes one, by name. One query. `due`: of the month's reports."""
    actions = list(actions)
    columns = ("action", "report__unit", "report__first_submitted_at", "report__status", "state", *_SAID)
    found = ProgressLine.objects.filter(
        agency=agency, action__in=actions, report__year=year, report__month=month
    ).order_by().values_list(*columns)  # fmt: skip
    known = {(action, unit): _Reported(*said) for action, unit, *said in found}
    overdue = due is not None and at > due
    by_name = sorted((name, key) for key, name in items.names.items())
    return {
        action.pk: [
            _seen(unit, name, known.get((action.pk, unit)), due, overdue)
            for name, unit in by_name
            if unit in items.reporters[action.pk]
        ]
        for action in actions
    }


_SAID = ("realised_output", "budget_absorbed", "nil", "narrative", "obstacle", "solution")


class _Reported(NamedTuple):
    """A progress line as far as it is shown; `sent`: when its report first was."""

    sent: datetime | None
    status: str
    state: str
    output: Decimal | None
    budget: Decimal | None
    nil: bool
    narrative: str
    obstacle: str
    solution: str


def _seen(unit: int, name: str, line: _Reported | None, due: datetime | None, overdue: bool) -> LineSeen:
    if line is None or line.sent is None:
        return LineSeen(unit, name, MISSING, False if overdue else None)
    punctual = None if due is None else line.sent <= due
    if line.status == ReportStatus.SENT_BACK and line.state == LineState.SENT_BACK:
        state = SENT_BACK
    else:
        state = ACCEPTED if line.state == LineState.ACCEPTED else WAITING
    return LineSeen(
        unit, name, state, punctual, line.output, line.budget, line.nil, line.narrative, line.obstacle, line.solution
    )


def reached(action: Action, lines: Iterable[LineSeen]) -> Decimal | None:
    """The action's output from all its units, by its own rule. `None` until every unit's line was accepted, or when
    the plan does not say how units combine."""
    every = list(lines)
    if not every or any(line.state != ACCEPTED for line in every):
        return None
    if not action.unit_rule:
        return every[0].output if len(every) == 1 else None
    own = next((line.output for line in every if line.unit == action.plan.coordinator_id), None)
    rolled = over_units(UnitRule(action.unit_rule), [line.output for line in every], own=own)
    return None if isinstance(rolled.value, Share) or rolled.known < rolled.parts else rolled.value


@dataclass(frozen=True, slots=True)
class Proposals:
    """What the data suggest. Never stored as judged: a person judges."""

    output: calc.Judgement | None
    timeliness: calc.Judgement | None


def proposals(action: Action, lines: Iterable[LineSeen], month: int) -> Proposals:
    every = list(lines)
    target = action.targets[(month + 2) // 3 - 1]
    return Proposals(
        calc.proposed_output(reached(action, every), target, month),
        calc.proposed_timeliness([line.punctual for line in every]),
    )
