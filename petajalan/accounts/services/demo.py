"""The demonstration cast and city."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from petajalan.accounts.demo import CAST, OTHER_AGENCY
from petajalan.accounts.models import Agency
from petajalan.accounts.services.agencies import create_agency
from petajalan.accounts.services.people import add_person
from petajalan.common import audit


@transaction.atomic
def create_demo_people(*, agency: Agency, password: str, by: audit.Actor, at: datetime) -> None:
    """The demonstration cast in this agency, and Dewi in another one. Who is already there stays as they are.

    `queries.demo_people()` lists them.
    """
    other = Agency.objects.filter(slug=OTHER_AGENCY["slug"]).first()
    other = other or create_agency(**OTHER_AGENCY, demonstration=True, by=by, at=at)
    for member in CAST:
        home = other if member.elsewhere else agency
        add_person(
            email=f"{member.nickname}@{home.slug}.example",
            full_name=member.full_name,
            agency=home,
            role=member.role,
            password=password,
            by=by,
            at=at,
        )
