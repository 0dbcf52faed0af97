"""The account of a person: who keeps the installation, names, passwords, second factors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from petajalan.accounts.models import Agency, User
from petajalan.common import audit


@transaction.atomic
def create_keeper(*, email: str, full_name: str, password: str, by: audit.Actor, at: datetime) -> User:
    """The keeper of the installation, who makes agencies and gives roles. Raises `ValidationError` in words."""
    user = User(email=User.objects.normalize_email(email), full_name=full_name, is_staff=True, is_superuser=True)
    user.full_clean(exclude=["password"])
    validate_password(password, user)
    user.set_password(password)
    user.save(force_insert=True)
    after = {"full_name": user.full_name, "email": user.email}
    audit.record(agency=None, by=by, action="keeper_created", about=user, after=after, at=at)
    return user


@transaction.atomic
def set_password(*, user: User, password: str, by: audit.Actor, at: datetime) -> None:
    user.set_password(password)
    User.objects.filter(pk=user.pk).update(password=user.password)
    record_password_change(user=user, by=by, at=at)


def record_password_change(*, user: User, by: audit.Actor, at: datetime) -> None:
    _record_of_person(user, by=by, action="password_changed", at=at)


@transaction.atomic
def change_profile(*, user: User, full_name: str, by: audit.Actor, at: datetime) -> None:
    before = User.objects.values_list("full_name", flat=True).get(pk=user.pk)
    if before == full_name:
        return
    User.objects.filter(pk=user.pk).update(full_name=full_name)
    user.full_name = full_name
    then, now = {"full_name": before}, {"full_name": full_name}
    _record_of_person(user, by=by, action="name_changed", before=then, after=now, at=at)


def choose_language(*, user: User, language: str) -> None:
    """A preference, not a fact about the agency: no audit entry."""
    User.objects.filter(pk=user.pk).update(language=language)


def record_totp(*, user: User, active: bool, by: audit.Actor, at: datetime) -> None:
    """The switch itself is allauth's; the caller holds it and this entry in one transaction."""
    _record_of_person(user, by=by, action="totp_activated" if active else "totp_deactivated", at=at)


def record_recovery_codes(*, user: User, at: datetime) -> None:
    _record_of_person(user, by=user, action="recovery_codes_renewed", at=at)


def _record_of_person(
    user: User,
    *,
    by: audit.Actor,
    action: str,
    at: datetime,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    """One entry in the trail of each agency the person belongs to: its administrator has to be able to see it."""
    agencies: dict[int, Agency | None] = {one.agency_id: one.agency for one in user.current_memberships}
    agencies |= {one.agency_id: one.agency for one in user.current_holdings}
    for agency in agencies.values() or (None,):
        audit.record(agency=agency, by=by, action=action, about=user, before=before, after=after, at=at)
