"""People of an agency and the roles that are given to them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from petajalan.accounts.models import Agency, Membership, User
from petajalan.common import audit


@transaction.atomic
def add_person(
    *, email: str, full_name: str, agency: Agency, role: str, password: str | None, by: audit.Actor, at: datetime
) -> User:
    """Give a person, new or known, a role from today on. A known person keeps their name and password."""
    email = User.objects.normalize_email(email)
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User(email=email, full_name=full_name)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(force_insert=True)
    day = timezone.localdate(at)
    if not Membership.objects.filter(agency=agency, user=user, role=role).valid_on(day).exists():
        Membership.objects.create(agency=agency, user=user, role=role, valid_from=day)
        after = {"full_name": user.full_name, "email": user.email, "role": role}
        audit.record(agency=agency, by=by, action="person_added", about=user, after=after, at=at)
    return user
