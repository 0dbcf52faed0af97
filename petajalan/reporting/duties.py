"""Whose task a report is: of the people of its unit, of the unit's head, of the coordinator, of the secretariat."""

from __future__ import annotations

from petajalan.accounts.models import Unit, User
from petajalan.accounts.roles import units_of
from petajalan.accounts.rules import is_secretariat


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
