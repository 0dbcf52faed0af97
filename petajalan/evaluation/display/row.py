"""One row on its own page: what stands behind it, whether this person may judge it, and who else may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from petajalan.accounts.models import User
from petajalan.calc.evaluation import Judgement
from petajalan.evaluation.display.sheet import RowShown, in_words, shown, title_of
from petajalan.evaluation.models import Evaluation, EvaluationRow
from petajalan.evaluation.queries.dates import dates_of, first_day, is_enterable
from petajalan.evaluation.queries.items import items_of
from petajalan.evaluation.queries.sheet import sheet_of
from petajalan.evaluation.queries.standings import Before, before
from petajalan.evaluation.queries.team import unit_keys
from petajalan.reporting.queries.reports import today_of


@dataclass(frozen=True, slots=True)
class RowPage:
    """stands  how the person stands to the action, as long as the evaluation may be entered"""

    evaluation: Evaluation
    title: str
    shown: RowShown
    stands: Before | None
    may: bool
    choices: Sequence[tuple[str, str]]


def row_page(row: EvaluationRow, user: User, *, at: datetime) -> RowPage:
    evaluation = row.evaluation
    agency, dates = evaluation.agency, dates_of(evaluation)
    first = first_day(evaluation)
    items = items_of(agency, [row.action], first)
    seen = sheet_of(evaluation, [row], dates, at=at, items=items).rows[0]
    enterable = evaluation.is_open and is_enterable(evaluation, dates, unit_keys(user, agency), at=at)
    stands = before(user, agency, items, row.action_id, day=today_of(agency, at)) if enterable else None
    return RowPage(
        evaluation=evaluation,
        title=title_of(evaluation),
        shown=shown(seen),
        stands=stands,
        may=stands is not None and stands.leave.may,
        choices=[(code.value, in_words(code)) for code in Judgement],
    )
