"""What the months of a quarter say of an action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from petajalan.calc import evaluation as calc
from petajalan.evaluation.choices import EvaluationKind, EvaluationStatus
from petajalan.evaluation.models import Evaluation, EvaluationRow

SENT = (EvaluationStatus.SUBMITTED, EvaluationStatus.ACKNOWLEDGED)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month's row of an action, from an evaluation that was sent: a draft may still change."""

    month: int
    row: EvaluationRow


def months_of(quarter: Evaluation) -> dict[int, list[MonthRow]]:
    """By key of the action, in order of the months. One query."""
    found: dict[int, list[MonthRow]] = defaultdict(list)
    last = quarter.last_month
    rows = EvaluationRow.objects.filter(
        agency=quarter.agency_id, evaluation__kind=EvaluationKind.MONTH, evaluation__year=quarter.year,
        evaluation__number__in=range(last - 2, last + 1), evaluation__status__in=SENT,
    )  # fmt: skip
    for row in rows.select_related("evaluation", "waiver__signed_by", "waiver__unit").order_by("evaluation__number"):
        found[row.action_id].append(MonthRow(row.evaluation.number, row))
    return found


def follows(months: Iterable[MonthRow]) -> dict[str, str]:
    """What the quarter's row says while nobody changed it: each dimension as last judged; "" where no month did."""
    every = list(months)
    found = {}
    for dimension in calc.Dimension:
        judged = [judgement(getattr(one.row, dimension.value)) for one in every]
        found[dimension.value] = of if (of := calc.of_quarter(judged)) else ""
    return {name: str(code) for name, code in found.items()}


def judgement(code: str) -> calc.Judgement | None:
    return calc.Judgement(code) if code else None
