"""The national counterparts of rows, found by their names in the framework of the plan's period."""

from __future__ import annotations

from petajalan.catalogue.matching import match_activity, match_indicator, match_objective, match_theme
from petajalan.catalogue.national import Framework
from petajalan.planning.models import Goal, Indicator, KeyActivity, Objective, Theme
from petajalan.planning.services.statements import Statements
from petajalan.regulation.recognise.names import CLOSE, similarity
from petajalan.regulation.reference import Reference


def name_counterparts(statements: Statements, framework: Framework, reference: Reference) -> None:
    """A row without a clear counterpart keeps none: people may name it."""
    for goal in statements.all(Goal):
        goal.national_code = _goal(goal, framework)
    for objective in statements.all(Objective):
        found = match_objective(objective.national_name or objective.name or "", framework)
        found = found or match_objective(objective.name or "", framework)
        if found:
            objective.national_code = found.code
            objective.element = found.element.value if found.element else ""
    for activity in statements.all(KeyActivity):
        activity.national_code = _code(match_activity(activity.name, framework))
    for theme in statements.all(Theme):
        theme.national_code = _code(match_theme(theme.name, framework, reference))
    for indicator in statements.all(Indicator):
        if indicator.known_code:
            indicator.national_code = _code(match_indicator(indicator.name, framework, reference))


def _goal(goal: Goal, framework: Framework) -> str:
    national = framework.goal
    if national is None:
        return ""
    names = [name for name in (goal.national_name, goal.name) if name]
    wanted = (national.name, *national.names)
    return national.code if any(similarity(name, one) >= CLOSE for name in names for one in wanted) else ""


def _code(found: object) -> str:
    return getattr(found, "code", "")
