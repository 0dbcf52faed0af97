"""The targets table: key activities with their indicators, coordinators and implementers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from petajalan.regulation.data import IndicatorRow, Printed
from petajalan.regulation.recognise.indicators import indicators
from petajalan.regulation.recognise.priorities import Standing, standing
from petajalan.regulation.recognise.rows import KnownTable


@dataclass(frozen=True, slots=True)
class TargetRow:
    name: Printed
    number: Printed | None
    standing: Standing
    indicators: tuple[IndicatorRow, ...]


def target_rows(known: KnownTable, announced: Printed | None) -> Iterator[TargetRow]:
    """One for each activity; where activities are headings over their indicators, the heading is the name."""
    for group in known.groups(("name",)):
        found = standing(known, group, group.first, announced)
        name = group.first.printed("name")
        if name is None and found.objective is not None:
            name, found = found.objective, Standing(None, found.mandatory, found.mandatory_from)
        if name is not None:
            yield TargetRow(name, group.first.printed("no"), found, indicators(known, group.rows))
