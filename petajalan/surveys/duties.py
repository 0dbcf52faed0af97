"""Whose task a survey is: of the people of the unit that holds it, and of the administrator."""

from __future__ import annotations

from petajalan.accounts.models import Agency, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.accounts.rules import is_administrator
from petajalan.reporting.duties import is_of


def may_write(user: User, unit: Unit) -> bool:
    return is_of(user, unit) or writes_for_all(user, unit.agency)


def writes_for_all(user: User, agency: Agency) -> bool:
    return bool(user.is_superuser or is_administrator(user, agency))


def units_to_write_for(user: User, agency: Agency) -> list[Unit]:
    """The units that a person may hold a survey for, by name."""
    if writes_for_all(user, agency):
        return list(Unit.objects.filter(agency=agency).order_by("name"))
    return sorted(units_of(user, agency), key=lambda unit: unit.name)
