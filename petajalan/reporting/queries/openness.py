"""Whether a unit may still enter a period. The calendar closes it; an exception opens it again for that unit alone."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from petajalan.accounts.models import Agency, Unit
from petajalan.reporting.models import Deadline, LockException


def is_closed(agency: Agency, kind: str, period: str, *, at: datetime) -> bool:
    """Whether entry is locked for everybody. A period of a year that has not been opened has no dates yet."""
    return closed_dates(agency.pk, kind, period, at=at).exists()


def closed_dates(agency: int, kind: str, period: str, *, at: datetime) -> QuerySet[Deadline]:
    """The date of the period, where it is past. `agency`: its key."""
    found: QuerySet[Deadline] = Deadline.objects.filter(agency=agency, kind=kind, period=period, closed__lt=at)
    return found


def exception_of(unit: Unit, kind: str, period: str, *, at: datetime) -> LockException | None:
    """The exception that holds for the unit at that moment."""
    return LockException.objects.filter(
        agency=unit.agency_id, unit=unit, kind=kind, period=period, revoked_at=None,
        granted_at__lte=at, expires_at__gte=at,
    ).first()  # fmt: skip


def is_open(unit: Unit, kind: str, period: str, *, at: datetime) -> bool:
    return not is_closed(unit.agency, kind, period, at=at) or exception_of(unit, kind, period, at=at) is not None
