"""Activities for the core values of civil servants, by year and unit."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from petajalan.accounts.models import Agency, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.accounts.rules import is_administrator
from petajalan.reporting.choices import CoreValue
from petajalan.reporting.duties import is_of
from petajalan.reporting.models import CultureActivity


@dataclass(frozen=True, slots=True)
class CultureYear:
    """participants  of the held activities of which somebody counted them; `counted` is how many those are"""

    rows: list[CultureActivity]
    held: int
    participants: int
    counted: int
    values: list[tuple[str, int]]


def activities_of(user: User, agency: Agency) -> QuerySet[CultureActivity]:
    """With the number of pieces of evidence as `evidence`."""
    found: QuerySet[CultureActivity] = (
        CultureActivity.objects.visible_to(user)
        .filter(agency=agency)
        .select_related("unit", "held_by", "written_by")
        .annotate(evidence=Count("evidence_uses"))
        .order_by("day", "pk")
    )
    return found


def year_of(activities: QuerySet[CultureActivity], year: int, unit: int | None = None) -> CultureYear:
    found = activities.filter(day__year=year)
    rows = list(found.filter(unit=unit) if unit else found)
    held = [one for one in rows if one.held_at is not None]
    counted = [one.participants for one in held if one.participants is not None]
    of_value: dict[str, int] = {}
    for one in held:
        of_value[one.core_value] = of_value.get(one.core_value, 0) + 1
    values = [(str(label), of_value.get(code, 0)) for code, label in CoreValue.choices]
    return CultureYear(rows, len(held), sum(counted), len(counted), values)


def may_write_for(user: User, unit: Unit) -> bool:
    return is_of(user, unit) or user.is_superuser or is_administrator(user, unit.agency)


def writing_units(user: User, agency: Agency) -> list[Unit]:
    """The units whose activities a person writes, by name."""
    if user.is_superuser or is_administrator(user, agency):
        return list(Unit.objects.filter(agency=agency).order_by("name"))
    return sorted(units_of(user, agency), key=lambda unit: unit.name)
