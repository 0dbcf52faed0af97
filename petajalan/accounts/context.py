"""What every page of the application shell needs."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from petajalan.accounts.models import Agency, Membership


def shell(request: HttpRequest) -> dict[str, object]:
    """`agency` of the page (or the person's only one), the person's other agencies, their roles here in words."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"agency": None}
    memberships = user.current_memberships
    agency = getattr(request, "agency", None) or _only_agency(memberships)
    here = [one for one in memberships if agency and one.agency_id == agency.pk]
    return {
        "agency": agency,
        "my_agencies": list({one.agency_id: one.agency for one in memberships}.values()),
        "my_roles": ", ".join(str(one.get_role_display()) for one in here),
        "may_read_trail": bool(agency) and (user.is_superuser or agency.pk in user.audited_agencies),
        "may_manage_installation": user.is_staff,
        "languages": settings.LANGUAGES,
    }


def _only_agency(memberships: tuple[Membership, ...]) -> Agency | None:
    agencies = {one.agency_id: one.agency for one in memberships}
    return next(iter(agencies.values())) if len(agencies) == 1 else None
