"""Waivers as their page lists them, and the actions that one may be needed for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from petajalan.accounts.models import Agency, Unit, User
from petajalan.evaluation.models import Waiver
from petajalan.evaluation.queries.items import leading_units, who_is_bound
from petajalan.evaluation.queries.team import evaluators
from petajalan.planning.models import Action
from petajalan.reporting.queries.obligations import planned


@dataclass(frozen=True, slots=True)
class Needed:
    """An action that people of `unit`, who evaluate, may not judge without a waiver."""

    unit: Unit
    action: Action
    coordinates: bool


def waivers_seen(user: User, agency: Agency) -> QuerySet[Waiver]:
    found: QuerySet[Waiver] = Waiver.objects.visible_to(user).filter(agency=agency)
    return found.select_related("action__plan__coordinator", "unit", "signed_by")


def needed(agency: Agency, year: int, *, day: date) -> list[Needed]:
    """Actions of the year by unit of the evaluation team, those first that the unit coordinates."""
    keys = {unit for one in evaluators(agency, day) if one.evaluates for unit in one.units}
    units = Unit.objects.filter(agency=agency).in_bulk(keys)
    actions = planned(agency, year)
    bound = who_is_bound(actions, leading_units(agency))
    known = set(Waiver.objects.filter(agency=agency, revoked_at=None).values_list("unit", "action"))
    found = [
        Needed(units[unit], action, unit in item.coordinators)
        for unit in units
        for action in actions
        if unit in (item := bound[action.pk]).coordinators | item.named and (unit, action.pk) not in known
    ]
    return sorted(found, key=lambda one: (one.unit.name, not one.coordinates, one.action.plan.coordinator.name))
