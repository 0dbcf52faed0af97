"""Making agencies."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from petajalan.accounts.models import Agency
from petajalan.common import audit


@transaction.atomic
def create_agency(
    *, name: str, kind: str, slug: str, by: audit.Actor, at: datetime, demonstration: bool = False
) -> Agency:
    """Raises `ValidationError` when the address is taken or reserved."""
    agency = Agency(name=name, kind=kind, slug=slug, is_demonstration=demonstration)
    agency.full_clean()
    agency.save(force_insert=True)
    audit.record(
        agency=agency,
        by=by,
        action="agency_created",
        about=agency,
        after={"name": name, "kind": kind, "slug": slug},
        at=at,
    )
    return agency
