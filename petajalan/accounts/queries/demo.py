"""The people one can be in a demonstration."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from petajalan.accounts.models import Membership


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """`agency` is named only for those who belong to another one than the first."""

    email: str
    full_name: str
    role: str
    agency: str


def demo_people() -> list[DemoPerson]:
    """People of demonstration agencies in the order they were added, each with their first role."""
    today = timezone.localdate()
    memberships = Membership.objects.filter(agency__is_demonstration=True).valid_on(today).order_by("pk")
    by_person: dict[int, Membership] = {}
    for one in memberships.select_related("user", "agency"):
        by_person.setdefault(one.user_id, one)
    held = list(by_person.values())
    return [
        DemoPerson(
            email=one.user.email,
            full_name=one.user.full_name,
            role=str(one.get_role_display()),
            agency=one.agency.name if one.agency_id != held[0].agency_id else "",
        )
        for one in held
    ]
