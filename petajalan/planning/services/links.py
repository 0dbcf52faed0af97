"""What the printed words of a plan point to: the objective over an activity, the units that lead and carry it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from petajalan.planning.models import Goal, Implementer, IndicatorRow, KeyActivity, Objective
from petajalan.planning.services.statements import Statements
from petajalan.planning.services.unit_names import UnitNames
from petajalan.regulation.recognise.names import CLEAR, CLOSE, plain, similarity

_NUMBERED = re.compile(r"\s*(?:ss|sasaran strategis|sasaran)\s*\.?\s*(?P<number>\d+)\s*[:.)-]*\s*", re.IGNORECASE)


def name_objectives(statements: Statements) -> None:
    """Objectives under the only goal; activities under the objective that their heading names by number or words."""
    goals, objectives = statements.all(Goal), statements.all(Objective)
    for objective in objectives:
        objective.goal = goals[0] if len(goals) == 1 else None
    for activity in statements.all(KeyActivity):
        activity.objective = objective_named(activity.objective_printed, objectives)


def objective_named(heading: str | None, objectives: Sequence[Objective]) -> Objective | None:
    if not heading:
        return None
    if len(objectives) == 1:
        return objectives[0]
    numbered = _NUMBERED.match(heading)
    words = heading[numbered.end() :] if numbered else heading
    ranked = sorted(((_likeness(words, one), -at) for at, one in enumerate(objectives)), reverse=True)
    if ranked and ranked[0][0] >= CLOSE and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= CLEAR):
        return objectives[-ranked[0][1]]
    if numbered:
        same = [one for one in objectives if plain(one.number or "") == numbered["number"]]
        return same[0] if len(same) == 1 else None
    return None


def _likeness(words: str, objective: Objective) -> float:
    names = [name for name in (objective.name, objective.national_name) if name]
    return max((similarity(words, name) for name in names), default=0.0)


def name_units(statements: Statements, units: UnitNames) -> None:
    """An activity is led by the unit of its first indicator, or by the two that it names; an indicator names another
    one where the print does."""
    rows: dict[int, list[IndicatorRow]] = {}
    for row in statements.all(IndicatorRow):
        if row.key_activity is not None:
            rows.setdefault(id(row.key_activity), []).append(row)
    for activity in statements.all(KeyActivity):
        of_activity = rows.get(id(activity), [])
        led = [units.find_all(row.coordinator)[:2] for row in of_activity]
        leading = next((found for found in led if found), [])
        activity.coordinator, activity.second_coordinator = [*leading, None, None][:2]
        for row, found in zip(of_activity, led, strict=True):
            row.coordinator_unit = found[0] if found and found != leading else None
        activity.all_units = any(units.means_all(row.implementers) for row in of_activity)
        named = {unit.pk: unit for row in of_activity for unit in units.find_all(row.implementers)}
        for unit in named.values():
            statements.add(Implementer, key_activity=activity, unit=unit)
