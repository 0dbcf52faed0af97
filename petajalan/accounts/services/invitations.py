"""Inviting people by e-mail. The link in the mail is the only copy of its secret; the table keeps a digest."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from petajalan.accounts.choices import Language
from petajalan.accounts.models import Agency, Invitation, Membership, Position, User
from petajalan.accounts.queries.people import invitation_digest, invited_person, people_of
from petajalan.accounts.services.people import find_or_create_person
from petajalan.accounts.services.positions import hand_over
from petajalan.common import audit, outbox
from petajalan.common.models import OutboxMail

LIFETIME = timedelta(days=7)


@transaction.atomic
def invite_person(
    *,
    agency: Agency,
    email: str,
    full_name: str,
    role: str,
    position: Position | None,
    site: str,
    by: User,
    at: datetime,
) -> Invitation:
    """`site`: the address people reach this server at, for the link. Raises `ValidationError` by field, in words."""
    email = User.objects.normalize_email(email)
    if not role and position is None:
        raise ValidationError({"role": _("Pilih peran, jabatan, atau keduanya.")})
    if Invitation.objects.open().filter(agency=agency, email=email).exists():
        raise ValidationError({"email": _("Alamat ini sudah diundang. Kirim ulang undangannya, atau tarik dahulu.")})
    user = people_of(agency).filter(email=email).first()
    if user and not user.is_active:
        raise ValidationError({"email": _("Akun dengan alamat ini dinonaktifkan. Aktifkan kembali, lalu beri peran.")})
    if user:
        raise ValidationError(
            {"email": _("Orang dengan alamat ini sudah terdaftar. Beri peran atau jabatan langsung.")}
        )
    if position:
        _refuse_taken(position, timezone.localdate(at))
    secret = secrets.token_urlsafe(32)
    invitation = Invitation(
        agency=agency, email=email, full_name=full_name, role=role, position=position, invited_by=by, created_at=at
    )
    _send(invitation, secret, site, by, at)
    invitation.save(force_insert=True)
    after = {"email": email, "full_name": full_name, **_facts(invitation)}
    audit.record(agency=agency, by=by, action="invitation_sent", about=invitation, after=after, at=at)
    return invitation


@transaction.atomic
def resend_invitation(*, invitation: Invitation, site: str, by: User, at: datetime) -> None:
    """A new link for another seven days; the earlier one no longer opens anything. Raises `ValidationError`."""
    stored = _open(invitation)
    outbox.withdraw(stored.mail)
    _send(stored, secrets.token_urlsafe(32), site, by, at)
    stored.save(update_fields=["digest", "sent_at", "expires_at", "mail"])
    audit.record(agency=stored.agency, by=by, action="invitation_resent", about=stored, at=at)


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: User, at: datetime) -> None:
    """Raises `ValidationError` in words when it has been accepted meanwhile."""
    stored = _open(invitation)
    stored.withdrawn_at = at
    stored.save(update_fields=["withdrawn_at"])
    outbox.withdraw(stored.mail)
    audit.record(agency=stored.agency, by=by, action="invitation_withdrawn", about=stored, at=at)


@transaction.atomic
def accept_invitation(
    *, invitation: Invitation, full_name: str, password: str, as_user: User | None, at: datetime
) -> User:
    """The person joins: with a new account, or `as_user`, the account of the invited address.

    Raises `ValidationError` by field, in words; nothing is stored then.
    """
    stored = _open(invitation)
    if stored.is_expired_at(at):
        raise ValidationError(_("Undangan ini sudah lewat waktunya. Minta dikirim ulang."))
    user = invited_person(stored)
    if user is None:
        _refuse_weak(password, stored.email, full_name)
        user = find_or_create_person(email=stored.email, full_name=full_name, password=password)
    elif as_user is None or as_user.pk != user.pk or not user.is_active:
        raise ValidationError(_("Masuk dahulu dengan akun dari alamat surel yang diundang."))
    day = timezone.localdate(at)
    if stored.role and not Membership.objects.filter(agency=stored.agency, user=user, role=stored.role).valid_on(day):
        Membership.objects.create(agency=stored.agency, user=user, role=stored.role, valid_from=day)
    stored.accepted_at = at
    stored.save(update_fields=["accepted_at"])
    audit.record(agency=stored.agency, by=user, action="invitation_accepted", about=user, after=_facts(stored), at=at)
    if stored.position:
        _refuse_taken(stored.position, day)
        hand_over(position=stored.position, to=user, on=day, by=user, at=at)
    return user


def _refuse_weak(password: str, email: str, full_name: str) -> None:
    try:
        validate_password(password, User(email=email, full_name=full_name))
    except ValidationError as error:
        raise ValidationError({"password1": error.messages}) from error


def _refuse_taken(position: Position, day: date) -> None:
    """Accepting an invitation never puts somebody else out of a position."""
    if not position.shared and position.holdings.filter(acting="").exclude(ends_on__lt=day).exists():
        raise ValidationError(
            _("Jabatan %(name)s sudah dipegang orang lain. Hubungi administrator instansi.") % {"name": position.name}
        )


def _send(invitation: Invitation, secret: str, site: str, by: User, at: datetime) -> None:
    invitation.digest = invitation_digest(secret)
    invitation.sent_at, invitation.expires_at = at, at + LIFETIME
    invitation.mail = _mail(invitation, site.rstrip("/") + reverse("invitation", args=[secret]), by, at)


def _mail(invitation: Invitation, link: str, by: User, at: datetime) -> OutboxMail:
    facts = {"invitation": invitation, "agency": invitation.agency, "by": by, "link": link}
    with translation.override(Language.INDONESIAN), timezone.override(invitation.agency.time_zone):
        subject = render_to_string("accounts/email/invitation_subject.txt", facts)
        body = render_to_string("accounts/email/invitation.txt", facts)
    return outbox.write(
        to=invitation.email, subject=subject, body=body, confidential=True, agency=invitation.agency, at=at
    )


def _open(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("agency", "position__unit", "mail")
    stored = rows.get(pk=invitation.pk)
    if stored.accepted_at:
        raise ValidationError(_("Undangan ini sudah diterima."))
    if stored.withdrawn_at:
        raise ValidationError(_("Undangan ini sudah ditarik."))
    return stored


def _facts(invitation: Invitation) -> dict[str, object]:
    facts = {"role": invitation.role, "position": str(invitation.position or "")}
    return {field: value for field, value in facts.items() if value}
