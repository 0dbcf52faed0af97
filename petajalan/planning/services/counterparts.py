"""The national counterparts of rows: found by name in the framework of the plan's period, or chosen by people."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.catalogue.matching import match_activity, match_goal, match_indicator, match_objective, match_theme
from petajalan.catalogue.national import Framework
from petajalan.common import audit
from petajalan.planning.models import Goal, Indicator, KeyActivity, Objective, Theme
from petajalan.planning.queries.national import counterparts_in, framework_of
from petajalan.planning.services.refusals import Refused
from petajalan.planning.services.statements import Statements
from petajalan.planning.services.writing import change, open_draft
from petajalan.regulation.reference import Reference

Row = Goal | Objective | KeyActivity | Indicator | Theme


@transaction.atomic
def set_counterpart(*, row: Row, code: str, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> bool:
    """Name what the row stands beside in the framework of its plan, by its code; "" for nothing.

    An objective takes over whether it is a hard or a soft element, where nobody has said so.
    """
    open_draft(row.road_map, by=by, at=at)
    framework = framework_of(row.road_map)
    if framework is None:
        raise Refused(_("Belum ada kerangka nasional untuk periode rencana ini. Periksa periode road map."))
    offered = {one.code: one for one in counterparts_in(framework, type(row))}
    if code and code not in offered:
        raise Refused(_("Padanan itu tidak ada dalam %(name)s. Pilih dari daftarnya.") % {"name": framework.name})
    values = {"national_code": code}
    element = getattr(offered.get(code), "element", None)
    if isinstance(row, Objective) and not row.element and element is not None:
        values["element"] = element.value
    names: dict[str, str | None] = {one: found.name for one, found in offered.items()}
    return change(row, seen=seen, by=by, at=at, values=values, reason=reason, names={**names, "": None})


def name_counterparts(statements: Statements, framework: Framework, reference: Reference) -> None:
    """A row without a clear counterpart keeps none: people may name it."""
    for goal in statements.all(Goal):
        found_goal = match_goal(goal.national_name or "", framework) or match_goal(goal.name or "", framework)
        goal.national_code = _code(found_goal)
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


def _code(found: object) -> str:
    return getattr(found, "code", "")
