"""People of an agency: the roles that are given to them, and whether they may come in."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, Membership, User
from petajalan.common import audit


@transaction.atomic
def add_person(
    *, email: str, full_name: str, agency: Agency, role: str, password: str | None, by: audit.Actor, at: datetime
) -> User:
    """Give a person, new or known, a role from today on. A known person keeps their name and password."""
    user = find_or_create_person(email=email, full_name=full_name, password=password)
    day = timezone.localdate(at)
    if not Membership.objects.filter(agency=agency, user=user, role=role).valid_on(day).exists():
        Membership.objects.create(agency=agency, user=user, role=role, valid_from=day)
        after = {"full_name": user.full_name, "email": user.email, "role": role}
        audit.record(agency=agency, by=by, action="person_added", about=user, after=after, at=at)
    return user


def find_or_create_person(*, email: str, full_name: str, password: str | None) -> User:
    """Called inside the transaction of whatever makes the person belong somewhere, which leaves the entry."""
    email = User.objects.normalize_email(email)
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User(email=email, full_name=full_name)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(force_insert=True)
    return user


@transaction.atomic
def give_role(
    *, agency: Agency, user: User, role: str, starts_on: date, ends_on: date | None, by: audit.Actor, at: datetime
) -> Membership:
    """Raises `ValidationError` by field, in words."""
    _lock(agency)
    if ends_on and ends_on < starts_on:
        raise ValidationError({"ends_on": _("“Sampai” tidak boleh sebelum “mulai”.")})
    same = Membership.objects.filter(agency=agency, user=user, role=role).exclude(valid_until__lt=starts_on)
    if ends_on:
        same = same.exclude(valid_from__gt=ends_on)
    if same.exists():
        raise ValidationError({"role": _("Orang ini sudah punya peran itu pada waktu yang sama.")})
    membership = Membership.objects.create(
        agency=agency, user=user, role=role, valid_from=starts_on, valid_until=ends_on
    )
    after: dict[str, object] = {"role": role, "valid_from": starts_on} | ({"valid_until": ends_on} if ends_on else {})
    audit.record(agency=agency, by=by, action="role_given", about=user, after=after, at=at)
    return membership


@transaction.atomic
def end_role(*, membership: Membership, on: date, by: audit.Actor, at: datetime) -> None:
    """The role is held until that day, the day included; one that has not begun yet is taken back whole.

    Raises `ValidationError` in words: nobody takes their own last administrator role, and an agency keeps one.
    """
    _lock(membership.agency)
    stored = Membership.objects.select_related("agency", "user").get(pk=membership.pk)
    before: dict[str, object] = {
        "role": stored.role,
        "valid_from": stored.valid_from,
        "valid_until": stored.valid_until,
    }
    if on < stored.valid_from:
        stored.delete()
        audit.record(agency=stored.agency, by=by, action="role_ended", about=stored.user, before=before, at=at)
        return
    if stored.role == Role.ADMINISTRATOR:
        _keep_an_administrator(stored.agency, on + timedelta(days=1), by, besides=stored)
    Membership.objects.filter(pk=stored.pk).update(valid_until=on)
    after = {"role": stored.role, "valid_from": stored.valid_from, "valid_until": on}
    audit.record(agency=stored.agency, by=by, action="role_ended", about=stored.user, before=before, after=after, at=at)


@transaction.atomic
def deactivate_person(*, agency: Agency, user: User, by: audit.Actor, at: datetime, reason: str) -> None:
    """The person can no longer sign in. Roles and positions stay, so that reactivating gives them back.

    Raises `ValidationError` in words.
    """
    _lock(agency)
    stored = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if isinstance(by, User) and by.pk == stored.pk:
        raise ValidationError(_("Anda tidak dapat menonaktifkan akun Anda sendiri. Minta administrator lain."))
    if stored.is_staff or stored.is_superuser:
        raise ValidationError(_("Akun ini mengelola instalasi. Hanya pengelola instalasi lain yang dapat mengubahnya."))
    if _works_elsewhere(stored, agency, at):
        raise ValidationError(
            _("Orang ini juga bekerja di instansi lain. Akhiri peran dan jabatannya di sini; akunnya tetap aktif.")
        )
    if not stored.is_active:
        return
    if Membership.objects.filter(agency=agency, user=stored, role=Role.ADMINISTRATOR).exists():
        _keep_an_administrator(agency, timezone.localdate(at), by, without=stored)
    User.objects.filter(pk=stored.pk).update(is_active=False)
    _record_activity(agency, stored, False, by, at, reason)


@transaction.atomic
def reactivate_person(*, agency: Agency, user: User, by: audit.Actor, at: datetime) -> None:
    """Raises `ValidationError` in words."""
    if user.is_staff or user.is_superuser:
        raise ValidationError(_("Akun ini mengelola instalasi. Hanya pengelola instalasi lain yang dapat mengubahnya."))
    if _works_elsewhere(user, agency, at):
        raise ValidationError(_("Orang ini juga bekerja di instansi lain. Hubungi pengelola instalasi."))
    if User.objects.filter(pk=user.pk, is_active=False).update(is_active=True):
        _record_activity(agency, user, True, by, at, "")


def _works_elsewhere(user: User, agency: Agency, at: datetime) -> bool:
    return Agency.objects.exclude(pk=agency.pk).of_person(user, timezone.localdate(at)).exists()


def _record_activity(agency: Agency, user: User, active: bool, by: audit.Actor, at: datetime, reason: str) -> None:
    action = "account_reactivated" if active else "account_deactivated"
    before, after = {"is_active": not active}, {"is_active": active}
    audit.record(agency=agency, by=by, action=action, about=user, before=before, after=after, reason=reason, at=at)


def _lock(agency: Agency) -> None:
    """Changes of roles in an agency take turns, so that two administrators cannot end each other's role at once."""
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)


def _keep_an_administrator(
    agency: Agency,
    day: date,
    by: audit.Actor,
    *,
    besides: Membership | None = None,
    without: User | None = None,
) -> None:
    """Refuse when nobody, or not the acting administrator, would be administrator on that day and go on being it."""
    left = Membership.objects.filter(agency=agency, role=Role.ADMINISTRATOR, valid_until=None, user__is_active=True)
    left = left.filter(valid_from__lte=day)
    if besides:
        left = left.exclude(pk=besides.pk)
    if without:
        left = left.exclude(user=without)
    if isinstance(by, User) and besides and besides.user_id == by.pk and not left.filter(user=by).exists():
        raise ValidationError(
            _("Anda tidak dapat mengakhiri peran administrator Anda sendiri. Minta administrator lain.")
        )
    if not left.exists():
        raise ValidationError(
            _("Instansi harus mempunyai sedikitnya satu administrator. Beri dahulu peran itu kepada orang lain.")
        )
