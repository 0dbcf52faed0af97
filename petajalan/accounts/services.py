"""Writes about agencies and people. Times come in as `at`, the person who acts as `by`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone

from petajalan.accounts.demo import CAST, OTHER_AGENCY
from petajalan.accounts.models import Agency, Membership, User
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
    for agency in agencies.values() or (None,):
        audit.record(agency=agency, by=by, action=action, about=user, before=before, after=after, at=at)
