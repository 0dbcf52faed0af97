"""Questions that pages of this app ask before they offer an action; the action asks again."""

from __future__ import annotations

import rules

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.accounts.rules import holds, is_administrator, is_member, is_secretariat, keeps_installation

rules.add_perm("reporting.view_calendar", is_member | keeps_installation)
rules.add_perm("reporting.view_reports", is_member | keeps_installation)
rules.add_perm("reporting.manage_calendar", is_administrator | keeps_installation)
rules.add_perm("reporting.set_achievement", is_administrator | keeps_installation)
# An exception lets a unit past a closed month: the secretariat answers for it, not the administrator.
rules.add_perm("reporting.grant_exception", is_secretariat | keeps_installation)
# For their own unit; the administrator for every unit: see `services.culture`.
rules.add_perm("reporting.write_culture", holds(Role.OPERATOR, Role.UNIT_HEAD, Role.ADMINISTRATOR) | keeps_installation)
rules.add_perm("reporting.view_forum", is_member | keeps_installation)
rules.add_perm("reporting.prepare_forum", is_secretariat | is_administrator | keeps_installation)
# What was said and decided is the secretariat's word: it closes the minutes and finds decisions done.
rules.add_perm("reporting.close_forum", is_secretariat | keeps_installation)


def may_manage_calendar(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("reporting.manage_calendar", user, agency))


def may_set_achievement(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("reporting.set_achievement", user, agency))


def may_grant_exception(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("reporting.grant_exception", user, agency))


def may_prepare_forum(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("reporting.prepare_forum", user, agency))


def may_close_forum(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("reporting.close_forum", user, agency))
