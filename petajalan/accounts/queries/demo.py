"""The people one can be in a demonstration."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from petajalan.accounts.models import Agency
from petajalan.accounts.queries.people import people_of, person_rows


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """`agency` is named only for those who belong to another one than the first."""

    email: str
    full_name: str
    role: str
    agency: str


def demo_people() -> list[DemoPerson]:
    """People of demonstration agencies in the order they were added, each with what they are first of all."""
    today = timezone.localdate()
    found: dict[int, DemoPerson] = {}
    first: Agency | None = None
    for agency in Agency.objects.filter(is_demonstration=True).order_by("pk"):
        people = people_of(agency).filter(is_active=True).order_by("pk")
        for row in person_rows(agency, people, today):
            if row.roles and row.user.pk not in found:
                first = first or agency
                elsewhere = "" if agency == first else agency.name
                found[row.user.pk] = DemoPerson(
                    email=row.user.email,
                    full_name=row.user.full_name,
                    role=str(row.roles[0].label),
                    agency=elsewhere,
                )
    return list(found.values())
