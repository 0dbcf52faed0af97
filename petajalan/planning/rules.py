"""Questions that pages of this app ask before they offer an action; the action asks again."""

from __future__ import annotations

import rules

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.accounts.rules import holds, is_administrator, is_secretariat, keeps_installation
from petajalan.planning.models import ActionPlan, KeyActivity, RoadMap

rules.add_perm("planning.edit_plan", is_administrator | is_secretariat | keeps_installation)
# Who puts a plan into force does not only write it: the secretariat decides, the administrator prepares.
rules.add_perm("planning.enact_plan", is_secretariat | keeps_installation)
# Of an action plan only the people of the unit that coordinates it, and the administrator: see `may_write_actions`.
rules.add_perm("planning.write_actions", holds(Role.OPERATOR, Role.UNIT_HEAD, Role.ADMINISTRATOR) | keeps_installation)
rules.add_perm("planning.decide_actions", is_secretariat | keeps_installation)

_prepares = is_administrator | keeps_installation


def may_upload(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("planning.upload_regulation", user, agency))


def may_edit(user: User, agency: Agency) -> bool:
    """Whether the person may edit plans of the agency; `may_edit_plan` also asks whether this one is a draft."""
    return bool(rules.has_perm("planning.edit_plan", user, agency))


def may_edit_plan(user: User, road_map: RoadMap) -> bool:
    return road_map.is_draft and may_edit(user, road_map.agency)


def may_enact(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("planning.enact_plan", user, agency))


def coordinates(user: User, activity: KeyActivity) -> bool:
    """Whether a unit of the person leads the key activity, or answers for one of its indicators today."""
    units = {unit.pk for unit in units_of(user, activity.agency)}
    if units & {activity.coordinator_id, activity.second_coordinator_id}:
        return True
    return any(row.coordinator_unit_id in units for row in activity.indicators.all() if row.coordinator_unit_id)


def is_of_unit(user: User, unit: Unit) -> bool:
    return unit.pk in {one.pk for one in units_of(user, unit.agency)}


def prepares_actions(user: User, agency: Agency) -> bool:
    return bool(_prepares(user, agency))


def may_write_actions(user: User, agency: Agency, coordinator: Unit) -> bool:
    """The people of the unit write its action plan; the administrator prepares those of all units."""
    if not rules.has_perm("planning.write_actions", user, agency):
        return False
    return is_of_unit(user, coordinator) or prepares_actions(user, agency)


def may_decide_actions(user: User, plan: ActionPlan) -> bool:
    """The secretariat, but nobody approves what their own unit coordinates."""
    return bool(rules.has_perm("planning.decide_actions", user, plan.agency)) and not is_of_unit(user, plan.coordinator)
