"""What can be decided about a regulation while it becomes a draft: findings about cells that the plan takes over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from petajalan.planning.choices import FigureRole
from petajalan.planning.models import (
    Factor,
    Figure,
    Goal,
    IndicatorRow,
    KeyActivity,
    Objective,
    RoadMap,
    Theme,
)
from petajalan.planning.models.rows import StatedModel
from petajalan.planning.readings import RegulationRead
from petajalan.planning.services.statements import Statements, spot_of
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Finding
from petajalan.regulation.recognise.names import plain

# The finding that two cells state one figure of one indicator.
ONE_FIGURE = "indicator_two_values"
ABOUT_ORDER = ("ties_without_rule",)  # its totals are right; what it lacks is a rule
NAMED = (Goal, Objective, KeyActivity, Theme, Factor)


@dataclass(frozen=True, slots=True)
class Option:
    """A printed cell that a finding is about. `index` counts the places of the finding, from 0.

    keeps  the print can be chosen as it stands: it is a figure, and no total that its scores contradict
    what   of cells that state the same figure of the plan it is the same: correcting one of them corrects it
    """

    index: int
    place: Place
    keeps: bool
    what: str


@lru_cache(maxsize=4)
def decidable(read: RegulationRead) -> Mapping[int, tuple[Option, ...]]:
    """By the number of a finding, from 1, the cells of it that become part of the plan. No query."""
    statements = Statements(RoadMap())
    statements.collect(read.data.road_map)
    found = {
        number: tuple(_options(statements, finding))
        for number, finding in enumerate(read.findings, start=1)
        if finding.code not in ABOUT_ORDER
    }
    return {number: options for number, options in found.items() if options}


def _options(statements: Statements, finding: Finding) -> list[Option]:
    options = []
    for index, place in enumerate(finding.places):
        row = statements.by_place.get(spot_of(place))
        if row is not None and place.printed and _taken_over(row):
            options.append(Option(index, place, _keeps(row), _what(row, index, one=finding.code == ONE_FIGURE)))
    return options


def _what(row: StatedModel, index: int, *, one: bool) -> str:
    """`one`: the rows name one indicator, although perhaps not in the same words."""
    if isinstance(row, Figure) and row.indicator_row is not None and row.indicator_row.name:
        return f"{'' if one else plain(row.indicator_row.name)} {row.role} {row.of}"
    return str(index)


def _taken_over(row: StatedModel) -> bool:
    return isinstance(row, (Figure, *NAMED)) or (isinstance(row, IndicatorRow) and bool(row.name))


def _keeps(row: StatedModel) -> bool:
    """A printed figure can be chosen as it stands; a printed total only when it is the sum of its scores."""
    if not isinstance(row, Figure):
        return False
    activity = row.key_activity
    return row.role != FigureRole.TOTAL or (activity is not None and activity.total in (None, row.value))
