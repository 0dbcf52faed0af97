"""One row on its own page: what stands behind it, whether this person may judge it, and who else may."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from petajalan.accounts.models import User
from petajalan.calc.evaluation import Judgement
from petajalan.evaluation.display.sheet import Cell, RowShown, in_words, shown, title_of
from petajalan.evaluation.models import Evaluation, EvaluationRow
from petajalan.evaluation.queries.dates import dates_of, first_day, is_enterable
from petajalan.evaluation.queries.items import items_of
from petajalan.evaluation.queries.sheet import sheet_of
from petajalan.evaluation.queries.standings import Before, before
from petajalan.evaluation.queries.team import unit_keys
from petajalan.reporting.queries.reports import today_of


@dataclass(frozen=True, slots=True)
class Pick:
    """One dimension to choose in. `options`: code, words, and whether it is the one that stands or was typed."""

    code: str
    label: str
    options: Sequence[tuple[str, str, bool]]


@dataclass(frozen=True, slots=True)
class RowPage:
    """stands  how the person stands to the action, as long as the evaluation may be entered"""

    evaluation: Evaluation
    title: str
    shown: RowShown
    stands: Before | None
    may: bool
    picks: Sequence[Pick]


def row_page(row: EvaluationRow, user: User, *, at: datetime, typed: Mapping[str, str] | None = None) -> RowPage:
    """`typed`: what came with a form that was refused, so that nothing of it is lost."""
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
        picks=[_pick(cell, (typed or {}).get(cell.code, cell.value)) for cell in shown(seen).cells],
    )


def _pick(cell: Cell, chosen: str) -> Pick:
    options = [*((code.value, in_words(code)) for code in Judgement), ("", _("Belum dinilai"))]
    return Pick(cell.code, cell.label, [(code, words, code == chosen) for code, words in options])
