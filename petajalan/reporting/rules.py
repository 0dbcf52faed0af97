"""Questions that pages of this app ask before they offer an action; the action asks again."""

from __future__ import annotations

import rules

from petajalan.accounts.models import Agency, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.accounts.rules import is_administrator, is_member, is_secretariat, keeps_installation

rules.add_perm("reporting.view_calendar", is_member | keeps_installation)
rules.add_perm("reporting.manage_calendar", is_administrator | keeps_installation)
# An exception lets a unit past a closed month: the secretariat answers for it, not the administrator.
rules.add_perm("reporting.view_reports", is_member | keeps_installation)
rules.add_perm("reporting.grant_exception", is_secretariat | keeps_installation)


def may_manage_calendar(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("reporting.manage_calendar", user, agency))


def may_grant_exception(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("reporting.grant_exception", user, agency))


def is_of(user: User, unit: Unit) -> bool:
    """Whether the person holds a position in the unit today: its people prepare its reports."""
    return unit.pk in {one.pk for one in units_of(user, unit.agency)}


def heads(user: User, unit: Unit) -> bool:
    """Whether the person heads the unit today: its head submits, or lets somebody of the unit do it."""
    return any(one.position.unit_id == unit.pk and one.position.is_head for one in user.current_holdings)


def may_review(user: User, *, reporter: Unit, coordinator: Unit) -> bool:
    """Whether the person accepts lines of `reporter` for actions of `coordinator`.

    Nobody accepts what their own unit reports. Where the coordinator is the reporter, the secretariat does it.
    """
    if is_of(user, reporter):
        return False
    if reporter.pk == coordinator.pk:
        return bool(is_secretariat(user, reporter.agency))
    return heads(user, coordinator)
