"""Opening a closed period for one unit, with a reason and an end."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import Unit, User
from petajalan.accounts.roles import units_of
from petajalan.common import audit
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Deadline, LockException
from petajalan.reporting.queries.openness import is_closed


@transaction.atomic
def grant_exception(
    *, unit: Unit, kind: str, period: str, reason: str, expires_at: datetime, by: User, at: datetime
) -> LockException:
    """Nobody opens a period for a unit of their own; a period that is still open needs no exception."""
    permit(by, "reporting.grant_exception", unit.agency)
    if unit.pk in {one.pk for one in units_of(by, unit.agency)}:
        raise Refused(_("Pengecualian untuk unit Anda sendiri diberikan oleh anggota sekretariat lain."))
    if not reason.strip():
        raise Refused(_("Isi alasan pengecualian."))
    if expires_at <= at:
        raise Refused(_("Isi “berlaku sampai” dengan tanggal yang belum lewat."))
    if not Deadline.objects.filter(agency=unit.agency, kind=kind, period=period).exists():
        raise Refused(_("Periode %(period)s belum ada dalam kalender. Buka kalender tahunnya.") % {"period": period})
    if not is_closed(unit.agency, kind, period, at=at):
        raise Refused(_("Periode %(period)s masih terbuka, jadi tidak perlu pengecualian.") % {"period": period})
    # One that ran out makes room: only one may hold at a time.
    LockException.objects.filter(
        agency=unit.agency, unit=unit, kind=kind, period=period, revoked_at=None, expires_at__lt=at
    ).update(revoked_at=at)
    try:
        with transaction.atomic():
            granted = LockException.objects.create(
                agency=unit.agency, unit=unit, kind=kind, period=period, reason=reason.strip(),
                granted_by=by, granted_at=at, expires_at=expires_at,
            )  # fmt: skip
    except IntegrityError as error:
        raise Refused(_("Unit ini sudah mempunyai pengecualian yang berlaku untuk periode itu.")) from error
    audit.record(
        agency=unit.agency, by=by, action="exception_granted", about=granted, at=at, reason=reason.strip(),
        after={"kind": kind, "period": period, "expires_at": expires_at.isoformat()},
    )  # fmt: skip
    return granted


@transaction.atomic
def revoke_exception(*, exception: LockException, reason: str, by: User, at: datetime) -> None:
    permit(by, "reporting.grant_exception", exception.agency)
    if not reason.strip():
        raise Refused(_("Isi alasan pencabutan."))
    changed = LockException.objects.filter(pk=exception.pk, revoked_at=None).update(revoked_at=at)
    if changed != 1:
        raise Refused(_("Pengecualian ini sudah dicabut."))
    audit.record(
        agency=exception.agency, by=by, action="exception_revoked", about=exception, at=at, reason=reason.strip(),
        before={"expires_at": exception.expires_at.isoformat()},
    )  # fmt: skip
