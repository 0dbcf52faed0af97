"""What a coordinator says of its actions, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from petajalan.evaluation.choices import DimensionChoice, JudgementChoice
from petajalan.evaluation.display.sheet import Cell, in_words
from petajalan.evaluation.models import SelfAssessment
from petajalan.evaluation.queries.self_assessments import OwnAction
from petajalan.planning.models import Action


@dataclass(frozen=True, slots=True)
class OwnShown:
    """note  as it stands, or as it was typed"""

    action: Action
    view: SelfAssessment
    cells: Sequence[Cell]
    note: str


def own_shown(
    rows: Iterable[OwnAction], typed: Mapping[str, str] | None = None, of: int | None = None
) -> list[OwnShown]:
    """`typed`: what came for the action `of` with a form that was refused, so that nothing of it is lost."""
    return [_shown(one, typed if one.action.pk == of else None) for one in rows]


def _shown(one: OwnAction, typed: Mapping[str, str] | None) -> OwnShown:
    values = {code: getattr(one.view, code) for code in DimensionChoice.values}
    note = one.view.note
    if typed is not None:
        values = {code: _code(typed.get(code, "")) for code in values}
        note = typed.get("note", "")
    cells = [
        Cell(code, str(label), values[code], in_words(values[code]), "", "") for code, label in DimensionChoice.choices
    ]
    return OwnShown(one.action, one.view, cells, note)


def _code(text: str) -> str:
    return text if text in JudgementChoice.values else ""
