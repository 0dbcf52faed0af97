"""Writes about agencies and people. Times come in as `at`, the person who acts as `by`."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from petajalan.accounts.models import Agency, User
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


@transaction.atomic
def set_password(*, user: User, password: str, by: audit.Actor, at: datetime) -> None:
    user.set_password(password)
    User.objects.filter(pk=user.pk).update(password=user.password)
    _record_of_person(user, by=by, action="password_changed", at=at)


@transaction.atomic
def change_profile(*, user: User, full_name: str, by: audit.Actor, at: datetime) -> None:
    before = User.objects.values_list("full_name", flat=True).get(pk=user.pk)
    if before == full_name:
        return
    User.objects.filter(pk=user.pk).update(full_name=full_name)
    user.full_name = full_name
    changed = {"before": {"full_name": before}, "after": {"full_name": full_name}}
    _record_of_person(user, by=by, action="name_changed", at=at, **changed)


def choose_language(*, user: User, language: str) -> None:
    """A preference, not a fact about the agency: no audit entry."""
    User.objects.filter(pk=user.pk).update(language=language)


@transaction.atomic
def record_totp(*, user: User, active: bool, at: datetime) -> None:
    """The switch itself is allauth's; the caller holds it and this entry in one transaction."""
    _record_of_person(user, by=user, action="totp_activated" if active else "totp_deactivated", at=at)


@transaction.atomic
def record_recovery_codes(*, user: User, at: datetime) -> None:
    _record_of_person(user, by=user, action="recovery_codes_renewed", at=at)


def _record_of_person(
    user: User,
    *,
    by: audit.Actor,
    action: str,
    at: datetime,
    before: dict[str, object] | None = None,
    after: dict[str, object] | None = None,
) -> None:
    """One entry in the trail of each agency the person belongs to: its administrator has to be able to see it."""
    agencies = {one.agency_id: one.agency for one in user.current_memberships}
    for agency in list(agencies.values()) or [None]:
        audit.record(agency=agency, by=by, action=action, about=user, before=before, after=after, at=at)
