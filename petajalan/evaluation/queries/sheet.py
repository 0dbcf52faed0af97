"""The rows of one evaluation with what stands behind them: live while it is open, as it was sent afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from petajalan.accounts.models import User
from petajalan.calc import evaluation as calc
from petajalan.evaluation.independence import Standing
from petajalan.evaluation.models import Evaluation, EvaluationRow, Waiver
from petajalan.evaluation.queries.dates import Dates, first_day
from petajalan.evaluation.queries.items import Items, items_of
from petajalan.evaluation.queries.lines import ACCEPTED, LineSeen, Proposals, lines_behind, proposals
from petajalan.evaluation.queries.months import MonthRow, follows, judgement, months_of
from petajalan.evaluation.queries.standings import Leave, leaves, waivers_of

NONE = Proposals(None, None)
NOBODY = Leave(False, Standing())


@dataclass(frozen=True, slots=True)
class RowSeen:
    """lines, months  what stands behind the row of a month, or of a quarter
    values         what it says: of an untouched row of a quarter, what its months say
    follows        untouched, so that `values` are those of the months
    proposals      what the data suggest, where nothing was judged
    own_view       of a quarter: what the coordinator says of its own action, where it said anything
    leave          how the person who looks stands to it; `NOBODY` when they cannot judge anything here"""

    row: EvaluationRow
    values: dict[str, str]
    lines: Sequence[LineSeen] = ()
    months: Sequence[MonthRow] = ()
    follows: bool = False
    proposals: Proposals = NONE
    leave: Leave = NOBODY
    own_view: Mapping[str, Any] | None = None

    @property
    def higher(self) -> list[calc.Dimension]:
        """Dimensions in which the coordinator judged itself higher than the evaluation team does."""
        if self.own_view is None:
            return []
        return [
            one
            for one in calc.Dimension
            if calc.rated_higher(judgement(self.own_view[one.value]), judgement(self.values[one.value]))
        ]

    @property
    def judged(self) -> bool:
        """In all four dimensions."""
        return all(self.values.values())

    @property
    def deviates(self) -> bool:
        return calc.Judgement.DEVIATES in self.values.values()

    @property
    def waivers(self) -> list[Waiver]:
        """Those that this row, or a month behind it, was judged under; each once."""
        found = [self.row.waiver, *(one.row.waiver for one in self.months)]
        return list({one.pk: one for one in found if one is not None}.values())

    @property
    def accepted(self) -> int:
        return sum(line.state == ACCEPTED for line in self.lines)


@dataclass(frozen=True, slots=True)
class Sheet:
    evaluation: Evaluation
    rows: Sequence[RowSeen]

    @property
    def conformity(self) -> dict[str, calc.Conformity]:
        return {
            one.value: calc.conformity(judgement(row.values[one.value]) for row in self.rows) for one in calc.Dimension
        }

    @property
    def own_conformity(self) -> dict[str, calc.Conformity]:
        """The same of what coordinators say of themselves."""
        return {
            one.value: calc.conformity(
                judgement(row.own_view[one.value]) if row.own_view else None for row in self.rows
            )
            for one in calc.Dimension
        }

    @property
    def waivers(self) -> list[Waiver]:
        return list({one.pk: one for row in self.rows for one in row.waivers}.values())


def sheet_of(
    evaluation: Evaluation, rows: Iterable[EvaluationRow], dates: Dates, *, at: datetime, judge: User | None = None,
    items: Items | None = None,
) -> Sheet:  # fmt: skip
    """The rows were read with `with_actions`. `judge`: somebody of the evaluation team who may write now; `items`: the
    actions as items, where they are known already."""
    rows = list(rows)
    months = {} if evaluation.is_month else months_of(evaluation)
    if not evaluation.is_open:
        sent = [_sent(row, evaluation, months.get(row.action_id, [])) for row in rows]
        return Sheet(evaluation, sent)
    agency, actions = evaluation.agency, [row.action for row in rows]
    first = first_day(evaluation)
    items = items or items_of(agency, actions, first, leading=judge is not None)
    lines: dict[int, list[LineSeen]] = {}
    if evaluation.is_month:
        lines = lines_behind(
            agency, actions, items, year=evaluation.year, month=evaluation.number, due=dates.reports_due, at=at
        )
    allowed = leaves(judge, agency, items, waivers_of(agency, items.items)) if judge else {}
    seen = [
        _open(
            row, evaluation, lines.get(row.action_id, []), months.get(row.action_id, []),
            allowed.get(row.action_id, NOBODY),
        )
        for row in rows
    ]  # fmt: skip
    return Sheet(evaluation, seen)


def _sent(row: EvaluationRow, evaluation: Evaluation, months: Sequence[MonthRow]) -> RowSeen:
    lines = [LineSeen.from_data(one) for one in row.basis or []]
    return RowSeen(
        row, own(row), lines, months, row.judged_at is None and bool(months), own_view=_view(row, evaluation)
    )


def _open(
    row: EvaluationRow, evaluation: Evaluation, lines: Sequence[LineSeen], months: Sequence[MonthRow], leave: Leave
) -> RowSeen:
    if evaluation.is_month:
        counted = [line for line in lines if line.unit not in leave.standing.own_lines]
        return RowSeen(row, own(row), lines, (), False, proposals(row.action, counted, evaluation.number), leave)
    untouched = row.judged_at is None
    values = follows(months) if untouched else own(row)
    return RowSeen(row, values, (), months, untouched, NONE, leave, _view(row, evaluation))


def _view(row: EvaluationRow, evaluation: Evaluation) -> Mapping[str, Any] | None:
    """Only of a quarter. `with_actions` has read it."""
    return None if evaluation.is_month else getattr(row, "own_view", None)


def own(row: EvaluationRow) -> dict[str, str]:
    return {one.value: getattr(row, one.value) for one in calc.Dimension}


def missing_units(rows: Iterable[RowSeen]) -> list[dict[str, str]]:
    """Units with a line that is not accepted, each once with the worst it has: what the sent document names."""
    worst: dict[str, str] = {}
    order = ("missing", "sent_back", "waiting")
    for row in rows:
        for line in row.lines:
            if line.state != ACCEPTED:
                before = worst.get(line.name, line.state)
                worst[line.name] = min(before, line.state, key=order.index)
    return [{"name": name, "state": worst[name]} for name in sorted(worst)]
