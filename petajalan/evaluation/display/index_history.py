"""Values of an outside index that gave way to others, as its page tells of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from petajalan.evaluation.display.index_words import figure_words
from petajalan.evaluation.models import IndexCorrection
from petajalan.evaluation.queries.index_register import IndexEntry
from petajalan.evaluation.queries.index_values import IndexFigure, Origin


@dataclass(frozen=True, slots=True)
class Past:
    """`text` is the value as it was; `row` says what it stood on, who changed it, when and why."""

    row: IndexCorrection
    text: str


def history_of(entry: IndexEntry, corrections: Iterable[IndexCorrection]) -> list[Past]:
    """In the order given."""
    return [Past(row, _text(entry, row)) for row in corrections]


def _text(entry: IndexEntry, row: IndexCorrection) -> str:
    one = IndexFigure(entry.code, row.year, Origin.REGISTER, row.value, row.level, row.provisional)
    return figure_words(one, entry.unit)
